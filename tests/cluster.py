"""The servers of one test run: a PostgreSQL without fsync and a Valkey, in a directory of their own.

Tests connect as the plain role, so every row-level policy is in force. The superuser of the
throw-away cluster is used for two things only: to empty tables after transactional tests, and to
look behind the walls in tests that check them.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg2
from psycopg2 import sql

from config.servers.addresses import connection_settings
from config.servers.embedded import Servers, prepare_directory
from config.servers.roles import APP, OWNER
from tests.template import copy_cluster, forget_old_copies, template

TEST_DATABASE = "test_registry"


def start_servers() -> Servers:
    """Start fresh servers and point the environment at them, for this process and its children."""
    home = Path(tempfile.mkdtemp(prefix="registry-test-"))
    servers = Servers(home, durable=False)
    prepare_directory(home)
    if template().exists():
        copy_cluster(template(), servers.cluster.data)
    servers.start()
    host = str(servers.sockets).replace("/", "%2F")
    os.environ["DATABASE_URL"] = f"postgresql://{APP}@{host}/{TEST_DATABASE}"
    os.environ["DATABASE_OWNER_URL"] = f"postgresql://{OWNER}@{host}/{TEST_DATABASE}"
    os.environ["REDIS_URL"] = f"unix://{servers.broker.socket}"
    os.environ["DATA_DIR"] = str(home)
    return servers


def remove_servers(servers: Servers) -> None:
    servers.stop()
    shutil.rmtree(servers.home, ignore_errors=True)


def has_database(servers: Servers) -> bool:
    """Whether the cluster was copied from one that is already migrated."""
    with closing(psycopg2.connect(servers.superuser_dsn)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [TEST_DATABASE])
        return cursor.fetchone() is not None


def keep_as_template(servers: Servers) -> None:
    """Keep the migrated cluster for later runs; nothing may be connected."""
    servers.cluster.stop()
    copy_cluster(servers.cluster.data, template())
    servers.cluster.start()
    forget_old_copies()


def owner_login() -> dict[str, Any]:
    """Who and where, of the owner's connection; Django adds the rest."""
    found = connection_settings(os.environ["DATABASE_OWNER_URL"])
    return {name: found[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}


@contextmanager
def superuser_cursor(servers: Servers) -> Iterator[Any]:
    """A cursor that no wall stops, in the test database."""
    dsn = servers.superuser_dsn.replace("dbname=postgres", f"dbname={TEST_DATABASE}")
    with closing(psycopg2.connect(dsn)) as connection, connection, connection.cursor() as cursor:
        yield cursor


class Baseline:
    """What the migrations left in the tables, to be put back after a transactional test."""

    def __init__(self, servers: Servers) -> None:
        self.servers = servers
        with superuser_cursor(servers) as cursor:
            self.tables = _tables(cursor)
            self.rows = {table: _copy_out(cursor, table) for table in self.tables}

    def restore(self) -> None:
        """Empty every table, start its sequences again, and put the first rows back."""
        with superuser_cursor(self.servers) as cursor:
            _be_alone(cursor)
            names = sql.SQL(", ").join(sql.Identifier(table) for table in self.tables)
            cursor.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY").format(names))
            cursor.execute("SET LOCAL session_replication_role = replica")  # no triggers, no key checks
            for table, rows in self.rows.items():
                if rows:
                    cursor.copy_expert(_copy(table, "FROM STDIN"), StringIO(rows))
                    _continue_sequences(cursor, table)


def _be_alone(cursor: Any, patience: float = 10) -> None:
    """A page that closed may have left a request running; its locks and ours would meet crosswise.

    Whoever is still connected after ``patience`` seconds is shown out.
    """
    others = (
        "FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    given_up = time.monotonic() + patience
    while time.monotonic() < given_up:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # a transaction sees the first look again otherwise
        cursor.execute(f"SELECT 1 {others}")
        if cursor.fetchone() is None:
            return
        time.sleep(0.02)
    cursor.execute(f"SELECT pg_terminate_backend(pid, 5000) {others}")


def _tables(cursor: Any) -> list[str]:
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        " AND relname <> 'django_migrations' ORDER BY 1"
    )
    return [name for (name,) in cursor.fetchall()]


def _copy(table: str, direction: str) -> sql.Composed:
    return sql.SQL("COPY {} " + direction).format(sql.Identifier(table))


def _copy_out(cursor: Any, table: str) -> str:
    rows = StringIO()
    cursor.copy_expert(_copy(table, "TO STDOUT"), rows)
    return rows.getvalue()


def _continue_sequences(cursor: Any, table: str) -> None:
    cursor.execute(
        "SELECT attname, pg_get_serial_sequence(quote_ident(%s), attname) FROM pg_attribute"
        " WHERE attrelid = quote_ident(%s)::regclass AND attnum > 0 AND NOT attisdropped",
        [table, table],
    )
    for column, sequence in cursor.fetchall():
        if sequence:
            query = sql.SQL("SELECT setval(%s, (SELECT max({}) FROM {}))")
            cursor.execute(query.format(sql.Identifier(column), sql.Identifier(table)), [sequence])
