"""The only place where demonstration data meets the driver: COPY, sequences, and the owner's rights.

PostgreSQL refuses COPY into a table with row-level security, so rows go through a temporary table of the
same shape and on with one INSERT per batch: policies, guards and history triggers see every row.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from io import StringIO
from typing import Any

import psycopg2
from django.db import connection
from psycopg2 import sql

from config.demo.tables import Table
from config.servers.addresses import database_owner_url

PIECE = 1 << 20  # characters handed to the driver at once; each piece waits for the other thread

# The state, the states on whose way it lies, and the columns that come with it.
MOVES = (
    (
        "submitted",
        ["submitted", "returned", "accepted", "locked"],
        ", submitted_at = m.submitted_at, submitted_by_id = m.submitted_by, submissions_count = m.submissions",
    ),
    ("returned", ["returned"], ""),
    ("accepted", ["accepted", "locked"], ", accepted_at = m.accepted_at, accepted_by_id = m.accepted_by"),
    ("locked", ["locked"], ""),
)
MOVE_COLUMNS = {
    "case_id": "bigint",
    "state": "text",
    "changed_at": "timestamptz",
    "submissions": "smallint",
    "submitted_at": "timestamptz",
    "submitted_by": "bigint",
    "accepted_at": "timestamptz",
    "accepted_by": "bigint",
}


class Loader:
    """Loads rows through the connection and the open transaction of the thread that made it.

    Its methods may then be called from another thread, one at a time.
    """

    def __init__(self) -> None:
        connection.ensure_connection()
        self._raw: Any = connection.connection

    def prepare(self) -> None:
        """Settings of this transaction. Foreign keys are checked as rows come: a growing queue of deferred
        checks makes each history trigger slower than the one before.

        The history triggers also ask whether to be ignored, and without an answer raise and catch an
        exception for every row. The answer here is: none is ignored.
        """
        with self._raw.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")

    def copy_rows(self, table: Table, lines: Sequence[str]) -> int:
        """Put the rows into the table; returns how many."""
        if not lines:
            return 0
        stage, target = sql.Identifier(f"demo_{table.name}"), sql.Identifier(table.name)
        columns = _listed(table.columns)
        create = "CREATE TEMP TABLE IF NOT EXISTS {} ON COMMIT DROP AS SELECT {} FROM {} WITH NO DATA"
        with self._raw.cursor() as cursor:
            cursor.execute(sql.SQL(create).format(stage, columns, target))
            copy_text(cursor, stage, columns, lines)
            insert = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}")
            cursor.execute(insert.format(target, columns, columns, stage))
            cursor.execute(sql.SQL("TRUNCATE {}").format(stage))
        return len(lines)

    def move_cases(self, lines: Sequence[str]) -> None:
        """Walk cases from draft to their states, one UPDATE for each kind of move."""
        types = ", ".join(f"{name} {kind}" for name, kind in MOVE_COLUMNS.items())
        with self._raw.cursor() as cursor:
            cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS demo_moves ({types}) ON COMMIT DROP")
            copy_text(cursor, sql.Identifier("demo_moves"), _listed(MOVE_COLUMNS), lines)
            for state, on_the_way_to, more in MOVES:
                update = (
                    f"UPDATE registry_case c SET state = %s, state_changed_at = m.changed_at{more} "  # noqa: S608
                    "FROM demo_moves m WHERE m.case_id = c.id AND m.state = ANY (%s)"
                )
                cursor.execute(update, [state, on_the_way_to])
            cursor.execute("TRUNCATE demo_moves")

    def new_keys(self, table: str, number: int) -> list[int]:
        """That many primary keys, taken from the table's sequence at once."""
        with self._raw.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, number],
            )
            return [key for (key,) in cursor.fetchall()]


class KeyStock:
    """Primary keys at hand, so that rows can refer to each other before they are loaded."""

    def __init__(self, loader: Loader, wanted: Mapping[str, int]):
        """``wanted`` says how many keys of each table are to be there after ``top_up``."""
        self._loader, self._wanted = loader, wanted
        self._stock: dict[str, deque[int]] = {table: deque() for table in wanted}
        self.top_up()

    def take(self, table: Table) -> int:
        return self._stock[table.name].popleft()

    def top_up(self) -> None:
        for table, wanted in self._wanted.items():
            missing = wanted - len(self._stock[table])
            if missing > 0:
                self._stock[table].extend(self._loader.new_keys(table, missing))


def copy_text(cursor: Any, target: sql.Composable, columns: sql.Composable, lines: Sequence[str]) -> None:
    """Plain COPY of ready lines."""
    copy = sql.SQL("COPY {} ({}) FROM STDIN").format(target, columns)
    cursor.copy_expert(copy, StringIO("\n".join(lines)), size=PIECE)


def _listed(names: Iterable[str]) -> sql.Composable:
    return sql.SQL(", ").join(map(sql.Identifier, names))


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
        cursor.execute(sql.SQL(statement).format(_listed(tables)))
