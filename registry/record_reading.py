"""Every row of a case in one statement, as the ORM would read it in nine.

The server writes each row as JSON; here it becomes the same instance of its model. What the ORM spends on eight
statements of 700 columns is most of the time a save would take. ``registry.record.with_everything`` reads sets of
cases and stays the measure: a test compares both, value by value.
"""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import connection, models

from registry.models import Case
from registry.models.parts import Part, Row
from registry.sections import PARTS_OF_A_RUN, ROWS_OF_A_RUN, TABLES

OF_PATIENT, OF_CASE, OF_RUN = "id = %(patient)s", "case_id = %(case)s", "run_id IN (SELECT id FROM its_runs)"
KEYS = {
    "patient": OF_PATIENT,
    "perinatal": "patient_id = %(patient)s",
    "run": "id IN (SELECT id FROM its_runs)",
}
# What JSON writes as text or as a number of its own.
FROM_JSON: dict[str, Callable[[Any], Any]] = {
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
    "TimeField": time.fromisoformat,
    "DecimalField": Decimal,
}

Found = dict[str, list[Any]]


def fill(case: Case) -> None:
    """Gives a case its patient, its parts and its runs with all their rows, in one query."""
    found = _rows(case)
    (case.patient,) = found["patient"]
    _attach(case.patient, "perinatal", found["perinatal"])
    for kind in ("admission", "outcome"):
        _attach(case, kind, found[kind])
    runs = sorted(found["run"], key=lambda run: (run.run_number is None, run.run_number))
    for run in runs:
        run.case = case
        for kind in PARTS_OF_A_RUN:
            _attach(run, kind, [part for part in found[kind] if part.run_id == run.pk])
        for kind in ROWS_OF_A_RUN:
            rows = [row for row in found[kind] if row.run_id == run.pk]
            _prefetched(run, _reverse_name(kind), sorted(rows, key=_turn))
    _prefetched(case, "runs", runs)


def _turn(row: Row) -> tuple[int, int]:
    return row.position, row.pk


def _reverse_name(kind: str) -> str:
    field: Any = ROWS_OF_A_RUN[kind]._meta.get_field("run")
    return field.remote_field.related_name


def _attach(owner: models.Model, name: str, found: list[Any]) -> None:
    """The one row of a part, or that there is none."""
    field: Any = owner._meta.get_field(name)
    part = found[0] if found else None
    owner._state.fields_cache[field.cache_name] = part
    if part is not None:
        part._state.fields_cache[field.remote_field.cache_name] = owner


def _prefetched(owner: models.Model, name: str, rows: list[Any]) -> None:
    """As ``prefetch_related`` leaves them: the manager answers with these."""
    relation: Any = owner._meta.get_field(name)
    for row in rows:
        row._state.fields_cache[relation.remote_field.cache_name] = owner
    found = getattr(owner, name).get_queryset()
    found._result_cache, found._prefetch_done = rows, True
    owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = found


def _rows(case: Case) -> Found:
    found: Found = {kind: [] for kind in TABLES}
    with connection.cursor() as cursor:
        cursor.execute(_statement(), {"case": case.pk, "patient": case.patient_id})
        for kind, text in cursor.fetchall():
            found[kind].append(_instance(TABLES[kind], json.loads(text, parse_float=Decimal)))
    return found


@cache
def _statement() -> str:
    read = " UNION ALL ".join(
        f"SELECT '{kind}', to_json(t)::text FROM {table._meta.db_table} t WHERE t.{_key(kind, table)}"  # noqa: S608 - our own names
        for kind, table in TABLES.items()
    )
    return f"WITH its_runs AS (SELECT id FROM registry_run WHERE case_id = %(case)s) {read}"  # noqa: S608 - our own names


def _key(kind: str, table: type[Part]) -> str:
    """How the rows of a table are found, from the case."""
    if kind in KEYS:
        return KEYS[kind]
    return OF_CASE if any(field.name == "case" for field in table._meta.fields) else OF_RUN


def _instance(table: type[Part], row: dict[str, Any]) -> Any:
    values = [
        value if (value := row[column]) is None or convert is None else convert(value)
        for column, convert in _columns(table)
    ]
    return table.from_db(connection.alias, [], values)


@cache
def _columns(table: type[Part]) -> list[tuple[str, Callable[[Any], Any] | None]]:
    fields: Any = table._meta.concrete_fields
    return [(field.column, FROM_JSON.get(_type(field))) for field in fields]


def _type(field: Any) -> str:
    """The kind of column, whatever our own field on top of it is called."""
    return next((name for name in FROM_JSON if isinstance(field, getattr(models, name))), "")
