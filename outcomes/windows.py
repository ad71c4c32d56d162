"""When a patient should be contacted, and where each of these times stands on a given day.

Windows belong to a case. They count calendar days or years in Asia/Shanghai from the start of flow of its
first run; distance and tolerance are facts of the code list ``fu_window``. Nothing here reads a clock or a
database: ``as_of`` is always given.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import count

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from crf.codelists.followup import FU_WINDOW
from crf.codes import Option

AT_DISCHARGE = "DIS"  # answered by form 9, never a task
YEARLY = "YN"
FIRST_YEARLY = int(FU_WINDOW[YEARLY].facts["years"])
ONE_TIME = tuple(option for option in FU_WINDOW if option.code not in (AT_DISCHARGE, YEARLY))

LEFT_ALIVE = frozenset({1, 2, 3, 8})
LEFT_TO_DIE = 5  # one window only: are they alive after 30 days?
HAS_WINDOWS = LEFT_ALIVE | {LEFT_TO_DIE}

ALIVE, DEAD, LOST, DECLINED = 1, 2, 3, 4


class Status(StrEnum):
    UPCOMING = "upcoming"
    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    CLOSED = "closed"

    @property
    def is_due(self) -> bool:
        return self in (Status.OPEN, Status.OVERDUE)


class Why(StrEnum):
    """Why a window is closed without an answer."""

    IN_HOSPITAL = "in_hospital"  # it ended before discharge: the hospital's own data answer it
    DEATH = "death"
    DECLINED = "declined"
    MISSED = "missed"  # the next window is open or answered; late answers are still welcome


@dataclass(frozen=True)
class Window:
    """A time to contact the patient; both ends belong to it. ``year`` is set in ``YN`` windows only."""

    code: str
    year: int | None
    target: date
    opens: date
    closes: date

    @property
    def key(self) -> str:
        """How addresses and forms name it: ``D30``, ``Y1``, ``Y6`` for the contact of year 6."""
        return window_key(self.code, self.year)

    @property
    def label(self) -> str:
        return window_label(self.code, self.year)

    def holds(self, day: date) -> bool:
        return self.opens <= day <= self.closes


@dataclass(frozen=True)
class Answer:
    """What a follow-up said about life and death."""

    vital: int | None
    on: date | None = None


@dataclass(frozen=True)
class Course:
    """All that decides a case's windows. ``died`` is the patient's death, from any case of the center."""

    started: date | None
    discharge_status: int | None
    left: date | None = None
    died: date | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True)
class Task:
    """A window with its status on a day."""

    window: Window
    status: Status
    why: Why | None = None

    @property
    def accepts_answers(self) -> bool:
        return self.why in (None, Why.MISSED)

    def days_overdue(self, as_of: date) -> int:
        return max((as_of - self.window.closes).days, 0)


def window_key(code: str, year: int | None) -> str:
    return f"Y{year}" if code == YEARLY else code


def parse_key(key: str) -> tuple[str, int | None]:
    """Code and year of a window. Raises KeyError for anything that is no window of a task."""
    if any(key == option.code for option in ONE_TIME):
        return key, None
    years = re.fullmatch(r"Y([1-9][0-9]?)", key, re.ASCII)
    if years and int(years[1]) >= FIRST_YEARLY:
        return YEARLY, int(years[1])
    raise KeyError(key)


def window_label(code: str, year: int | None = None) -> str:
    """The short name: "30 days", "1 year"."""
    if code == AT_DISCHARGE:
        return _("At discharge")
    facts = FU_WINDOW[code].facts
    if "days" in facts:
        return ngettext("%(n)s day", "%(n)s days", int(facts["days"])) % {"n": facts["days"]}
    years = year or int(facts["years"])
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}


def years_after(day: date, years: int) -> date:
    """The same date years later; 29 February becomes the 28th where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def windows(started: date, *, until: date) -> Iterator[Window]:
    """Every window in order of time, up to the first yearly one that opens after ``until``."""
    for option in ONE_TIME:
        yield _window(option, None, started)
    for year in count(FIRST_YEARLY):
        window = _window(FU_WINDOW[YEARLY], year, started)
        yield window
        if window.opens > until:
            return


def _window(option: Option, year: int | None, started: date) -> Window:
    days, years = int(option.facts.get("days", 0)), year or int(option.facts.get("years", 0))
    target = years_after(started, years) if years else started + timedelta(days)
    tolerance = timedelta(int(option.facts["tolerance_days"]))
    return Window(str(option.code), year, target, target - tolerance, target + tolerance)


def schedule(course: Course, as_of: date) -> list[Task]:
    """The case's windows with their status; empty for a patient who has none."""
    if course.started is None or course.discharge_status not in HAS_WINDOWS:
        return []
    every = list(windows(course.started, until=as_of))
    tasks = [_task(window, every[place + 1 :], course, as_of) for place, window in enumerate(every)]
    return tasks[:1] if course.discharge_status == LEFT_TO_DIE else tasks


def _task(window: Window, later: list[Window], course: Course, as_of: date) -> Task:
    if window.key in course.answers:
        return Task(window, Status.DONE)
    if why := _closed(window, later, course, as_of):
        return Task(window, Status.CLOSED, why)
    if as_of < window.opens:
        return Task(window, Status.UPCOMING)
    return Task(window, Status.OPEN if as_of <= window.closes else Status.OVERDUE)


def _closed(window: Window, later: list[Window], course: Course, as_of: date) -> Why | None:
    if course.left and window.closes < course.left:
        return Why.IN_HOSPITAL
    if course.died and course.died <= as_of:
        return Why.DEATH
    if _declined_before(window, course):
        return Why.DECLINED
    if any(next_one.key in course.answers or next_one.opens <= as_of for next_one in later):
        return Why.MISSED
    return None


def _declined_before(window: Window, course: Course) -> bool:
    """The patient asked not to be contacted again, in a window that comes before this one."""
    if course.started is None:
        return False
    refusals = [key for key, answer in course.answers.items() if answer.vital == DECLINED]
    return any(_window_of(key, course.started).target < window.target for key in refusals)


def _window_of(key: str, started: date) -> Window:
    code, year = parse_key(key)
    return _window(FU_WINDOW[code], year, started)


def find(course: Course, key: str, as_of: date) -> Task:
    """The task of one window. Raises KeyError when the case has no such window by ``as_of``."""
    for task in schedule(course, as_of):
        if task.window.key == key:
            return task
    raise KeyError(key)
