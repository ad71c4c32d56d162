"""The form, the database and the loader of files agree about every field of every table of answers.

Answers are drawn from the dictionary: valid ones, those at and just beyond a limit, those of another type, and
texts nobody expects. What the form takes, the columns hold and files carry back; what it refuses, the file
refuses, and the database refuses the value itself: a code outside its list, a number outside the widest range.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from centers.models import CenterYear, Role
from crf.answering import Entry, answer
from crf.fields import Moment
from crf.models import Answers
from outcomes.models import FollowUp
from registry.files.cells import REASONS, cell_of, entry_of, guarded, has_no_year
from registry.files.tables import Column
from registry.models import Case
from registry.record import CASE_PARTS, ROW_GROUPS, RUN_PARTS
from registry.sections import TABLES
from tests.crf.drawn_answers import WEIRD, limits, step, valid_answer
from tests.factories.cases import make_complete
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db
MODELS: list[Any] = [*TABLES.values(), FollowUp, CenterYear]
FIELDS = [(model, field) for model in MODELS for field in model.item_fields() if not field.item.system]
NUMBERS = [(model, field) for model, field in FIELDS if field.item.kind in ("integer", "decimal")]
KINDS = sorted({field.item.kind for _, field in FIELDS})
# Of each kind as often: there are many numbers and few texts.
ANY_FIELD = st.sampled_from(KINDS).flatmap(
    lambda kind: st.sampled_from([each for each in FIELDS if each[1].item.kind == kind])
)
LISTED = [(model, field) for model, field in FIELDS if field.item.codes]


class Undone(Exception):
    """Takes back what was tried."""


@pytest.fixture
def rows(everything: None) -> dict[Any, Any]:
    """One stored row of each table."""
    center = make_center()
    case = make_complete(center, person_with(Role.COORDINATOR, center))
    found = dict(_rows_of(case))
    for model in (*ROWS_TO_ADD, FollowUp, CenterYear):
        found[model] = _new(model, case, found[TABLES["run"]])
    return found


ROWS_TO_ADD = [TABLES[kind] for kind in ROW_GROUPS]


def _rows_of(case: Case) -> Iterator[tuple[Any, Any]]:
    run = case.runs.get()
    yield from ((TABLES[kind], getattr(run, kind)) for kind in RUN_PARTS)
    yield from ((TABLES[kind], getattr(case, kind)) for kind in CASE_PARTS)
    yield from ((TABLES["run"], run), (TABLES["patient"], case.patient))
    yield TABLES["perinatal"], case.patient.perinatal


def _new(model: Any, case: Case, run: Any) -> Any:
    if model is FollowUp:
        return FollowUp.objects.create(
            center=case.center, case=case, fu_window="D30", recorded_by=case.created_by
        )
    if model is CenterYear:
        return CenterYear.objects.create(center=case.center, profile_year=2025)
    return model.objects.create(center=case.center, run=run, position=99)


def by_the_form(model: Any, field: Any, text: Any) -> Answers:
    """A row that was asked this one question."""
    part = model()
    answer(part, field.name, Entry(text=text))
    return part


def by_a_file(model: Any, field: Any, cell: str) -> Answers:
    part = model()
    answer(part, field.name, entry_of(column_of(field), cell))
    return part


def column_of(field: Any) -> Column:
    return Column(field.name, field.item, "kind", field)


def database_takes(row: Any, field: Any, value: Any, notes: dict[str, Any] | None = None) -> bool:
    """Whether the real table holds the value; nothing of the trial stays."""
    table, key = row._meta.db_table, row._meta.pk.column
    notes = {} if notes is None else notes
    sql = f'UPDATE "{table}" SET "{field.column}" = %s, notes = %s::jsonb WHERE "{key}" = %s'
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [_adapted(field, value), _json(notes), row.pk])
            assert cursor.rowcount == 1
            raise Undone
    except Undone:
        return True
    except (DatabaseError, ValueError, OverflowError):
        return False


def _adapted(field: Any, value: Any) -> Any:
    return value if isinstance(value, str | list) else field.get_db_prep_value(value, connection)


def _json(notes: dict[str, Any]) -> str:
    return json.dumps(notes)


@settings(max_examples=400)
@given(st.data())
def _valid_answers_agree(rows: dict[Any, Any], data: st.DataObject) -> None:
    model, field = data.draw(ANY_FIELD)
    text, value = data.draw(valid_answer(field))

    part = by_the_form(model, field, text)

    assert part.rejected(field.name) is None
    assert getattr(part, field.name) == value
    assert database_takes(rows[model], field, getattr(part, field.name), part.notes)
    if not getattr(field, "group", ""):
        loaded = by_a_file(model, field, cell_of(part, column_of(field)))
        assert (getattr(loaded, field.name), loaded.notes) == (value, part.notes)


def test_valid_answers_are_taken_by_all(rows: dict[Any, Any]) -> None:
    _valid_answers_agree(rows)


@settings(max_examples=400)
@given(st.data())
def _weird_texts_agree(rows: dict[Any, Any], data: st.DataObject) -> None:
    model, field = data.draw(ANY_FIELD)
    text = data.draw(st.one_of(st.sampled_from(WEIRD), st.text(max_size=30)))

    several = field.item.kind == "multi_choice"  # of a file, a Chinese semicolon divides them too
    part = by_the_form(model, field, text.replace("；", ";") if several else text)

    value, refused = getattr(part, field.name), part.rejected(field.name)
    assert value is None or refused is None
    assert database_takes(rows[model], field, value, part.notes)
    column = column_of(field)
    cell = guarded(text) if column.is_text else text
    if has_no_year(column, cell) or cell.strip() in REASONS or column.group:
        return
    loaded = by_a_file(model, field, cell)
    assert getattr(loaded, field.name) == value
    assert (loaded.rejected(field.name) is None) == (refused is None)


def test_weird_texts_are_judged_alike(rows: dict[Any, Any]) -> None:
    _weird_texts_agree(rows)


# --- every field once ---


def test_every_number_at_its_limits_and_just_beyond(rows: dict[Any, Any]) -> None:
    disputed = []
    for model, field in NUMBERS:
        if field.item.hard is None:
            continue
        low, high = limits(field.item)
        for number, expected in [
            (low, True),
            (high, True),
            (low - step(field.item), False),
            (high + step(field.item), False),
        ]:
            part = by_the_form(model, field, f"{number:f}")
            loaded = by_a_file(model, field, f"{number:f}")
            judged = [getattr(each, field.name) is not None for each in (part, loaded)]
            if [*judged, database_takes(rows[model], field, number)] != [expected] * 3:
                disputed.append((model.__name__, field.name, number))

    assert disputed == []


def test_every_list_refuses_a_code_it_does_not_know(rows: dict[Any, Any]) -> None:
    disputed = []
    for model, field in LISTED:
        known = field.item.codes
        unknown: tuple[Any, ...] = (7777, -1) if known.is_integer else ("ZZ", "no such")
        for code in unknown:
            several = field.item.kind == "multi_choice"
            first = known.codes[0]
            texts, value = ([str(first), str(code)], [first, code]) if several else ([str(code)], code)
            part = by_the_form(model, field, texts if several else texts[0])
            loaded = by_a_file(model, field, ";".join(texts))
            judged = [getattr(each, field.name) is not None for each in (part, loaded)]
            if [*judged, database_takes(rows[model], field, value)] != [False] * 3:
                disputed.append((model.__name__, field.name, code))

    assert disputed == []


def test_retired_and_derived_codes_are_kept_and_never_taken(rows: dict[Any, Any]) -> None:
    """What was once entered stays; no way in accepts it any more."""
    model = TABLES["complication"]
    field = model.item_field("comp_code")

    for code in ("PUL02", "INF01"):
        assert by_the_form(model, field, code).rejected("comp_code") == code
        assert by_a_file(model, field, code).rejected("comp_code") == code
        assert database_takes(rows[model], field, code)


def test_every_typed_column_refuses_another_type(rows: dict[Any, Any]) -> None:
    disputed = []
    for model, field in FIELDS:
        if field.item.kind in ("string", "text"):
            continue
        text = "neither number nor day"
        part, loaded = by_the_form(model, field, text), by_a_file(model, field, text)
        wrong: Any = [text] if field.item.kind == "multi_choice" else text
        if (
            part.rejected(field.name) != text
            or loaded.rejected(field.name) != text
            or database_takes(rows[model], field, wrong)
        ):
            disputed.append((model.__name__, field.name))

    assert disputed == []


def test_a_value_and_a_reason_for_its_absence_exclude_each_other(rows: dict[Any, Any]) -> None:
    model = TABLES["pre_ecls"]
    field = model.item_field("pre_lactate")

    for section in ("missing", "rejected"):
        assert not database_takes(rows[model], field, Decimal("2.0"), {section: {"pre_lactate": "unknown"}})
    both = {"missing": {"pre_lactate": "unknown"}, "rejected": {"pre_lactate": "x"}}
    assert not database_takes(rows[model], field, None, both)
    assert database_takes(rows[model], field, None, {"missing": {"pre_lactate": "unknown"}})


def test_moments_known_to_the_day_come_back_as_such() -> None:
    for model, field in FIELDS:
        if isinstance(field, Moment) and field.day_allowed:
            part = by_the_form(model, field, "2026-03-05")
            loaded = by_a_file(model, field, cell_of(part, column_of(field)))
            assert (getattr(loaded, field.name), loaded.notes) == (getattr(part, field.name), part.notes)
            assert part.notes == {"precision": {field.name: "day"}}
