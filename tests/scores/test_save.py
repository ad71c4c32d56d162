"""SAVE: Schmidt et al., Eur Heart J 2015;36:2246-56."""

from typing import Any

import pytest

from registry.scores.save import AT_FIVE, save
from tests.scores.worked import Row, check, points_of, reachable

BASELINE: dict[str, Any] = {
    "shock_myocarditis": False,
    "shock_refractory_vt_vf": False,
    "shock_post_heart_lung_transplant": False,
    "shock_congenital_heart_disease": False,
    "age_years": 70,
    "weight_kg": 95,
    "liver_failure": False,
    "cns_dysfunction": False,
    "acute_renal_failure": False,
    "chronic_renal_failure": False,
    "intubation_hours_pre_ecmo": 4,
    "pip_cmh2o": 25,
    "cardiac_arrest_pre_ecmo": False,
    "diastolic_bp_mmhg": 35,
    "pulse_pressure_mmhg": 30,
    "hco3_mmol_l": 22,
}
ALWAYS = {"constant": -6}
ROWS = [
    Row(
        {
            "age_years": 30,
            "weight_kg": 60,
            "shock_myocarditis": True,
            "pip_cmh2o": 18,
            "diastolic_bp_mmhg": 45,
        },
        ALWAYS
        | {"shock_myocarditis": 3, "age_years": 7, "weight_kg": 1, "pip_cmh2o": 3, "diastolic_bp_mmhg": 3},
        11,
        "I",
        75,
    ),
    Row(
        {"age_years": 48, "weight_kg": 72, "shock_refractory_vt_vf": True, "diastolic_bp_mmhg": 42},
        ALWAYS | {"shock_refractory_vt_vf": 2, "age_years": 4, "weight_kg": 2, "diastolic_bp_mmhg": 3},
        5,
        "II",
        58,
    ),
    Row(
        {
            "age_years": 58,
            "weight_kg": 80,
            "acute_renal_failure": True,
            "cardiac_arrest_pre_ecmo": True,
            "hco3_mmol_l": 12,
            "intubation_hours_pre_ecmo": 16,
        },
        ALWAYS
        | {
            "age_years": 3,
            "weight_kg": 2,
            "acute_renal_failure": -3,
            "intubation_hours_pre_ecmo": -2,
            "cardiac_arrest_pre_ecmo": -2,
            "hco3_mmol_l": -3,
        },
        -11,
        "V",
        18,
    ),
    Row(
        {
            "age_years": 67,
            "weight_kg": 92,
            "acute_renal_failure": True,
            "liver_failure": True,
            "pulse_pressure_mmhg": 15,
        },
        ALWAYS | {"liver_failure": -3, "acute_renal_failure": -3, "pulse_pressure_mmhg": -2},
        -14,
        "V",
        18,
    ),
    Row(
        {
            "age_years": 55,
            "weight_kg": 70,
            "chronic_renal_failure": True,
            "intubation_hours_pre_ecmo": 36,
            "hco3_mmol_l": 14,
        },
        ALWAYS
        | {
            "age_years": 3,
            "weight_kg": 2,
            "chronic_renal_failure": -6,
            "intubation_hours_pre_ecmo": -4,
            "hco3_mmol_l": -3,
        },
        -14,
        "V",
        18,
    ),
    Row(
        {"age_years": 44, "weight_kg": 88, "pip_cmh2o": None, "diastolic_bp_mmhg": 50},
        ALWAYS | {"age_years": 4, "weight_kg": 2, "diastolic_bp_mmhg": 3},
        None,
        bounds=(3, 6),
        missing=("pip_cmh2o",),
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_worked_examples(row: Row) -> None:
    check(save, BASELINE, row)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("age_years", 38, 7),
        ("age_years", 39, 4),
        ("age_years", 52, 4),
        ("age_years", 53, 3),
        ("age_years", 62, 3),
        ("age_years", 63, 0),
        ("weight_kg", 64.99, 1),
        ("weight_kg", 65, 2),
        ("weight_kg", 89, 2),
        ("weight_kg", 89.5, 0),
        ("intubation_hours_pre_ecmo", 0, 0),
        ("intubation_hours_pre_ecmo", 10, 0),
        ("intubation_hours_pre_ecmo", 10.5, -2),
        ("intubation_hours_pre_ecmo", 29.9, -2),
        ("intubation_hours_pre_ecmo", 30, -4),
        ("pip_cmh2o", 20, 3),
        ("pip_cmh2o", 20.1, 0),
        ("diastolic_bp_mmhg", 39, 0),
        ("diastolic_bp_mmhg", 40, 3),
        ("pulse_pressure_mmhg", 20, -2),
        ("pulse_pressure_mmhg", 21, 0),
        ("hco3_mmol_l", 15, -3),
        ("hco3_mmol_l", 15.1, 0),
    ],
)
def test_cut_offs(name: str, value: float, points: int) -> None:
    assert points_of(save, BASELINE, name, **{name: value}) == points


def test_the_table_spans_the_published_range() -> None:
    flags: dict[str, Any] = {name: [True, False] for name, value in BASELINE.items() if value is False}
    values: dict[str, Any] = {
        "age_years": [18, 45, 60, 80],
        "weight_kg": [50, 70, 100],
        "intubation_hours_pre_ecmo": [0, 20, 50],
        "pip_cmh2o": [15, 30],
        "diastolic_bp_mmhg": [30, 60],
        "pulse_pressure_mmhg": [10, 40],
        "hco3_mmol_l": [10, 25],
    }

    assert reachable(save, BASELINE, flags | values) == (-35, 17)


def test_a_total_of_five_says_that_sources_disagree() -> None:
    at_five = save(**BASELINE | dict(ROWS[1].changed))
    at_six = save(**BASELINE | {"age_years": 44, "weight_kg": 88, "pip_cmh2o": 18, "diastolic_bp_mmhg": 50})

    assert at_five.notes == (AT_FIVE,)
    assert (at_six.total, at_six.risk_class, at_six.notes) == (6, "I", ())
