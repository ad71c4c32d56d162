"""The line itself, the same across a page and down its side: bars, breaks, ticks, stretches that are wrong."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from registry.timeline import labels, marks
from registry.timeline.contradictions import Contradiction
from registry.timeline.events import Kind
from registry.timeline.picture import Bar, Track, Wrong
from registry.timeline.scales import Scale
from registry.timeline.shown import Course, Shown
from registry.timeline.stretches import Stretch
from registry.timeline.ticks import Tick

LEAST_BAR = 3.0  # px, so that the shortest stretch is seen


def places(course: Course, apart: float = marks.LEAST_APART) -> list[float]:
    """Where each mark stands: at its time, moved a little where several would cover each other.

    Marks are at least ``apart`` px from each other, less where a scale has more of them than room.
    """
    laid = course.scale
    zones = [laid.zone(each.at) for each in course.shown]
    crowd = Counter(zone.left for zone in zones)
    least = [min(apart, (zone.right - zone.left + laid.room.gap / 2) / crowd[zone.left]) for zone in zones]
    ideal = [laid.x(each.at) for each in course.shown]
    aparts = [max(one, other) for one, other in pairwise(least)]
    return marks.spread(ideal, course.pivot, laid.room.length, aparts)


def track(course: Course, at: Sequence[float], ticks: list[Tick]) -> Track:
    """``at`` are the places of the marks."""
    laid = course.scale
    return Track(
        length=laid.room.length,
        left=laid.left,
        right=laid.right,
        bars=[_bar(each, course, at) for each in course.stretches],
        ticks=ticks,
        breaks=laid.breaks,
        stretches_wrong=[_wrong(each, laid) for each in course.wrong if each.until],
        low_flow=_low_flow(course.shown, at),
        now_x=laid.x(course.now) if course.is_running else None,
    )


def _bar(each: Stretch, course: Course, at: Sequence[float]) -> Bar:
    left = course.scale.x(each.start)
    right = max(course.scale.x(each.stop or course.now), left + LEAST_BAR)
    return Bar(left, round(right - left, 1), each.tone, each.text, _text_x(each.text, left, right, at))


def _text_x(text: str, left: float, right: float, at: Sequence[float]) -> float | None:
    """The first place inside the bar where the mode can be read between the marks."""
    inside = [left, *(x for x in at if left < x < right), right]
    needed = labels.width(text) + 2 * marks.LEAST_APART
    for one, other in pairwise(inside):
        if other - one >= needed:
            return round(one + marks.LEAST_APART, 1)
    return None


def _wrong(each: Contradiction, laid: Scale) -> Wrong:
    left, right = laid.x(each.at), laid.x(each.until or each.at)
    return Wrong(left, round(max(right - left, LEAST_BAR), 1))


def _low_flow(shown: Sequence[Shown], at: Sequence[float]) -> tuple[float, float] | None:
    """From the arrest to the start of flow."""
    kinds = [each.kind for each in shown]
    arrest = next((at[kinds.index(kind)] for kind in (Kind.ARREST, Kind.CPR) if kind in kinds), None)
    start = at[kinds.index(Kind.START)] if Kind.START in kinds else None
    return (arrest, start) if arrest is not None and start is not None and arrest < start else None
