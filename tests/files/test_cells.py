"""Any text goes through a cell and comes back as it was, and no spreadsheet runs it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crf.answering import answer
from registry.files.cells import REASONS, cell_of, entry_of, guarded, unguarded
from registry.files.tables import CASE_TABLES, Column
from registry.models import Run

TRIGGERS = "=+-@\t\r\n＝＋－＠"
TEXTS = st.text(st.sampled_from([*TRIGGERS, "'", "a", "知", "\u202e", *"unknow"]), max_size=12) | st.text()


@given(TEXTS)
def test_a_guarded_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(TEXTS)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert not guarded(text).startswith(tuple(TRIGGERS))


@pytest.mark.parametrize("text", ["=1+1", "'=1", "''@x", "unknown", "'not_done"])
def test_one_quote_is_added(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["'quoted'", "''", "it's", "unknown to us", " unknown", "5", ""])
def test_other_texts_stand_as_they_are(text: str) -> None:
    assert guarded(text) == text == unguarded(text)


def column(name: str) -> Column:
    return next(table.by_name[name] for table in CASE_TABLES if name in table.by_name)


@given(TEXTS.filter(lambda text: text.strip() and "\x00" not in text))
def test_a_text_answer_goes_through_file_and_form(text: str) -> None:
    told, run = column("stop_reason_other"), Run()

    answer(run, told.name, entry_of(told, guarded(text)))

    assert run.stop_reason_other == text
    assert entry_of(told, cell_of(run, told)).text == text


@pytest.mark.parametrize("reason", sorted(REASONS - {"not_applicable"}))
def test_a_missing_reason_is_no_text(reason: str) -> None:
    told, run = column("stop_reason_other"), Run()

    answer(run, told.name, entry_of(told, reason))

    assert (run.stop_reason_other, run.missing(told.name)) == (None, reason)
    assert cell_of(run, told) == reason


@pytest.mark.parametrize(
    ("name", "cell", "written"),
    [
        ("weight_kg", "７２．５", "72.50"),
        ("lv_unloading", "3；1", "1;3"),
        ("run_start_at", "2026/3/1 8:05", "2026-03-01 08:05"),
        ("decannulated_at", "2026-03-08", "2026-03-08"),
        ("primary_diagnosis", " C01 ", "C01"),
    ],
)
def test_a_value_is_written_in_one_way(name: str, cell: str, written: str) -> None:
    told = column(name)
    part = told.field.model()

    answer(part, name, entry_of(told, cell))

    assert part.rejected(name) is None
    assert cell_of(part, told) == written
