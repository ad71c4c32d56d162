"""What cells cannot say stands in the column of notes, and a cell may name a row."""

import json
from typing import Any

import pytest

from registry.models import Case, Run
from tests.factories.people import make_center
from tests.files.conftest import Load
from tests.files.folders import example, write

pytestmark = pytest.mark.django_db


def with_notes(**cells: str) -> dict[str, Any]:
    return example(runs=cells)


def test_a_value_entered_in_another_unit_keeps_its_text(load: Load, export, tmp_path, everything) -> None:
    told = '{"entered":{"pre_pao2":{"text":"11.7","unit":"kPa"}}}'
    assert load(write(tmp_path / "in", with_notes(pre_pao2="87.8", notes=told))).problems == []

    part = Run.objects.get().pre_ecls
    assert (part.written("pre_pao2"), str(part.pre_pao2)) == ("11.7", "87.8")
    first = export(tmp_path / "out")
    other = make_center()
    load(tmp_path / "out", center=other.center_code)
    assert export(tmp_path / "again", center=other.center_code) == first
    assert "unchanged 1" in load(tmp_path / "in").text


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ('{"entered":{"pre_pao2":{"text":"11.7","unit":"kPa"}}}', "pre_pao2 [88]: The text as entered does not give the value in the cell"),
        ('{"entered":{"pre_pao2":{"text":"11.7","unit":"miles"}}}', "pre_pao2 [88]: The note entered of pre_pao2 has not its form"),
        ('{"reason":{"weight_kg":"verified"}}', "weight_kg [72]: The note reason of weight_kg has not its form"),
        ('{"hidden":{"weight_kg":{"text":"5","at":"2026-01-01"}}}', "weight_kg [72]: The note hidden of weight_kg has not its form"),
        ('{"rejected":{"weight_kg":"heavy"}}', "weight_kg [heavy]: Enter a number"),
        ('{"reason":{"sex":{"V001":"x"}}}', "notes ["),
        ('{"remark":{}}', "notes ["),
        ("no json", "notes [no json]: Notes are one JSON object"),
        ("[1]", "notes [[1]]: Notes are one JSON object"),
    ],
)  # fmt: skip
def test_notes_that_say_nothing_true_are_told(load: Load, tmp_path, notes: str, said: str) -> None:
    problems = load(write(tmp_path, with_notes(notes=notes))).problems

    assert any(line.startswith(f"error: runs.csv, 2, {said}") for line in problems), problems


def test_a_draft_with_a_rejected_text_is_unchanged_at_home_and_an_error_elsewhere(
    load: Load, export, tmp_path, everything
) -> None:
    load(write(tmp_path / "in", example()))
    baseline: Any = Run.objects.get().baseline
    baseline.weight_kg, baseline.notes = None, {"rejected": {"weight_kg": "72 or 73"}}
    baseline.save()

    export(tmp_path / "out")

    assert "unchanged 1" in load(tmp_path / "out").text
    assert load(tmp_path / "out", center=make_center().center_code).problems == [
        "error: runs.csv, 2, weight_kg [72 or 73]: Enter a number"
    ]


def test_answers_that_do_not_apply_are_set_aside_and_told(load: Load, tmp_path, everything) -> None:
    problems = tmp_path / "told.txt"
    rows = example(admissions={"referring_hospital": "演示外院"})

    answer = load(write(tmp_path / "in", rows), problems=problems)

    assert answer.refused == ""
    assert Case.objects.get().admission.notes["hidden"]["referring_hospital"]["text"] == "演示外院"
    assert "admissions.csv,2,referring_hospital,演示外院,note,hidden," in problems.read_text("utf-8")
    assert "unchanged 1" in load(tmp_path / "in").text


def test_a_cell_names_a_row_by_its_key(load: Load, export, tmp_path, everything) -> None:
    rows = example(
        complications={"comp_code": "MEC01", "comp_actions": "4", "comp_equipment_row": "oxygenator B"}
    )
    first = rows["equipment.csv"][0]
    rows["equipment.csv"] = [first | {"row_ref": "A"}, first | {"row_ref": "oxygenator B"}]
    answer = load(write(tmp_path / "in", rows))

    stored = Run.objects.get().complications.get()
    files = export(tmp_path / "out")
    other = make_center()
    load(tmp_path / "out", center=other.center_code)

    assert answer.refused == ""
    assert stored.comp_equipment_row == 2
    assert json.dumps(files["complications.csv"].decode()).count("oxygenator B") == 1
    assert export(tmp_path / "again", center=other.center_code) == files
    assert "unchanged 1" in load(tmp_path / "in").text
