"""ENCOURAGE: Muller et al., Intensive Care Med 2016;42:370-8."""

from typing import Any

import pytest

from registry.scores.encourage import encourage
from tests.scores.worked import Row, check, points_of, reachable

BASELINE: dict[str, Any] = {
    "age_years": 50,
    "sex": "M",
    "bmi": 23,
    "gcs": 15,
    "creatinine_umol_l": 90,
    "lactate_mmol_l": 1.5,
    "prothrombin_activity_pct": 80,
}
WORST: dict[str, Any] = {
    "age_years": 68,
    "sex": "F",
    "gcs": 4,
    "lactate_mmol_l": 12,
    "prothrombin_activity_pct": 41,
    "creatinine_umol_l": 210,
    "bmi": 31,
}
ROWS = [
    Row({}, {}, 0, "0-12", 80),
    Row({"age_years": 64, "lactate_mmol_l": 5.2}, {"age_years": 5, "lactate_mmol_l": 8}, 13, "13-18", 58),
    Row(
        {"sex": "F", "bmi": 27, "lactate_mmol_l": 3.0},
        {"sex": 7, "bmi": 6, "lactate_mmol_l": 8},
        21,
        "19-22",
        25,
    ),
    Row(
        {"age_years": 71, "creatinine_umol_l": 188, "lactate_mmol_l": 9.4, "bmi": 26},
        {"age_years": 5, "bmi": 6, "creatinine_umol_l": 5, "lactate_mmol_l": 11},
        27,
        "23-27",
        20,
    ),
    Row(
        WORST,
        {
            "age_years": 5,
            "sex": 7,
            "bmi": 6,
            "gcs": 6,
            "creatinine_umol_l": 5,
            "lactate_mmol_l": 11,
            "prothrombin_activity_pct": 5,
        },
        45,
        ">=28",
        7,
    ),
    Row(
        {"lactate_mmol_l": 8.0, "prothrombin_activity_pct": None},
        {"lactate_mmol_l": 8},
        None,
        bounds=(8, 13),
        missing=("prothrombin_activity_pct",),
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_worked_examples(row: Row) -> None:
    check(encourage, BASELINE, row)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("age_years", 60, 0),
        ("age_years", 61, 5),
        ("bmi", 25, 0),
        ("bmi", 25.01, 6),
        ("gcs", 6, 0),
        ("gcs", 5, 6),
        ("creatinine_umol_l", 150, 0),
        ("creatinine_umol_l", 150.5, 5),
        ("lactate_mmol_l", 1.99, 0),
        ("lactate_mmol_l", 2, 8),
        ("lactate_mmol_l", 8, 8),
        ("lactate_mmol_l", 8.01, 11),
        ("prothrombin_activity_pct", 50, 0),
        ("prothrombin_activity_pct", 49.9, 5),
    ],
)
def test_cut_offs(name: str, value: float, points: int) -> None:
    assert points_of(encourage, BASELINE, name, **{name: value}) == points


def test_the_table_spans_its_range() -> None:
    choices = {name: [BASELINE[name], WORST[name]] for name in BASELINE}

    assert reachable(encourage, BASELINE, choices) == (0, 45)
