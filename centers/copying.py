"""Many rows at once: COPY and primary keys taken in stock.

PostgreSQL refuses COPY into a table with row-level security, so rows go through a temporary table of the
same shape and on with one INSERT per batch: policies, guards and history triggers see every row.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from django.db import connection
from psycopg2 import sql

from centers.copy_text import Table

PIECE = 1 << 20  # characters handed to the driver at once; each piece waits for the other thread


class Loader:
    """Loads rows through the connection and the open transaction of the thread that made it.

    Its methods may then be called from another thread, one at a time.
    """

    def __init__(self) -> None:
        connection.ensure_connection()
        self.raw: Any = connection.connection

    def prepare(self) -> None:
        """Settings of this transaction. Foreign keys are checked as rows come: a growing queue of deferred
        checks makes each history trigger slower than the one before.

        The history triggers also ask whether to be ignored, and without an answer raise and catch an
        exception for every row. The answer here is: none is ignored.
        """
        with self.raw.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")

    def copy_rows(self, table: Table, lines: Sequence[str]) -> int:
        """Put the rows into the table; returns how many."""
        if not lines:
            return 0
        stage, target = sql.Identifier(f"stage_{table.name}"), sql.Identifier(table.name)
        columns = listed(table.columns)
        create = "CREATE TEMP TABLE IF NOT EXISTS {} ON COMMIT DROP AS SELECT {} FROM {} WITH NO DATA"
        with self.raw.cursor() as cursor:
            cursor.execute(sql.SQL(create).format(stage, columns, target))
            copy_text(cursor, stage, columns, lines)
            insert = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}")
            cursor.execute(insert.format(target, columns, columns, stage))
            cursor.execute(sql.SQL("TRUNCATE {}").format(stage))
        return len(lines)

    def new_keys(self, table: str, number: int) -> list[int]:
        """That many primary keys, taken from the table's sequence at once."""
        with self.raw.cursor() as cursor:
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


def listed(names: Iterable[str]) -> sql.Composable:
    return sql.SQL(", ").join(map(sql.Identifier, names))
