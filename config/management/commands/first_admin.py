import getpass
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from centers.history import acting
from centers.models import Invitation, Membership, SecurityEventKind, User
from centers.models.membership import Role
from centers.models.user import normalize_email
from centers.security_log import record
from config.environment import env

REASON = "first admin of an empty registry"


class Command(BaseCommand):
    help = "Invite the first admin by a one-time link. Once there is an admin, admins invite each other."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--email", default=env("ADMIN_EMAIL", "admin@localhost"))
        parser.add_argument("--quiet", action="store_true", help="say nothing when there is an admin already")

    def handle(self, *args: Any, **options: Any) -> None:
        if Membership.objects.filter(role=Role.ADMIN, user__is_active=True).exists():
            if options["quiet"]:
                return
            raise CommandError("There is an admin already, who can invite others.")
        link = settings.SITE_URL + reverse(
            "centers:invitation_link", args=[invite_first_admin(options["email"])]
        )
        self.stdout.write(f"First admin ({options['email']}), open within 72 hours, once:\n  {link}")


@transaction.atomic
def invite_first_admin(email: str) -> str:
    """Invite ``email`` as admin on behalf of the machine's operator; the token of the link is returned.

    An earlier unused link stops working, so that only the last one printed opens the registry.
    """
    system = User.objects.system()
    with acting(user=system, reason=REASON, operator=getpass.getuser()):
        now = timezone.now()
        Invitation.objects.filter(role=Role.ADMIN, invited_by=system).open(now).update(revoked_at=now)
        invitation = Invitation(email=normalize_email(email), role=Role.ADMIN, invited_by=system)
        token = invitation.issue_token()
        invitation.save()
        record(SecurityEventKind.INVITED, user=system, object=f"invitation {invitation.pk}", reason=REASON)
    return token
