"""What a drawing shows of a case before anything has a place: events and contradictions in words.

Both drawings, the line across a page and the one down its side, are made of this.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from crf.pairs import Pair, listed
from registry.derived import local_day
from registry.record import Record
from registry.timeline import marks
from registry.timeline.contradictions import Contradiction, contradictions
from registry.timeline.events import Event, Kind, events, in_order
from registry.timeline.picture import Step
from registry.timeline.scales import Room, Scale, scale
from registry.timeline.stretches import Stretch, stretches
from registry.timeline.ticks import moment_words


@dataclass(frozen=True)
class Links:
    """Where marks lead. ``base`` is the address of the case page, empty on that page itself.

    There ``run_in_view`` needs no address of its own.
    """

    base: str = ""
    run_in_view: int | None = None

    def to(self, run: int | None, anchor: str) -> str:
        asked = f"?run={run}" if run and run != self.run_in_view else ""
        return f"{self.base}{asked}#{anchor}"


@dataclass(frozen=True)
class Shown:
    """An event, or a contradiction at no event's own field, on its way to being a mark."""

    at: datetime
    kind: Kind | None
    step: Step
    name: str
    detail: str  # follows the name where there is room
    day: str
    short_when: str
    wrong: str  # what is wrong with it, empty where nothing is
    rank: float
    is_current: bool = False

    @property
    def tail(self) -> str:
        """Follows the name and is never cut: what is wrong, or else the time."""
        return said(self.wrong) or f" {self.short_when}"


@dataclass(frozen=True)
class Course:
    """A case on its scale. ``now`` is when it was left or read; ``last_run`` when the last run began."""

    stretches: list[Stretch]
    wrong: list[Contradiction]
    shown: list[Shown]
    scale: Scale
    now: datetime
    is_running: bool
    first: datetime
    last_run: datetime

    @property
    def pivot(self) -> int:
        """The number of the mark that stays where its time is: the start of flow."""
        return next((number for number, each in enumerate(self.shown) if each.kind == Kind.START), 0)


def course(
    record: Record,
    later: Sequence[Event],
    *,
    now: datetime | None,
    room: Room,
    links: Links,
    prefer: Kind | None = None,
) -> Course | None:
    """The course of a case; None while no run has a start. ``prefer`` are the events told before others."""
    held = stretches(record)
    if not held:
        return None
    told = in_order([*events(record), *later])
    wrong, now = contradictions(record, told), now or timezone.now()
    gone = next(
        (event.at for event in told if event.kind in (Kind.DEATH, Kind.DISCHARGE, Kind.TRANSFER)), None
    )
    is_running = held[-1].stop is None and gone is None
    until = max(held[-1].start, gone or now)
    spans = [(each.start, each.stop or until) for each in held]
    moments = [event.at for event in told] + [each.at for each in wrong]
    laid = scale(spans, moments, room=room, is_running=is_running)
    starts = [run.run_start_at for run in record.runs if run.run_start_at]
    words = _Words(laid, min(starts), links, prefer)
    return Course(held, wrong, words.of(told, wrong), laid, until, is_running, min(starts), starts[-1])


@dataclass(frozen=True)
class _Words:
    """What names, times and addresses depend on."""

    scale: Scale
    first: datetime
    links: Links
    prefer: Kind | None

    def of(self, told: Sequence[Event], wrong: Sequence[Contradiction]) -> list[Shown]:
        """Events in order of time, those that contradict something with the words that say so."""
        found_wrong: dict[tuple[str, datetime], list[str]] = {}
        for each in wrong:
            found_wrong.setdefault((each.anchor, each.at), []).append(each.words)
        places = {(event.anchor, event.at) for event in told}
        found = [self._of_event(event, found_wrong.get((event.anchor, event.at), [])) for event in told]
        found += [self._alone(each) for each in wrong if (each.anchor, each.at) not in places]
        return sorted(found, key=lambda each: each.at)  # of equal times, as they came

    def _of_event(self, event: Event, found_wrong: list[str]) -> Shown:
        wrong = listed(found_wrong)
        shape = marks.ALERT if wrong else marks.SHAPES[event.kind]
        when = event.when or moment_words(event.at, is_day=event.is_day)
        href = event.address or self.links.to(event.run, event.anchor)
        step = Step(event.label + event.detail + said(wrong), when, shape, event.tone, href)
        rank = marks.FIRST if wrong else marks.rank(event, self.prefer)
        return Shown(
            at=event.at,
            kind=event.kind,
            step=step,
            name=event.label,
            detail=event.detail,
            day=event.when or moment_words(event.at, is_day=True),
            short_when=self._short(event),
            wrong=wrong,
            rank=rank,
            is_current=event.is_current,
        )

    def _alone(self, each: Contradiction) -> Shown:
        when = moment_words(each.at, is_day=False)
        href = self.links.to(each.run, each.anchor)
        step = Step(each.subject + said(each.words), when, marks.ALERT, "", href)
        day = moment_words(each.at, is_day=True)
        return Shown(each.at, None, step, each.subject, "", day, when, each.words, marks.FIRST)

    def _short(self, event: Event) -> str:
        """The time alone on the day flow began, before it; the year where it is another one."""
        if event.at < self.first and local_day(event.at) == local_day(self.first) and not event.is_day:
            return f"{timezone.localtime(event.at):%H:%M}"
        is_far = self.scale.after is not None and event.at > self.scale.after.start
        year = timezone.localtime(self.first).year
        return moment_words(event.at, is_day=event.is_day or is_far, year=year)


def said(wrong: str) -> str:
    """What is wrong, to stand behind a name."""
    return str(Pair(": {words}", "：{words}").format(words=wrong)) if wrong else ""
