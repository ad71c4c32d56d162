"""Whom a center should contact now: the due list, computed on read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import QuerySet

from outcomes.courses import Followed, followed_cases, read
from outcomes.windows import Status, Task, schedule
from registry.models import Case

SOON = timedelta(14)


class Group(StrEnum):
    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True)
class Due:
    """One line of the list: a case, its window, and the day it is wanted."""

    case: Followed
    task: Task
    group: Group
    on: date
    as_of: date

    @property
    def days_overdue(self) -> int:
        return self.task.days_overdue(self.as_of)


def due_list(cases: QuerySet[Case], as_of: date) -> list[Due]:
    """Every task of the cases in the order of work: overdue, the next two weeks, later.

    A case stands with the window that is due and, when none is, with its next one. Three queries.
    """
    found = [line for followed in read(followed_cases(cases)) for line in _lines(followed, as_of)]
    return sorted(found, key=lambda line: (list(Group).index(line.group), line.on, line.case.number))


def _lines(followed: Followed, as_of: date) -> Iterable[Due]:
    tasks = schedule(followed.course, as_of)
    waiting = [task for task in tasks if task.status.is_due]
    upcoming = [task for task in tasks if task.status == Status.UPCOMING][:1]
    return [_line(followed, task, as_of) for task in waiting or upcoming]


def _line(followed: Followed, task: Task, as_of: date) -> Due:
    window = task.window
    if task.status == Status.OVERDUE:
        return Due(followed, task, Group.OVERDUE, window.closes, as_of)
    on = window.target if window.target >= as_of else window.closes
    group = Group.SOON if window.target <= as_of + SOON else Group.LATER
    return Due(followed, task, group, on, as_of)


def of_group(lines: Iterable[Due], group: Group) -> list[Due]:
    return [line for line in lines if line.group == group]


def after(lines: list[Due], number: str, key: str) -> Due | None:
    """The next line of work after a window that was just dealt with: overdue or within two weeks."""
    work = [line for line in lines if line.group != Group.LATER]
    here = next((i for i, line in enumerate(work) if _is(line, number, key)), None)
    others = [line for line in work if not _is(line, number, key)]
    if not others:
        return None
    return others[here % len(others)] if here is not None else others[0]


def _is(line: Due, number: str, key: str) -> bool:
    return line.case.number == number and line.task.window.key == key
