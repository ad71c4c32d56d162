"""System checks of the platform: the right driver, and a database role that can do no harm."""

import importlib.util
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from config.servers import connects_as_owner

ROLE_QUERY = """
    SELECT rolsuper, rolbypassrls,
           EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p') AND n.nspname = current_schema())
    FROM pg_roles r WHERE rolname = current_user
"""
ROLE_SENTENCES = (
    "The database role of DATABASE_URL is a superuser: row-level security would not hold.",
    "The database role of DATABASE_URL may bypass row-level security.",
    "The database role of DATABASE_URL owns tables: it must be another role than DATABASE_OWNER_URL's.",
)


def role_problems(connection: BaseDatabaseWrapper) -> list[str]:
    """What the connected role can do that it must not, one sentence each."""
    with connection.cursor() as cursor:
        cursor.execute(ROLE_QUERY)
        flags = cursor.fetchone()
    return [sentence for sentence, wrong in zip(ROLE_SENTENCES, flags, strict=True) if wrong]


@register(Tags.database)
def plain_role(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Every process but a migration connects as a role that row-level security binds."""
    if connects_as_owner():
        return []
    return [
        Error(sentence, id="config.E001")
        for alias in databases or []
        for sentence in role_problems(connections[alias])
    ]


@register()
def driver(**kwargs: Any) -> list[CheckMessage]:
    """Django would silently prefer psycopg 3; what is measured and tested here is psycopg2."""
    if importlib.util.find_spec("psycopg"):
        return [Error("psycopg 3 is installed beside psycopg2: uninstall psycopg.", id="config.E002")]
    return []


@register(Tags.database)
def no_invented_patients(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Production never starts over demonstration data."""
    if settings.REGISTRY_MODE != "production" or connects_as_owner():
        return []
    return [
        Error("This database holds demonstration data; production needs an empty one.", id="config.E003")
        for alias in databases or []
        if holds_demonstration(connections[alias])
    ]


def holds_demonstration(connection: BaseDatabaseWrapper) -> bool:
    """Whether ``seed_demo`` has left its mark; an empty database has no table for it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('centers_demomarker') IS NOT NULL")
        if cursor.fetchone() == (False,):
            return False
        cursor.execute("SELECT EXISTS (SELECT 1 FROM centers_demomarker)")
        return bool(cursor.fetchone() == (True,))


DURABLE = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "data_checksums": "on",
    "data_sync_retry": "off",
}
"""What PostgreSQL must be set to, so that an answered save survives a power cut and rot is noticed."""


@register(Tags.database)
def durable_server(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Production keeps what it has acknowledged; the embedded servers are started that way."""
    if settings.REGISTRY_MODE != "production" or connects_as_owner():
        return []
    return [
        Error(f"PostgreSQL runs with {name} = {value}; production needs {DURABLE[name]}.", id="config.E004")
        for alias in databases or []
        for name, value in unsafe_settings(connections[alias]).items()
    ]


def unsafe_settings(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The settings of the server under which acknowledged work could be lost."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(DURABLE)])
        found = dict(cursor.fetchall())
    # "remote_apply" and "remote_write" promise no less than "on" on this server.
    safe = {"synchronous_commit": {"on", "remote_apply", "remote_write"}}
    return {name: value for name, value in found.items() if value not in safe.get(name, {DURABLE[name]})}
