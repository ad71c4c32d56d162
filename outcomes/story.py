"""The windows of one case with what was learned in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from crf.codelists.followup import VITAL
from outcomes.contact import Contact
from outcomes.courses import Followed
from outcomes.models import FollowUp
from outcomes.problems import unanswered
from outcomes.windows import Status, Task, schedule, window_key


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


def so_far(lines: Sequence[WindowLine]) -> list[WindowLine]:
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
