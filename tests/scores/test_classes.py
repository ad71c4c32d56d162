"""Risk classes of the additive scores: both sides of each limit, with the published percentage.

Sources as in the test of each score.
"""

import pytest

from registry.scores import encourage, miracle2, pediatric_ecpr, preserve, preset, resp, save, ttm_risk
from registry.scores.points import RiskClass, class_of


@pytest.mark.parametrize(
    ("classes", "totals", "name", "predicted"),
    [
        (resp.CLASSES, (6, 15), "I", 92),
        (resp.CLASSES, (3, 5), "II", 76),
        (resp.CLASSES, (-1, 2), "III", 57),
        (resp.CLASSES, (-5, -2), "IV", 33),
        (resp.CLASSES, (-22, -6), "V", 18),
        (save.CLASSES, (6, 17), "I", 75),
        (save.CLASSES, (1, 5), "II", 58),
        (save.CLASSES, (-4, 0), "III", 42),
        (save.CLASSES, (-9, -5), "IV", 30),
        (save.CLASSES, (-35, -10), "V", 18),
        (encourage.CLASSES, (0, 12), "0-12", 80),
        (encourage.CLASSES, (13, 18), "13-18", 58),
        (encourage.CLASSES, (19, 22), "19-22", 25),
        (encourage.CLASSES, (23, 27), "23-27", 20),
        (encourage.CLASSES, (28, 45), ">=28", 7),
        (preserve.CLASSES, (-2, 2), "0-2", 97),
        (preserve.CLASSES, (3, 4), "3-4", 79),
        (preserve.CLASSES, (5, 6), "5-6", 54),
        (preserve.CLASSES, (7, 10), ">=7", 16),
        (preset.CLASSES, (0, 5), "I", 26),
        (preset.CLASSES, (6, 9), "II", 68),
        (preset.CLASSES, (10, 15), "III", 93),
        (miracle2.CLASSES, (0, 2), "low", 5.6),
        (miracle2.CLASSES, (3, 4), "intermediate", 55.4),
        (miracle2.CLASSES, (5, 10), "high", 92.3),
        (ttm_risk.CLASSES, (-2, 16), "not_high", None),
        (ttm_risk.CLASSES, (17, 35), "high", None),
        (pediatric_ecpr.CLASSES, (3, 8), "<9", None),
        (pediatric_ecpr.CLASSES, (9, 18), ">=9", None),
    ],
)
def test_limits(
    classes: tuple[RiskClass, ...], totals: tuple[int, int], name: str, predicted: float | None
) -> None:
    for total in totals:
        found = class_of(total, classes)
        assert (found.name, found.predicted_pct) == (name, predicted)
