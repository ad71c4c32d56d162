"""Lock-out after failed sign-ins: five in 15 minutes lock an account for 30.

It counts per e-mail address in one spelling, whatever address or browser the guesses come from, in the
database. A whole hospital may share one network address, so that one is only slowed down: from 50 failures
in 15 minutes until they are older than that. A locked sign-in answers exactly like a wrong password.

This refines django-axes, which counts all failures of its cooling time and knows one limit for all keys.
"""

from datetime import datetime, timedelta
from typing import Any

from axes.handlers.base import AbstractAxesHandler, AxesBaseHandler
from axes.models import AccessFailureLog
from axes.signals import user_locked_out
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from centers.models.user import normalize_email


class LockoutHandler(AbstractAxesHandler, AxesBaseHandler):
    """One row of django-axes' failure log per failed try; locks are computed from their times."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        email = login_name(request, credentials)
        take_turns(email)
        at = timezone.now()  # not when the request came: it may have waited for others
        return bool(locked_until(failure_times(email, at), at)) or is_throttled(_address(request), at)

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        at = timezone.now()
        since = at - settings.LOCKOUT_WINDOW
        return sum(time > since for time in failure_times(login_name(request, credentials), at))

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        """Count the failure. Guesses during a lock are not counted, or a stranger could prolong it forever."""
        if request is None or getattr(request, "axes_locked_out", False):
            return
        email = login_name(request, credentials)
        AccessFailureLog.objects.create(
            username=email,
            ip_address=_address(request),
            user_agent=request.META.get("HTTP_USER_AGENT", "")[:255],
            path_info=request.path[:255],
        )
        at = timezone.now()
        if locked_until(failure_times(email, at), at):
            user_locked_out.send("axes", request=request, username=email, ip_address=_address(request))

    def user_logged_in(self, sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
        """A success forgives the account's failures; the security log keeps them."""
        AccessFailureLog.objects.filter(username=user.email).delete()

    def user_logged_out(self, sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
        """Signing out counts for nothing."""


def login_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The e-mail address that was tried, in the one spelling that is counted."""
    return normalize_email((credentials or {}).get("email") or request.POST.get("login", ""))[:255]


def take_turns(email: str) -> None:
    """Let tries for one account wait for each other, so that parallel guesses are all counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"sign-in {email}"])


def failure_times(email: str, at: datetime) -> list[datetime]:
    """Times of the failures that can still matter, oldest first."""
    since = at - settings.LOCKOUT_WINDOW - settings.LOCKOUT_DURATION
    rows = AccessFailureLog.objects.filter(username=email, attempt_time__gt=since).order_by("attempt_time")
    return list(rows.values_list("attempt_time", flat=True))


def locked_until(failures: list[datetime], at: datetime) -> datetime | None:
    """When the account opens again, or None if it is open at that time.

    >>> from datetime import timezone
    >>> minute = lambda m: datetime(2026, 1, 1, 9, m, tzinfo=timezone.utc)
    >>> locked_until([minute(m) for m in (0, 1, 2, 3, 14)], minute(43)).minute
    44
    >>> locked_until([minute(m) for m in (0, 1, 2, 3, 16)], minute(20)) is None
    True
    """
    limit = settings.LOCKOUT_FAILURES
    locks = [
        last + settings.LOCKOUT_DURATION
        for first, last in zip(failures, failures[limit - 1 :], strict=False)
        if last - first <= settings.LOCKOUT_WINDOW
    ]
    return locks[-1] if locks and at < locks[-1] else None


def is_throttled(address: str | None, at: datetime) -> bool:
    """Too many failures from one network address lately, whoever was tried."""
    recent = AccessFailureLog.objects.filter(ip_address=address, attempt_time__gt=at - timedelta(minutes=15))
    return address is not None and recent.count() >= settings.LOCKOUT_ADDRESS_FAILURES


def same_answer(request: HttpRequest, original: HttpResponse, credentials: Any) -> HttpResponse:
    """What a locked-out person sees: the sign-in page as after any wrong password."""
    return original


def _address(request: HttpRequest) -> str | None:
    return request.axes_ip_address  # type: ignore[attr-defined]
