"""Kaplan-Meier survival from event tables.

An event table counts subjects by day and by what ended their observation, so a million patients are a few
hundred rows. Tables of partitions add up: sum them and estimate once, never average curves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import NamedTuple

import numpy as np


@dataclass(frozen=True)
class EventCount:
    """``count`` subjects whose observation ended on day ``time`` (0 is legal), by death or alive."""

    time: int
    event: bool
    count: int


@dataclass(frozen=True)
class SurvivalCurve:
    """Steps of the curve at day 0 and at each day with a death, with the log-log interval at each step.

    ``lower`` and ``upper`` are None where survival is 1 or 0. ``step_at_risk`` counts the subjects observed
    up to each step or longer, ``at_risk`` the same for each day of ``at_risk_times``.
    """

    n: int
    events: int
    times: tuple[int, ...]
    survival: tuple[float, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    step_at_risk: tuple[int, ...]
    at_risk_times: tuple[int, ...]
    at_risk: tuple[int, ...]


def event_table(time: Iterable[int], event: Iterable[bool]) -> list[EventCount]:
    """The event table of subjects given one by one."""
    counts: dict[tuple[int, bool], int] = {}
    for pair in zip(time, map(bool, event), strict=True):
        counts[pair] = counts.get(pair, 0) + 1
    return [EventCount(day, died, count) for (day, died), count in sorted(counts.items())]


def km_curve(
    table: Sequence[EventCount], at_risk_times: Sequence[int] = (0, 30, 90, 180, 365), conf: float = 0.95
) -> SurvivalCurve:
    """Kaplan-Meier estimate of an event table; a table without subjects gives an empty curve."""
    table = [row for row in table if row.count]
    if any(row.time < 0 or row.count < 0 for row in table):
        raise ValueError("times and counts of an event table are not negative")
    n, events = sum(row.count for row in table), sum(row.count for row in table if row.event)
    steps = _steps(table, conf) if events else []
    if n and (not steps or steps[0].time > 0):
        steps.insert(0, _Step(0, 1.0, None, None))
    return SurvivalCurve(
        n,
        events,
        tuple(step.time for step in steps),
        tuple(step.survival for step in steps),
        tuple(step.lower for step in steps),
        tuple(step.upper for step in steps),
        _at_risk(table, [step.time for step in steps]),
        tuple(at_risk_times),
        _at_risk(table, at_risk_times),
    )


class _Step(NamedTuple):
    time: int
    survival: float
    lower: float | None
    upper: float | None


def _at_risk(table: Sequence[EventCount], days: Sequence[int]) -> tuple[int, ...]:
    """Subjects whose observation ended on each of ``days`` or later."""
    times = np.array([row.time for row in table], dtype=int)
    order = np.argsort(times, kind="stable")
    counts = np.array([row.count for row in table], dtype=int)[order]
    before = np.concatenate(([0], np.cumsum(counts)))
    return tuple(int(before[-1] - before[np.searchsorted(times[order], day)]) for day in days)


def _steps(table: Sequence[EventCount], conf: float) -> list[_Step]:
    from statsmodels.duration.survfunc import SurvfuncRight  # slow to load

    fit = SurvfuncRight(
        np.array([row.time for row in table]),
        np.array([int(row.event) for row in table]),
        freq_weights=np.array([row.count for row in table]),
    )
    intervals = _log_log(fit.surv_prob, fit.n_risk, fit.n_events, conf)
    steps = zip(fit.surv_times, fit.surv_prob, intervals, strict=True)
    return [_Step(int(day), float(value), *interval) for day, value, interval in steps]


def _log_log(
    survival: np.ndarray, at_risk: np.ndarray, deaths: np.ndarray, conf: float
) -> list[tuple[float | None, float | None]]:
    """Interval ``S ** exp(-+ z sqrt(V) / |ln S|)`` with Greenwood's sum V.

    With frequency weights statsmodels gives Tsiatis' variance (1981), not Greenwood's; hence the own sum.
    """
    z = NormalDist().inv_cdf(0.5 + conf / 2)
    variance = 0.0
    intervals: list[tuple[float | None, float | None]] = []
    for s, n, d in zip(survival, at_risk, deaths, strict=True):
        if not 0 < s < 1 or n == d:
            intervals.append((None, None))
            continue
        variance += float(d / (n * (n - d)))
        spread = z * variance**0.5 / abs(float(np.log(s)))
        intervals.append((float(s ** np.exp(spread)), float(s ** np.exp(-spread))))
    return intervals
