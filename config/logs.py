"""Logs: one JSON object a line on standard output, and nothing of a patient in any of them.

Requests are logged by path, never by query string or body. PostgreSQL tells the values of a row in
the DETAIL line of an error; those lines are cut out of every exception.
"""

import logging
import re
from typing import Any

import structlog
from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware
from structlog.typing import EventDict, Processor

from config.environment import env

DETAIL = re.compile(r"^(DETAIL|CONTEXT|QUERY|LINE \d+):.*(\n(?!\S).*)*$", re.MULTILINE)


ONE_TIME_LINK = re.compile(r"/(invitation|reset/key)/.+")


class RequestLogMiddleware(RequestMiddleware):
    """Logs each request once it is answered, by method and path alone, without the secret of one-time links."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} " + ONE_TIME_LINK.sub(r"/\1/…", request.path)


def without_details(logger: Any, method: str, event: EventDict) -> EventDict:
    """Remove what PostgreSQL quotes from rows out of exception texts."""
    for name in ("exception", "event"):
        if isinstance(event.get(name), str):
            event[name] = DETAIL.sub("(detail removed)", event[name])
    return event


SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.stdlib.PositionalArgumentsFormatter(),
]


def configuration() -> dict[str, Any]:
    """Django's LOGGING; structlog is set up on the way, so both write the same lines."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    level = env("LOG_LEVEL", "INFO").upper()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": _formatter}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "django": {"level": "WARNING"},
            "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
            "celery": {"level": level},
            **{name: {"level": level} for name in ("config", "centers", "registry", "outcomes", "national")},
            "django_structlog": {"level": level},
        },
    }


def _formatter() -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=SHARED,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            without_details,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
