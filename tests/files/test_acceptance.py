"""Files that are accepted at once go the way a case goes in the application."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest
from django.db import OperationalError, transaction

from centers.copying import Loader
from centers.models import SecurityEvent, User
from centers.rls import READ_ALL, scope
from national.models import Audience, RunFact
from national.refresh import refresh
from national.results import cells, latest
from national.stats.table import ALL
from national.store import Moment
from registry.actions import submission
from registry.models import Case, CaseState, TouchedRun
from registry.record import load as load_record
from tests.files.conftest import Load
from tests.files.folders import copies, example, write

pytestmark = pytest.mark.django_db


def test_acceptance_without_a_reason_names_the_command(load: Load, tmp_path, everything) -> None:
    load(write(tmp_path, example()), accept=True, reason="")

    notes = [note.message for note in Case.objects.get().review_notes.order_by("pk")]
    assert notes == ["", "load_cases --accept"]
    with scope(READ_ALL):
        assert SecurityEvent.objects.get(object="load_cases").details["reason"] == "load_cases --accept"


def test_accepted_cases_are_signed_reviewed_marked_and_recorded(
    load: Load, center, tmp_path, everything
) -> None:
    answer = load(write(tmp_path, copies(2)), accept=True, reason="taken over from the old registry")

    system = User.objects.system()
    assert "cases new 2, changed 0, unchanged 0; accepted 2" in answer.text
    for case in Case.objects.all():
        signed = case.submissions.get()
        held = load_record(Case.objects.all(), pk=case.pk)
        assert (case.state, case.submissions_count, case.accepted_by) == (CaseState.ACCEPTED, 1, system)
        assert signed.content == submission.canonical(held)
        assert signed.sha256 == submission.digest(signed.content)
        notes = [(note.kind, note.message, note.by) for note in case.review_notes.order_by("pk")]
        assert notes == [("submitted", "", system), ("accepted", "taken over from the old registry", system)]
        assert TouchedRun.objects.filter(case_id=case.pk).exists()
    with scope(READ_ALL):
        event = SecurityEvent.objects.get(object="load_cases")
    assert event.center_id == center.pk
    assert event.details["accept"] is True
    assert event.details["reason"] == "taken over from the old registry"
    assert event.details["counts"]["accepted"] == 2


def test_accepted_files_again_change_nothing(load: Load, tmp_path) -> None:
    write(tmp_path, example())
    load(tmp_path, accept=True, reason="x")

    answer = load(tmp_path, accept=True, reason="x")

    assert "cases new 0, changed 0, unchanged 1; accepted 0" in answer.text


def test_drafts_of_the_files_can_be_accepted_later(load: Load, tmp_path, everything) -> None:
    write(tmp_path, example())
    load(tmp_path)

    answer = load(tmp_path, accept=True, reason="x")

    assert "cases new 0, changed 0, unchanged 1; accepted 1" in answer.text
    assert Case.objects.get().state == CaseState.ACCEPTED
    assert Case.objects.get().submissions.count() == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"runs": {"weight_kg": "151"}}, "runs.csv, 2, weight_kg [151]: Above the usual range 35 to 130. Give the reason in the column notes (V088)"),
        ({"runs": {"weight_kg": ""}}, "runs.csv, 2, weight_kg: Please answer this"),
        ({"admissions": {"medical_record_no": ""}}, "admissions.csv, 2, medical_record_no: Please answer this"),
        ({"admissions": {"data_consent": "0"}}, "admissions.csv, 2, data_consent: Without consent a case cannot be submitted"),
        ({"admissions": {"discharge_status": "7"}}, "admissions.csv, 2, discharge_status [7]: The patient is still in hospital; a case is accepted after discharge"),
    ],
)  # fmt: skip
def test_what_a_submission_asks_is_asked(load: Load, tmp_path, changed, said: str) -> None:
    write(tmp_path, example(**changed) | {"followups.csv": []})

    answer = load(tmp_path, accept=True, reason="x")

    assert f"error: {said}" in answer.problems
    assert answer.refused


def test_a_draft_may_be_unfinished_and_its_warnings_are_told(load: Load, tmp_path) -> None:
    answer = load(write(tmp_path, example(runs={"weight_kg": "151", "height_cm": ""})))

    assert answer.refused == ""
    assert answer.problems == [
        "warning: runs.csv, 2, weight_kg [151]: Above the usual range 35 to 130 (V088)"
    ]


def test_a_reason_in_the_notes_settles_a_warning(load: Load, tmp_path, everything) -> None:
    told = '{"reason":{"weight_kg":{"V088":"verified"}}}'

    answer = load(write(tmp_path, example(runs={"weight_kg": "151", "notes": told})), accept=True, reason="x")

    assert answer.refused == ""
    assert Case.objects.get().submissions.get().warnings == [
        {"rule": "V088", "place": "baseline1", "field": "weight_kg", "reason": "verified"}
    ]


def test_accepted_cases_enter_the_statistics_and_drafts_do_not(load: Load, tmp_path, everything) -> None:
    moment = Moment(date(2026, 11, 22), datetime(2026, 11, 22, 4, 0, tzinfo=UTC))
    load(write(tmp_path / "drafts", example()))
    refresh(moment)
    assert not RunFact.objects.exists()

    load(write(tmp_path / "accepted", copies(3)), accept=True, reason="x")
    outcome = refresh(moment)

    assert outcome.facts == 3
    found = latest("activity_by_year", audience=Audience.SOCIETY)
    assert found is not None
    stored = cells(found, year=2026, age_group=ALL, support_type=ALL)
    assert stored is not None
    assert stored["runs"]["value"] == 3


@pytest.mark.parametrize("statement", [1, 4, 9, 15])
def test_a_failing_statement_leaves_nothing(
    load: Load, tmp_path, everything, monkeypatch: pytest.MonkeyPatch, statement: int
) -> None:
    calls = count(1)
    copy_rows = Loader.copy_rows

    def fails(self: Loader, table: Any, lines: Any) -> int:
        if next(calls) == statement:
            raise OperationalError("the connection is gone")
        return copy_rows(self, table, lines)

    monkeypatch.setattr(Loader, "copy_rows", fails)

    with pytest.raises(OperationalError), transaction.atomic():
        load(write(tmp_path, copies(2)), accept=True, reason="x")

    assert not Case.objects.exists()
    assert not TouchedRun.objects.exists()
    with scope(READ_ALL):
        assert not SecurityEvent.objects.exists()
