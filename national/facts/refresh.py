"""Rewriting the analysis table: only the persons that were touched, or everybody.

All work happens in one transaction with the scope of a refresh and under one lock, so two refreshes never mix.
Marks are deleted first: whatever is committed later leaves new marks for the next refresh.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from centers.rls import Scope, scope
from national.facts.extraction import COLUMNS, diagnosis_groups, extraction

REFRESH = Scope(read="*", refresh=True)
LOCK = 0x4543_4C53  # "ECLS": any number, as long as every refresh takes the same one
BULK = 5_000  # more touched cases than this are cheaper to read all at once

Row = tuple[Any, ...]


@dataclass
class Changes:
    """What a rewrite did: cases read, rows written, and for each year the columns whose values changed."""

    cases: int = 0
    facts: int = 0
    columns: dict[int, set[str]] = field(default_factory=dict)
    everything: bool = False

    @property
    def years(self) -> list[int]:
        return sorted(self.columns)


class Busy(Exception):
    """Another refresh is at work. Nothing is lost: the marks stay for the next one."""


@contextmanager
def refreshing(*, wait: bool = True) -> Iterator[None]:
    """A transaction that may rewrite the figures, alone. Waits for another refresh to end, or raises Busy."""
    with transaction.atomic(), scope(REFRESH):
        _take_lock(wait)
        yield


def _take_lock(wait: bool) -> None:
    """Held until the transaction ends. A full refresh takes longer than locks are usually waited for."""
    with connection.cursor() as cursor:
        if wait:
            cursor.execute("SELECT set_config('lock_timeout', '15min', true)")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            cursor.execute("SELECT set_config('lock_timeout', '5s', true)")
            return
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise Busy


def consume_marks() -> list[int]:
    """Delete the change marks that are visible now and return the cases they name. Only inside `refreshing`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH taken AS (DELETE FROM registry_touchedrun RETURNING case_id)"
            " SELECT DISTINCT case_id FROM taken ORDER BY case_id"
        )
        return [case for (case,) in cursor.fetchall()]


def refresh_cases(cases: Sequence[int]) -> Changes:
    """Rewrite the rows of these cases and of every run of the same persons. Only inside `refreshing`."""
    if len(cases) > BULK:
        return refresh_everything()
    people = _people_of(cases)
    columns = ", ".join(COLUMNS)
    old = _rows(
        f"DELETE FROM national_runfact WHERE person_key = ANY (%(people)s) RETURNING {columns}", people
    )
    new = _rows(f"{_insert(everyone=False)} RETURNING {columns}", people)
    return Changes(len(cases), len(new), _changed_columns(old, new))


def refresh_everything() -> Changes:
    """Rewrite the whole table. Only inside `refreshing`."""
    with whole_table_plans(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM national_runfact")
        cursor.execute(_insert(everyone=True), _parameters([]))
        facts = cursor.rowcount
        cursor.execute("SELECT DISTINCT year FROM national_runfact")
        years = {year: set(COLUMNS) for (year,) in cursor.fetchall()}
        cursor.execute("SELECT count(DISTINCT case_id) FROM national_runfact")
        return Changes(cursor.fetchone()[0], facts, years, everything=True)


def differing_runs() -> dict[int, int]:
    """Per year, the stored rows that are not what the cases give now (and the other way round).

    Persons with a pending change mark are left out: their rows are known to be late, not wrong.
    """
    columns = ", ".join(COLUMNS)
    with whole_table_plans(), connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH fresh AS MATERIALIZED ({extraction(everyone=True)}),
            stored AS MATERIALIZED (SELECT {columns} FROM national_runfact),
            different AS (
                (SELECT {columns} FROM fresh EXCEPT SELECT {columns} FROM stored)
                UNION ALL (SELECT {columns} FROM stored EXCEPT SELECT {columns} FROM fresh))
            SELECT year, count(DISTINCT run_id) FROM different
            WHERE person_key NOT IN (
                SELECT p.person_key FROM registry_touchedrun t
                JOIN registry_case c ON c.id = t.case_id JOIN registry_patient p ON p.id = c.patient_id)
            GROUP BY year ORDER BY year
            """,
            _parameters([]),
        )
        return dict(cursor.fetchall())


@contextmanager
def whole_table_plans() -> Iterator[None]:
    """No nested loops and room for sorting, until the transaction ends or the block does.

    The planner takes a row-security policy to let few rows through and would join whole tables row by row:
    minutes instead of seconds for 20,000 runs.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '128MB', true)"
        )
        yield
        cursor.execute(
            "SELECT set_config('enable_nestloop', 'on', true), set_config('work_mem', '16MB', true)"
        )


def _people_of(cases: Sequence[int]) -> list[str]:
    """Persons of the cases as they are now and as they were counted, for identities can be corrected."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT p.person_key FROM registry_case c JOIN registry_patient p ON p.id = c.patient_id
            WHERE c.id = ANY (%(cases)s)
            UNION SELECT person_key FROM national_runfact WHERE case_id = ANY (%(cases)s)
            """,
            {"cases": list(cases)},
        )
        return sorted(person for (person,) in cursor.fetchall())


def _insert(*, everyone: bool) -> str:
    return f"INSERT INTO national_runfact ({', '.join(COLUMNS)}) {extraction(everyone=everyone)}"


def _parameters(people: Sequence[str]) -> dict[str, Any]:
    return {"people": list(people), "groups": json.dumps(diagnosis_groups())}


def _rows(sql: str, people: Sequence[str]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, _parameters(people))
        return cursor.fetchall()


def _changed_columns(old: Sequence[Row], new: Sequence[Row]) -> dict[int, set[str]]:
    """For each year, the columns that differ between the rows deleted and the rows written."""
    names = list(COLUMNS)
    by_run = names.index("run_id")
    before, after = ({row[by_run]: row for row in rows} for rows in (old, new))
    changed: dict[int, set[str]] = {}
    for run in before.keys() | after.keys():
        for year, columns in _difference(names, before.get(run), after.get(run)):
            changed.setdefault(year, set()).update(columns)
    return changed


def _difference(names: Sequence[str], old: Row | None, new: Row | None) -> Iterator[tuple[int, set[str]]]:
    """Years and columns touched by one run: all columns when it came, went or moved to another year."""
    year = names.index("year")
    if old is not None and new is not None and old[year] == new[year]:
        columns = {name for name, a, b in zip(names, old, new, strict=True) if a != b}
        if columns:
            yield new[year], columns
        return
    for row in (old, new):
        if row is not None:
            yield row[year], set(names)
