"""Numbers that were probably meant in another unit, and units that are kept."""

from datetime import UTC, datetime

import pytest

from crf.answering import Entry, answer, rejection
from crf.hiding import hide, restore
from crf.slips import Slip, slip
from registry.models import PreEcls

PAO2 = PreEcls.item_field("pre_pao2")


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("8.1", "mmHg", Slip("kPa", "60.8")),
        ("８.1", "mmHg", Slip("kPa", "60.8")),
        ("90", "mmHg", None),
        ("12", "kPa", None),
        ("100", "kPa", Slip("mmHg", "100.0")),
        ("many", "mmHg", None),
    ],
)
def test_a_value_that_is_usual_in_another_unit_is_offered_in_it(text, unit, expected):
    assert slip(PAO2, text, unit, "A") == expected


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
