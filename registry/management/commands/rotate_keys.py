"""``manage.py rotate_keys``: put every identity under the first key of REGISTRY_MASTER_KEYS."""

import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from centers import security_log
from centers.models import SecurityEventKind
from registry.identity import keys, rotation, sealing


class Command(BaseCommand):
    help = (
        "Re-wrap every patient's data key under the first key of REGISTRY_MASTER_KEYS. Put the new key in front "
        "of the old one, restart, run this, and remove the old key once it is no longer in use."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        current = keys.master_keys().current.id
        try:
            count = rotation.rotate_all()
        except (keys.UnknownMasterKeyError, sealing.SealBrokenError) as problem:
            raise CommandError(
                f"{problem} What was done so far is kept; run again with the missing key."
            ) from None
        security_log.record(
            SecurityEventKind.COMMAND,
            object="rotate_keys",
            rotated=count,
            key=current,
            operator=getpass.getuser(),
        )
        self.stdout.write(f"{count} data keys moved under master key {current}.")
        for name, used in sorted(rotation.keys_in_use().items()):
            self.stdout.write(f"  {name}: {used} in use")
