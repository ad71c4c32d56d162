"""Worked examples: a baseline record, and rows that name what differs and what must come out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from registry.scores.result import ScoreResult

Compute = Callable[..., ScoreResult]


@dataclass(frozen=True)
class Row:
    """``points`` are the non-zero ones; ``bounds`` stand where no total can."""

    changed: Mapping[str, Any]
    points: Mapping[str, float]
    total: float | None
    risk_class: str | None = None
    predicted: float | None = None
    bounds: tuple[float, float] | None = None
    missing: tuple[str, ...] = field(default=())


def check(compute: Compute, baseline: dict[str, Any], row: Row) -> None:
    found = compute(**baseline | dict(row.changed))
    assert {name: each for name, each in found.items.items() if each} == row.points
    assert found.total == row.total
    assert found.complete == (row.total is not None)
    assert (found.min_possible, found.max_possible) == (row.bounds or (row.total, row.total))
    assert found.missing_items == row.missing
    assert found.risk_class == row.risk_class
    assert found.predicted_pct == row.predicted


def points_of(compute: Compute, baseline: dict[str, Any], item: str, **inputs: Any) -> float | None:
    return compute(**baseline | inputs).items[item]


def reachable(
    compute: Compute, baseline: dict[str, Any], choices: dict[str, list[Any]]
) -> tuple[float, float]:
    """Lowest and highest total over the given values of each input, found through the function itself.

    Every input belongs to one item, so the extremes of each input together are those of the score.
    """
    best, worst = dict(baseline), dict(baseline)
    for name, values in choices.items():
        totals = [(total_of(compute(**baseline | {name: value})), value) for value in values]
        worst[name] = min(totals, key=itemgetter(0))[1]
        best[name] = max(totals, key=itemgetter(0))[1]
    return total_of(compute(**worst)), total_of(compute(**best))


def total_of(found: ScoreResult) -> float:
    """The total of a score nothing is missing from."""
    assert found.total is not None
    return found.total


def bounds_of(found: ScoreResult) -> tuple[float, float]:
    assert found.min_possible is not None
    assert found.max_possible is not None
    return found.min_possible, found.max_possible
