"""Vasoactive-inotropic and inotropic score: Gaies et al. 2010; formula as in Children 2025;12(7):925."""

from decimal import Decimal
from typing import Any

import pytest

from registry.scores.inotropic_score import inotropic_score
from registry.scores.vis import vis

INOTROPES = ("dopamine", "dobutamine", "epinephrine")


@pytest.mark.parametrize(
    ("doses", "vasoactive", "inotropic"),
    [
        ({"dopamine": 5, "dobutamine": 5}, 10, 10),
        ({"epinephrine": 0.1, "norepinephrine": 0.2}, 30, 10),
        ({"milrinone": 0.5, "epinephrine": 0.05}, 10, 5),
        ({"vasopressin": 0.0003, "norepinephrine": 0.4}, 43, 0),
        (
            {
                "dopamine": 8,
                "dobutamine": 4,
                "epinephrine": 0.3,
                "milrinone": 0.33,
                "vasopressin": 0.0002,
                "norepinephrine": 0.5,
            },
            97.3,
            42,
        ),
    ],
)
def test_worked_examples(doses: dict[str, Any], vasoactive: float, inotropic: float) -> None:
    as_stored: dict[str, Any] = {name: Decimal(str(dose)) for name, dose in doses.items()}

    assert vis(**doses).total == vis(**as_stored).total == vasoactive
    assert inotropic_score(**{name: doses.get(name, 0) for name in INOTROPES}).total == inotropic


def test_a_drug_at_an_unknown_dose_leaves_a_lower_bound() -> None:
    found = vis(dopamine=5, norepinephrine=None)

    assert (found.total, found.complete, found.missing_items) == (None, False, ("norepinephrine",))
    assert (found.min_possible, found.max_possible) == (5, None)


def test_no_drug_is_zero() -> None:
    assert (vis().total, inotropic_score().total) == (0, 0)
