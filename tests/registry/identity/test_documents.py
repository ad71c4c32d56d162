"""Resident numbers, names and masks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.identity import documents
from registry.identity.documents import NumberProblem

TODAY = date(2026, 11, 22)
# Printed in the standard as its worked example; put together here so that no file holds a whole number.
STANDARD_EXAMPLE = "11010519491231002" + "X"
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
PROVINCES = st.sampled_from(["11", "31", "44", "65", "71", "81", "82", "83", "91"])
BIRTH_DATES = st.dates(date(1890, 1, 1), TODAY)


def changed(number: str, position: int, sign: str) -> str:
    return number[:position] + sign + number[position + 1 :]


def with_check(first17: str) -> str:
    return first17 + documents.check_character(first17)


def test_worked_example_of_the_standard():
    assert documents.check_character(STANDARD_EXAMPLE[:17]) == "X"
    assert documents.id_card_checksum_ok(STANDARD_EXAMPLE, TODAY) is True
    assert documents.id_card_birth_date(STANDARD_EXAMPLE) == date(1949, 12, 31)
    assert documents.id_card_sex(STANDARD_EXAMPLE) == documents.FEMALE


@given(PROVINCES, BIRTH_DATES, st.sampled_from([1, 2]), st.integers(0, 499))
def test_synthetic_number_carries_what_it_was_made_from(province, born, sex, serial):
    number = documents.synthetic_id(province, born, sex, serial)

    assert number[2:6] == "0000"
    assert documents.resident_number_problem(number, TODAY) is None
    assert documents.id_card_birth_date(number) == born
    assert documents.id_card_sex(number) == sex


@given(PROVINCES, BIRTH_DATES, st.integers(0, 499), st.integers(0, 17), st.sampled_from("0123456789"))
def test_any_single_mistyped_digit_is_noticed(province, born, serial, position, digit):
    number = documents.synthetic_id(province, born, 1, serial)
    mistyped = changed(number, position, digit)

    assert documents.id_card_checksum_ok(mistyped) is (mistyped == number)


@given(PROVINCES, BIRTH_DATES, st.integers(0, 499), st.integers(0, 15))
def test_any_swapped_neighbors_are_noticed(province, born, serial, position):
    number = documents.synthetic_id(province, born, 2, serial)
    first, second = number[position : position + 2]
    swapped = number[:position] + second + first + number[position + 2 :]

    assert documents.id_card_checksum_ok(swapped) is (swapped == number)


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (with_check("11000020000230001"), NumberProblem.DATE),
        (with_check("11000020001301001"), NumberProblem.DATE),
        (with_check("11000000000101001"), NumberProblem.DATE),
        (with_check("16000020000101001"), NumberProblem.PROVINCE),
        (with_check("00000020000101001"), NumberProblem.PROVINCE),
        (with_check("11000020261123001"), NumberProblem.FUTURE),
        (with_check("11000020261122001"), None),
        ("A" + "1" * 17, NumberProblem.CHARACTERS),
        ("X" * 18, NumberProblem.CHARACTERS),
        ("x" * 17, NumberProblem.LENGTH),
        ("1" * 19, NumberProblem.LENGTH),
        ("110105491231002", NumberProblem.FORMER),
        ("11010549123100X", NumberProblem.LENGTH),
        ("1" * 16 + "X1", NumberProblem.CHARACTERS),
        ("١" * 18, NumberProblem.CHARACTERS),
    ],
)
def test_problem_is_named(number, problem):
    assert documents.resident_number_problem(number, TODAY) == problem


def test_small_x_blanks_and_full_width_digits_are_read():
    typed = f" {STANDARD_EXAMPLE[:6]} {STANDARD_EXAMPLE[6:].lower()} "
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in STANDARD_EXAMPLE)

    assert documents.id_card_checksum_ok(typed) is True
    assert documents.id_card_checksum_ok(wide) is True
    assert documents.entered_number(1, typed) == STANDARD_EXAMPLE


@pytest.mark.parametrize("number", [None, "", " \u3000", "123", "110105491231002", "x" * 20, "1" * 19])
def test_other_lengths_are_unknown(number):
    assert documents.id_card_checksum_ok(number) is None
    assert documents.id_card_birth_date(number) is None
    assert documents.id_card_sex(number) is None


def test_unsound_number_has_no_birth_date_and_no_sex():
    unsound = changed(STANDARD_EXAMPLE, 17, "1")

    assert documents.id_card_checksum_ok(unsound) is False
    assert documents.id_card_birth_date(unsound) is None
    assert documents.id_card_sex(unsound) is None


def test_number_of_another_document_stays_as_typed():
    assert documents.entered_number(2, "e 1234") == "e 1234"


def test_births_in_summer_time_years_do_not_move():
    for year in range(1986, 1992):
        born = date(year, 5, 4) + timedelta(days=1)
        assert documents.id_card_birth_date(documents.synthetic_id("31", born, 1, 0)) == born


def test_synthetic_serial_is_limited():
    with pytest.raises(ValueError, match="0 to 499"):
        documents.synthetic_id("31", TODAY, 1, 500)


@given(ANY_TEXT)
def test_normalizing_a_number_twice_changes_nothing(text):
    once = documents.normalized_number(text)

    assert documents.normalized_number(once) == once


@given(ANY_TEXT)
def test_entering_a_name_twice_changes_nothing_and_keeps_its_length(text):
    once = documents.entered_name(text)

    assert documents.entered_name(once) == once
    assert len(once) == len(text)


@pytest.mark.parametrize("dot", ["·", *"•‧∙⋅・･․⸱●", "．", "."])
def test_dots_in_a_name_become_the_standard_one(dot):
    assert documents.entered_name(f"阿卜杜{dot}热合曼") == "阿卜杜·热合曼"


@pytest.mark.parametrize("name", ["𠮷田", "𬱖", "䶮", "John A. Smith", " 王 ", "e\u0301", "ﬁ", "王某之大"])
def test_nothing_else_in_a_name_changes(name):
    assert documents.entered_name(name) == name


@pytest.mark.parametrize(("name", "masked"), [("王小明", "王**"), ("𠮷", "𠮷**"), ("", "")])
def test_masked_name_shows_the_first_character(name, masked):
    assert documents.masked_name(name) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [("ZY001234", "••••34"), ("12345", "••••"), ("", ""), (" e12345678 ", "••••78")],
)
def test_masked_number_shows_two_characters_at_most(number, masked):
    assert documents.masked_number(number) == masked
