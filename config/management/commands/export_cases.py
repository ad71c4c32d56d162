import getpass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from centers import security_log
from centers.models import Center, SecurityEventKind, User
from centers.rls import Scope, scope
from outcomes.files import FollowUpFile
from registry.files.exporting import Export, listed


class Command(BaseCommand):
    help = "Write the cases of one center as a folder of CSV files, in the shape that load_cases reads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--center", metavar="CODE", required=True)
        parser.add_argument(
            "--out", type=Path, required=True, help="folder for the files; made when it is missing"
        )
        parser.add_argument(
            "--no-identity", action="store_true", help="write 'unknown' for names, numbers and telephones"
        )
        parser.add_argument("--signed", action="store_true", help="leave out drafts and returned cases")
        parser.add_argument("--reason", default="", help="why, for the security log")

    def handle(self, *args: Any, **options: Any) -> None:
        identities, reason = not options["no_identity"], options["reason"].strip()
        try:
            center = Center.objects.get(center_code=options["center"])
        except Center.DoesNotExist:
            raise CommandError(f"There is no center {options['center']}.") from None
        export = Export(
            center, (FollowUpFile(),), identities=identities, signed=options["signed"], say=self.stderr.write
        )
        _record(center, options["out"], identities, reason)
        mine = (center.pk,)
        with transaction.atomic(), scope(Scope(read=mine, identity=mine if identities else ())):
            counts = export.write(options["out"])
        for line in listed(counts, export.tables):
            self.stdout.write(line)


def _record(center: Center, out: Path, identities: bool, reason: str) -> None:
    """What leaves is recorded before it does."""
    security_log.record(
        SecurityEventKind.EXPORT,
        user=User.objects.system(),
        center=center,
        object="export_cases",
        operator=getpass.getuser(),
        identities=identities,
        reason=reason,
        folder=str(out),
    )
