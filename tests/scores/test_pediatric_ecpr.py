"""Pediatric ECPR score: De Mul et al., J Pediatr Intensive Care 2019;8:57-63 (PMC6517051)."""

from typing import Any

import pytest

from registry.scores.pediatric_ecpr import pediatric_ecpr
from tests.scores.worked import Row, check, points_of, reachable

BASELINE: dict[str, Any] = {"cpr_minutes": 20, "lactate_mmol_l": 5, "ph_arterial": 7.15}


def row(cpr: float, lactate: float, ph: float, points: tuple[int, int, int], risk_class: str) -> Row:
    names = tuple(BASELINE)
    changed = dict(zip(names, (cpr, lactate, ph), strict=True))
    return Row(changed, dict(zip(names, points, strict=True)), sum(points), risk_class)


ROWS = [
    row(20, 5, 7.15, (1, 1, 1), "<9"),
    row(45, 9, 6.98, (2, 2, 2), "<9"),
    row(70, 15, 6.8, (3, 3, 3), ">=9"),
    row(110, 12, 6.95, (6, 2, 2), ">=9"),
    row(30, 19, 6.55, (1, 6, 6), ">=9"),
]


@pytest.mark.parametrize("row", ROWS)
def test_worked_examples(row: Row) -> None:
    check(pediatric_ecpr, BASELINE, row)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("cpr_minutes", 39.9, 1),
        ("cpr_minutes", 40, 2),
        ("cpr_minutes", 59.9, 2),
        ("cpr_minutes", 104.9, 3),
        ("lactate_mmol_l", 7.9, 1),
        ("lactate_mmol_l", 13.9, 2),
        ("lactate_mmol_l", 17.9, 3),
        ("ph_arterial", 6.851, 2),
        ("ph_arterial", 6.601, 3),
        ("cpr_minutes", 60, 3),
        ("cpr_minutes", 105, 6),
        ("lactate_mmol_l", 8, 2),
        ("lactate_mmol_l", 14, 3),
        ("lactate_mmol_l", 18, 6),
        ("ph_arterial", 7.0, 2),
        ("ph_arterial", 7.001, 1),
        ("ph_arterial", 6.85, 3),
        ("ph_arterial", 6.6, 6),
    ],
)
def test_cut_offs(name: str, value: float, points: int) -> None:
    assert points_of(pediatric_ecpr, BASELINE, name, **{name: value}) == points


def test_the_table_spans_the_published_range() -> None:
    values: dict[str, Any] = {"cpr_minutes": [10, 200], "lactate_mmol_l": [2, 25], "ph_arterial": [7.3, 6.5]}

    assert reachable(pediatric_ecpr, BASELINE, values) == (3, 18)
