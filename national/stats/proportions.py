"""Proportions with the score interval of Wilson (1927)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    """A two-sided confidence interval; both ends None when it is undefined."""

    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class Proportion:
    """``numerator`` of ``denominator`` assessable units; ``missing`` units could not be assessed."""

    numerator: int
    denominator: int
    missing: int
    proportion: float | None
    lower: float | None
    upper: float | None


def wilson_ci(k: int, n: int, conf: float = 0.95) -> Interval:
    """Wilson's interval without continuity correction for ``k`` of ``n``; undefined when ``n`` is 0."""
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n} is not a proportion")
    if n == 0:
        return Interval(None, None)
    from statsmodels.stats.proportion import proportion_confint  # slow to load

    lower, upper = proportion_confint(k, n, 1 - conf, method="wilson")
    # The exact ends are 0 and 1; the library can miss them by one rounding step.
    return Interval(0.0 if k == 0 else float(lower), 1.0 if k == n else float(upper))


def proportion(k: int, n: int, missing: int = 0, conf: float = 0.95) -> Proportion:
    """``k`` of ``n`` with Wilson's interval, and the ``missing`` that are in neither number."""
    interval = wilson_ci(k, n, conf)
    return Proportion(k, n, missing, k / n if n else None, interval.lower, interval.upper)
