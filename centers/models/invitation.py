"""An invitation by a one-time link."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from centers.history import tracked
from centers.models.center import Center
from centers.models.membership import Role, role_fits_center
from centers.models.user import Language

INVITATION_LIFETIME = timedelta(hours=72)


def hash_token(token: str) -> str:
    """SHA-256 of the link's secret. The secret itself has 256 random bits, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_expiry() -> datetime:
    return timezone.now() + INVITATION_LIFETIME


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, at: datetime) -> Self:
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=at)


@tracked(exclude=["token_hash"])
class Invitation(models.Model):
    """Somebody was asked to take one role; the link works once, for 72 hours."""

    email = models.EmailField(_("E-mail"))
    role = models.CharField(_("Role"), max_length=12, choices=Role.choices)
    center = models.ForeignKey(Center, models.PROTECT, null=True, blank=True, related_name="invitations")
    language = models.CharField(
        _("Language"), max_length=10, choices=Language.choices, default=Language.CHINESE.value
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=new_expiry)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.CheckConstraint(name="invitation_role_fits_center", condition=role_fits_center()),
            models.CheckConstraint(
                name="invitation_accepted_at_with_by",
                condition=models.Q(accepted_at=None, accepted_by=None)
                | models.Q(accepted_at__isnull=False, accepted_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.center or ''}".strip()

    def issue_token(self) -> str:
        """Make the link's secret. It is returned once and only its hash is kept."""
        token = secrets.token_urlsafe(32)
        self.token_hash = hash_token(token)
        return token

    def is_open(self, at: datetime) -> bool:
        return self.accepted_at is None and self.revoked_at is None and self.expires_at > at
