"""The timeline as a drawing: coordinates, words and addresses; the template adds elements and classes.

Nothing here knows a color: classes name a meaning, ``static/css/timeline.css`` gives it a look.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.utils import timezone

from crf.pairs import Pair
from registry.derived import local_day
from registry.record import Record
from registry.timeline import labels, marks
from registry.timeline.contradictions import Contradiction, contradictions
from registry.timeline.events import Event, Kind, Stretch, events, in_order, stretches
from registry.timeline.labels import ABOVE, BELOW, Placed, Wanted
from registry.timeline.picture import WIDE, Bar, Mark, Step, Timeline, Wrong
from registry.timeline.scales import Scale, scale
from registry.timeline.ticks import Tick, moment_words, ticks

EDGE = 4.0  # words keep this from the edges of the drawing
LEAST_BAR = 3.0  # px, so that the shortest stretch is seen


@dataclass(frozen=True)
class _Shown:
    """An event or a contradiction of its own on its way to being a mark."""

    at: datetime
    kind: Kind | None
    step: Step
    name: str
    tail: str  # follows the name and is never cut: the time, or what is wrong
    rank: float
    is_wrong: bool


@dataclass(frozen=True)
class _Case:
    """What the pieces of the drawing ask for."""

    events: list[Event]
    stretches: list[Stretch]
    wrong: list[Contradiction]
    scale: Scale
    now: datetime
    is_running: bool
    first: datetime
    last_run: datetime  # when the last run began


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

    ``later`` are events other apps know of (follow-ups). ``base`` is the address of the case page, empty on
    that page itself, where ``run_in_view`` needs no address of its own.
    """
    held = stretches(record)
    if not held:
        return None
    case = _case(record, held, in_order([*events(record), *later]), now, width)
    shown = _shown(case, base, run_in_view)
    xs = _xs(shown, case.scale)
    return _drawn(case, shown, xs)


def _case(
    record: Record, held: list[Stretch], told: list[Event], now: datetime | None, width: float
) -> _Case:
    wrong, now = contradictions(record, told), now or timezone.now()
    gone = next(
        (event.at for event in told if event.kind in (Kind.DEATH, Kind.DISCHARGE, Kind.TRANSFER)), None
    )
    is_running = held[-1].stop is None and gone is None
    until = max(held[-1].start, gone or now)
    spans = [(each.start, each.stop or until) for each in held]
    moments = [event.at for event in told] + [each.at for each in wrong]
    laid = scale(spans, moments, width=width, is_running=is_running)
    starts = [run.run_start_at for run in record.runs if run.run_start_at]
    return _Case(told, held, wrong, laid, until, is_running, min(starts), starts[-1])


def _shown(case: _Case, base: str, run_in_view: int | None) -> list[_Shown]:
    """Events in order of time, those that contradict something with the words that say so."""
    said: dict[tuple[str, datetime], list[str]] = {}
    for each in case.wrong:
        said.setdefault((each.anchor, each.at), []).append(each.words)
    told = {(event.anchor, event.at) for event in case.events}
    found = [
        _of_event(event, said.get((event.anchor, event.at), []), case, base, run_in_view)
        for event in case.events
    ]
    found += [
        _alone(each, case, base, run_in_view) for each in case.wrong if (each.anchor, each.at) not in told
    ]
    return sorted(found, key=lambda each: each.at)  # of equal times, as they came


def _of_event(event: Event, wrong: list[str], case: _Case, base: str, run_in_view: int | None) -> _Shown:
    said = _said(wrong)
    shape = marks.ALERT if wrong else marks.SHAPES[event.kind]
    when = moment_words(event.at, is_day=event.is_day)
    href = _href(base, run_in_view, event.run, event.anchor)
    step = Step(event.label + said, when, shape, event.tone, href)
    rank = marks.FIRST if wrong else marks.rank(event)
    tail = said or f" {_short_time(event, case)}"
    return _Shown(event.at, event.kind, step, event.label, tail, rank, bool(wrong))


def _alone(each: Contradiction, case: _Case, base: str, run_in_view: int | None) -> _Shown:
    """A contradiction at no event's own field."""
    said, when = _said([each.words]), moment_words(each.at, is_day=False)
    href = _href(base, run_in_view, each.run, each.anchor)
    step = Step(each.subject + said, when, marks.ALERT, "", href)
    return _Shown(each.at, None, step, each.subject, said, marks.FIRST, True)


def _said(wrong: list[str]) -> str:
    """What is wrong with an event, to stand behind its name."""
    words = str(Pair("; ", "；")).join(wrong)
    return str(Pair(": {words}", "：{words}").format(words=words)) if wrong else ""


def _href(base: str, run_in_view: int | None, run: int | None, anchor: str) -> str:
    asked = f"?run={run}" if run and run != run_in_view else ""
    return f"{base}{asked}#{anchor}"


def _short_time(event: Event, case: _Case) -> str:
    """The time alone on the day flow began, before it; the year where it is another one."""
    if event.at < case.first and local_day(event.at) == local_day(case.first) and not event.is_day:
        return f"{timezone.localtime(event.at):%H:%M}"
    is_far = case.scale.after is not None and event.at > case.scale.after.start
    return moment_words(event.at, is_day=event.is_day or is_far, year=timezone.localtime(case.first).year)


def _xs(shown: list[_Shown], laid: Scale) -> list[float]:
    """Where each mark stands: at its time, moved a little where several would cover each other."""
    pivot = next((number for number, each in enumerate(shown) if each.kind == Kind.START), 0)
    return marks.spread([laid.x(each.at) for each in shown], pivot, laid.width)


def _drawn(case: _Case, shown: list[_Shown], xs: list[float]) -> Timeline:
    laid = case.scale
    now_x = laid.x(case.now) if case.is_running else None
    now_label = _now_label(case, now_x) if now_x is not None else None
    words = _labels(shown, xs, laid, now_label)
    taken = [each for each in [now_label, *words.values()] if each]
    ahead = _ahead(laid, taken) if case.is_running else None
    return Timeline(
        width=laid.width,
        left=laid.left,
        right=laid.right,
        bars=[_bar(each, case, xs) for each in case.stretches],
        marks=[
            _mark(each, x, words.get(number), laid)
            for number, (each, x) in enumerate(zip(shown, xs, strict=True))
        ],
        ticks=_free_ticks(ticks(laid), taken),
        breaks=laid.breaks,
        stretches_wrong=[_wrong(each, laid) for each in case.wrong if each.until],
        low_flow=_low_flow(shown, xs),
        now_x=now_x,
        now_label=now_label,
        ahead=ahead,
        contradictions=[each.step for each in shown if each.is_wrong],
        steps=[each.step for each in shown if not each.is_wrong],
    )


def _now_label(case: _Case, x: float) -> Placed:
    """Support goes on: which day it is, counted by the calendar from 1."""
    day = (local_day(case.now) - local_day(case.last_run)).days + 1
    return Placed(x + 6, "start", ABOVE, str(Pair("Now · day {n}", "现在 · 第 {n} 天").format(n=day)))


def _labels(shown: list[_Shown], xs: list[float], laid: Scale, now: Placed | None) -> dict[int, Placed]:
    wanted = [_wanted(each, x) for each, x in zip(shown, xs, strict=True)]
    return labels.place(wanted, left=EDGE, right=laid.width - EDGE, taken=[now] if now else [])


def _wanted(each: _Shown, x: float) -> Wanted:
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


def _bar(each: Stretch, case: _Case, xs: Sequence[float]) -> Bar:
    left = case.scale.x(each.start)
    right = max(case.scale.x(each.stop or case.now), left + LEAST_BAR)
    return Bar(left, round(right - left, 1), each.tone, each.text, _text_x(each.text, left, right, xs))


def _text_x(text: str, left: float, right: float, xs: Sequence[float]) -> float | None:
    """The first place inside the bar where the mode can be read between the marks."""
    inside = [left, *(x for x in xs if left < x < right), right]
    needed = labels.width(text) + 2 * marks.LEAST_APART
    for one, other in pairwise(inside):
        if other - one >= needed:
            return round(one + marks.LEAST_APART, 1)
    return None


def _mark(each: _Shown, x: float, label: Placed | None, laid: Scale) -> Mark:
    text = f"{each.step.text} {each.step.when}"
    whole = labels.whole(x, text, left=EDGE, right=laid.width - EDGE)
    return Mark(x, each.step, whole, label, each.is_wrong, each.kind == Kind.START)


def _free_ticks(found: list[Tick], taken: Sequence[Placed]) -> list[Tick]:
    """A date that would meet a label below the line loses its words, not its stroke."""
    boxes = [each.box for each in taken if each.lane == BELOW]
    return [tick if _is_free(tick, boxes) else Tick(tick.x, "") for tick in found]


def _is_free(tick: Tick, boxes: Sequence[tuple[float, float]]) -> bool:
    half = labels.width(tick.label) / 2 + labels.AIR / 2
    return all(tick.x + half <= start or tick.x - half >= end for start, end in boxes)


def _wrong(each: Contradiction, laid: Scale) -> Wrong:
    left, right = laid.x(each.at), laid.x(each.until or each.at)
    return Wrong(left, round(max(right - left, LEAST_BAR), 1))


def _low_flow(shown: list[_Shown], xs: Sequence[float]) -> tuple[float, float] | None:
    """From the arrest to the start of flow."""
    kinds = [each.kind for each in shown]
    arrest = next((xs[kinds.index(kind)] for kind in (Kind.ARREST, Kind.CPR) if kind in kinds), None)
    start = xs[kinds.index(Kind.START)] if Kind.START in kinds else None
    return (arrest, start) if arrest is not None and start is not None and arrest < start else None
