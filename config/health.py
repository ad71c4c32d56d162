"""Two questions for machines: is this process alive, and may it be sent visitors?

``/healthz`` touches nothing. ``/readyz`` answers 503 while the database, its role or its migrations
are not as they should be. Neither says more than that; the reason is in the log.
"""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

from config.checks import holds_demonstration, role_problems

log = structlog.get_logger(__name__)


class HealthMiddleware:
    """Answers the probes before anything else looks at the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return _answer("ok", 200)
        if request.path == "/readyz":
            return _readiness()
        return self.get_response(request)


def _readiness() -> HttpResponse:
    problem = unready_because()
    if problem:
        log.warning("not_ready", reason=problem)
        return _answer("not ready", 503)
    return _answer("ready", 200)


def unready_because() -> str:
    """Why visitors should not come yet; empty when they may."""
    try:
        if problems := role_problems(connection):
            return problems[0]
        if settings.PRODUCTION and holds_demonstration(connection):
            return "demonstration data in production"
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return "migrations are missing"
    except DatabaseError as reason:
        return f"the database does not answer ({type(reason).__name__})"
    return ""


def _answer(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain", headers={"Cache-Control": "no-store"})
