"""Refresh the national figures from the command line: what the schedule does."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from national.models import RefreshKind, RefreshState
from national.refresh import moment_now, recorded, refresh, verify
from national.schedule import claim


class Command(BaseCommand):
    help = "Refresh the national figures: what changed since the last refresh, or everything with --full."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--full", action="store_true", help="read every case again")
        parser.add_argument(
            "--verify", action="store_true", help="the nightly comparison: full, and say what differs"
        )
        parser.add_argument(
            "--publish", action="store_true", help="give the public the breakdowns as they are now"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        moment = moment_now()
        row = claim(RefreshKind.COMMAND, moment)
        assert row is not None  # noqa: S101 - a command has no period to share
        if options["verify"]:
            recorded(row, lambda: verify(moment))
        else:
            recorded(row, lambda: refresh(moment, full=options["full"], publish=options["publish"]))
        seconds = (row.finished_at - row.started_at).total_seconds() if row.finished_at else 0
        self.stdout.write(
            f"{row.cases} cases read, {row.facts} rows written, {row.results} results changed in {seconds:.1f} s"
        )
        if row.state == RefreshState.DIFFERENT:
            raise CommandError(f"stored figures were wrong and have been corrected: {row.detail}")
