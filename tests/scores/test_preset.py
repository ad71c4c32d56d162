"""PRESET: Hilder et al., Crit Care 2017;21:301."""

from decimal import Decimal
from typing import Any

import pytest

from registry.scores.preset import preset
from tests.scores.worked import Row, check, points_of, reachable

BASELINE: dict[str, Any] = {
    "map_mmhg": 105,
    "lactate_mmol_l": 1.2,
    "ph_arterial": 7.36,
    "platelets_10e9_l": 240,
    "hospital_days_pre_ecmo": 1,
}
WORST: dict[str, Any] = {
    "map_mmhg": 66,
    "lactate_mmol_l": 11.5,
    "ph_arterial": 7.08,
    "platelets_10e9_l": 80,
    "hospital_days_pre_ecmo": 9,
}
ROWS = [
    Row({}, {}, 0, "I", 26),
    Row({"map_mmhg": 85, "lactate_mmol_l": 2.4}, {"map_mmhg": 2, "lactate_mmol_l": 1}, 3, "I", 26),
    Row(
        {"map_mmhg": 78, "lactate_mmol_l": 4.0, "ph_arterial": 7.18, "platelets_10e9_l": 150},
        {"map_mmhg": 3, "lactate_mmol_l": 2, "ph_arterial": 2, "platelets_10e9_l": 1},
        8,
        "II",
        68,
    ),
    Row(
        WORST,
        {
            "map_mmhg": 4,
            "lactate_mmol_l": 4,
            "ph_arterial": 3,
            "platelets_10e9_l": 2,
            "hospital_days_pre_ecmo": 2,
        },
        15,
        "III",
        93,
    ),
    Row(
        {"map_mmhg": 95, "lactate_mmol_l": 7.0, "ph_arterial": 7.28, "hospital_days_pre_ecmo": 4},
        {"map_mmhg": 1, "lactate_mmol_l": 3, "ph_arterial": 1, "hospital_days_pre_ecmo": 1},
        6,
        "II",
        68,
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_worked_examples(row: Row) -> None:
    check(preset, BASELINE, row)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("map_mmhg", 100, 1),
        ("map_mmhg", 100.5, 0),
        ("map_mmhg", 90, 2),
        ("map_mmhg", 90.5, 1),
        ("map_mmhg", 80.5, 2),
        ("map_mmhg", 70.5, 3),
        ("map_mmhg", 80, 3),
        ("map_mmhg", 70, 4),
        ("lactate_mmol_l", 1.5, 0),
        ("lactate_mmol_l", 1.51, 1),
        ("lactate_mmol_l", 3, 1),
        ("lactate_mmol_l", 6, 2),
        ("lactate_mmol_l", 10, 3),
        ("lactate_mmol_l", 3.1, 2),
        ("lactate_mmol_l", 6.1, 3),
        ("lactate_mmol_l", 10.1, 4),
        ("ph_arterial", 7.201, 1),
        ("ph_arterial", 7.101, 2),
        ("platelets_10e9_l", 201, 0),
        ("platelets_10e9_l", 101, 1),
        ("ph_arterial", Decimal("7.300"), 1),
        ("ph_arterial", 7.301, 0),
        ("ph_arterial", Decimal("7.200"), 2),
        ("ph_arterial", Decimal("7.100"), 3),
        ("platelets_10e9_l", 200, 1),
        ("platelets_10e9_l", 100, 2),
        ("hospital_days_pre_ecmo", 2, 0),
        ("hospital_days_pre_ecmo", 2.01, 1),
        ("hospital_days_pre_ecmo", 7, 1),
        ("hospital_days_pre_ecmo", 7.01, 2),
    ],
)
def test_cut_offs(name: str, value: float, points: int) -> None:
    assert points_of(preset, BASELINE, name, **{name: value}) == points


def test_the_table_spans_the_published_range() -> None:
    assert reachable(preset, BASELINE, {name: [BASELINE[name], WORST[name]] for name in BASELINE}) == (0, 15)
