"""Any text in any cell is told as a problem or stored exactly; nothing breaks, nothing changes on the way."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from outcomes.files import FollowUpFile
from registry.files.cells import REASONS, unguarded
from registry.files.identities import identifiers
from registry.files.tables import CASE_TABLES, FileTable
from tests.files import folders
from tests.files.conftest import Load

pytestmark = pytest.mark.django_db

TABLES = (*CASE_TABLES, FollowUpFile.table)
FILLED = [table for table in TABLES if folders.example()[table.file]]
NASTY = [
    "NaN", "-Infinity", "1e400", "1" + "0" * 400, "1,5", "0x1F", "١٢", "１２", " 12 ", "−5", "+5", "7\x002", "\x00", "\ufeff5",
    "\u202e27", "a\u200bb", "=1+1", "@SUM(A1)", "-2+3|cmd", "\t=1", "\r=1", "'=1", "''", "unknown", "'unknown", "not_applicable",
    "<b>x</b>", '"', '""', 'a"b', "a\nb", "a\r\nb", "a\rb", "𠮷野家㐂𬎆䶮", "🫀", "e\u0301", "x" * 100_000, "2026-02-30",
    "2026-13-01 10:00", "0000-00-00", "9999-12-31 23:59", "0001-01-01 00:00", "1879-12-31", "24:00", "C01;C01", ";;;", "1;1;1", "[1]", "{}", '{"reason":{}}',
    '{"reason":{"weight_kg":{"V088":"\\u0000"}}}', '{"hidden":{"weight_kg":{"text":"5","at":"now"}}}', "[" * 100_000, "  ", "\u3000",
]  # fmt: skip
TEXTS = st.sampled_from(NASTY) | st.text(max_size=40)


@st.composite
def cells(draw: Callable[..., object]) -> tuple[FileTable, str, str]:
    table: FileTable = draw(st.sampled_from(FILLED))  # type: ignore[assignment]
    return table, draw(st.sampled_from(table.header)), draw(TEXTS)  # type: ignore[return-value]


@given(cells())
@example((CASE_TABLES[0], "patient_name", "x" * 100_000))
@example((CASE_TABLES[2], "stop_reason_other", "\x00"))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_in_any_cell_is_told_or_stored_exactly(
    load: Load, export, case: tuple[FileTable, str, str]
) -> None:
    table, column, text = case
    rows = folders.example(runs={"stop_reason": "88", "stop_reason_other": "because"})
    rows[table.file][0][column] = text
    with TemporaryDirectory() as place, transaction.atomic():
        answer = load(folders.write(Path(place) / "in", rows))
        if answer.refused:
            assert any(line.startswith(f"error: {table.file}") for line in answer.problems) or _is_key(
                table, column
            )
            assert answer.problems
        else:
            out = export(Path(place) / "out")
            assert_kept(table, column, text, out[table.file])
            for folder in ("in", "out"):
                assert "changed 0, unchanged 1" in load(Path(place) / folder).text
        transaction.set_rollback(True)


def _is_key(table: FileTable, column: str) -> bool:
    """Another key makes other files point to nothing; those are told then."""
    return column in table.keys


def assert_kept(table: FileTable, column: str, text: str, file: bytes) -> None:
    """A text column holds the text; other columns were judged, and are equal when they are read again."""
    told = table.by_name.get(column)
    if told is None or not told.is_text or text in REASONS or column in identifiers(table):
        return
    row = next(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))
    hidden = json.loads(row["notes"] or "{}").get("hidden", {}).get(column)
    kept = hidden["text"] if hidden else unguarded(row[column])
    assert kept == (unguarded(text) if text.strip() else "")


@given(st.binary(max_size=400))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_bytes_for_a_file_are_told_or_loaded(load: Load, junk: bytes) -> None:
    with TemporaryDirectory() as place, transaction.atomic():
        folder = folders.write(Path(place), folders.example())
        path = folder / "cannulas.csv"
        path.write_bytes(path.read_bytes() + junk)

        answer = load(folder)

        assert answer.refused == "" or answer.problems
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("weight_kg", "１" * 30, "Enter a number"),
        ("weight_kg", "72.123", "At most 2 decimal places"),
        ("weight_kg", "9999", "Outside the possible range"),
        ("primary_diagnosis", "myocarditis", "Choose one of the listed answers"),
        ("lv_unloading", "0;99", "Choose one of the listed answers"),
        ("stop_reason_other", "x" * 201, "At most 200 characters"),
        ("stop_reason_other", "a\x00b", "Contains characters that cannot be stored"),
        ("run_start_at", "unknown", "Write the time like"),
        ("run_start_at", "0001-01-01 00:00", "Please check the year"),
        ("stop_reason", "unknown", "Choose one of the listed answers"),
    ],
)
def test_what_is_no_value_is_told(load: Load, tmp_path, name: str, text: str, said: str) -> None:
    answer = load(folders.write(tmp_path, folders.example(runs={name: text})))

    assert any(line.startswith(f"error: runs.csv, 2, {name} [") and said in line for line in answer.problems)


def test_a_long_value_is_told_in_short(load: Load, tmp_path) -> None:
    answer = load(folders.write(tmp_path, folders.example(runs={"weight_kg": "\u202e" + "7" * 100_000})))

    assert len(answer.problems[0]) < 300
    assert "\u202e" not in answer.text
