"""What was exported can be loaded, and exported again without a difference."""

from pathlib import Path

import pytest

from centers.models import SecurityEvent
from centers.rls import READ_ALL, scope
from registry.models import Case, Patient
from tests.factories.people import make_center
from tests.files.conftest import Load
from tests.files.folders import copies, example, write

pytestmark = pytest.mark.django_db

LATER = {
    "case_ref": "EXAMPLE-1",
    "run_number": "2",
    "support_type": "2",
    "initial_mode": "VA",
    "run_start_at": "2026-03-12 12:00",
}


def rich() -> dict:
    """Two runs, keys of every kind, texts of every kind, notes."""
    rows = example(
        runs={
            "weight_kg": "151",
            "pre_ph": "unknown",
            "stop_reason": "88",
            "stop_reason_other": '=HYPERLINK("x")\nnext, "line"\u202e',
            "decannulated_at": "2026-03-08",
            "notes": '{"reason":{"weight_kg":{"V088":"核对无误, \\"yes\\""}}}',
        },
        admissions={"admission_source": "3", "transport_mode": "1", "referring_hospital": "'=𬱖医院"},
        patients={"patient_name": "阿卜杜\u00b7热合曼", "contact_phone": "+86 010 12345678"},
    )
    rows["runs.csv"].append(LATER)
    rows["cannulas.csv"][0]["row_ref"] = "drain"
    rows["cannulas.csv"][1]["row_ref"] = "7"
    rows["cannulas.csv"].append(rows["cannulas.csv"][1] | {"row_ref": "@third"})
    rows["diagnoses.csv"].append(
        {"case_ref": "EXAMPLE-1", "run_number": "2", "row_ref": "d", "diag_code": "C02", "diag_role": "3"}
    )
    return rows


def test_loaded_cases_come_out_as_they_went_in(load: Load, export, tmp_path) -> None:
    write(tmp_path / "in", rich())
    assert load(tmp_path / "in").refused == ""
    first = export(tmp_path / "first")

    text = first["runs.csv"].decode("utf-8-sig")
    assert '"\'=HYPERLINK(""x"")\nnext, ""line""\u202e"' in text
    assert ",unknown," in text
    assert '核对无误, \\""yes\\""' in text
    assert ",'=𬱖医院," in first["admissions.csv"].decode("utf-8-sig")
    assert "阿卜杜\u00b7热合曼,EXAMPLE123,'+86 010 12345678" in first["patients.csv"].decode("utf-8-sig")
    assert [line.split(",")[2] for line in first["cannulas.csv"].decode().split("\r\n")[1:4]] == [
        "drain",
        "7",
        "'@third",
    ]


def test_an_export_loads_into_another_center_and_comes_out_the_same(load: Load, export, tmp_path) -> None:
    write(tmp_path / "in", rich())
    load(tmp_path / "in")
    first = export(tmp_path / "first")
    other = make_center()

    answer = load(tmp_path / "first", center=other.center_code)

    assert answer.refused == ""
    assert export(tmp_path / "second", center=other.center_code) == first


def test_cases_entered_on_the_page_are_named_by_their_numbers(
    load: Load, export, tmp_path, everything
) -> None:
    load(write(tmp_path / "in", copies(2)))
    Case.objects.update(source_ref="")
    Patient.objects.update(source_ref="")
    first = export(tmp_path / "first")
    other = make_center()

    load(tmp_path / "first", center=other.center_code)

    assert first["admissions.csv"].count(b"-0001,") == 1
    assert export(tmp_path / "second", center=other.center_code) == first
    refs = set(Case.objects.filter(center=other).values_list("source_ref", flat=True))
    assert refs.isdisjoint(Case.objects.filter(center=other).values_list("number", flat=True))


def test_the_same_files_again_change_nothing(load: Load, export, tmp_path, everything) -> None:
    write(tmp_path / "in", rich())
    load(tmp_path / "in")
    first = export(tmp_path / "first")
    events = dict(Case.objects.values_list("pk", "admission__version"))

    for folder in ("in", "first"):
        answer = load(tmp_path / folder)
        assert "cases new 0, changed 0, unchanged 1" in answer.text
        assert "Nothing changed" in answer.text
    assert export(tmp_path / "second") == first
    assert dict(Case.objects.values_list("pk", "admission__version")) == events


def test_a_dry_run_says_what_would_happen_and_stores_nothing(load: Load, tmp_path) -> None:
    write(tmp_path, copies(2))

    answer = load(tmp_path, dry_run=True)

    assert "Would load: cases new 2, changed 0, unchanged 0" in answer.text
    assert answer.refused == ""
    with scope(READ_ALL):
        assert not Case.objects.exists()
        assert not SecurityEvent.objects.exists()


def test_export_without_identities_withholds_them_and_loads_as_drafts(load: Load, export, tmp_path) -> None:
    write(
        tmp_path / "in",
        example(
            patients={"patient_ref": "张三"}, admissions={"patient_ref": "张三", "case_ref": "EXAMPLE-1"}
        ),
    )
    load(tmp_path / "in")
    files = export(tmp_path / "out", no_identity=True, reason="")
    other = make_center()

    everything = b"".join(files.values())
    for secret in ("示例患者", "EXAMPLE123", "000-00000000", "EXAMPLE-1", "张三"):
        assert secret.encode() not in everything
    assert "unknown" in files["patients.csv"].decode()
    assert load(tmp_path / "out", center=other.center_code, accept=True, reason="x").refused
    assert load(tmp_path / "out", center=other.center_code).refused == ""
    again = export(tmp_path / "again", center=other.center_code, no_identity=True)
    # Who answers the telephone is asked only where there is a number.
    assert {name for name in files if files[name] != again[name]} == {"patients.csv"}


@pytest.mark.parametrize("reason", ["our own analysis", ""])
def test_export_is_recorded_with_its_reason(load: Load, export, center, tmp_path, reason) -> None:
    load(write(tmp_path / "in", example()))

    export(tmp_path / "out", reason=reason)

    assert (tmp_path / "out" / "patients.csv").stat().st_mode & 0o077 == 0
    with scope(READ_ALL):
        event = SecurityEvent.objects.get(kind="export")
    assert (event.center_id, event.details["reason"], event.details["identities"]) == (
        center.pk,
        reason,
        True,
    )
    assert event.details["operator"]


def test_signed_export_leaves_out_what_is_open(load: Load, export, tmp_path) -> None:
    load(write(tmp_path / "in", example()))

    assert export(tmp_path / "out", signed=True)["admissions.csv"].count(b"\r\n") == 1


def test_withdrawn_cases_stay_out(load: Load, export, tmp_path, everything) -> None:
    load(write(tmp_path / "in", copies(2)))
    case = Case.objects.order_by("pk")[0]
    Case.objects.filter(pk=case.pk).update(withdrawn_at=case.created_at)

    files = export(tmp_path / "out")

    assert files["patients.csv"].count(b"\r\n") == files["admissions.csv"].count(b"\r\n") == 2
    assert case.source_ref.encode() not in b"".join(files.values())


def test_batches_judged_in_other_processes_store_the_same(
    load: Load, export, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from registry.files import batches

    monkeypatch.setattr(batches, "WEIGHT", 20)
    write(tmp_path / "in", copies(7))
    answer = load(tmp_path / "in", processes=2)
    other = make_center()
    load(tmp_path / "in", center=other.center_code)

    assert "cases new 7" in answer.text
    assert export(tmp_path / "a") == export(tmp_path / "b", center=other.center_code)


def test_problems_of_all_batches_are_told(
    load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from registry.files import batches

    monkeypatch.setattr(batches, "WEIGHT", 20)
    rows = copies(6)
    for row in rows["runs.csv"][::2]:
        row["height_cm"] = "tall"
    write(tmp_path, rows)

    answer = load(tmp_path, processes=2)

    assert [line for line in answer.problems if "tall" in line] == [
        f"error: runs.csv, {row}, height_cm [tall]: Enter a number" for row in (2, 4, 6)
    ]
