"""The same course down the side of a page: the line on the left, names and days on its right."""

from collections.abc import Sequence
from datetime import datetime

from registry.record import Record
from registry.timeline import beside
from registry.timeline.events import Event, Kind, events
from registry.timeline.picture import SideMark, Upright
from registry.timeline.scales import Room
from registry.timeline.shown import Course, Links, Shown, course
from registry.timeline.ticks import ticks
from registry.timeline.track import places, track

SHORTEST, LONGEST = 320.0, 520.0  # px
EACH = 24.0  # px for each event, between these two
LEAST_AFTER, MOST_AFTER = 0.3, 0.6  # of the line: the months after support
ENDS = 16.0  # px kept free above and below the line
TICKS_APART, MARKS_APART = 26.0, 15.0  # px


def upright(
    record: Record, *, later: Sequence[Event] = (), now: datetime | None = None, base: str = ""
) -> Upright | None:
    """The drawing of a case that is being followed up; None while no run has a start.

    ``later`` and ``base`` as for the timeline across a page. Follow-ups are told before what happened on support.
    """
    room = _room(len(events(record)), len(later))
    found = course(record, later, now=now, room=room, links=Links(base), prefer=Kind.FOLLOW_UP)
    return _drawn(found, places(found, MARKS_APART)) if found else None


def _room(on_support: int, later: int) -> Room:
    """Longer for more events, shared out by how many there are after support."""
    every = on_support + later
    length = min(LONGEST, max(SHORTEST, EACH * every))
    after = min(MOST_AFTER, max(LEAST_AFTER, later / every))
    return Room(length, margin=ENDS, before=0.14, after=round(after, 2))


def _drawn(course: Course, ys: list[float]) -> Upright:
    shown, bottom = course.shown, course.scale.room.length
    told = [_words(each, each.day, each.rank) for each in shown]
    words = beside.placed(told, ys, top=0, bottom=bottom)
    return Upright(
        track=track(course, ys, ticks(course.scale, TICKS_APART)),
        marks=[
            _mark(each, y, words.get(number), bottom)
            for number, (each, y) in enumerate(zip(shown, ys, strict=True))
        ],
        contradictions=[each.step for each in shown if each.wrong],
        steps=[each.step for each in shown if not each.wrong],
    )


def _words(each: Shown, when: str, rank: float = 0) -> beside.Words:
    is_bold = each.is_current or _is_main(each)
    return beside.words(each.name + each.detail, when, each.wrong, rank, is_bold=is_bold)


def _is_main(each: Shown) -> bool:
    return each.kind == Kind.START


def _mark(each: Shown, y: float, words: beside.Beside | None, bottom: float) -> SideMark:
    whole = _words(each, each.step.when)
    return SideMark(
        y=y,
        step=each.step,
        words=words or beside.inside(y, whole, top=0, bottom=bottom),
        is_wrong=bool(each.wrong),
        is_main=_is_main(each),
        is_current=each.is_current,
        is_quiet=words is None,
    )
