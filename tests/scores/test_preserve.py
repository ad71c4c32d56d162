"""PRESERVE, on hold: table as reprinted in Crit Care 2015;19:142 (PMC4403939, Table 1)."""

from typing import Any

import pytest

from registry.scores.book import SCORES
from registry.scores.preserve import preserve
from tests.scores.worked import Row, check, points_of, reachable

BASELINE: dict[str, Any] = {
    "age_years": 30,
    "bmi": 24,
    "immunocompromised": False,
    "mv_days_pre_ecmo": 2,
    "sofa_total": 9,
    "prone_before_ecmo": True,
    "peep_cmh2o": 12,
    "plateau_cmh2o": 28,
}
ROWS = [
    Row({}, {}, 0, "0-2", 97),
    Row(
        {"age_years": 50, "prone_before_ecmo": False},
        {"age_years": 2, "prone_before_ecmo": 1},
        3,
        "3-4",
        79,
    ),
    Row(
        {"age_years": 60, "mv_days_pre_ecmo": 9, "plateau_cmh2o": 33},
        {"age_years": 3, "mv_days_pre_ecmo": 1, "plateau_cmh2o": 1},
        5,
        "5-6",
        54,
    ),
    Row(
        {
            "age_years": 58,
            "immunocompromised": True,
            "sofa_total": 14,
            "peep_cmh2o": 8,
            "prone_before_ecmo": False,
        },
        {"age_years": 3, "immunocompromised": 2, "sofa_total": 1, "prone_before_ecmo": 1, "peep_cmh2o": 1},
        8,
        ">=7",
        16,
    ),
    Row(
        {"age_years": 46, "bmi": 34, "peep_cmh2o": 8, "plateau_cmh2o": 32},
        {"age_years": 2, "bmi": -2, "peep_cmh2o": 1, "plateau_cmh2o": 1},
        2,
        "0-2",
        97,
    ),
    Row(
        {"age_years": 40, "sofa_total": None, "bmi": 33},
        {"bmi": -2},
        None,
        "0-2",
        97,
        bounds=(-2, -1),
        missing=("sofa_total",),
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_worked_examples(row: Row) -> None:
    check(preserve, BASELINE, row)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("age_years", 44, 0),
        ("age_years", 45, 2),
        ("age_years", 55, 2),
        ("age_years", 56, 3),
        ("bmi", 30, 0),
        ("bmi", 30.1, -2),
        ("sofa_total", 13, 1),
        ("peep_cmh2o", 9.9, 1),
        ("plateau_cmh2o", 30.1, 1),
        ("mv_days_pre_ecmo", 6, 0),
        ("mv_days_pre_ecmo", 6.1, 1),
        ("sofa_total", 12, 0),
        ("peep_cmh2o", 10, 0),
        ("plateau_cmh2o", 30, 0),
    ],
)
def test_cut_offs(name: str, value: float, points: int) -> None:
    assert points_of(preserve, BASELINE, name, **{name: value}) == points


def test_the_reprinted_table_contradicts_the_abstract() -> None:
    """Why it is on hold: the abstract says 0 to 14."""
    choices: dict[str, Any] = {
        "age_years": [30, 50, 60],
        "bmi": [24, 34],
        "immunocompromised": [True, False],
        "mv_days_pre_ecmo": [2, 9],
        "sofa_total": [9, 14],
        "prone_before_ecmo": [True, False],
        "peep_cmh2o": [8, 12],
        "plateau_cmh2o": [28, 33],
    }

    assert reachable(preserve, BASELINE, choices) == (-2, 10)


def test_it_cannot_be_computed_from_the_book() -> None:
    with pytest.raises(KeyError):
        SCORES.function("preserve")
