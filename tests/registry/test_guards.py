"""What the database refuses by itself: changes of a case that is not open, and moves that are nobody's."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

import psycopg2
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from centers.models import Role
from centers.refusals import refused_by_database
from centers.rls import EVERYTHING, scope
from registry.actions import review, submission
from registry.models import Case, ModeSegment, Run
from registry.models.case import CaseState
from registry.walls import cases as walls
from tests.factories.cases import identify, make_complete, make_draft
from tests.factories.people import admin, make_center, person_with

GUARDED = """
SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE t.tgname LIKE 'guard_refuse_frozen%' AND c.relname <> 'registry_submission' ORDER BY 1
"""
# Tables of answers that are no part of a case: follow-up goes on after acceptance, a center has its own year.
OPEN_TABLES = {"outcomes_followup", "centers_centeryear"}


@pytest.fixture
def accepted(everything: None) -> Case:
    center = make_center()
    coordinator = person_with(Role.COORDINATOR, center)
    case = make_complete(center, coordinator)
    run = case.runs.get()
    ModeSegment.objects.create(center=center, run=run, position=1)
    apps.get_model("registry", "Diagnosis").objects.create(center=center, run=run, position=1)
    submission.submit(case, by=coordinator, identify=identify)
    review.accept(case, by=person_with(Role.REVIEWER))
    return case


def answer_tables() -> list[Any]:
    """Every table that holds answers of the forms, whatever app it is in."""
    from crf.models import Answers

    found = [model for model in apps.get_models() if issubclass(model, Answers)]
    return [model for model in found if model._meta.db_table not in OPEN_TABLES]


def test_every_table_of_answers_is_guarded(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(GUARDED)
        guarded = {table for (table,) in cursor.fetchall()}

    assert guarded == {model._meta.db_table for model in answer_tables()}


def _attempts(model: Any) -> Any:
    """Ways to change the stored rows of a table, each refused as a whole."""
    table, pk = model._meta.db_table, model._meta.pk.column
    row = model.objects.first()
    name = next(field.name for field in model.item_fields() if not field.item.system)
    if table == "registry_patient":
        name = "sex"
    notes = {"missing": {name: "unknown"}}

    def raw_update() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET \"{name}\" = NULL, notes = '{{}}' WHERE {pk} = %s", [row.pk])
            cursor.execute(f"UPDATE {table} SET notes = '{{\"hidden\": {{}}}}' WHERE {pk} = %s", [row.pk])

    def raw_delete() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE {pk} = %s", [row.pk])

    def saved() -> None:
        setattr(row, name, None)
        row.notes = notes
        row.save()

    def in_bulk() -> None:
        setattr(row, name, None)
        row.notes = notes
        model.objects.bulk_update([row], [name, "notes"])

    return {"raw update": raw_update, "raw delete": raw_delete, "save": saved, "bulk_update": in_bulk}


@pytest.mark.parametrize("state", ["accepted", "locked"])
def test_no_path_changes_a_case_that_is_not_open(accepted: Case, state: str) -> None:
    if state == "locked":
        review.lock(accepted, by=admin())

    open_paths = []
    for model in answer_tables():
        for path, attempt in _attempts(model).items():
            if not _refused(attempt):
                open_paths.append(f"{model._meta.db_table}: {path}")

    assert open_paths == []


def _refused(attempt: Any) -> bool:
    try:
        with transaction.atomic():
            attempt()
            transaction.set_rollback(True)
    except DatabaseError as error:
        if not refused_by_database(error):
            raise
        return True
    return False


@pytest.mark.parametrize(
    "model",
    [
        "Run",
        "Cannula",
        "Diagnosis",
        "ModeSegment",
        "SupportRecord",
        "Equipment",
        "Complication",
        "Infection",
    ],
)
def test_no_row_is_added_to_a_case_that_is_not_open(accepted: Case, model: str) -> None:
    table: Any = apps.get_model("registry", model)
    run = accepted.runs.get()
    parent = {"case": accepted, "run_number": 2} if model == "Run" else {"run": run, "position": 9}

    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        table.objects.create(center=accepted.center, **parent)

    assert refused_by_database(refusal.value)


LEGAL = {*walls.CENTER_MOVES, *walls.REVIEW_MOVES}


def test_no_other_move_between_states_is_possible(everything: None) -> None:
    center = make_center()
    coordinator = person_with(Role.COORDINATOR, center)
    case = make_draft(center, coordinator)

    possible = {
        (old, new)
        for old, new in product(CaseState.values, repeat=2)
        if old != new and _reach(case, old) and not _refused(lambda new=new: _set(case, new))
    }

    assert possible == LEGAL


ROUTES = {
    "draft": (),
    "submitted": ("submitted",),
    "returned": ("submitted", "returned"),
    "accepted": ("submitted", "accepted"),
    "locked": ("submitted", "accepted", "locked"),
}
HOME = {
    "draft": (),
    "submitted": ("draft",),
    "returned": ("submitted", "draft"),
    "accepted": ("submitted", "draft"),
    "locked": ("accepted", "submitted", "draft"),
}


def _reach(case: Case, state: str) -> bool:
    now = Case.objects.get(pk=case.pk).state
    for step in (*HOME[now], *ROUTES[state]):
        _set(case, step)
    return True


def _set(case: Case, state: str) -> None:
    Case.objects.filter(pk=case.pk).update(state=state)


def test_a_case_begins_as_a_draft(everything: None) -> None:
    center = make_center()
    patient = make_draft(center, person_with(Role.COORDINATOR, center)).patient

    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        Case.objects.create(center=center, patient=patient, number="X-26-0001", state="accepted")

    assert refused_by_database(refusal.value)


def test_what_was_submitted_stays_as_it_was(accepted: Case) -> None:
    for attempt in (
        lambda: accepted.submissions.update(content={}),
        lambda: accepted.submissions.all().delete(),
    ):
        assert _refused(attempt)


@pytest.mark.django_db(transaction=True)
def test_an_acceptance_waits_for_an_edit_in_flight() -> None:
    with scope(EVERYTHING):
        center = make_center()
        coordinator = person_with(Role.COORDINATOR, center)
        case = make_complete(center, coordinator)
    with scope(EVERYTHING):
        Run.objects.filter(case=case).update(awake_ecls=1)
        with second_connection() as other:
            assert _waits(other, f"UPDATE registry_case SET state = 'submitted' WHERE id = {case.pk}")

    with second_connection() as other:
        assert not _waits(other, f"UPDATE registry_case SET state = 'submitted' WHERE id = {case.pk}")
    with scope(EVERYTHING):
        assert _refused(lambda: Run.objects.filter(case=case).update(awake_ecls=0))


@contextmanager
def second_connection() -> Iterator[Any]:
    """Another session of the same role."""
    other = psycopg2.connect(**connection.get_connection_params())
    yield other
    other.close()


def _waits(other: Any, statement: str) -> bool:
    """Whether the statement, with every scope open, finds the case locked."""
    try:
        with other, other.cursor() as cursor:
            for name in ("read_centers", "write_centers", "review_centers"):
                cursor.execute("SELECT set_config(%s, '*', true)", [f"app.{name}"])
            cursor.execute("SET LOCAL lock_timeout = '500ms'")
            cursor.execute(statement)
    except psycopg2.errors.LockNotAvailable:
        return True
    return False
