"""Inviting people, and ending what they may do. Each act asks ``access`` first and is logged."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from centers.access import check_may_grant, check_may_manage
from centers.history import acting
from centers.models import Center, Invitation, Membership, SecurityEventKind, User
from centers.models.invitation import hash_token
from centers.models.user import normalize_email
from centers.security_log import record
from centers.sessions import end_sessions


@transaction.atomic
def invite(*, by: User, email: str, role: str, center: Center | None, language: str) -> Invitation:
    """Ask somebody to take a role; the mail with the one-time link leaves when this is stored.

    Raises PermissionDenied where ``by`` may not hand out the role, ValidationError where it makes no sense.
    """
    email = normalize_email(email)
    check_may_grant(by, role, center)
    if email == by.email:
        raise PermissionDenied("nobody raises themselves")
    if Membership.objects.filter(user__email=email, role=role, center=center).exists():
        raise ValidationError({"email": _("This person has that role already.")})
    invitation = Invitation(email=email, role=role, center=center, language=language, invited_by=by)
    token = invitation.issue_token()
    invitation.save()
    record(SecurityEventKind.INVITED, user=by, center=center, object=f"invitation {invitation.pk}", role=role)
    transaction.on_commit(lambda: send_invitation(invitation, token), robust=True)
    return invitation


def invitation_link(token: str) -> str:
    return settings.SITE_URL + reverse("centers:invitation_link", args=[token])


def send_invitation(invitation: Invitation, token: str) -> None:
    """Mail the link in the language chosen for the guest. The mail names a role and a hospital, no patient."""
    with translation.override(invitation.language):
        body = render_to_string(
            "centers/mail/invitation.txt", {"invitation": invitation, "link": invitation_link(token)}
        )
        EmailMessage(_("Invitation to the National ECLS Registry"), body, to=[invitation.email]).send()


def find_invitation(token: str, at: datetime) -> Invitation | None:
    """The open invitation of a link, locked until the transaction ends: two clicks must not both win."""
    found = Invitation.objects.select_for_update(of=("self",)).filter(token_hash=hash_token(token))
    return found.select_related("center").open(at).first()


@transaction.atomic
def accept(invitation: Invitation, *, user: User) -> None:
    """Give the invited person the role. They must be the one the mail went to."""
    if user.email != invitation.email:
        raise PermissionDenied("invited somebody else")
    with acting(user=user, reason=f"invitation {invitation.pk}"):
        Membership.objects.get_or_create(user=user, role=invitation.role, center=invitation.center)
        invitation.accepted_at, invitation.accepted_by = timezone.now(), user
        invitation.save(update_fields=["accepted_at", "accepted_by"])
    about: dict[str, Any] = {
        "user": user,
        "center": invitation.center,
        "object": f"invitation {invitation.pk}",
    }
    record(SecurityEventKind.INVITATION_ACCEPTED, **about)
    record(SecurityEventKind.ROLE_GRANTED, role=invitation.role, **about)


@transaction.atomic
def accept_as_new_person(invitation: Invitation, *, name: str, password: str) -> User:
    """Make the account of somebody who had none."""
    user = User.objects.create_user(invitation.email, password, name=name, language=invitation.language)
    accept(invitation, user=user)
    return user


@transaction.atomic
def revoke(invitation: Invitation, *, by: User) -> None:
    """Make the link worthless."""
    check_may_grant(by, invitation.role, invitation.center)
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    record(
        SecurityEventKind.INVITATION_REVOKED,
        user=by,
        center=invitation.center,
        object=f"invitation {invitation.pk}",
    )


@transaction.atomic
def end_role(membership: Membership, *, by: User) -> None:
    """Take one role away; it holds from the person's next request."""
    if membership.user_id == by.pk:
        raise PermissionDenied("own role")
    check_may_grant(by, membership.role, membership.center)
    record(
        SecurityEventKind.ROLE_ENDED,
        user=by,
        center=membership.center,
        object=f"person {membership.user_id}",
        role=membership.role,
    )
    membership.delete()


@transaction.atomic
def set_active(person: User, active: bool, *, by: User) -> None:
    """Disable an account and end its sessions, or let the person in again."""
    check_may_manage(by, person)
    person.is_active = active
    person.save(update_fields=["is_active"])
    if not active:
        end_sessions(person)
    kind = SecurityEventKind.ACCOUNT_ENABLED if active else SecurityEventKind.ACCOUNT_DISABLED
    record(kind, user=by, object=f"person {person.pk}")


@transaction.atomic
def sign_out_everywhere(person: User, *, by: User) -> int:
    """End every session of somebody else; returns how many there were."""
    check_may_manage(by, person)
    ended = end_sessions(person)
    record(SecurityEventKind.SESSION_ENDED, user=by, object=f"person {person.pk}", sessions=ended)
    return ended
