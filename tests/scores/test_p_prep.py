"""P-PREP: Bailly et al., Crit Care Med 2017;45:e58-e66 (PMC5532876)."""

from typing import Any

import pytest

from registry.scores.p_prep import p_prep
from tests.scores.worked import points_of, reachable

BASELINE: dict[str, Any] = {
    "ecmo_mode": "VA",
    "mv_days_pre_ecmo": 3,
    "pf_ratio": 320,
    "ph_arterial": 7.22,
    "pulmonary_diagnosis": "other",
    "cardiac_arrest_pre_ecmo": False,
    "cancer": False,
    "acute_renal_failure": False,
    "acute_liver_necrosis": False,
}
ROWS: list[tuple[dict[str, Any], dict[str, int], int, float]] = [
    ({}, {}, 0, 21.81),
    (
        {"ecmo_mode": "VV", "pf_ratio": 70, "pulmonary_diagnosis": "rsv"},
        {"ecmo_mode": -4, "pf_ratio": 7, "pulmonary_diagnosis": -4},
        -1,
        19.84,
    ),
    (
        {"ecmo_mode": "VV", "pf_ratio": 90, "mv_days_pre_ecmo": 18, "pulmonary_diagnosis": "sepsis_ards"},
        {"ecmo_mode": -4, "mv_days_pre_ecmo": 5, "pf_ratio": 7, "pulmonary_diagnosis": 3},
        11,
        50.97,
    ),
    (
        {"pf_ratio": 60, "pulmonary_diagnosis": "pertussis", "acute_renal_failure": True},
        {"pf_ratio": 7, "pulmonary_diagnosis": 5, "acute_renal_failure": 8},
        20,
        75.31,
    ),
    (
        {"ecmo_mode": "VV", "pf_ratio": 120, "pulmonary_diagnosis": "asthma", "ph_arterial": 7.05},
        {"ecmo_mode": -4, "pf_ratio": 5, "ph_arterial": 1, "pulmonary_diagnosis": -8},
        -6,
        11.98,
    ),
    (
        {"pf_ratio": 85, "cancer": True, "acute_liver_necrosis": True, "cardiac_arrest_pre_ecmo": True},
        {"pf_ratio": 7, "cardiac_arrest_pre_ecmo": 3, "cancer": 6, "acute_liver_necrosis": 18},
        34,
        94.21,
    ),
]


@pytest.mark.parametrize(("changed", "points", "total", "predicted"), ROWS)
def test_worked_examples(
    changed: dict[str, Any], points: dict[str, int], total: int, predicted: float
) -> None:
    found = p_prep(**BASELINE | changed)

    assert {name: each for name, each in found.items.items() if each} == points
    assert (found.total, found.complete, found.risk_class) == (total, True, None)
    assert found.predicted_pct == pytest.approx(predicted, abs=0.005)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("mv_days_pre_ecmo", 14, 0),
        ("mv_days_pre_ecmo", 14.01, 5),
        ("pf_ratio", 100, 7),
        ("pf_ratio", 100.1, 5),
        ("pf_ratio", 200, 5),
        ("pf_ratio", 200.5, 4),
        ("pf_ratio", 300, 4),
        ("pf_ratio", 300.5, 0),
        ("ph_arterial", 7.109, 1),
        ("ph_arterial", 7.11, 0),
        ("ph_arterial", 7.34, 0),
        ("ph_arterial", 7.345, -1),
        ("pulmonary_diagnosis", "aspiration", -5),
    ],
)
def test_cut_offs(name: str, value: object, points: int) -> None:
    assert points_of(p_prep, BASELINE, name, **{name: value}) == points


def test_the_table_spans_the_published_range() -> None:
    flags: dict[str, Any] = {name: [True, False] for name, value in BASELINE.items() if value is False}
    values: dict[str, Any] = {
        "ecmo_mode": ["VV", "VA"],
        "mv_days_pre_ecmo": [3, 20],
        "pf_ratio": [50, 320],
        "ph_arterial": [7.0, 7.2, 7.5],
        "pulmonary_diagnosis": ["asthma", "aspiration", "rsv", "sepsis_ards", "pertussis", "other"],
    }

    assert reachable(p_prep, BASELINE, flags | values) == (-13, 53)


def test_a_missing_item_leaves_bounds_and_no_percentage() -> None:
    found = p_prep(**BASELINE | {"acute_liver_necrosis": None})

    assert (found.total, found.min_possible, found.max_possible) == (None, 0, 18)
    assert found.predicted_pct is None
