"""TTM risk score: Martinell et al., Crit Care 2017;21:96."""

from typing import Any

import pytest

from registry.scores.ttm_risk import ttm_risk
from tests.scores.worked import Row, check, points_of, reachable

BASELINE: dict[str, Any] = {
    "age_years": 42,
    "arrest_at_home": False,
    "initial_rhythm_shockable": True,
    "no_flow_min": 2,
    "low_flow_min": 4,
    "epinephrine_given": False,
    "pupillary_or_corneal_reflex": True,
    "ph_arterial": 7.25,
    "gcs_motor": 4,
    "paco2_kpa": 5.5,
}
ROWS = [
    Row({}, {}, 0, "not_high"),
    Row(
        {
            "age_years": 63,
            "arrest_at_home": True,
            "low_flow_min": 25,
            "epinephrine_given": True,
            "ph_arterial": 7.12,
        },
        {"age_years": 4, "arrest_at_home": 2, "low_flow_min": 2, "epinephrine_given": 2, "ph_arterial": 1},
        11,
        "not_high",
    ),
    Row(
        {
            "age_years": 78,
            "initial_rhythm_shockable": False,
            "no_flow_min": 7,
            "low_flow_min": 45,
            "epinephrine_given": True,
            "gcs_motor": 1,
            "ph_arterial": 6.98,
        },
        {
            "age_years": 7,
            "initial_rhythm_shockable": 4,
            "no_flow_min": 1,
            "low_flow_min": 3,
            "epinephrine_given": 2,
            "ph_arterial": 2,
            "gcs_motor": 2,
        },
        21,
        "high",
    ),
    Row({"age_years": 35, "ph_arterial": 7.4}, {"age_years": -1, "ph_arterial": -1}, -2, "not_high"),
    Row(
        {
            "age_years": 56,
            "low_flow_min": 65,
            "epinephrine_given": True,
            "pupillary_or_corneal_reflex": False,
            "ph_arterial": 6.85,
            "gcs_motor": 1,
            "paco2_kpa": 4.2,
        },
        {
            "age_years": 3,
            "low_flow_min": 4,
            "epinephrine_given": 2,
            "pupillary_or_corneal_reflex": 3,
            "ph_arterial": 3,
            "gcs_motor": 2,
            "paco2_kpa": 3,
        },
        20,
        "high",
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_worked_examples(row: Row) -> None:
    check(ttm_risk, BASELINE, row)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("age_years", 39, -1),
        ("age_years", 40, 0),
        ("age_years", 44, 0),
        ("age_years", 45, 1),
        ("age_years", 49, 1),
        ("age_years", 84, 8),
        ("age_years", 85, 9),
        ("no_flow_min", 4.9, 0),
        ("no_flow_min", 5, 1),
        ("no_flow_min", 9.9, 1),
        ("no_flow_min", 14.9, 2),
        ("no_flow_min", 10, 2),
        ("no_flow_min", 15, 3),
        ("low_flow_min", 5, 0),
        ("low_flow_min", 5.1, 1),
        ("low_flow_min", 15, 1),
        ("low_flow_min", 15.1, 2),
        ("low_flow_min", 30.1, 3),
        ("ph_arterial", 7.349, 0),
        ("ph_arterial", 7.199, 1),
        ("ph_arterial", 7.049, 2),
        ("low_flow_min", 30, 2),
        ("low_flow_min", 60, 3),
        ("low_flow_min", 60.5, 4),
        ("ph_arterial", 7.35, -1),
        ("ph_arterial", 7.2, 0),
        ("ph_arterial", 7.05, 1),
        ("ph_arterial", 6.9, 2),
        ("ph_arterial", 6.899, 3),
        ("gcs_motor", 2, 0),
        ("paco2_kpa", 4.5, 0),
        ("paco2_kpa", 4.49, 3),
    ],
)
def test_cut_offs(name: str, value: float, points: int) -> None:
    assert points_of(ttm_risk, BASELINE, name, **{name: value}) == points


def test_the_table_spans_the_published_range() -> None:
    flags: dict[str, Any] = {
        name: [True, False] for name, value in BASELINE.items() if isinstance(value, bool)
    }
    values: dict[str, Any] = {
        "age_years": [30, 60, 90],
        "no_flow_min": [0, 20],
        "low_flow_min": [0, 90],
        "ph_arterial": [6.8, 7.1, 7.4],
        "gcs_motor": [1, 6],
        "paco2_kpa": [4, 6],
    }

    assert reachable(ttm_risk, BASELINE, flags | values) == (-2, 35)
