from typing import Any

from django.core.management.base import BaseCommand

from config.dictionary import publish
from config.environment import BASE_DIR


class Command(BaseCommand):
    help = "Write the data dictionary to docs/data-dictionary, from the forms, code lists and rules in use."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for path in publish():
            self.stdout.write(str(path.relative_to(BASE_DIR)))
