"""Median and quartiles.

Definition: linear interpolation between order statistics at rank ``1 + (n - 1) p`` (type 7 of Hyndman and
Fan 1996). It is what PostgreSQL's ``percentile_cont``, numpy and R compute by default, so a quantile taken
in the database and one taken here are the same number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor


@dataclass(frozen=True)
class Quantiles:
    """Number of values and their quartiles in the unit of the values; None when there are no values."""

    n: int
    median: float | None
    q1: float | None
    q3: float | None


def quantile(ordered: Sequence[float], p: float) -> float:
    """The ``p`` quantile of values that are already in ascending order and not empty."""
    rank = (len(ordered) - 1) * p
    below = floor(rank)
    if below == rank:
        return float(ordered[below])
    return float(ordered[below] + (rank - below) * (ordered[below + 1] - ordered[below]))


def quantiles(values: Sequence[float]) -> Quantiles:
    """Median and quartiles of ``values`` in any order."""
    ordered = sorted(values)
    if not ordered:
        return Quantiles(0, None, None, None)
    return Quantiles(len(ordered), quantile(ordered, 0.5), quantile(ordered, 0.25), quantile(ordered, 0.75))
