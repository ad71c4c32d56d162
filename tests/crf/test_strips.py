"""The strip beside a number."""

import pytest

from crf.strips import Strip, drawn, strip


def found(value: object) -> Strip:
    made = strip((10, 20), (0, 30), value)
    assert made is not None
    return made


def test_a_value_in_the_middle_of_its_range_is_marked_in_the_middle() -> None:
    made = found(15)

    assert made.mark is not None
    assert made.start < made.mark < made.start + made.width
    assert made.mark + 2 == pytest.approx(75, abs=1)


@pytest.mark.parametrize("value", [-1000, 1000])
def test_a_value_far_outside_stays_on_the_strip(value: int) -> None:
    mark = found(value).mark

    assert mark is not None
    assert 0 <= mark <= 146


@pytest.mark.parametrize("value", [None, "", "not a number", True])
def test_what_is_no_number_has_no_mark(value: object) -> None:
    assert found(value).mark is None
    assert "mark" not in drawn(found(value))


def test_no_strip_without_a_usual_range() -> None:
    assert drawn(strip((None, 20), (0, 30), 5)) == ""
