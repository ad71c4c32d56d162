"""What cannot be true together in the times of a case.

The rules say the same beside the fields; here it is said where it lies in time. Limits are those of the
dictionary: a complication belongs to a run from 6 h before flow to 72 h after it (V103), with late findings
of vein and artery excepted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from crf import notes
from crf.pairs import Pair
from crf.questions import anchor
from registry.derived import local_day
from registry.record import Place, Record
from registry.timeline.events import DIED, YES, Event, Kind
from registry.timeline.stretches import has_segments, segment_places

BEFORE_FLOW, AFTER_FLOW = timedelta(hours=6), timedelta(hours=72)
LATE_FINDINGS = frozenset({"CVS10", "LIM09", "LIM10"})
AGREE = timedelta(hours=1)  # death on ECLS and the end of flow may differ by this (V013)
ONLY_AFTER_FLOW = frozenset({Kind.DECANNULATION, Kind.MODE, Kind.CHANGE, Kind.DEATH})
ONLY_ALIVE = frozenset(Kind) - {Kind.DEATH, Kind.STOP, Kind.DECANNULATION, Kind.FOLLOW_UP, Kind.DISCHARGE}

BEFORE = Pair("before the start of flow", "早于转流开始")
OUTSIDE = Pair("outside the run", "不在本次辅助期间")
BEFORE_DISCHARGE = Pair("before discharge", "早于出院")


@dataclass(frozen=True)
class Contradiction:
    """``words`` say what is wrong with the field ``anchor``, at a moment or over a stretch until ``until``."""

    at: datetime
    words: str
    anchor: str
    run: int | None
    until: datetime | None = None
    subject: str = ""  # what it is about, where no event of the same field says so


def contradictions(record: Record, events: Sequence[Event]) -> list[Contradiction]:
    """In order of time. ``events`` are those of the record and the follow-ups."""
    found = [*_among(events, record)]
    for place in record.of_kind("run"):
        found += [*_run(place), *_segments(place), *_changes(place), *_measured(place)]
    return sorted(found, key=lambda each: each.at)


def _about(event: Event, words: Pair) -> Contradiction:
    return Contradiction(event.at, str(words), event.anchor, event.run)


def _among(events: Sequence[Event], record: Record) -> Iterator[Contradiction]:
    yield from _out_of_their_run(events, record)
    yield from _before_flow(events)
    yield from _after_death(events, record)
    yield from _too_early_contacts(events)


def _out_of_their_run(events: Sequence[Event], record: Record) -> Iterator[Contradiction]:
    runs = {run.run_number: run for run in record.runs}
    late = {
        anchor(place.key, "comp_onset_at")
        for place in record.of_kind("complication")
        if getattr(place.part, "comp_code", None) in LATE_FINDINGS
    }
    for event in events:
        if event.kind != Kind.COMPLICATION or event.run not in runs:
            continue
        if _is_outside(event, runs[event.run], ends=event.anchor not in late):
            yield _about(event, OUTSIDE)


def _is_outside(event: Event, run: Any, *, ends: bool) -> bool:
    start, stop = run.run_start_at, run.run_stop_at
    return _lies_before(event, start, BEFORE_FLOW) or bool(
        ends and stop and _is_later(event.at, stop + AFTER_FLOW, by_day=event.is_day)
    )


def _lies_before(event: Event, start: datetime | None, slack: timedelta = timedelta()) -> bool:
    return start is not None and _is_later(start - slack, event.at, by_day=event.is_day)


def _is_later(one: datetime, other: datetime, *, by_day: bool) -> bool:
    """``one`` is later than ``other``; by calendar date where only the day is known."""
    return local_day(one) > local_day(other) if by_day else one > other


def _before_flow(events: Sequence[Event]) -> Iterator[Contradiction]:
    """What needs flow and is earlier than the flow of its run, and an arrest that is later than it."""
    starts = {event.run: event.at for event in events if event.kind == Kind.START}
    first = min(starts.values(), default=None)
    for event in events:
        start = starts.get(event.run) if event.run else first
        if event.kind in ONLY_AFTER_FLOW and _lies_before(event, start):
            yield _about(event, BEFORE)
        if event.kind in (Kind.ARREST, Kind.CPR) and start and event.at > start:
            yield _about(event, Pair("after the start of flow", "晚于转流开始"))


def _after_death(events: Sequence[Event], record: Record) -> Iterator[Contradiction]:
    """The end of flow may follow death by an hour, and by more after brain death."""
    death = next((event for event in events if event.kind == Kind.DEATH), None)
    if death is None:
        return
    brain_death = record.case.outcome.brain_death_declared == YES
    for event in events:
        slack = AGREE if event.kind == Kind.STOP else timedelta()
        bound = event.kind in ONLY_ALIVE or (event.kind == Kind.STOP and not brain_death)
        left_alive = event.kind == Kind.DISCHARGE and record.case.outcome.discharge_status != DIED
        by_day = event.is_day or death.is_day
        if (bound or left_alive) and _is_later(event.at, death.at + slack, by_day=by_day):
            yield _about(event, Pair("after death", "晚于死亡"))


def _too_early_contacts(events: Sequence[Event]) -> Iterator[Contradiction]:
    """An answered follow-up dated before the patient left."""
    left = next((event for event in events if event.kind in (Kind.DISCHARGE, Kind.TRANSFER)), None)
    for event in events:
        answered = event.kind == Kind.FOLLOW_UP and event.tone == "done"
        if left and answered and _is_later(left.at, event.at, by_day=True):
            yield _about(event, BEFORE_DISCHARGE)


def _run(place: Place) -> Iterator[Contradiction]:
    run: Any = place.part
    by_day = notes.get(run.notes, "precision", "decannulated_at") == "day"
    both = run.decannulated_at and run.run_stop_at
    if both and _is_later(run.run_stop_at, run.decannulated_at, by_day=by_day):
        yield _of_run(place, "decannulated_at", Pair("before the end of flow", "早于转流结束"))
    if run.run_start_at and run.run_stop_at and run.run_stop_at < run.run_start_at:
        yield _of_run(place, "run_stop_at", BEFORE)
    earlier = [each for each in place.record.runs if each.run_number < run.run_number and each.run_stop_at]
    if run.run_start_at and any(each.run_stop_at > run.run_start_at for each in earlier):
        yield _of_run(place, "run_start_at", Pair("before the last run ended", "早于上一次辅助结束"))


def _of_run(place: Place, name: str, words: Pair) -> Contradiction:
    run: Any = place.part
    return Contradiction(getattr(run, name), str(words), anchor(place.key, name), run.run_number)


def _segments(place: Place) -> Iterator[Contradiction]:
    """Gaps and overlaps, at the run's start, between its segments and at its end."""
    run: Any = place.part
    if not run.run_start_at or not has_segments(run):
        return
    rows = [(row, _part(row)) for row in segment_places(place)]
    (first, begins), (last, ends) = rows[0], rows[-1]
    if begins.segment_start_at > run.run_start_at:
        yield from _joint(first, "segment_start_at", run.run_start_at, begins.segment_start_at)
    for (_, one), (row, other) in pairwise(rows):
        if one.segment_stop_at:
            yield from _joint(row, "segment_start_at", one.segment_stop_at, other.segment_start_at)
    if ends.segment_stop_at and run.run_stop_at:
        yield from _joint(last, "segment_stop_at", ends.segment_stop_at, run.run_stop_at)


def _part(place: Place) -> Any:
    return place.part


def _joint(place: Place, name: str, end: datetime, start: datetime) -> Iterator[Contradiction]:
    """Nothing when the stretch that ends joins the one that starts."""
    number = place.run.run_number if place.run else None
    where, subject = anchor(place.key, name), str(Pair("Mode segments", "模式阶段"))
    if end < start:
        yield Contradiction(end, str(Pair("gap", "有空缺")), where, number, start, subject)
    elif end > start:
        yield Contradiction(start, str(Pair("overlap", "有重叠")), where, number, end, subject)


def _changes(place: Place) -> Iterator[Contradiction]:
    """A part that was changed and nobody said why."""
    for row in place.record.row_places("equipment", place.run):
        part: Any = row.part
        if part.equip_changed == YES and part.equip_stop_at and not part.is_answered("equip_change_reason"):
            words = str(Pair("no reason given", "未填更换原因"))
            number = place.run.run_number if place.run else None
            yield Contradiction(part.equip_stop_at, words, anchor(row.key, "equip_stop_at"), number)


def _measured(place: Place) -> Iterator[Contradiction]:
    """Daily data from outside the run; they have no mark of their own."""
    run: Any = place.part
    for row in place.record.row_places("support_records", place.run):
        at = getattr(row.part, "measured_at", None)
        if at and run.run_start_at and (at < run.run_start_at or (run.run_stop_at and at > run.run_stop_at)):
            subject = str(Pair("Daily data", "每日数据"))
            yield Contradiction(
                at, str(OUTSIDE), anchor(row.key, "measured_at"), run.run_number, None, subject
            )
