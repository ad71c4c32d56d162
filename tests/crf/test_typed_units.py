"""A unit typed behind a number picks that unit; anything else behind it is refused as before."""

from decimal import Decimal
from typing import Any

import pytest

from crf.answering import Entry, answer, entered_unit
from crf.units import typed_unit
from registry.models import Course, PreEcls, SupportRecord


def given(part: Any, name: str, text: str, unit: str = "") -> Any:
    answer(part, name, Entry(text=text, unit=unit))
    return part


@pytest.mark.parametrize("text", ["8.1 kPa", "8.1kpa", " 8.1  KPA ", "８.１ｋＰａ"])
def test_a_typed_unit_is_kept_as_if_it_had_been_chosen(text: str) -> None:
    typed, chosen = given(PreEcls(), "pre_pao2", text), given(PreEcls(), "pre_pao2", "8.1", unit="kPa")

    assert (typed.pre_pao2, typed.notes) == (chosen.pre_pao2, chosen.notes)
    assert (typed.pre_pao2, entered_unit(typed, "pre_pao2")) == (Decimal("60.8"), "kPa")
    assert typed.written("pre_pao2") == "8.1"


def test_the_own_unit_may_be_typed_too_and_wins_over_the_one_chosen() -> None:
    part = given(PreEcls(), "pre_pao2", "61 mmHg", unit="kPa")

    assert (part.pre_pao2, part.notes) == (Decimal("61.0"), {})


def test_the_same_answer_again_is_no_change() -> None:
    part = given(PreEcls(), "pre_pao2", "8.1 kPa")

    assert not answer(part, "pre_pao2", Entry(text="8.1 kPa"))
    assert not answer(part, "pre_pao2", Entry(text="8.1", unit="kPa"))


@pytest.mark.parametrize("text", ["88 umol/L", "88umol/l", "88 µmol/L", "88 μmol/L"])
def test_u_stands_for_the_letter_few_keyboards_have(text: str) -> None:
    part = given(PreEcls(), "pre_creatinine", text, unit="mg/dL")

    assert (part.pre_creatinine, part.notes) == (Decimal("88"), {})


@pytest.mark.parametrize("text", ["8.1 bar", "kPa", "8.1 kPa kPa", "8.1.2 kPa", "8,1 kPa"])
def test_what_is_no_unit_of_the_field_is_refused_as_typed(text: str) -> None:
    part = given(PreEcls(), "pre_pao2", text)

    assert (part.pre_pao2, part.rejected("pre_pao2")) == (None, text)


def test_a_value_out_of_range_is_refused_in_its_own_unit() -> None:
    part = given(PreEcls(), "pre_pao2", "900 kPa")

    assert (part.rejected("pre_pao2"), entered_unit(part, "pre_pao2")) == ("900", "kPa")


def test_units_that_are_words_are_read_in_both_languages() -> None:
    for text in ("1200 mL 全血", "1200 mL whole-blood equivalent"):
        assert given(Course(), "rbc_units", text).rbc_units == 6


def test_a_unit_that_begins_with_a_digit_needs_a_space() -> None:
    units = SupportRecord.item_field("on_platelets").item.units

    assert typed_unit(f"112 {units[0]}", units) == ("112", units[0])
    assert typed_unit(f"112{units[0]}", units) is None or not units[0][0].isdigit()
    assert typed_unit("112", units) is None
