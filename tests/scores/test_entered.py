"""Scores that are entered: what their fields accept, and the hints beside the SCAI stage.

Ranges without a source are only there to catch slips of the pen.
"""

from typing import Any

import pytest

from registry.scores.entered import ENTERED, NEOMOD_ORGANS, neomod_total
from registry.scores.scai_stage import D_FEATURES, E_FEATURES, NO_HYPOPERFUSION, scai_hint


@pytest.mark.parametrize(("total", "risk_class"), [(0, "I"), (13, "I"), (14, "II"), (25, "III"), (26, "IV")])
def test_remember(total: int, risk_class: str) -> None:
    score = ENTERED["remember"]
    found = score.risk_class(total)

    assert score.accepts(total)
    assert found is not None
    assert found.name == risk_class


def test_remember_asks_above_forty_and_refuses_above_sixty() -> None:
    score = ENTERED["remember"]

    assert [score.is_unusual(value) for value in (40, 41)] == [False, True]
    assert [score.accepts(value) for value in (60, 61, -1, 12.5)] == [True, False, False, False]


PERCENTAGES = ["predict_va_ecmo_6h", "predict_va_ecmo_12h", "rescue_ihca", "ped_rescuers", "neo_rescuers"]


@pytest.mark.parametrize("score_id", PERCENTAGES)
@pytest.mark.parametrize(
    ("value", "accepted"),
    [(0, True), (12.5, True), (50, True), (100, True), (101, False), (22, True), (99.5, True), (-1, False)],
)
def test_percentages(score_id: str, value: float, accepted: bool) -> None:
    assert ENTERED[score_id].accepts(value) == accepted


@pytest.mark.parametrize(
    ("score_id", "accepted", "rejected"),
    [
        ("rescue_ihca", (22, 60, 99.5), (-1, 120)),
        ("cahp", (0, 149, 210), (-5, 900)),
        ("apache_ii", (0, 25, 71), (-1, 72)),
        ("prism_iii", (0, 18, 74), (75, 10.5)),
        ("pelod_2", (0, 11, 33), (34, -2)),
        ("marshall_mods", (0, 9, 24), (25, 3.5)),
    ],
)
def test_ranges(score_id: str, accepted: tuple[float, ...], rejected: tuple[float, ...]) -> None:
    score = ENTERED[score_id]

    assert all(score.accepts(value) for value in accepted)
    assert not any(score.accepts(value) for value in rejected)


def organs(*points: Any) -> dict[str, Any]:
    return dict(zip(NEOMOD_ORGANS, points, strict=True))


@pytest.mark.parametrize(
    ("points", "total"),
    [
        (organs(0, 0, 0, 0, 0, 0, 0), 0),
        (organs(2, 2, 2, 1, 1, 1, 0), 9),
        (organs(2, 2, 2, 1, 1, 1, None), None),
        (organs(2, 2, 2, 2, 2, 2, 2), 14),
    ],
)
def test_neomod(points: dict[str, Any], total: int | None) -> None:
    assert neomod_total(points) == total


def test_neomod_refuses_three_points() -> None:
    with pytest.raises(ValueError, match="0, 1 or 2"):
        neomod_total(organs(3, 0, 0, 0, 0, 0, 0))


@pytest.mark.parametrize(
    ("stage", "record", "hint"),
    [
        ("C", {"cpr_ongoing": True}, E_FEATURES),
        ("C", {"lactate_mmol_l": 1.4, "vasoactive_count": 0, "map_mmhg": 72}, NO_HYPOPERFUSION),
        ("C", {"lactate_mmol_l": 4.2, "vasoactive_count": 1, "map_mmhg": 58}, None),
        (
            "C",
            {
                "vasoactive_count": 3,
                "is_escalating": True,
                "lactate_before_mmol_l": 3,
                "lactate_mmol_l": 6,
            },
            D_FEATURES,
        ),
        ("B", {"lactate_mmol_l": 1.6}, None),
        ("E", {"cpr_ongoing": True}, None),
        ("C", {}, None),
    ],
)
def test_the_hint_beside_an_entered_stage(stage: str, record: dict[str, Any], hint: object) -> None:
    """Example 5 records pressures and rate of stage B, which no feature of another stage contradicts."""
    assert scai_hint(stage, **record) == hint
