from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from outcomes.files import FollowUpFile
from registry.files.templates import templates


class Command(BaseCommand):
    help = (
        "Write files to fill in for load_cases: empty ones, all columns, all codes, and a complete example."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("directory", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        for name, text in templates((FollowUpFile(),)):
            path = options["directory"] / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            self.stdout.write(str(path))
