"""How figures are written."""

from typing import Any

import pytest

from national.charts import formats


@pytest.mark.parametrize(
    ("share", "denominator", "text"),
    [
        (0.526, 8412, "52.6%"),
        (0.526, 99, "53%"),
        (0.0005, 8412, "0.1%"),
        (-0.031, None, "−3.1%"),
        (1.0, 100, "100.0%"),
    ],
)
def test_percent_has_no_decimals_under_one_hundred(share: float, denominator: int | None, text: str) -> None:
    assert formats.percent(share, denominator) == text


def test_counts_have_separators_and_withheld_ones_are_stars() -> None:
    assert (formats.count(8412), formats.count(None), formats.count(None, withheld=False)) == (
        "8,412",
        "*",
        "–",
    )


def test_interval_and_ratio_of_a_proportion() -> None:
    share: dict[str, Any] = {
        "numerator": 400,
        "denominator": 790,
        "proportion": 0.506,
        "lower": 0.4715,
        "upper": 0.5411,
    }

    assert (formats.ratio(share), formats.interval(share)) == ("400 / 790", "47.2–54.1")


def test_growth_always_shows_its_sign() -> None:
    assert [formats.growth(change) for change in (0.113, -0.02, 0.0)] == ["+11.3%", "−2.0%", "0.0%"]


def test_quantities_are_whole_from_ten_upward() -> None:
    assert [formats.quantity(value) for value in (121.4, 9.25, 8.0)] == ["121", "9.2", "8"]
