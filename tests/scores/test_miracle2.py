"""MIRACLE2: Pareek et al., Eur Heart J 2020;41:4508-17."""

from typing import Any

import pytest

from registry.scores.miracle2 import miracle2
from tests.scores.worked import Row, check, points_of, reachable

BASELINE: dict[str, Any] = {
    "witnessed": True,
    "initial_rhythm_shockable": True,
    "pupils_reactive_any": True,
    "age_years": 50,
    "changing_rhythm": False,
    "ph_arterial": 7.3,
    "epinephrine_given": False,
}
ROWS = [
    Row({}, {}, 0, "low", 5.6),
    Row(
        {"epinephrine_given": True, "ph_arterial": 7.1},
        {"ph_arterial": 1, "epinephrine_given": 2},
        3,
        "intermediate",
        55.4,
    ),
    Row(
        {"witnessed": False, "age_years": 66, "epinephrine_given": True},
        {"witnessed": 1, "age_years": 1, "epinephrine_given": 2},
        4,
        "intermediate",
        55.4,
    ),
    Row(
        {
            "initial_rhythm_shockable": False,
            "changing_rhythm": True,
            "age_years": 83,
            "epinephrine_given": True,
            "ph_arterial": 6.95,
            "pupils_reactive_any": False,
        },
        {
            "initial_rhythm_shockable": 1,
            "pupils_reactive_any": 1,
            "age_years": 3,
            "changing_rhythm": 1,
            "ph_arterial": 1,
            "epinephrine_given": 2,
        },
        9,
        "high",
        92.3,
    ),
    Row({"age_years": 72, "ph_arterial": 7.2}, {"age_years": 1}, 1, "low", 5.6),
]


@pytest.mark.parametrize("row", ROWS)
def test_worked_examples(row: Row) -> None:
    check(miracle2, BASELINE, row)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("age_years", 59, 0),
        ("age_years", 60, 1),
        ("age_years", 80, 1),
        ("age_years", 81, 3),
        ("ph_arterial", 7.199, 1),
        ("ph_arterial", 7.2, 0),
    ],
)
def test_cut_offs(name: str, value: float, points: int) -> None:
    assert points_of(miracle2, BASELINE, name, **{name: value}) == points


def test_the_table_spans_the_published_range() -> None:
    flags: dict[str, Any] = {
        name: [True, False] for name, value in BASELINE.items() if isinstance(value, bool)
    }

    assert reachable(miracle2, BASELINE, flags | {"age_years": [50, 70, 90], "ph_arterial": [7, 7.4]}) == (
        0,
        10,
    )
