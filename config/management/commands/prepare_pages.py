from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from config.catalogs.merging import compile_catalogs


class Command(BaseCommand):
    help = (
        "Make what pages are served with: the translations, and the static files with their names by content."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        compile_catalogs()
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
