"""Signing in and out, passwords and factors: Django's and allauth's signals become security events."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from centers.lockout import login_name
from centers.models import SecurityEventKind, User
from centers.security_log import record


@receiver(user_logged_in)
def log_login(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    record(SecurityEventKind.LOGIN, user=user)


@receiver(user_logged_out)
def log_logout(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    if user is not None:
        record(SecurityEventKind.LOGOUT, user=user)


@receiver(user_login_failed)
def log_failure(sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any) -> None:
    """What was typed is not kept: people type their password into the wrong box."""
    user = User.objects.filter(email=login_name(request, credentials)).first() if request else None
    locked = getattr(request, "axes_locked_out", False)
    kind = SecurityEventKind.LOGIN_LOCKED if locked else SecurityEventKind.LOGIN_FAILED
    record(kind, user=user, outcome="refused" if locked else "failed")


@receiver(user_locked_out)
def log_lock(sender: Any, username: str, **kwargs: Any) -> None:
    user = User.objects.filter(email=username).first()
    record(SecurityEventKind.LOGIN_LOCKED, user=user, outcome="refused")


@receiver(password_changed)
@receiver(password_reset)
def log_password(sender: Any, user: Any, **kwargs: Any) -> None:
    record(SecurityEventKind.PASSWORD_CHANGED, user=user)


@receiver(authenticator_added)
@receiver(authenticator_removed)
@receiver(authenticator_reset)
def log_factor(sender: Any, user: Any, **kwargs: Any) -> None:
    record(SecurityEventKind.FACTOR_CHANGED, user=user)
