"""RESP: Schmidt et al., Am J Respir Crit Care Med 2014;189:1374-82."""

from decimal import Decimal
from typing import Any

import pytest

from registry.scores.definition import Status
from registry.scores.resp import resp
from tests.scores.worked import Row, check, points_of, reachable

BASELINE: dict[str, Any] = {
    "age_years": 40,
    "immunocompromised": False,
    "mv_hours_pre_ecmo": 200,
    "resp_diagnosis_group": "non_respiratory_or_chronic",
    "cns_dysfunction": False,
    "acute_nonpulmonary_infection": False,
    "neuromuscular_blockade_pre_ecmo": False,
    "inhaled_nitric_oxide_pre_ecmo": False,
    "bicarbonate_infusion_pre_ecmo": False,
    "cardiac_arrest_pre_ecmo": False,
    "paco2_mmhg": 50,
    "pip_cmh2o": 30,
}
ROWS = [
    Row(
        {
            "age_years": 34,
            "mv_hours_pre_ecmo": 30,
            "resp_diagnosis_group": "viral_pneumonia",
            "neuromuscular_blockade_pre_ecmo": True,
        },
        {"mv_hours_pre_ecmo": 3, "resp_diagnosis_group": 3, "neuromuscular_blockade_pre_ecmo": 1},
        7,
        "I",
        92,
    ),
    Row(
        {
            "age_years": 57,
            "mv_hours_pre_ecmo": 96,
            "resp_diagnosis_group": "bacterial_pneumonia",
            "pip_cmh2o": 44,
        },
        {"age_years": -2, "mv_hours_pre_ecmo": 1, "resp_diagnosis_group": 3, "pip_cmh2o": -1},
        1,
        "III",
        57,
    ),
    Row(
        {
            "age_years": 66,
            "immunocompromised": True,
            "mv_hours_pre_ecmo": 220,
            "resp_diagnosis_group": "other_acute_respiratory",
            "bicarbonate_infusion_pre_ecmo": True,
        },
        {
            "age_years": -3,
            "immunocompromised": -2,
            "resp_diagnosis_group": 1,
            "bicarbonate_infusion_pre_ecmo": -2,
        },
        -6,
        "V",
        18,
    ),
    Row(
        {
            "age_years": 23,
            "mv_hours_pre_ecmo": 6,
            "resp_diagnosis_group": "asthma",
            "paco2_mmhg": 110,
            "pip_cmh2o": 50,
        },
        {"mv_hours_pre_ecmo": 3, "resp_diagnosis_group": 11, "paco2_mmhg": -1, "pip_cmh2o": -1},
        12,
        "I",
        92,
    ),
    Row(
        {
            "age_years": 61,
            "cns_dysfunction": True,
            "acute_nonpulmonary_infection": True,
            "cardiac_arrest_pre_ecmo": True,
        },
        {
            "age_years": -3,
            "cns_dysfunction": -7,
            "acute_nonpulmonary_infection": -3,
            "cardiac_arrest_pre_ecmo": -2,
        },
        -15,
        "V",
        18,
    ),
    Row(
        {
            "age_years": 45,
            "mv_hours_pre_ecmo": 20,
            "resp_diagnosis_group": "aspiration_pneumonitis",
            "paco2_mmhg": None,
        },
        {"mv_hours_pre_ecmo": 3, "resp_diagnosis_group": 5},
        None,
        "I",
        92,
        bounds=(7, 8),
        missing=("paco2_mmhg",),
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_worked_examples(row: Row) -> None:
    check(resp, BASELINE, row)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("age_years", 49, 0),
        ("age_years", 50, -2),
        ("age_years", 59, -2),
        ("age_years", 60, -3),
        ("mv_hours_pre_ecmo", 0, 3),
        ("mv_hours_pre_ecmo", 47.99, 3),
        ("mv_hours_pre_ecmo", 48, 1),
        ("mv_hours_pre_ecmo", 168, 1),
        ("mv_hours_pre_ecmo", 168.01, 0),
        ("paco2_mmhg", 74.9, 0),
        ("paco2_mmhg", Decimal("75.0"), -1),
        ("pip_cmh2o", 41.9, 0),
        ("pip_cmh2o", 42, -1),
        ("resp_diagnosis_group", "trauma_burn", 3),
        ("inhaled_nitric_oxide_pre_ecmo", True, -1),
    ],
)
def test_cut_offs(name: str, value: object, points: int) -> None:
    assert points_of(resp, BASELINE, name, **{name: value}) == points


def test_the_table_spans_the_published_range() -> None:
    flags: dict[str, Any] = {name: [True, False] for name, value in BASELINE.items() if value is False}
    groups = ["viral_pneumonia", "asthma", "trauma_burn", "non_respiratory_or_chronic"]
    values: dict[str, Any] = {
        "age_years": [18, 55, 80],
        "mv_hours_pre_ecmo": [1, 100, 500],
        "resp_diagnosis_group": groups,
    }

    assert reachable(resp, BASELINE, flags | values | {"paco2_mmhg": [40, 90], "pip_cmh2o": [20, 50]}) == (
        -22,
        15,
    )


def test_children_are_not_scored() -> None:
    found = resp(**BASELINE | {"age_years": 17})

    assert found.applicability_status == Status.NOT_AGE
    assert (found.total, found.min_possible, found.items) == (None, None, {})


def test_an_unknown_group_is_refused() -> None:
    with pytest.raises(ValueError, match="resp_diagnosis_group"):
        resp(**BASELINE | {"resp_diagnosis_group": "viral"})
