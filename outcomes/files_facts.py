"""What a follow-up in a file is judged by: the course of its case, told by cases and contacts in memory."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from outcomes.contact import Contact, Elsewhere
from outcomes.courses import YES, day_of_death
from outcomes.models import FollowUp
from outcomes.windows import ALIVE, DEAD, Answer, Course, Status, Task, Window, find, window_key
from registry.derived import local_day
from registry.files.dossiers import CaseFile

KIND = "followup"


def contact_of(
    each: CaseFile, part: FollowUp, cases: Sequence[CaseFile], as_of: date, *, needs_window: bool = False
) -> Contact:
    """The contact as it stood on its day: refusals told later close nothing.

    Raises KeyError where a window is needed and the case has none of that name.
    """
    course = _course(each, part, cases)
    try:
        task = find(course, window_key(part.fu_window, part.fu_year), as_of)
    except KeyError:
        if needs_window:
            raise
        task = _no_task(part)
    return Contact(
        part=part,
        task=task,
        course=course,
        birth_date=each.case.patient.birth_date,
        as_of=as_of,
        elsewhere=_elsewhere(part, cases),
    )


def _course(each: CaseFile, part: FollowUp, cases: Sequence[CaseFile]) -> Course:
    starts = [run.run_start_at for run in each.case.runs.all() if run.run_start_at]
    outcome = each.case.outcome
    others = [row for row in _contacts([each]) if row is not part and _came_before(row, part)]
    return Course(
        started=local_day(min(starts)) if starts else None,
        discharge_status=outcome.discharge_status,
        left=local_day(outcome.discharge_at) if outcome.discharge_at else None,
        died=_died(cases, part),
        answers={
            window_key(row.fu_window, row.fu_year): Answer(row.fu_vital_status, row.fu_date)
            for row in others
            if row.fu_vital_status is not None
        },
    )


def _came_before(row: FollowUp, part: FollowUp) -> bool:
    return row.fu_date is None or part.fu_date is None or row.fu_date < part.fu_date


def _contacts(cases: Iterable[CaseFile]) -> list[Any]:
    return [row.part for each in cases for row in each.annexed.get(KIND, {}).values()]


def _died(cases: Sequence[CaseFile], part: FollowUp) -> date | None:
    """The first known day of death of the patient, from any stay or another contact."""
    days = [outcome.death_at or outcome.discharge_at for outcome in _deaths(cases)]
    known = [local_day(day) for day in days if day]
    told = [
        day_of_death(vars(row)) for row in _contacts(cases) if row is not part and row.fu_vital_status == DEAD
    ]
    return min([*known, *(day for day in told if day)], default=None)


def _deaths(cases: Iterable[CaseFile]) -> list[Any]:
    return [each.case.outcome for each in cases if each.case.outcome.died == YES]


def _elsewhere(part: FollowUp, cases: Sequence[CaseFile]) -> Elsewhere:
    others = [row for row in _contacts(cases) if row is not part]
    died = [row.fu_death_date for row in others if row.fu_vital_status == DEAD]
    died += [local_day(outcome.death_at) for outcome in _deaths(cases) if outcome.death_at]
    alive = [row.fu_date for row in others if row.fu_vital_status == ALIVE]
    alive += [row.fu_last_known_alive for row in others]
    return Elsewhere(
        died=min((day for day in died if day), default=None),
        last_alive=max((day for day in alive if day), default=None),
    )


def _no_task(part: FollowUp) -> Task:
    """Stands in where only conditions are asked, which know no window."""
    day = part.fu_date or date.max
    return Task(Window(part.fu_window, part.fu_year, day, day, day), Status.UPCOMING)
