"""The course of each case after discharge, read in three narrow queries whatever their number."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from outcomes.models import FollowUp
from outcomes.windows import AT_DISCHARGE, DEAD, HAS_WINDOWS, Answer, Course, window_key
from registry.derived import local_day
from registry.models import Case, CaseState, HospitalOutcome, Run

YES = 1
FIRST_RUN = Run.objects.filter(case=OuterRef("pk")).order_by("run_start_at", "pk")
COLUMNS = {
    "pk": "pk",
    "number": "number",
    "center_id": "center_id",
    "patient_id": "patient_id",
    "patient_number": "patient__number",
    "sex": "patient__sex",
    "birth_date": "patient__birth_date",
    "started_at": "started_at",
    "support_type": "support_type",
    "initial_mode": "initial_mode",
    "discharge_status": "outcome__discharge_status",
    "discharge_at": "outcome__discharge_at",
}


@dataclass(frozen=True)
class Followed:
    """A case with what decides its windows and what lists show of it."""

    pk: int
    number: str
    center_id: int
    patient_id: int
    patient_number: str
    sex: int | None
    birth_date: date | None
    support_type: int | None
    initial_mode: str | None
    course: Course


def followed_cases(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Those of ``cases`` that can have windows: signed at least once, discharged, consent not withdrawn."""
    return cases.exclude(state=CaseState.DRAFT).filter(
        withdrawn_at=None, outcome__discharge_status__in=HAS_WINDOWS
    )


def read(cases: QuerySet[Case]) -> list[Followed]:
    """The cases of the queryset with their courses, by case number."""
    rows = _rows(cases)
    patients = {row["patient_id"] for row in rows}
    contacts = _contacts(patients)
    deaths = _deaths(patients, contacts)
    answers = _answers(contacts)
    return [_followed(row, deaths, answers) for row in rows]


def read_one(case: Case) -> Followed:
    """The course of one case, whether or not it has windows."""
    return read(Case.objects.filter(pk=case.pk))[0]


def _rows(cases: QuerySet[Case]) -> list[dict[str, Any]]:
    annotated = cases.annotate(
        started_at=Subquery(FIRST_RUN.values("run_start_at")[:1]),
        support_type=Subquery(FIRST_RUN.values("support_type")[:1]),
        initial_mode=Subquery(FIRST_RUN.values("initial_mode")[:1]),
    )
    found = annotated.order_by("number").values_list(*COLUMNS.values())
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


def _contacts(patients: Iterable[int]) -> list[dict[str, Any]]:
    rows = FollowUp.objects.filter(case__patient__in=patients).exclude(fu_window=AT_DISCHARGE)
    columns = rows.values(
        "case_id",
        "case__patient_id",
        "fu_window",
        "fu_year",
        "fu_vital_status",
        "fu_date",
        "fu_death_date",
        "fu_last_known_alive",
    )
    return [dict(row) for row in columns]


def _deaths(patients: Iterable[int], contacts: list[dict[str, Any]]) -> dict[int, date]:
    """The first known day of death of each patient, from form 9 of any stay or from a follow-up."""
    days: dict[int, list[date]] = defaultdict(list)
    stays = HospitalOutcome.objects.filter(case__patient__in=patients, died=YES)
    for patient, died, left in stays.values_list("case__patient_id", "death_at", "discharge_at"):
        if day := _day(died or left):
            days[patient].append(day)
    for contact in contacts:
        if contact["fu_vital_status"] == DEAD and (day := day_of_death(contact)):
            days[contact["case__patient_id"]].append(day)
    return {patient: min(known) for patient, known in days.items()}


def day_of_death(contact: dict[str, Any]) -> date | None:
    """Without a date of death: the day the death was learned of."""
    return contact["fu_death_date"] or contact["fu_date"] or contact["fu_last_known_alive"]


def _answers(contacts: list[dict[str, Any]]) -> dict[int, dict[str, Answer]]:
    """By case, then by window. A row without a vital status has not answered its window yet."""
    found: dict[int, dict[str, Answer]] = defaultdict(dict)
    for contact in contacts:
        if contact["fu_vital_status"] is not None:
            key = window_key(contact["fu_window"], contact["fu_year"])
            found[contact["case_id"]][key] = Answer(contact["fu_vital_status"], contact["fu_date"])
    return found


def _followed(
    row: dict[str, Any], deaths: dict[int, date], answers: dict[int, dict[str, Answer]]
) -> Followed:
    started, left, status = (row.pop(name) for name in ("started_at", "discharge_at", "discharge_status"))
    course = Course(
        started=_day(started),
        discharge_status=status,
        left=_day(left),
        died=deaths.get(row["patient_id"]),
        answers=answers.get(row["pk"], {}),
    )
    return Followed(**row, course=course)


def _day(moment: datetime | None) -> date | None:
    return local_day(moment) if moment else None
