"""The follow-ups of a case as events of its course, for the registry's timeline."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.utils import timezone

from outcomes.courses import read_one
from outcomes.story import WindowLine, so_far, window_lines
from outcomes.windows import HAS_WINDOWS, Status
from registry.models import CaseState
from registry.record import Record
from registry.timeline import Event, Kind

NOON = time(12)
TONES = {
    Status.DONE: "done",
    Status.OPEN: "due",
    Status.OVERDUE: "due",
    Status.UPCOMING: "later",
    Status.CLOSED: "closed",
}
ANCHOR = "panel-follow-up"


def follow_ups(record: Record) -> Iterator[Event]:
    """Every window up to the next one, dated by its answer or else by its target; none before discharge."""
    case = record.case
    has_windows = case.outcome.discharge_status in HAS_WINDOWS and not case.withdrawn_at
    if case.state == CaseState.DRAFT or not has_windows:
        return
    for line in so_far(window_lines(read_one(case), timezone.localdate())):
        yield _event(line)


def _event(line: WindowLine) -> Event:
    window = line.task.window
    answered_on = line.row.fu_date if line.row else None
    return Event(
        at=_noon(answered_on or window.target),
        kind=Kind.FOLLOW_UP,
        label=f"{window.label} {line.text}".strip(),
        anchor=ANCHOR,
        tone=TONES[line.task.status],
        is_day=True,
    )


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, NOON))
