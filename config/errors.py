"""Answers when something is wrong: a short page in both languages with a reference, and nothing of the inside.

Pages about the server itself stand alone (templates/plain.html): they ask neither the database nor the session,
as either may be what is broken. Pages about what the person did keep the frame, so there is a way on.
"""

import json
import sys
from typing import Any

import structlog
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from centers.json_answers import refused, wants_json

HEADINGS = {
    400: _("There is a problem"),
    403: _("You cannot view this page"),
    404: _("Page not found"),
    409: _("Someone else just changed this"),
    413: _("File too large or wrong type"),
    429: _("Too many tries"),
    500: _("Something went wrong"),
    503: _("Maintenance"),
}
FRAMED = {403, 404, 409}
"""What the person did, said inside the frame; everything else is said without it."""


def reference() -> str:
    """The number that ties this answer to its log line."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))


def answer(request: HttpRequest | None, status: int, **facts: Any) -> HttpResponse:
    """The page of one status, with ``facts`` for its template (``wait_minutes`` for 429, ``until`` for 503)."""
    if request is not None and wants_json(request):
        return refused(HEADINGS[status], status, reference=reference())
    if request is not None and status == 409 and request.headers.get("HX-Request"):
        return told(HEADINGS[status])
    chinese = not (get_language() or "").startswith("en")
    facts |= {
        "reference": reference(),
        "status": status,
        "chinese": chinese,
        "heading": str(HEADINGS[status]),
        "other_heading": _said_in("en" if chinese else "zh-hans", HEADINGS[status]),
        "layout": "base.html" if status in FRAMED else "plain.html",
    }
    response = render(request if status in FRAMED else None, f"{status}.html", facts, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def told(message: Any) -> HttpResponse:
    """409 for htmx: a message on the page as it is, since a whole page has no place inside one."""
    response = HttpResponse(status=409, headers={"HX-Reswap": "none"})
    response["HX-Trigger"] = json.dumps({"toast": {"text": str(message), "level": "warning"}})
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 404)


def conflict(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A move the state does not allow, or a record someone else has changed meanwhile."""
    return answer(request, 409)


def too_large(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 413)


def too_many(request: HttpRequest, *args: Any, wait_minutes: int = 5, **kwargs: Any) -> HttpResponse:
    return answer(request, 429, wait_minutes=wait_minutes)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke. Where it was the way to the database, nothing was saved and trying again helps."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return unreachable(request)
    return answer(request, 500)


def unreachable(request: HttpRequest) -> HttpResponse:
    """The database restarts or is too busy; connections recover by themselves."""
    response = answer(request, 503, unreachable=True)
    response.headers["Retry-After"] = "5"
    return response


def maintenance(request: HttpRequest, until: str = "") -> HttpResponse:
    return answer(request, 503, until=until)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was opened too long ago or in another session: said as a forbidden act with a way back."""
    return answer(request, 403, stale_form=True)


def _said_in(language: str, sentence: Any) -> str:
    with translation.override(language):
        return str(sentence)
