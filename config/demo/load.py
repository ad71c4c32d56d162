"""The only place where demonstration data meets the driver: COPY, sequences, and the owner's rights.

PostgreSQL refuses COPY into a table with row-level security, so rows go through a temporary table of the
same shape and on with one INSERT per batch: policies, guards and history triggers see every row.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from io import StringIO
from typing import Any

import psycopg2
from django.db import connection
from psycopg2 import sql

from config.demo.tables import Table
from config.servers.addresses import database_owner_url


def copy_rows(table: Table, lines: Sequence[str]) -> int:
    """Put the rows into the table; returns how many."""
    if not lines:
        return 0
    stage = sql.Identifier(f"demo_{table.name}")
    columns = sql.SQL(", ").join(map(sql.Identifier, table.columns))
    target = sql.Identifier(table.name)
    with _cursor() as cursor:
        cursor.execute(
            sql.SQL(
                "CREATE TEMP TABLE IF NOT EXISTS {} ON COMMIT DROP AS SELECT {} FROM {} WITH NO DATA"
            ).format(stage, columns, target)
        )
        copy_text(cursor, stage, columns, lines)
        cursor.execute(
            sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}").format(target, columns, columns, stage)
        )
        cursor.execute(sql.SQL("TRUNCATE {}").format(stage))
    return len(lines)


def copy_text(cursor: Any, target: sql.Composable, columns: sql.Composable, lines: Sequence[str]) -> None:
    """Plain COPY of ready lines."""
    cursor.copy_expert(sql.SQL("COPY {} ({}) FROM STDIN").format(target, columns), StringIO("\n".join(lines)))


MOVES = (
    ("submitted", ("submitted", "returned", "accepted", "locked"), "submitted_at = m.submitted_at, "
     "submitted_by_id = m.submitted_by, submissions_count = m.submissions"),
    ("returned", ("returned",), ""),
    ("accepted", ("accepted", "locked"), "accepted_at = m.accepted_at, accepted_by_id = m.accepted_by"),
    ("locked", ("locked",), ""),
)  # fmt: skip
_MOVE_COLUMNS = (
    "case_id bigint, state text, changed_at timestamptz, submissions smallint, submitted_at timestamptz, "
    "submitted_by bigint, accepted_at timestamptz, accepted_by bigint"
)
MOVE_NAMES = tuple(column.split()[0] for column in _MOVE_COLUMNS.split(", "))


def move_cases(lines: Sequence[str]) -> None:
    """Walk the cases from draft to their states, one UPDATE for each kind of move."""
    columns = sql.SQL(", ").join(map(sql.Identifier, MOVE_NAMES))
    with _cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS demo_moves ({_MOVE_COLUMNS}) ON COMMIT DROP")
        copy_text(cursor, sql.Identifier("demo_moves"), columns, lines)
        for state, on_the_way_to, more in MOVES:
            cursor.execute(
                f"UPDATE registry_case c SET state = %s, state_changed_at = m.changed_at{', ' * bool(more)}{more} "  # noqa: S608
                "FROM demo_moves m WHERE m.case_id = c.id AND m.state = ANY (%s)",
                [state, list(on_the_way_to)],
            )
        cursor.execute("TRUNCATE demo_moves")


def run(statement: str, parameters: Sequence[Any] = ()) -> int:
    """One statement of our own; returns the number of rows it touched."""
    with _cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.rowcount


def new_keys(table: Table, number: int) -> Iterator[int]:
    """That many primary keys, taken from the table's sequence at once."""
    if not number:
        return iter(())
    with _cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table.name, number],
        )
        return iter([key for (key,) in cursor.fetchall()])


@contextmanager
def _cursor() -> Iterator[Any]:
    """A cursor of the driver, in Django's connection and transaction."""
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        yield cursor


def empty_as_owner(tables: Iterable[str]) -> None:
    """Empty the tables and start their sequences again: the application's own role may not."""
    names = sql.SQL(", ").join(map(sql.Identifier, tables))
    with closing(psycopg2.connect(database_owner_url())) as owner, owner, owner.cursor() as cursor:
        cursor.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY").format(names))


def analyze_as_owner(tables: Iterable[str]) -> None:
    """Tell the planner what came in; it would otherwise plan for empty tables for a minute."""
    with closing(psycopg2.connect(database_owner_url())) as owner, owner, owner.cursor() as cursor:
        for table in tables:
            cursor.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table)))
