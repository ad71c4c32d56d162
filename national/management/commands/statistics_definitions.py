"""Write the definitions of the national statistics as a document."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from national.statistics import STATISTICS
from national.statistics.published import markdown

DEFAULT = Path(settings.BASE_DIR) / "docs" / "statistics" / "definitions.md"


class Command(BaseCommand):
    help = "Write the definitions of the national statistics, in both languages, from the code."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--out", type=Path, default=DEFAULT)

    def handle(self, *args: Any, **options: Any) -> None:
        options["out"].write_text(markdown(STATISTICS), encoding="utf-8")
        self.stdout.write(str(options["out"]))
