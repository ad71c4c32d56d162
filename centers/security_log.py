"""Writing the security log.

During a request, events are collected and written in a transaction of their own after the request's one has
ended: a refusal that rolls everything back is logged all the same, and an answer leaves only when its event
is stored. Elsewhere an event is written at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import structlog
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from centers.client_address import client_address
from centers.models import Center, SecurityEvent
from centers.rls import READ_ALL, scope

_collected: ContextVar[list[SecurityEvent] | None] = ContextVar("security_events", default=None)
_request: ContextVar[HttpRequest | None] = ContextVar("security_request", default=None)


def record(
    kind: str,
    *,
    user: Any = None,
    center: Center | int | None = None,
    object: str = "",
    outcome: str = "ok",
    **details: Any,
) -> None:
    """Log one act. ``user`` defaults to who is signed in; ``object`` and ``details`` name no patient."""
    event = SecurityEvent(
        kind=kind,
        at=timezone.now(),
        user_id=getattr(user or _signed_in(), "pk", None),
        center_id=getattr(center, "pk", center),
        address=_address(),
        object=object[:200],
        outcome=outcome,
        request_id=request_id(),
        details=details,
    )
    collected = _collected.get()
    if collected is None:
        _write([event])
    else:
        collected.append(event)


@contextmanager
def collecting(request: HttpRequest) -> Iterator[None]:
    """Hold the events of one request back and write them at its end, however it ends."""
    events: list[SecurityEvent] = []
    tokens = _collected.set(events), _request.set(request)
    try:
        yield
    finally:
        _collected.reset(tokens[0])
        _request.reset(tokens[1])
        _write(events)


def request_id() -> str:
    """The number that ties log lines, history and security events of one request together."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))[:64]


def _write(events: list[SecurityEvent]) -> None:
    if events:
        with transaction.atomic(), scope(READ_ALL):
            SecurityEvent.objects.bulk_create(events)


def _signed_in() -> Any:
    request = _request.get()
    user = getattr(request, "user", None)
    return user if getattr(user, "is_authenticated", False) else None


def _address() -> str | None:
    request = _request.get()
    return client_address(request) if request is not None else None
