"""Build the annual report of a year without the broker, as the page does with it."""

import getpass
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from centers.models import SecurityEventKind
from centers.security_log import record
from national.models import ReportEdition
from national.report.build import LANGUAGES, Step
from national.report.editions import annual_report, read
from national.report.steps import label
from national.report.suppression import NotReleasable
from national.snapshots import NoAcceptedRun


class Command(BaseCommand):
    help = "Build the annual report of a year: PDF, workbook, CSV files and manifest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument(
            "--lang", action="append", choices=LANGUAGES, help="may be given twice; both by default"
        )
        parser.add_argument(
            "--out", type=Path, required=True, help="folder for the files; made when it is missing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        languages = options["lang"] or list(LANGUAGES)
        try:
            edition = annual_report(options["year"], languages, self._tell)
        except (NoAcceptedRun, NotReleasable) as problem:
            raise CommandError(str(problem)) from problem
        record(
            SecurityEventKind.COMMAND,
            object=str(edition),
            command="annual_report",
            system_user=getpass.getuser(),
        )
        for path in write(edition, options["out"]):
            self.stdout.write(str(path))

    def _tell(self, step: Step, done: int, total: int) -> None:
        if done == 0:
            self.stderr.write(label(step, 0, 1).en)


def write(edition: ReportEdition, folder: Path) -> list[Path]:
    """Copy the files of an edition into a folder under their own names."""
    paths = []
    for file in edition.files.all():
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(read(file))
        paths.append(path)
    return paths
