"""A closed case stays as it is on any path: raw SQL as the plain role, past every check of the pages."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from centers.models import Role
from centers.refusals import refused_by_database
from centers.rls import Scope, scope
from registry.actions.cases import delete_draft
from registry.models import (
    Cannula,
    Case,
    Patient,
    Perinatal,
    Run,
    Submission,
    TouchedRun,
)
from registry.models.parts import Part, Row
from tests.factories.cases import make_draft
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db

STEPS = {
    "submitted": ["submitted"],
    "accepted": ["submitted", "accepted"],
    "locked": ["submitted", "accepted", "locked"],
}
TABLES = {
    model._meta.db_table: model
    for model in apps.get_app_config("registry").get_models()
    if issubclass(model, Part)
}
ROWS = [model for model in TABLES.values() if issubclass(model, Row)]
CLOSED = pytest.mark.parametrize("state", ["accepted", "locked"])
EVERY_TABLE = pytest.mark.parametrize("table", sorted(TABLES))


@pytest.fixture
def center(everything):
    return make_center()


@pytest.fixture
def coordinator(center):
    return person_with(Role.COORDINATOR, center)


def filled(center, by, state="draft"):
    """A case with a row in each of its tables, walked to ``state``."""
    case = make_draft(center, by)
    for model in ROWS:
        model.objects.create(center=center, run=case.runs.get())
    walk(case, state)
    return case


def walk(case, state):
    for step in STEPS.get(state, []):
        Case.objects.filter(pk=case.pk).update(state=step)
    case.refresh_from_db()


def owner(table: str) -> str:
    """The column that says whose row it is."""
    if TABLES[table] is Patient:
        return "id"
    names = {field.column for field in TABLES[table]._meta.local_fields}
    return next(name for name in ("case_id", "run_id", "patient_id") if name in names)


def key(table: str, case: Case) -> int:
    return {"case_id": case.pk, "run_id": case.runs.get().pk}.get(owner(table), case.patient_id)


def execute(statement: str, *values: Any) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def assert_refused(statement: str, *values: Any) -> None:
    with pytest.raises(DatabaseError) as refusal:
        execute(statement, *values)
    assert refused_by_database(refusal.value), refusal.value


def test_every_table_of_answers_has_a_guard_and_a_mark(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, bool_or(tgname LIKE 'guard_refuse_frozen_%'), "
            "count(*) FILTER (WHERE tgname LIKE 'mark_%') FROM pg_trigger "
            "WHERE NOT tgisinternal AND tgrelid <> 'registry_submission'::regclass GROUP BY 1"
        )
        found = {name: (guarded, marks) for name, guarded, marks in cursor.fetchall() if guarded}

    assert found == dict.fromkeys(TABLES, (True, 3))


@CLOSED
@EVERY_TABLE
def test_no_row_of_a_closed_case_is_changed_deleted_or_added(center, coordinator, table, state):
    case = filled(center, coordinator, state)
    where = f"WHERE {owner(table)} = %s"

    change = "sex = 1" if TABLES[table] is Patient else "version = version + 1"
    assert_refused(f"UPDATE {table} SET {change} {where}", key(table, case))
    assert_refused(
        f"""UPDATE {table} SET notes = '{{"missing": {{"x": "unknown"}}}}' {where}""", key(table, case)
    )
    assert_refused(f"DELETE FROM {table} {where}", key(table, case))
    if TABLES[table] is not Patient:
        assert_refused(f"INSERT INTO {table} SELECT * FROM {table} {where}", key(table, case))


@CLOSED
@EVERY_TABLE
def test_no_row_moves_out_of_a_closed_case_or_into_it(center, coordinator, table, state):
    case, other = filled(center, coordinator, state), filled(center, coordinator)
    move = f"UPDATE {table} SET {owner(table)} = %s WHERE {owner(table)} = %s"

    assert_refused(move, key(table, other), key(table, case))
    with pytest.raises(IntegrityError, match="stays with"):
        execute(move, key(table, case), key(table, other))


@EVERY_TABLE
def test_no_row_moves_to_another_center(center, coordinator, table):
    case, elsewhere = filled(center, coordinator), make_center()

    with pytest.raises(IntegrityError, match=r"center|patient"):
        execute(
            f"UPDATE {table} SET center_id = %s WHERE {owner(table)} = %s", elsewhere.pk, key(table, case)
        )


@EVERY_TABLE
def test_who_writes_without_reading_goes_around_no_guard(center, coordinator, table):
    case = filled(center, coordinator, "accepted")

    with scope(Scope(write="*")):
        assert_refused(f"DELETE FROM {table}")
        assert_refused(f'UPDATE {table} SET notes = \'{{"missing": {{}}, "x": 1}}\'')

    assert TABLES[table].objects.filter(**{owner(table): key(table, case)}).count() == 1


@EVERY_TABLE
def test_rows_of_a_draft_are_open(center, coordinator, table):
    case = filled(center, coordinator)

    assert (
        execute(f"UPDATE {table} SET version = version + 1 WHERE {owner(table)} = %s", key(table, case)) == 1
    )


def test_a_draft_is_deleted_with_all_its_rows(center, coordinator):
    case = filled(center, coordinator)

    delete_draft(case, by=coordinator)

    assert not Run.objects.exists()
    assert not Cannula.objects.exists()


@pytest.mark.parametrize("state", ["submitted", "accepted", "locked"])
def test_the_row_of_a_closed_case_keeps_what_is_its_own(center, coordinator, state):
    case, other = filled(center, coordinator, state), filled(center, coordinator)
    changes = {
        "patient_id": other.patient_id,
        "source_ref": "'x'",
        "dictionary_version": "'0.1'",
        "accepted_at": "now()",
        "submitted_at": "now()",
        "accepted_by_id": coordinator.pk,
        "submissions_count": 9,
        "created_at": "now()",
        "number": "'T999-26-9999'",
    }

    for column, value in changes.items():
        assert_refused(f"UPDATE registry_case SET {column} = {value} WHERE id = %s", case.pk)
    assert_refused("DELETE FROM registry_case WHERE id = %s", case.pk)


@pytest.mark.parametrize("state", ["submitted", "accepted", "locked"])
def test_no_version_is_added_to_a_closed_case(center, coordinator, state):
    case = filled(center, coordinator)
    Submission.objects.create(
        center=center, case=case, version=1, content={}, sha256="0", dictionary_version="0.2"
    )
    walk(case, state)

    assert_refused(
        "INSERT INTO registry_submission SELECT * FROM registry_submission WHERE case_id = %s", case.pk
    )


def test_no_column_slips_along_with_a_legal_move(center, coordinator):
    case, other = filled(center, coordinator, "accepted"), filled(center, coordinator)

    assert_refused(
        "UPDATE registry_case SET state = 'locked', patient_id = %s WHERE id = %s", other.patient_id, case.pk
    )
    assert execute("UPDATE registry_case SET state = 'locked' WHERE id = %s", case.pk) == 1


@pytest.mark.parametrize("state", ["submitted", "accepted", "locked"])
def test_reviewer_and_withdrawal_can_be_noted_in_any_state(center, coordinator, state):
    case = filled(center, coordinator, state)

    changed = Case.objects.filter(pk=case.pk).update(
        reviewer=coordinator, reviewer_since=timezone.now(), withdrawn_at=timezone.now()
    )

    assert changed == 1


def test_a_case_and_its_patient_are_of_one_center(center, coordinator):
    case = filled(center, coordinator)
    elsewhere = Patient.objects.create(center=make_center(), number="X", person_key="x")

    with pytest.raises(IntegrityError, match="center of its patient"):
        execute("UPDATE registry_case SET patient_id = %s WHERE id = %s", elsewhere.pk, case.pk)
    with pytest.raises(IntegrityError, match="center of its patient"), transaction.atomic():
        Case.objects.create(center=center, patient=elsewhere, number="T9-26-1")


def test_identity_and_contact_of_a_closed_case_stay_open_with_their_notes(center, coordinator):
    case = filled(center, coordinator)
    Patient.objects.filter(pk=case.patient_id).update(
        notes={"missing": {"id_document_type": "unknown", "ethnicity": "unknown"}}
    )
    walk(case, "accepted")
    patients = Patient.objects.filter(pk=case.patient_id)

    assert patients.update(id_document_type=2, notes={"missing": {"ethnicity": "unknown"}}) == 1
    hidden = {"hidden": {"contact_relation": {"value": 1}}, "missing": {"ethnicity": "unknown"}}
    assert patients.update(contact_relation=None, notes=hidden) == 1
    for other in ({}, {"missing": {"ethnicity": "not_done"}}, {"rejected": {"sex": "?"}}):
        with pytest.raises(DatabaseError) as refusal, transaction.atomic():
            patients.update(notes=other)
        assert refused_by_database(refusal.value)


def test_a_change_of_the_birth_history_marks_the_cases_of_the_patient(center, coordinator):
    case = filled(center, coordinator)
    TouchedRun.objects.all().delete()

    Perinatal.objects.filter(patient=case.patient_id).update(version=5)

    assert set(TouchedRun.objects.values_list("case_id", "run_id")) == {(case.pk, None)}


@pytest.mark.parametrize("htmx", [False, True])
def test_a_save_that_only_the_database_refuses_is_told_as_a_conflict(
    client, center, coordinator, monkeypatch, htmx
):
    case = filled(center, coordinator, "accepted")
    monkeypatch.setattr(Case, "is_editable", True)
    client.force_login(coordinator)
    before = TouchedRun.objects.count()

    answer = client.post(
        reverse("registry:save_section", args=[case.number, "history"]),
        {"versions": '{"baseline1": 0}', "baseline1.weight_kg": "70"},
        headers={"HX-Request": "true"} if htmx else {},
    )

    assert answer.status_code == 409
    if htmx:  # a page has no place inside the page that is open
        assert (answer.content, answer["HX-Reswap"]) == (b"", "none")
        assert "toast" in json.loads(answer["HX-Trigger"])
    else:
        assert "409.html" in [template.name for template in answer.templates]
    assert case.runs.get().baseline.weight_kg is None
    assert TouchedRun.objects.count() == before


def test_who_only_reviews_changes_no_other_column_of_a_draft(center, coordinator):
    case = filled(center, coordinator)

    with scope(Scope(read="*", review="*")):
        assert_refused_right("UPDATE registry_case SET source_ref = 'x' WHERE id = %s", case.pk)
        assert (
            execute("UPDATE registry_case SET reviewer_id = %s WHERE id = %s", coordinator.pk, case.pk) == 1
        )


def assert_refused_right(statement: str, *values: Any) -> None:
    with pytest.raises(DatabaseError, match="a review may not change"):
        execute(statement, *values)
