"""Draws from explicit seeds."""

import math
import random
from bisect import bisect
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Values with relative weights, ready to be drawn from many times."""

    def __init__(self, weights: Mapping[T, float] | Iterable[tuple[T, float]]):
        pairs = list(weights.items() if isinstance(weights, Mapping) else weights)
        self.values = [value for value, _ in pairs]
        self._sums = list(accumulate(weight for _, weight in pairs))

    def draw(self, chance: random.Random) -> T:
        return self.values[bisect(self._sums, chance.random() * self._sums[-1], hi=len(self.values) - 1)]


class Chance(random.Random):
    """A stream of draws named by its seed: the same name gives the same stream."""

    def yes(self, probability: float) -> bool:
        return self.random() < probability

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.random()

    def normal(self, mean: float, deviation: float, low: float, high: float) -> float:
        return min(max(self.gauss(mean, deviation), low), high)

    def skewed(self, median: float, sigma: float, low: float, high: float) -> float:
        """Log-normal: ``sigma`` is the standard deviation of the logarithm."""
        return min(max(median * math.exp(self.gauss(0, sigma)), low), high)

    def figure(self, mean: float, deviation: float, low: float, high: float, places: int = 0) -> float:
        """A measured value, written with that many decimal places; a whole number without any."""
        value = self.normal(mean, deviation, low, high)
        return round(value, places) if places else round(value)

    def amount(self, median: float, sigma: float, low: float, high: float, places: int = 0) -> float:
        """The same of a log-normal quantity."""
        value = self.skewed(median, sigma, low, high)
        return round(value, places) if places else round(value)

    def hours(self, low: float, high: float) -> timedelta:
        """A span of whole minutes."""
        return timedelta(minutes=round(60 * self.between(low, high)))

    def some(self, shares: Mapping[T, float]) -> list[T]:
        """Each value with its own probability, in the order given."""
        return [value for value, share in shares.items() if self.random() < share]

    def moment(self, low: datetime, high: datetime) -> datetime:
        """A minute from ``low`` to ``high``; ``low`` when they are out of order."""
        minutes = int((high - low).total_seconds() // 60)
        return low + timedelta(minutes=self.randrange(minutes + 1)) if minutes > 0 else low


def stream(*names: object) -> Chance:
    """The stream of that name; independent of every other."""
    return Chance("/".join(str(name) for name in names))


def whole_hours(hours: float) -> timedelta:
    """Hours as a span of whole minutes."""
    return timedelta(minutes=round(60 * hours))
