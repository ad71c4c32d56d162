"""What the loading of demonstration data needs the owner of the tables for."""

from collections.abc import Iterable
from contextlib import closing, suppress

import psycopg2
from psycopg2 import sql

from centers.copying import listed
from config.servers.addresses import database_owner_url


def empty_as_owner(tables: Iterable[str]) -> None:
    """Empty the tables and start their sequences again: the application's own role may not."""
    _as_owner("TRUNCATE {} RESTART IDENTITY", tables)


def analyze_as_owner(tables: Iterable[str]) -> None:
    """Tell the planner what came in; until autovacuum does, it would plan for empty tables.

    Where nobody can connect as the owner from here, that is worth a minute of slow queries, not a failure.
    """
    with suppress(psycopg2.OperationalError):
        _as_owner("ANALYZE {}", tables)


def _as_owner(statement: str, tables: Iterable[str]) -> None:
    with closing(psycopg2.connect(database_owner_url())) as owner, owner, owner.cursor() as cursor:
        cursor.execute("SET lock_timeout = '10s'")
        cursor.execute(sql.SQL(statement).format(listed(tables)))
