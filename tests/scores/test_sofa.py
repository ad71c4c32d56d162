"""SOFA: table as in JAMA 2016;315:801-10 (PMC4968574, Table 1)."""

from typing import Any

import pytest

from registry.scores.sofa import sofa
from tests.scores.worked import Row, check, points_of, reachable

BASELINE: dict[str, Any] = {
    "pf_ratio": 420,
    "respiratory_support": False,
    "platelets_10e9_l": 200,
    "bilirubin_umol_l": 10,
    "map_mmhg": 80,
    "gcs": 15,
    "creatinine_umol_l": 80,
    "urine_output_ml_24h": 1500,
}
ROWS = [
    Row({}, {}, 0),
    Row(
        {
            "pf_ratio": 85,
            "respiratory_support": True,
            "norepinephrine_ug_kg_min": 0.3,
            "creatinine_umol_l": 180,
            "gcs": 10,
        },
        {"respiration": 4, "cardiovascular": 4, "gcs": 2, "renal": 2},
        12,
    ),
    Row(
        {"pf_ratio": 150, "respiratory_support": False, "map_mmhg": 64, "platelets_10e9_l": 90},
        {"respiration": 2, "platelets_10e9_l": 2, "cardiovascular": 1},
        5,
    ),
    Row(
        {
            "pf_ratio": 180,
            "respiratory_support": True,
            "dopamine_ug_kg_min": 5,
            "bilirubin_umol_l": 60,
            "urine_output_ml_24h": 420,
        },
        {"respiration": 3, "bilirubin_umol_l": 2, "cardiovascular": 2, "renal": 3},
        10,
    ),
    Row(
        {
            "pf_ratio": 70,
            "respiratory_support": True,
            "epinephrine_ug_kg_min": 0.1,
            "platelets_10e9_l": 18,
            "bilirubin_umol_l": 230,
            "gcs": 3,
            "creatinine_umol_l": 460,
        },
        {
            "respiration": 4,
            "platelets_10e9_l": 4,
            "bilirubin_umol_l": 4,
            "cardiovascular": 3,
            "gcs": 4,
            "renal": 4,
        },
        23,
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_worked_examples(row: Row) -> None:
    check(sofa, BASELINE, row)


@pytest.mark.parametrize(
    ("item", "inputs", "points"),
    [
        ("respiration", {"pf_ratio": 400}, 0),
        ("respiration", {"pf_ratio": 299.9}, 2),
        ("respiration", {"pf_ratio": 200, "respiratory_support": True}, 2),
        ("respiration", {"pf_ratio": 399.9}, 1),
        ("respiration", {"pf_ratio": 300}, 1),
        ("respiration", {"pf_ratio": 200}, 2),
        ("respiration", {"pf_ratio": 199.9, "respiratory_support": True}, 3),
        ("respiration", {"pf_ratio": 100, "respiratory_support": True}, 3),
        ("respiration", {"pf_ratio": 99.9, "respiratory_support": True}, 4),
        ("respiration", {"pf_ratio": 80, "respiratory_support": False}, 2),
        ("respiration", {"pf_ratio": 250, "respiratory_support": None}, 2),
        ("respiration", {"pf_ratio": 150, "respiratory_support": None}, None),
        ("platelets_10e9_l", {"platelets_10e9_l": 150}, 0),
        ("platelets_10e9_l", {"platelets_10e9_l": 100}, 1),
        ("platelets_10e9_l", {"platelets_10e9_l": 99.9}, 2),
        ("platelets_10e9_l", {"platelets_10e9_l": 50}, 2),
        ("platelets_10e9_l", {"platelets_10e9_l": 49.9}, 3),
        ("platelets_10e9_l", {"platelets_10e9_l": 19.9}, 4),
        ("bilirubin_umol_l", {"bilirubin_umol_l": 19.9}, 0),
        ("bilirubin_umol_l", {"bilirubin_umol_l": 32.9}, 1),
        ("bilirubin_umol_l", {"bilirubin_umol_l": 101.9}, 2),
        ("platelets_10e9_l", {"platelets_10e9_l": 149.5}, 1),
        ("platelets_10e9_l", {"platelets_10e9_l": 20}, 3),
        ("bilirubin_umol_l", {"bilirubin_umol_l": 20}, 1),
        ("bilirubin_umol_l", {"bilirubin_umol_l": 33}, 2),
        ("bilirubin_umol_l", {"bilirubin_umol_l": 102}, 3),
        ("bilirubin_umol_l", {"bilirubin_umol_l": 204}, 3),
        ("bilirubin_umol_l", {"bilirubin_umol_l": 204.1}, 4),
        ("cardiovascular", {"map_mmhg": 70}, 0),
        ("cardiovascular", {"map_mmhg": 69.9}, 1),
        ("cardiovascular", {"dobutamine_ug_kg_min": 1}, 2),
        ("cardiovascular", {"dopamine_ug_kg_min": 5.1}, 3),
        ("cardiovascular", {"dopamine_ug_kg_min": 15}, 3),
        ("cardiovascular", {"dopamine_ug_kg_min": 15.1}, 4),
        ("cardiovascular", {"norepinephrine_ug_kg_min": 0.1}, 3),
        ("cardiovascular", {"norepinephrine_ug_kg_min": 0.11}, 4),
        ("cardiovascular", {"map_mmhg": None}, None),
        ("cardiovascular", {"map_mmhg": 60, "dopamine_ug_kg_min": None}, None),
        ("cardiovascular", {"dopamine_ug_kg_min": None, "norepinephrine_ug_kg_min": 0.05}, None),
        ("cardiovascular", {"map_mmhg": None, "dobutamine_ug_kg_min": 3}, 2),
        ("cardiovascular", {"dopamine_ug_kg_min": None}, None),
        ("cardiovascular", {"dopamine_ug_kg_min": None, "epinephrine_ug_kg_min": 0.5}, 4),
        ("gcs", {"gcs": 14}, 1),
        ("gcs", {"gcs": 13}, 1),
        ("gcs", {"gcs": 12}, 2),
        ("gcs", {"gcs": 9}, 3),
        ("gcs", {"gcs": 6}, 3),
        ("gcs", {"gcs": 5}, 4),
        ("renal", {"creatinine_umol_l": 110}, 1),
        ("renal", {"creatinine_umol_l": 109.9, "urine_output_ml_24h": None}, 0),
        ("renal", {"creatinine_umol_l": 170.9}, 1),
        ("renal", {"creatinine_umol_l": 299.9}, 2),
        ("renal", {"urine_output_ml_24h": 200}, 3),
        ("renal", {"creatinine_umol_l": 171}, 2),
        ("renal", {"creatinine_umol_l": 300}, 3),
        ("renal", {"creatinine_umol_l": 440}, 3),
        ("renal", {"creatinine_umol_l": 441}, 4),
        ("renal", {"urine_output_ml_24h": 499}, 3),
        ("renal", {"urine_output_ml_24h": 199}, 4),
        ("renal", {"creatinine_umol_l": None, "urine_output_ml_24h": 500}, 0),
        ("renal", {"creatinine_umol_l": None, "urine_output_ml_24h": None}, None),
    ],
)
def test_cut_offs_and_alternatives(item: str, inputs: dict[str, Any], points: int | None) -> None:
    assert points_of(sofa, BASELINE, item, **inputs) == points


def test_the_table_spans_the_published_range() -> None:
    values: dict[str, Any] = {
        "pf_ratio": [50, 420],
        "platelets_10e9_l": [10, 200],
        "bilirubin_umol_l": [10, 300],
        "norepinephrine_ug_kg_min": [0, 1],
        "gcs": [3, 15],
        "creatinine_umol_l": [80, 500],
    }

    assert reachable(sofa, BASELINE | {"respiratory_support": True}, values) == (0, 24)
