"""Numbers that were probably meant in another unit, and units that are kept."""

from datetime import UTC, datetime

import pytest

from crf.answering import Entry, answer, rejection
from crf.hiding import hide, restore
from crf.slips import Slip, slip
from registry.models import Baseline, PreEcls

FIO2, HEIGHT = PreEcls.item_field("pre_fio2"), Baseline.item_field("height_cm")
PAO2 = PreEcls.item_field("pre_pao2")


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("8.1", "mmHg", Slip("kPa", "60.8")),
        ("８.1", "mmHg", Slip("kPa", "60.8")),
        ("90", "mmHg", None),
        ("12", "kPa", None),
        ("100", "kPa", Slip("mmHg", "100")),
        ("many", "mmHg", None),
    ],
)
def test_a_value_that_is_usual_in_another_unit_is_offered_in_it(text, unit, expected):
    assert slip(PAO2, text, unit, "A") == expected


@pytest.mark.parametrize(
    ("column", "text", "unit", "group", "expected"),
    [
        (FIO2, "0.6", "", "A", Slip("fraction", "60")),
        (FIO2, "0.3", "", "A", Slip("fraction", "30")),
        (FIO2, "1.0", "%", None, Slip("fraction", "100")),
        (FIO2, "60", "fraction", "A", Slip("%", "60")),
        (FIO2, "0.1", "", "A", None),
        (FIO2, "30", "", "A", None),
        (HEIGHT, "1.75", "cm", "A", Slip("m", "175")),
        (HEIGHT, "0.5", "cm", "N", Slip("m", "50")),
        (HEIGHT, "135", "cm", "A", None),
        (PAO2, "5", "mmHg", "A", Slip("kPa", "37.5")),
    ],
)
def test_a_value_that_is_impossible_as_entered_is_offered_where_it_is_possible(
    column, text, unit, group, expected
):
    assert slip(column, text, unit, group) == expected


def test_the_unit_of_a_text_that_is_no_value_is_kept():
    part = PreEcls()

    answer(part, "pre_pao2", Entry("900", unit="kPa"))

    assert part.notes["entered"]["pre_pao2"] == {"text": "900", "unit": "kPa"}
    assert part.pre_pao2 is None
    assert "超出" in rejection(part, "pre_pao2").zh


def test_a_hidden_answer_comes_back_in_the_unit_it_was_entered_in():
    part = PreEcls()
    answer(part, "pre_pao2", Entry("8.1", unit="kPa"))
    before = part.pre_pao2

    hide(part, "pre_pao2", datetime.now(UTC))
    restore(part, "pre_pao2")

    assert (part.pre_pao2, part.written("pre_pao2")) == (before, "8.1")
    assert part.notes["entered"]["pre_pao2"]["unit"] == "kPa"
