"""Addresses of database and broker: from the environment, else those of the embedded servers."""

import os
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit, urlunsplit

from config.environment import env, env_int
from config.servers.embedded import embedded_servers
from config.servers.privileged import stored_logins
from config.servers.roles import APP, DATABASE, OWNER

OWNER_COMMANDS = {
    "migrate",
    "makemigrations",
    "sqlmigrate",
    "showmigrations",
    "flush",
    "sqlflush",
    "pgtrigger",
}
"""Commands that define tables or empty them; they connect as the owner."""

MINUTE = 60_000  # PostgreSQL counts these limits in milliseconds


def database_url() -> str:
    """The plain role's address."""
    return stored_logins().get("app") or env("DATABASE_URL") or embedded_url(APP)


def database_owner_url() -> str:
    """The owner's address."""
    given = env("DATABASE_OWNER_URL") or stored_logins().get("owner")
    return given or env("DATABASE_URL") or embedded_url(OWNER)


def embedded_url(role: str, database: str = DATABASE) -> str:
    sockets = quote(str(embedded_servers().sockets), safe="")
    return f"postgresql://{role}@{sockets}/{database}"


def app_role() -> str:
    """The name of the role that tables are granted to."""
    return unquote(urlsplit(database_url()).username or APP)


def connects_as_owner() -> bool:
    """True in a process that was started to change the schema."""
    return env("REGISTRY_DATABASE_ROLE", "app") == "owner"


def choose_role(command: str) -> None:
    """Let this process connect as owner if ``command`` defines tables."""
    if command in OWNER_COMMANDS:
        os.environ.setdefault("REGISTRY_DATABASE_ROLE", "owner")


def database_settings() -> dict[str, Any]:
    """The entry ``default`` of Django's DATABASES for this process."""
    url = database_owner_url() if connects_as_owner() else database_url()
    return connection_settings(url) | {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": env("DATABASE_POOLED") == "1",
        "TEST": {"NAME": "test_registry"},
    }


def connection_settings(url: str) -> dict[str, Any]:
    """A ``postgresql://`` address in Django's words; a socket's directory is a quoted host."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise SystemExit(
            "DATABASE_URL must begin with postgresql://, for example postgresql://app:secret@db/registry"
        )
    more = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    host = more.pop(
        "host", unquote((parts.netloc.rpartition("@")[2]).rpartition(":")[0] if parts.port else _host(url))
    )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or DATABASE,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": {"options": _limits(), "application_name": "registry"} | more,
    }


def redis_url(use: str) -> str:
    """The address of the ``broker`` (database 0, in Celery's words) or of the ``cache`` (database 1)."""
    given = env("REDIS_URL") or f"unix://{embedded_servers().broker.socket}"
    scheme, _, rest = given.partition("://")
    if scheme in {"unix", "redis+socket"}:
        path = rest.partition("?")[0]
        return f"redis+socket://{path}" if use == "broker" else f"unix://{path}?db=1"
    return given if use == "broker" else urlunsplit(urlsplit(given)._replace(path="/1"))


def _host(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2]  # .hostname would lower the case of a path


def _limits() -> str:
    """Time limits of every session: pages 30 s, all other work 15 min; no lock is awaited for long."""
    if connects_as_owner():
        return "-c lock_timeout=5000"
    default = MINUTE // 2 if env("REGISTRY_PROCESS") == "web" else 15 * MINUTE
    statement = env_int("STATEMENT_TIMEOUT_MS", default)
    idle = max(MINUTE, statement)
    return (
        f"-c statement_timeout={statement} -c lock_timeout=5000 -c idle_in_transaction_session_timeout={idle}"
    )
