"""The course of a run as one line: flow, mode changes, end of support, discharge or death.

Pure geometry: the template draws it with attributes and classes only, and prints the same events as a list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from crf.codelists.run import ECLS_MODE
from crf.pairs import Pair
from registry.codes import mode_class
from registry.record import Record

LEFT, RIGHT = 40.0, 1286.0  # of a drawing 1326 wide
MAX_TICKS = 8
LABEL = 150.0  # room one label takes
ENDS = {6: Pair("Died", "死亡"), 5: Pair("Left, death expected", "病危自动出院")}


@dataclass(frozen=True)
class Bar:
    """A stretch of support in one mode, from ``x`` over ``width``; ``tone`` is va, vv or ecpr."""

    x: float
    width: float
    tone: str
    label: str


@dataclass(frozen=True)
class Mark:
    """One event: ``shape`` is disc, ring, house or cross. A label that would meet another is left out."""

    x: float
    shape: str
    label: Pair
    at: datetime
    is_labelled: bool


@dataclass(frozen=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True)
class Timeline:
    bars: list[Bar]
    marks: list[Mark]
    ticks: list[Tick]
    is_running: bool


def timeline(record: Record, *, now: datetime | None = None) -> Timeline | None:
    """The drawing of a case; None while no run has a start."""
    started = [run for run in record.runs if run.run_start_at]
    if not started:
        return None
    events = sorted(_events(record), key=lambda event: event[0])
    now = now or timezone.now()
    running = started[-1].run_stop_at is None
    first, last = started[0].run_start_at, max([event[0] for event in events] + ([now] if running else []))
    scale = _Scale(first, max(last, first + timedelta(hours=1)))
    return Timeline(_bars(started, scale, now), list(_marks(events, scale)), scale.ticks(), running)


def _marks(events: list[tuple[datetime, str, Pair]], scale: "_Scale") -> Iterator[Mark]:
    """Each event; its label only where it has room beside the one before."""
    free = LEFT
    for at, shape, label in events:
        x = scale.x(at)
        fits = x >= free
        yield Mark(x, shape, label, at, fits)
        if fits:
            free = x + LABEL


class _Scale:
    """Linear time over the width of the line."""

    def __init__(self, start: datetime, end: datetime):
        self.start, self.end = start, end

    def x(self, at: datetime) -> float:
        share = (at - self.start) / (self.end - self.start)
        return round(LEFT + max(0.0, min(1.0, share)) * (RIGHT - LEFT), 1)

    def ticks(self) -> list[Tick]:
        """Midnights, thinned to at most eight."""
        day = timezone.localtime(self.start).replace(hour=0, minute=0) + timedelta(days=1)
        days = max(1, -(-(self.end - self.start).days // MAX_TICKS))
        found = []
        while day < self.end:
            found.append(Tick(self.x(day), f"{day:%m-%d}"))
            day += timedelta(days=days)
        return found


def _bars(runs: list[Any], scale: _Scale, now: datetime) -> list[Bar]:
    return [bar for run in runs for bar in _bars_of(run, scale, now)]


def _bars_of(run: Any, scale: _Scale, now: datetime) -> Iterator[Bar]:
    """The mode segments of a run, or the whole run in its initial mode."""
    stop = run.run_stop_at or now
    segments = [segment for segment in run.segments.all() if segment.segment_start_at]
    stretches = [(s.segment_start_at, s.segment_stop_at or stop, s.segment_mode) for s in segments]
    for start, end, mode in stretches or [(run.run_start_at, stop, run.initial_mode)]:
        left, right = scale.x(start), scale.x(end)
        tone = mode_class(None, mode)
        yield Bar(left, max(2.0, right - left), tone, ECLS_MODE.label(mode))


def _events(record: Record) -> Iterator[tuple[datetime, str, Pair]]:
    for run in record.runs:
        if run.run_start_at:
            yield run.run_start_at, "disc", Pair("On ECLS", "上机")
        if run.run_stop_at:
            yield run.run_stop_at, "ring", Pair("Off ECLS", "撤机")
    outcome = record.case.outcome
    if outcome.death_at:
        yield outcome.death_at, "cross", Pair("Died", "死亡")
    if outcome.discharge_at and outcome.discharge_status != 6:
        label = ENDS.get(outcome.discharge_status, Pair("Discharged", "出院"))
        yield outcome.discharge_at, "house", label
