"""The course of a patient in a few lines, from the start of flow to the next contact."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from crf.codelists.followup import VITAL
from crf.codelists.outcome import DISCHARGE_STATUS
from outcomes.contact import Contact
from outcomes.courses import Followed
from outcomes.models import FollowUp
from outcomes.problems import unanswered
from outcomes.windows import Status, Task, schedule, window_key
from registry.derived import local_day
from registry.models import Run


@dataclass(frozen=True)
class Line:
    """One event; ``tone`` is done, now or later."""

    text: str
    on: date | None
    tone: str = ""
    key: str = ""


@dataclass(frozen=True)
class WindowLine:
    """One window of the case with what was learned in it."""

    task: Task
    row: FollowUp | None
    open_questions: int = 0

    @property
    def text(self) -> str:
        if self.row is None:
            return ""
        return summary(self.row)


def window_lines(followed: Followed, as_of: date) -> list[WindowLine]:
    """Every window of the case up to the next one, in two queries at most."""
    rows = {window_key(row.fu_window, row.fu_year): row for row in FollowUp.objects.filter(case=followed.pk)}
    return [_window_line(task, rows, followed, as_of) for task in schedule(followed.course, as_of)]


def so_far(lines: list[WindowLine]) -> list[WindowLine]:
    """Without the windows after the next one."""
    upcoming = [line for line in lines if line.task.status == Status.UPCOMING]
    return [line for line in lines if line not in upcoming[1:]]


def _window_line(task: Task, rows: dict[str, FollowUp], followed: Followed, as_of: date) -> WindowLine:
    row = rows.get(task.window.key)
    if row is None:
        return WindowLine(task, None)
    contact = Contact(row, task, followed.course, followed.birth_date, as_of)
    return WindowLine(task, row, len(unanswered(contact)))


def summary(row: FollowUp) -> str:
    """Alive, mRS 2."""
    parts = [VITAL.label(row.fu_vital_status)]
    if row.fu_mrs is not None:
        parts.append(f"mRS {row.fu_mrs}")
    return _(", ").join(part for part in parts if part)


def story(followed: Followed, windows: list[WindowLine], current: str = "") -> list[Line]:
    """The lines beside the entry form; ``current`` is the key of the window being answered."""
    told = [each for each in windows if each in so_far(windows) or each.task.window.key == current]
    return [*_stay(followed), *(line for each in told if (line := _contact(each, current)))]


def _stay(followed: Followed) -> Iterator[Line]:
    course = followed.course
    yield Line(_("%(mode)s started") % {"mode": followed.initial_mode or "ECLS"}, course.started)
    stop = Run.objects.filter(case=followed.pk).order_by("run_start_at", "pk").first()
    if stop and stop.run_stop_at and stop.run_start_at:
        hours = round((stop.run_stop_at - stop.run_start_at).total_seconds() / 3600)
        text = ngettext("ECLS ended, %(n)s h", "ECLS ended, %(n)s h", hours) % {"n": hours}
        yield Line(text, local_day(stop.run_stop_at))
    yield Line(DISCHARGE_STATUS.label(course.discharge_status), course.left)


def _contact(each: WindowLine, current: str) -> Line | None:
    window, status = each.task.window, each.task.status
    if each.row and status == Status.DONE:
        text = _("%(window)s: %(answer)s") % {"window": window.label, "answer": each.text}
        tone = "now" if window.key == current else ""
        return Line(text, each.row.fu_date or window.target, tone, window.key)
    if window.key == current:
        return Line(
            _("%(window)s: to be entered") % {"window": window.label}, window.closes, "now", window.key
        )
    if status == Status.UPCOMING:
        return Line(window.label, window.target, "later", window.key)
    return None
