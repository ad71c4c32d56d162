"""What is wrong with files, headers and keys is told with file, row, column and value; nothing is stored then."""

import pytest

from registry.models import Case
from tests.files.conftest import Load
from tests.files.folders import copies, example, text_of, write

pytestmark = pytest.mark.django_db


def test_a_folder_without_files_is_refused(load: Load, tmp_path) -> None:
    assert "No file of cases" in load(tmp_path).refused


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_are_recognized(load: Load, export, tmp_path, encoding: str) -> None:
    write(
        tmp_path / "in",
        example(
            admissions={"referring_hospital": "𠮷林大学", "admission_source": "3", "transport_mode": "1"}
        ),
        encoding,
    )

    assert load(tmp_path / "in").refused == ""
    assert "𠮷林大学".encode() in export(tmp_path / "out")["admissions.csv"]


def test_one_broken_sign_does_not_make_utf8_a_gb18030_file(load: Load, tmp_path) -> None:
    write(tmp_path, example(patients={"patient_name": "演示患者张三李四"}))
    path = tmp_path / "patients.csv"
    path.write_bytes(path.read_bytes().replace("四".encode(), b"\xe5\x9b", 1))

    answer = load(tmp_path)

    assert answer.refused == "Nothing was loaded."
    assert answer.problems[0].startswith("error: patients.csv: The text is neither UTF-8 nor GB18030")


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        (b"PK\x03\x04rest", "workbook"),
        ("a,b".encode("utf-16"), "UTF-16"),
        (b"", "empty"),
        (b'"', "cannot be read"),
    ],
)
def test_other_formats_are_named(load: Load, tmp_path, begin: bytes, said: str) -> None:
    write(tmp_path, example())
    (tmp_path / "cannulas.csv").write_bytes(begin)

    assert said in load(tmp_path).problems[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("birth_date", "birthdate", "error: patients.csv, 1, birthdate: There is no such column; did you mean birth_date?"),
        ("birth_date", "出生日期", "error: patients.csv, 1, 出生日期: There is no such column; did you mean birth_date?"),
        ("birth_date", "pump_flow", "error: patients.csv, 1, pump_flow: This column belongs in support_records.csv"),
        ("birth_date", "patient_id", "error: patients.csv, 1, patient_id: The registry writes this itself; leave the column out"),
        ("birth_date", "sex", "error: patients.csv, 1, sex: This column stands in the header twice"),
        ("patient_ref", "qwertyuiop", "error: patients.csv, 1: The key patient_ref is missing in the header"),
        (",", ";", "error: patients.csv, 1: Cells are to be divided by commas. Please save the file as CSV UTF-8"),
    ],
)  # fmt: skip
def test_a_wrong_header_is_explained(load: Load, tmp_path, old: str, new: str, said: str) -> None:
    rows = example()
    text = text_of(rows["patients.csv"])
    head, rest = text.split("\n", 1)
    write(tmp_path, rows | {"patients.csv": f"{head.replace(old, new)}\n{rest}"})

    answer = load(tmp_path)

    assert said in answer.problems
    assert answer.refused == "Nothing was loaded."


def test_an_unknown_file_is_named(load: Load, tmp_path) -> None:
    write(tmp_path, example() | {"patient.csv": "a\n", "problems.csv": "mine\n"})

    assert load(tmp_path).problems == [
        "error: patient.csv: No file of this name is known; did you mean patients.csv?"
    ]


def change(name: str, row: int, **cells: str):
    def apply(rows) -> None:
        rows[name][row] |= cells

    return apply


@pytest.mark.parametrize(
    ("apply", "said"),
    [
        (change("patients.csv", 1, patient_ref="EXAMPLE-P1-00000"), "error: patients.csv, 3, patient_ref [EXAMPLE-P1-00000]: The same key stands in row 2"),
        (change("admissions.csv", 1, patient_ref="nobody"), "error: admissions.csv, 3, patient_ref [nobody]: No row of patients.csv has this key"),
        (change("runs.csv", 1, case_ref="nothing"), "error: runs.csv, 3, case_ref [nothing]: No row of admissions.csv has this key"),
        (change("runs.csv", 1, run_number="2"), "error: runs.csv, 3, run_number [2]: Runs are numbered 1, 2, 3 without a gap"),
        (change("runs.csv", 1, run_number="one"), "error: runs.csv, 3, run_number [one]: A run number is a whole number from 1 to 10"),
        (change("cannulas.csv", 1, run_number="3"), "error: cannulas.csv, 3, run_number [3]: No row of runs.csv has this number in the case"),
        (change("cannulas.csv", 1, row_ref=""), "error: cannulas.csv, 3, row_ref: This key is needed"),
        (change("followups.csv", 1, fu_window="D31"), "error: followups.csv, 3, fu_window [D31]: There is no such follow-up window; YN needs a year from 6 on, the others none"),
        (change("complications.csv", 1, comp_equipment_row="9"), "error: complications.csv, 3, comp_equipment_row [9]: No row of equipment.csv has this key"),
    ],
)  # fmt: skip
def test_keys_must_fit_together(load: Load, tmp_path, apply, said: str) -> None:
    rows = copies(2)
    apply(rows)
    write(tmp_path, rows)

    answer = load(tmp_path)

    assert said in answer.problems
    assert answer.refused == "Nothing was loaded."


def test_every_problem_is_told_at_once_and_nothing_is_stored(load: Load, tmp_path, everything) -> None:
    rows = copies(3)
    rows["runs.csv"][0]["weight_kg"] = "heavy"
    rows["runs.csv"][2]["run_stop_at"] = "2026-02-01 10:00"
    rows["admissions.csv"][1]["payer"] = "99"
    write(tmp_path, rows)
    problems = tmp_path / "told.txt"

    answer = load(tmp_path, problems=problems)

    assert "error: runs.csv, 2, weight_kg [heavy]: Enter a number" in answer.problems
    assert "error: admissions.csv, 3, payer [99]: Choose one of the listed answers" in answer.problems
    assert any("(V001)" in line and "runs.csv, 4" in line for line in answer.problems)
    assert answer.refused == "Nothing was loaded."
    assert not Case.objects.exists()
    told = problems.read_text(encoding="utf-8-sig").splitlines()
    assert told[0] == "file,row,column,value,level,rule,message_en,message_zh"
    assert "runs.csv,2,weight_kg,heavy,error,,Enter a number,请填数字" in told


def test_problems_are_told_in_the_chosen_language(load: Load, tmp_path) -> None:
    write(tmp_path, example(runs={"weight_kg": "heavy"}))

    answer = load(tmp_path, language="zh")

    assert "错误: runs.csv, 2, weight_kg [heavy]: 请填数字" in answer.text
    assert answer.refused == "未导入任何数据。"


@pytest.mark.parametrize("cell", ["0145", "t", "-1", "1119 0145", "11-19 1:45", "n", "261119 0145"])
def test_a_time_without_its_full_year_is_refused(load: Load, tmp_path, cell: str) -> None:
    write(tmp_path, example(runs={"run_stop_at": cell}))

    assert load(tmp_path).problems[0] == (
        f"error: runs.csv, 2, run_stop_at [{cell}]: Write the time like 2026-11-19 01:45"
    )


def test_a_cell_under_no_name_is_told(load: Load, tmp_path) -> None:
    rows = example()
    write(tmp_path, rows | {"cannulas.csv": text_of(rows["cannulas.csv"]).rstrip("\n") + ",lost\n"})

    assert "error: cannulas.csv, 3: A cell of this row stands under no column name" in load(tmp_path).problems


def test_short_and_empty_rows_are_read(load: Load, tmp_path) -> None:
    rows = example()
    write(
        tmp_path,
        rows
        | {"diagnoses.csv": "case_ref,run_number,row_ref,diag_code,diag_role\n,,,,\nEXAMPLE-1,1,a,C02\n"},
    )

    answer = load(tmp_path)

    assert answer.refused == ""
    assert "cases new 1" in answer.text
