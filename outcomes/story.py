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
from registry.codes import mode_class
from registry.derived import local_day
from registry.models import Run
from registry.timeline.contradictions import BEFORE_DISCHARGE
from registry.timeline.events import DIED, ON_ECLS, mode_text
from registry.timeline.marks import ALERT, PATHS


@dataclass(frozen=True)
class Line:
    """One event; ``tone`` is now or later. Its mark has the shape and color it has on the timeline."""

    text: str
    on: date | None
    tone: str = ""
    key: str = ""
    shape: str = "circle"
    color: str = ""

    @property
    def path(self) -> str:
        return PATHS[self.shape]


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
    contacts = (_contact(each, current, followed.course.left) for each in told)
    return [*_stay(followed), *(line for line in contacts if line)]


def _stay(followed: Followed) -> Iterator[Line]:
    """Every run, then how the patient left, in one query."""
    course = followed.course
    for run in Run.objects.filter(case=followed.pk).order_by("run_start_at", "pk"):
        yield from _run(run)
    shape = "arrow" if course.discharge_status == ON_ECLS else "house"
    if course.discharge_status != DIED:
        yield Line(DISCHARGE_STATUS.label(course.discharge_status), course.left, shape=shape)
    if course.died:
        yield Line(_("Died"), course.died, shape="cross")


def _run(run: Run) -> Iterator[Line]:
    if not run.run_start_at:
        return
    text = _("%(mode)s started") % {"mode": mode_text(run.initial_mode)}
    color = mode_class(run.support_type, run.initial_mode)
    yield Line(text, local_day(run.run_start_at), shape="disc", color=color)
    if run.run_stop_at:
        hours = round((run.run_stop_at - run.run_start_at).total_seconds() / 3600)
        text = ngettext("ECLS ended, %(n)s h", "ECLS ended, %(n)s h", hours) % {"n": hours}
        yield Line(text, local_day(run.run_stop_at), shape="end")


def _contact(each: WindowLine, current: str, left: date | None) -> Line | None:
    window, status = each.task.window, each.task.status
    if each.row and status == Status.DONE:
        return _answered(each, each.row, current, left)
    if window.key == current:
        text = _("%(window)s: to be entered") % {"window": window.label}
        return Line(text, window.closes, "now", window.key, color="due")
    if status == Status.UPCOMING:
        return Line(window.label, window.target, "later", window.key, color="later")
    return None


def _answered(each: WindowLine, row: FollowUp, current: str, left: date | None) -> Line:
    """What was learned; a contact dated before discharge is marked as on the timeline."""
    window, on = each.task.window, row.fu_date or each.task.window.target
    answer, shape = each.text, "circle"
    if left and on < left:
        answer, shape = f"{answer} · {BEFORE_DISCHARGE}", ALERT
    text = _("%(window)s: %(answer)s") % {"window": window.label, "answer": answer}
    return Line(text, on, "now" if window.key == current else "", window.key, shape, "done")
