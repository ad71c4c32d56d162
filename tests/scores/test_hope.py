"""HOPE: Pasquier et al., Resuscitation 2018;126:58-64."""

from typing import Any

import pytest

from registry.scores.hope import hope
from tests.scores.worked import total_of

NAMES = ("age_years", "male", "asphyxia", "k_mmol_l", "cpr_minutes", "t_core_c")


def inputs(*values: Any) -> dict[str, Any]:
    return dict(zip(NAMES, values, strict=True))


@pytest.mark.parametrize(
    ("values", "survival"),
    [
        ((40, True, False, 5.0, 120, 24), 0.4068),
        ((40, False, False, 5.0, 120, 24), 0.7636),
        ((20, True, True, 8.0, 60, 26), 0.0332),
        ((65, True, False, 10.0, 90, 22), 0.1220),
        ((30, False, False, 3.5, 240, 20), 0.9209),
    ],
)
def test_worked_examples(values: tuple[Any, ...], survival: float) -> None:
    found = hope(**inputs(*values))

    assert found.total == pytest.approx(survival, abs=0.00005)
    assert found.predicted_pct == pytest.approx(100 * survival, abs=0.005)


def test_potassium_counts_up_to_nine_and_resuscitation_from_one_minute() -> None:
    capped = hope(**inputs(65, True, False, 9.0, 1, 22))

    assert hope(**inputs(65, True, False, 14.0, 0.2, 22)).total == capped.total
    assert total_of(hope(**inputs(65, True, False, 8.9, 1, 22))) > total_of(capped)


@pytest.mark.parametrize("name", NAMES)
def test_all_six_inputs_are_needed_and_none_gives_bounds(name: str) -> None:
    found = hope(**inputs(40, True, False, 5.0, 120, 24) | {name: None})

    assert (found.total, found.complete, found.missing_items) == (None, False, (name,))
    assert (found.min_possible, found.max_possible, found.predicted_pct) == (None, None, None)
