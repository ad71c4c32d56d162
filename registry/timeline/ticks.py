"""Dates and distances under the line, as many as have room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.utils import timezone

from crf.pairs import Pair
from registry.timeline.scales import Scale, Zone

APART = 62.0  # pixels from one tick to the next, along a line across the page
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CLOCK_STEPS = (HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR)
DAY_STEPS = tuple(DAY * days for days in (1, 2, 3, 5, 7, 14, 30, 60, 180, 365))
MINUTE_STEPS = tuple(timedelta(minutes=minutes) for minutes in (5, 10, 15, 30))
AFTER_MONTHS = (1, 3, 6, 12, 24, 36, 60, 120, 180)
MONTH = timedelta(days=365.25 / 12)


@dataclass(frozen=True)
class Tick:
    x: float
    label: str


def ticks(scale: Scale, apart: float = APART) -> list[Tick]:
    """Under each scale in its own unit, in order of time."""
    found = [*(_before(scale.before, apart) if scale.before else [])]
    for zone in scale.support[::2]:  # every second one is a pause
        found += _support(zone, apart)
    if scale.after:
        found += _spaced(_after(scale.after), scale.after.left, apart / 2)
    return found


def _before(zone: Zone, apart: float) -> Iterator[Tick]:
    """Minutes, hours or days before flow."""
    step = _step(zone, MINUTE_STEPS + CLOCK_STEPS + DAY_STEPS, apart)
    at = zone.end - step
    while at >= zone.start:
        yield Tick(zone.x(at), _distance(zone.end - at))
        at -= step


def _distance(span: timedelta) -> str:
    if span >= 2 * DAY:
        return str(Pair("−{n} d", "−{n} 天").format(n=span // DAY))
    if span >= 2 * HOUR:
        return f"−{span / HOUR:g} h"
    return f"−{span // timedelta(minutes=1)} min"


def _support(zone: Zone, apart: float) -> Iterator[Tick]:
    """Midnights, or hours of the clock on a short run."""
    step = _step(zone, CLOCK_STEPS + DAY_STEPS, apart)
    at = timezone.localtime(zone.start).replace(hour=0, minute=0, second=0, microsecond=0)
    at += DAY if step >= DAY else timedelta()
    while at < zone.end:
        if at > zone.start:
            yield Tick(zone.x(at), f"{at:%m-%d}" if at.hour == 0 else f"{at:%H:%M}")
        at += step


def _after(zone: Zone) -> Iterator[Tick]:
    for months in AFTER_MONTHS:
        if zone.start + months * MONTH <= zone.end:
            yield Tick(zone.x(zone.start + months * MONTH), _months(months))


def _months(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest:
        return str(Pair("+{n} mo", "+{n} 个月").format(n=months))
    return str(Pair("+{n} y", "+{n} 年").format(n=years))


def _step(zone: Zone, steps: Sequence[timedelta], apart: float) -> timedelta:
    """The smallest step whose ticks have room; so many of the largest as have where none does."""
    span, pixels = zone.end - zone.start, zone.right - zone.left
    needed = span * min(apart / pixels, 2) if pixels else 2 * span  # twice the span has no tick at all
    return next((step for step in steps if step >= needed), steps[-1] * ceil(needed / steps[-1]))


def _spaced(found: Iterator[Tick], left: float, apart: float) -> list[Tick]:
    """Those that stand far enough from the one before."""
    kept: list[Tick] = []
    for tick in found:
        if tick.x - (kept[-1].x if kept else left) >= apart:
            kept.append(tick)
    return kept


def moment_words(at: datetime, *, is_day: bool, year: int | None = None) -> str:
    """11-19 01:45; only the date where no time is known; with the year unless it is ``year``."""
    local = timezone.localtime(at)
    day = f"{local:%m-%d}" if local.year == year else f"{local:%Y-%m-%d}"
    return day if is_day else f"{day} {local:%H:%M}"
