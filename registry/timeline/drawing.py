"""The timeline across a page: coordinates, words and addresses; the template adds elements and classes.

Nothing here knows a color: classes name a meaning, ``static/css/timeline.css`` gives it a look.
"""

from collections.abc import Sequence
from datetime import datetime

from crf.pairs import Pair
from registry.derived import local_day
from registry.record import Record
from registry.timeline import labels
from registry.timeline.events import Event, Kind
from registry.timeline.labels import ABOVE, BELOW, Placed, Wanted
from registry.timeline.picture import WIDE, Mark, Timeline
from registry.timeline.scales import Room, Scale
from registry.timeline.shown import Course, Links, Shown, course
from registry.timeline.ticks import Tick, ticks
from registry.timeline.track import places, track

EDGE = 4.0  # words keep this from the edges of the drawing


def timeline(
    record: Record,
    *,
    later: Sequence[Event] = (),
    now: datetime | None = None,
    width: float = WIDE,
    base: str = "",
    run_in_view: int | None = None,
) -> Timeline | None:
    """The drawing of a case; None while no run has a start.

    ``later`` are events other apps know of (follow-ups). ``base`` and ``run_in_view``: see ``Links``.
    """
    links = Links(base, run_in_view)
    found = course(record, later, now=now, room=Room(width), links=links)
    return _drawn(found, places(found)) if found else None


def _drawn(course: Course, xs: list[float]) -> Timeline:
    laid, shown = course.scale, course.shown
    now_label = _now_label(course) if course.is_running else None
    words = _labels(shown, xs, laid, now_label)
    taken = [each for each in [now_label, *words.values()] if each]
    return Timeline(
        track=track(course, xs, _free_ticks(ticks(laid), taken)),
        marks=[
            _mark(each, x, words.get(number), laid)
            for number, (each, x) in enumerate(zip(shown, xs, strict=True))
        ],
        now_label=now_label,
        ahead=_ahead(laid, taken) if course.is_running else None,
        contradictions=[each.step for each in shown if each.wrong],
        steps=[each.step for each in shown if not each.wrong],
    )


def _now_label(course: Course) -> Placed:
    """Support goes on: which day it is, counted by the calendar from 1."""
    day = (local_day(course.now) - local_day(course.last_run)).days + 1
    text = str(Pair("Now · day {n}", "现在 · 第 {n} 天").format(n=day))
    return Placed(course.scale.x(course.now) + 6, "start", ABOVE, text)


def _labels(shown: list[Shown], xs: list[float], laid: Scale, now: Placed | None) -> dict[int, Placed]:
    wanted = [_wanted(each, x) for each, x in zip(shown, xs, strict=True)]
    return labels.place(wanted, left=EDGE, right=laid.room.length - EDGE, taken=[now] if now else [])


def _wanted(each: Shown, x: float) -> Wanted:
    return Wanted(
        x,
        labels.shortened(each.name, each.tail, labels.ROOMY),
        each.rank,
        BELOW if each.kind == Kind.START else ABOVE,
        labels.shortened(each.name, each.tail),
    )


def _ahead(laid: Scale, taken: Sequence[Placed]) -> Placed | None:
    """What is still to come, at the end of the line, if there is room for saying it."""
    words = str(Pair("To come: weaning → discharge → follow-up", "待录入：撤机 → 出院 → 随访"))
    wanted = [Wanted(laid.right, words, 0)]
    return labels.place(wanted, left=EDGE, right=laid.right + 6, taken=taken, anchors=("end",)).get(0)


def _mark(each: Shown, x: float, label: Placed | None, laid: Scale) -> Mark:
    text = f"{each.step.text} {each.step.when}"
    whole = labels.whole(x, text, left=EDGE, right=laid.room.length - EDGE)
    return Mark(x, each.step, whole, label, bool(each.wrong), each.kind == Kind.START)


def _free_ticks(found: list[Tick], taken: Sequence[Placed]) -> list[Tick]:
    """A date that would meet a label below the line loses its words, not its stroke."""
    boxes = [each.box for each in taken if each.lane == BELOW]
    return [tick if _is_free(tick, boxes) else Tick(tick.x, "") for tick in found]


def _is_free(tick: Tick, boxes: Sequence[tuple[float, float]]) -> bool:
    half = labels.width(tick.label) / 2 + labels.AIR / 2
    return all(tick.x + half <= start or tick.x - half >= end for start, end in boxes)
