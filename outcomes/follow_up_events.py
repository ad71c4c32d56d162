"""The follow-ups of a case, and a death they tell of, as events of its course, for the registry's timelines."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from crf.pairs import Pair
from outcomes.courses import YES, Followed, read_one
from outcomes.story import WindowLine, so_far, window_lines
from outcomes.windows import HAS_WINDOWS, Status, Why
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
    followed = read_one(case)
    for line in so_far(window_lines(followed, timezone.localdate())):
        yield _event(line)
    yield from _death(record, followed)


def beside_entry(
    record: Record, followed: Followed, lines: Sequence[WindowLine], current: str, *, may_enter: bool
) -> list[Event]:
    """The same beside the entry of the window ``current``; windows lead to their own pages."""
    told = [each for each in lines if each in so_far(lines) or each.task.window.key == current]
    found = [_entry(each, followed.number, current, may_enter=may_enter) for each in told]
    return [*found, *_death(record, followed)]


def _entry(line: WindowLine, number: str, current: str, *, may_enter: bool) -> Event:
    window, task = line.task.window, line.task
    is_current = window.key == current
    leads = is_current or line.row or (task.accepts_answers and may_enter)
    due = task.status.is_due and _("until %(day)s") % {"day": window.closes.isoformat()}
    return _event(
        line,
        is_current=is_current,
        when=due or "",
        address=reverse("outcomes:entry", args=[number, window.key]) if leads else "",
    )


def _event(line: WindowLine, *, is_current: bool = False, when: str = "", address: str = "") -> Event:
    answered_on = line.row.fu_date if line.row else None
    return Event(
        at=_noon(answered_on or line.task.window.target),
        kind=Kind.FOLLOW_UP,
        label=_words(line),
        anchor=ANCHOR,
        tone=TONES[line.task.status],
        is_day=True,
        is_current=is_current,
        when=when,
        address=address,
    )


def _words(line: WindowLine) -> str:
    """The window with what was learned in it, or what is still to be done."""
    label, task = line.task.window.label, line.task
    if line.text:
        return _("%(window)s: %(answer)s") % {"window": label, "answer": line.text}
    if task.status.is_due:
        return _("%(window)s: to be entered") % {"window": label}
    if task.why == Why.MISSED:
        return _("%(window)s: %(answer)s") % {"window": label, "answer": _("Missed")}
    return label


def _death(record: Record, followed: Followed) -> Iterator[Event]:
    """The patient's death where only a follow-up or a later stay tells of it."""
    died, outcome = followed.course.died, record.case.outcome
    if died and not (outcome.died == YES and outcome.death_at):
        words = str(Pair("Died", "死亡"))
        yield Event(_noon(died), Kind.DEATH, words, ANCHOR, is_day=True)


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, NOON))
