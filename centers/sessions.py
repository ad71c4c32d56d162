"""How long a session lasts, and how it is ended from elsewhere."""

from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.utils import timezone

from centers.access import is_society
from centers.models import SecurityEventKind, User
from centers.security_log import record

BACKGROUND_HEADER = "X-Background"
"""Sent by polling and retries, which do not count as a person's activity."""

SEEN_EVERY = timedelta(minutes=1)


def end_or_continue(request: HttpRequest) -> None:
    """Sign a person out after too long without activity, and after half a day in any case."""
    if not request.user.is_authenticated:
        return
    now = timezone.now()
    if is_over(request, now):
        record(SecurityEventKind.SESSION_ENDED, user=request.user)
        logout(request)
    else:
        note_activity(request, now)


def idle_limit(user: Any) -> timedelta:
    return settings.SESSION_IDLE_SOCIETY if is_society(user) else settings.SESSION_IDLE_CENTER


def is_over(request: HttpRequest, now: datetime) -> bool:
    started = _time(request, "started_at") or now
    seen = _time(request, "seen_at") or now
    return now - started > settings.SESSION_LONGEST or now - seen > idle_limit(request.user)


def seconds_left(request: HttpRequest) -> int:
    """Until the session ends if nobody does anything."""
    now = timezone.now()
    started, seen = _time(request, "started_at") or now, _time(request, "seen_at") or now
    ends = min(started + settings.SESSION_LONGEST, seen + idle_limit(request.user))
    return max(0, int((ends - now).total_seconds()))


def note_activity(request: HttpRequest, now: datetime) -> None:
    """Remember that somebody is there, at most once a minute."""
    seen = _time(request, "seen_at")
    if seen is None:
        request.session["started_at"] = now.isoformat()
    elif BACKGROUND_HEADER in request.headers or now - seen < SEEN_EVERY:
        return
    request.session["seen_at"] = now.isoformat()
    UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=now)


def end_sessions(user: User, *, keep: str | None = None) -> int:
    """Sign a person out everywhere, except in the session with the key ``keep``."""
    sessions = UserSession.objects.filter(user=user).exclude(session_key=keep)
    for session in sessions:
        session.end()
    return len(sessions)


def _time(request: HttpRequest, name: str) -> datetime | None:
    text = request.session.get(name)
    return datetime.fromisoformat(text) if text else None
