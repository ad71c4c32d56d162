"""Scores that add points up: items as bands, flags and choices, with bounds while items are missing.

Bands are tried in their order and the first that fits counts, so no value falls between two of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from registry.scores.definition import ScoreDefinition, Status
from registry.scores.result import ScoreResult, not_applicable, result

Inputs = Mapping[str, Any]
Test = Callable[[float], bool]
Band = tuple[Test, int]


# Floats on both sides: Decimal("7.20") is below the float 7.2, float("7.20") is not.
def below(limit: float) -> Test:
    return lambda value: float(value) < limit


def at_most(limit: float) -> Test:
    return lambda value: float(value) <= limit


def above(limit: float) -> Test:
    return lambda value: float(value) > limit


def at_least(limit: float) -> Test:
    return lambda value: float(value) >= limit


def otherwise(value: float) -> bool:
    return True


def in_bands(value: float, scale: tuple[Band, ...]) -> int:
    """Points of the first band that holds the value."""
    return next(points for fits, points in scale if fits(value))


@dataclass(frozen=True)
class ScoreItem:
    """One line of a table. ``score`` gives None while the inputs it needs are not known."""

    name: str
    score: Callable[[Inputs], int | None]
    possible: tuple[int, ...]

    @property
    def lowest(self) -> int:
        return min(self.possible)

    @property
    def highest(self) -> int:
        return max(self.possible)


def bands(name: str, *scale: Band) -> ScoreItem:
    def score(inputs: Inputs) -> int | None:
        return None if inputs[name] is None else in_bands(inputs[name], scale)

    return ScoreItem(name, score, tuple(points for _, points in scale))


def choice(name: str, points: Mapping[Any, int]) -> ScoreItem:
    """Raises ValueError for a value the table does not know."""

    def score(inputs: Inputs) -> int | None:
        if inputs[name] is None:
            return None
        if inputs[name] not in points:
            raise ValueError(f"{name}: {inputs[name]!r}")
        return points[inputs[name]]

    return ScoreItem(name, score, tuple(points.values()))


def when_true(name: str, points: int) -> ScoreItem:
    return choice(name, {True: points, False: 0})


def when_false(name: str, points: int) -> ScoreItem:
    return choice(name, {False: points, True: 0})


def constant(points: int) -> ScoreItem:
    return ScoreItem("constant", lambda inputs: points, (points,))


@dataclass(frozen=True)
class RiskClass:
    """A range of totals with a published outcome in percent, where there is one."""

    holds: Test
    name: str
    predicted_pct: float | None = None


def add_up(
    definition: ScoreDefinition,
    items: tuple[ScoreItem, ...],
    inputs: Inputs,
    *,
    classes: tuple[RiskClass, ...] = (),
    predict: Callable[[float], float] | None = None,
) -> ScoreResult:
    """The total with its class, or both bounds; the class also where the bounds share it.

    ``predict`` gives a percentage from a total for scores without classes.
    """
    status = definition.applicability.of_age(inputs.get("age_years"))
    if status != Status.APPLICABLE:
        return not_applicable(definition, status)
    points = {item.name: item.score(inputs) for item in items}
    bounds = _bounds(items, points)
    total = None if None in points.values() else bounds[0]
    risk = _shared_class(bounds, classes)
    return result(
        definition,
        total=total,
        complete=total is not None,
        missing_items=tuple(name for name, each in points.items() if each is None),
        min_possible=bounds[0],
        max_possible=bounds[1],
        risk_class=risk.name if risk else None,
        predicted_pct=predict(total) if predict and total is not None else risk and risk.predicted_pct,
        items=points,
    )


def _bounds(items: tuple[ScoreItem, ...], points: Mapping[str, int | None]) -> tuple[int, int]:
    known = sum(each for each in points.values() if each is not None)
    missing = [item for item in items if points[item.name] is None]
    return known + sum(item.lowest for item in missing), known + sum(item.highest for item in missing)


def class_of(total: float, classes: tuple[RiskClass, ...]) -> RiskClass:
    """The first class that holds the total."""
    return next(each for each in classes if each.holds(total))


def _shared_class(bounds: tuple[int, int], classes: tuple[RiskClass, ...]) -> RiskClass | None:
    if not classes:
        return None
    low, high = (class_of(total, classes) for total in bounds)
    return low if low is high else None
