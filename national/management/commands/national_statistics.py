"""Print stored results of one year as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from centers.rls import READ_ALL, scope
from national.models import Audience
from national.results import latest
from national.statistics import STATISTICS
from national.stats.table import ALL

STAMP = "Exact figures: not for release."


class Command(BaseCommand):
    help = "Print the stored national statistics of a year as JSON (schema: docs/statistics/results.schema.json)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument("--json", action="store_true", required=True, help="the only format")
        parser.add_argument("--public", action="store_true", help="released figures only")

    def handle(self, *args: Any, **options: Any) -> None:
        year, audience = options["year"], Audience.PUBLIC if options["public"] else Audience.SOCIETY
        with scope(READ_ALL):
            found = [latest(key, audience=audience) for key in STATISTICS]
        tables = [_of_year(document, year) for document in found if document]
        if not any(line["year"] == year for table in tables for line in table["rows"]):
            raise CommandError(f"nothing is stored for {year}: run aggregate_statistics first")
        document = {"year": year, "audience": audience, "release": None if options["public"] else STAMP}
        self.stdout.write(json.dumps({**document, "statistics": tables}, ensure_ascii=False, indent=2))


def _of_year(document: dict[str, Any], year: int) -> dict[str, Any]:
    """The rows of the year, and those of all years together where a statistic has them."""
    return {**document, "rows": [line for line in document["rows"] if line["year"] in (year, ALL)]}
