"""The security log: who did what that must be answerable, beside the history of the data."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from centers.models.center import Center


class SecurityEventKind(models.TextChoices):
    LOGIN = "login", _("Signed in")
    LOGIN_FAILED = "login_failed", _("Sign-in failed")
    LOGIN_LOCKED = "login_locked", _("Sign-in locked")
    LOGOUT = "logout", _("Signed out")
    SESSION_ENDED = "session_ended", _("Session ended")
    PASSWORD_CHANGED = "password_changed", _("Password changed")
    PASSWORD_RESET_ASKED = "password_reset_asked", _("Password reset asked")
    FACTOR_CHANGED = "factor_changed", _("Second factor changed")
    INVITED = "invited", _("Invited")
    INVITATION_ACCEPTED = "invitation_accepted", _("Invitation accepted")
    INVITATION_REVOKED = "invitation_revoked", _("Invitation withdrawn")
    ROLE_GRANTED = "role_granted", _("Role granted")
    ROLE_ENDED = "role_ended", _("Role ended")
    ACCOUNT_DISABLED = "account_disabled", _("Account disabled")
    ACCOUNT_ENABLED = "account_enabled", _("Account enabled")
    REVEAL = "reveal", _("Identity shown")
    SEARCH = "search", _("Patient searched")
    MATCH = "match", _("Person matched across centers")
    LINK = "link", _("Cases of one person compared")
    EXPORT = "export", _("Data exported")
    DOWNLOAD = "download", _("File downloaded")
    REFUSED = "refused", _("Refused")
    SETTING_CHANGED = "setting_changed", _("Setting changed")
    COMMAND = "command", _("Command run on the server")


class Outcome(models.TextChoices):
    OK = "ok", _("Done")
    FAILED = "failed", _("Failed")
    REFUSED = "refused", _("Refused")


class SecurityEvent(models.Model):
    """One act. Rows are only ever added; ``id`` gives their order even when a clock steps back.

    ``object`` names what was touched by kind and number ("case D01-26-0046"), never a patient's identity.
    """

    append_only = True

    kind = models.CharField(max_length=24, choices=SecurityEventKind.choices)
    at = models.DateTimeField(db_default=Now(), editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    center = models.ForeignKey(Center, models.PROTECT, null=True, related_name="+")
    address = models.GenericIPAddressField(null=True)
    object = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.OK.value)
    request_id = models.CharField(max_length=64, blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("security event")
        verbose_name_plural = _("security events")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["kind", "at"], name="security_event_kind_at"),
            models.Index(fields=["center", "at"], name="security_event_center_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at} {self.kind}"
