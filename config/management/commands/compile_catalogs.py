from typing import Any

from django.core.management.base import BaseCommand

from config.catalogs.merging import compile_catalogs
from config.environment import BASE_DIR


class Command(BaseCommand):
    help = "Merge the parts of each translation into the catalog that Django reads."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        written = compile_catalogs()
        if options["verbosity"] > 1:
            for path in written:
                self.stdout.write(str(path.relative_to(BASE_DIR)))
