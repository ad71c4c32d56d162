"""Cases the center has already: unchanged, changed through the same write path, or closed."""

from typing import Any

import pytest

from centers.models import User
from centers.rls import Scope, scope
from registry.files import loading
from registry.files.changing import store_changes
from registry.identity.vault import Vault
from registry.models import Case, CaseState, Patient, Run
from registry.models.case import EDITABLE
from tests.files.conftest import Load
from tests.files.folders import copies, example, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(load: Load, tmp_path, everything) -> Case:
    assert load(write(tmp_path / "in", example())).refused == ""
    return Case.objects.get()


def close(case: Case) -> None:
    """Takes the case to a state in which nothing of it changes."""
    for state in (CaseState.SUBMITTED, CaseState.ACCEPTED):
        Case.objects.filter(pk=case.pk).update(state=state)


def test_a_loaded_draft_is_what_the_page_would_have_made(loaded: Case, center) -> None:
    run = loaded.runs.get()

    assert loaded.state == CaseState.DRAFT
    assert loaded.number.startswith(center.center_code)
    assert loaded.source_ref == "EXAMPLE-1"
    assert loaded.created_by == User.objects.system()
    assert (run.version, run.baseline.version, run.ecpr.version) == (1, 1, 0)
    assert (run.support_records.count(), run.cannulas.count()) == (1, 2)
    assert loaded.progress.answered == loaded.progress.applicable > 40
    assert loaded.progress.errors == loaded.progress.warnings == 0


def test_a_changed_value_is_saved_with_version_history_and_progress(
    loaded: Case, load: Load, tmp_path
) -> None:
    rows = example(runs={"weight_kg": "80", "height_cm": ""})

    answer = load(write(tmp_path / "again", rows), reason="corrected by the center")

    run = loaded.runs.get()
    assert "cases new 0, changed 1, unchanged 0" in answer.text
    assert (run.baseline.written("weight_kg"), run.baseline.height_cm) == ("80.00", None)
    assert (run.version, run.baseline.version, run.weaning.version) == (1, 2, 1)
    baseline: Any = run.baseline
    event = baseline.events.order_by("-pgh_id").first()
    assert event.pgh_context["reason"] == "corrected by the center"
    assert event.pgh_context["command"] == "load_cases"
    assert event.pgh_context["operator"]
    loaded.progress.refresh_from_db()
    assert loaded.progress.answered == loaded.progress.applicable - 1


def test_a_file_speaks_only_of_its_columns(loaded: Case, load: Load, tmp_path) -> None:
    rows = {"runs.csv": [{"case_ref": "EXAMPLE-1", "run_number": "1", "weight_kg": "81"}]}

    assert "changed 1" in load(write(tmp_path / "again", rows)).text
    baseline = loaded.runs.get().baseline
    assert (baseline.written("weight_kg"), baseline.written("height_cm")) == ("81.00", "174.0")


def test_the_same_value_in_another_writing_is_no_change(loaded: Case, load: Load, tmp_path) -> None:
    rows = example(runs={"weight_kg": "72.0", "run_start_at": "2026/3/1 12:00"})

    assert "unchanged 1" in load(write(tmp_path / "again", rows)).text


def test_new_rows_and_runs_are_added(loaded: Case, load: Load, tmp_path) -> None:
    rows = example(runs={"ecls_restarted": "1"})
    rows["cannulas.csv"].append(rows["cannulas.csv"][0] | {"row_ref": "new", "cannula_function": "4"})
    second = {
        name: cell
        for name, cell in rows["runs.csv"][0].items()
        if name in ("case_ref", "support_type", "initial_mode")
    }
    rows["runs.csv"].append(second | {"run_number": "2", "run_start_at": "2026-03-10 12:00"})

    answer = load(write(tmp_path / "again", rows))

    assert "changed 1" in answer.text
    assert list(loaded.runs.order_by("run_number").values_list("run_number", flat=True)) == [1, 2]
    assert loaded.runs.get(run_number=2).baseline is not None
    refs = loaded.runs.get(run_number=1).cannulas.values_list("position", "source_ref")
    assert list(refs) == [(1, ""), (2, ""), (3, "new")]
    assert "unchanged 1" in load(tmp_path / "again").text


def test_rows_missing_in_the_files_stay(loaded: Case, load: Load, tmp_path) -> None:
    rows = example()
    del rows["cannulas.csv"][1], rows["complications.csv"]

    assert "unchanged 1" in load(write(tmp_path / "again", rows)).text
    assert loaded.runs.get().cannulas.count() == 2


def test_a_closed_case_takes_no_other_value(loaded: Case, load: Load, tmp_path) -> None:
    close(loaded)
    rows = example(runs={"weight_kg": "80"}, patients={"sex": "2"}, admissions={"medical_record_no": "other"})
    rows["cannulas.csv"].append(rows["cannulas.csv"][0] | {"row_ref": "new"})

    answer = load(write(tmp_path / "again", rows))

    number = loaded.number
    assert (
        f"error: runs.csv, 2, weight_kg [80]: Case {number} is not open for changes; stored is: 72.00"
        in answer.problems
    )
    assert (
        f"error: patients.csv, 2, sex [2]: Case {number} is not open for changes; stored is: 1"
        in answer.problems
    )
    assert (
        f"error: cannulas.csv, 4, row_ref [new]: Case {number} is not open for changes: no row can be added"
        in answer.problems
    )
    assert any("medical_record_no" in line and "other" not in line for line in answer.problems)
    assert loaded.runs.get().baseline.written("weight_kg") == "72.00"


def test_a_closed_case_with_equal_values_is_unchanged(loaded: Case, load: Load, tmp_path) -> None:
    close(loaded)

    assert "unchanged 1" in load(tmp_path / "in").text


def test_a_reason_given_on_the_page_stays(loaded: Case, load: Load, tmp_path) -> None:
    baseline = loaded.runs.get().baseline
    baseline.notes = {
        "reason": {"weight_kg": {"V088": "verified"}},
        "entered": {"height_cm": {"text": "1.74", "unit": "m"}},
    }
    baseline.save()

    assert "unchanged 1" in load(tmp_path / "in").text
    baseline.refresh_from_db()
    assert set(baseline.notes) == {"reason", "entered"}


def test_another_admission_of_a_known_patient(loaded: Case, load: Load, tmp_path) -> None:
    rows = example()
    rows.pop("patients.csv")
    for listed in rows.values():
        for row in listed:
            row["case_ref"] = "later"
            for name, cell in row.items():
                row[name] = cell.replace("2026-03-", "2026-05-").replace("2026-03-31", "2026-05-31")
    answer = load(write(tmp_path / "later", rows))

    assert answer.problems == []
    assert "cases new 1" in answer.text
    assert Patient.objects.get().cases.count() == 2


def test_a_case_saved_meanwhile_stops_the_load(
    loaded: Case, load: Load, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_first(*args: Any) -> int:
        Run.objects.update(version=7)
        return store_changes(*args)

    monkeypatch.setattr(loading, "store_changes", saved_first)

    answer = load(write(tmp_path / "again", example(runs={"weight_kg": "80"})))

    assert answer.refused.startswith(f"Somebody changed case {loaded.number} while the files were read")
    assert loaded.runs.get().baseline.written("weight_kg") == "72.00"


def test_two_stays_may_not_overlap(loaded: Case, load: Load, tmp_path) -> None:
    rows = example()
    rows.pop("patients.csv")
    for listed in rows.values():
        for row in listed:
            row["case_ref"] = "twin"

    assert load(write(tmp_path / "twin", rows)).problems == [
        "error: runs.csv, 2, run_start_at [2026-03-01 12:00]: Another case of this patient was on ECLS at this time"
    ]


def test_a_document_belongs_to_one_patient(loaded: Case, load: Load, tmp_path) -> None:
    rows = copies(2)
    for row in rows["patients.csv"]:
        row["id_document_no"] = "EXAMPLE123"

    problems = load(write(tmp_path / "two", rows)).problems

    number = loaded.patient.number
    assert problems == [
        f"error: patients.csv, {row}, id_document_no [••••23]: This document belongs to patient {number} "
        "of the center. Use the key of that patient"
        for row in (2, 3)
    ]


def test_identifiers_change_with_their_hashes(loaded: Case, load: Load, tmp_path) -> None:
    before = loaded.patient.document_hash

    answer = load(
        write(
            tmp_path / "again", example(patients={"id_document_no": "EXAMPLE999", "patient_name": "unknown"})
        )
    )

    patient = Patient.objects.get()
    assert "changed 1" in answer.text
    assert patient.document_hash not in ("", before)
    with scope(Scope(read="*", identity=(patient.center_id,))):
        assert Vault.of(patient).text("name") == "示例患者"


def test_a_number_that_came_with_a_file_is_not_given_again(load: Load, center, tmp_path, everything) -> None:
    rows = copies(2)
    taken = f"{center.center_code}-26-0001"
    for name, listed in rows.items():
        if name != "patients.csv":
            for row in listed:
                row["case_ref"] = taken if row["case_ref"].endswith("0") else row["case_ref"]

    load(write(tmp_path, rows))

    assert set(Case.objects.values_list("number", flat=True)) == {
        f"{center.center_code}-26-0002",
        f"{center.center_code}-26-0003",
    }
    assert Case.objects.filter(state__in=EDITABLE).count() == 2
