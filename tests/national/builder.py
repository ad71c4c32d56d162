"""Accepted cases for the statistics, written straight into the tables and moved through their states."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from centers.models import Center
from outcomes.models import FollowUp
from registry.models import Admission, Case, HospitalOutcome, Patient, Run, Weaning

CHINA = ZoneInfo("Asia/Shanghai")
START = datetime(2024, 3, 1, 12, 0, tzinfo=CHINA)
numbers = count(1)


def case(
    center: Center,
    *,
    person: str | None = None,
    born: date | None = date(1970, 5, 5),
    admitted: datetime | None = None,
    source: int = 2,
    runs: list[dict[str, Any]] | None = None,
    status: int | None = 1,
    days: float = 30,
    state: str = "accepted",
    **outcome: Any,
) -> Case:
    """An admission with its runs, discharged ``days`` after the start of its first one."""
    runs = runs or [run()]
    begin = runs[0]["run_start_at"]
    n = next(numbers)
    patient = Patient.objects.create(  # type: ignore[misc]  # a birth date may be unknown
        center=center, number=f"P{n:06}", person_key=person or f"person{n:06}", birth_date=born, sex=1
    )
    made = Case.objects.create(center=center, patient=patient, number=f"C{n:06}")
    Admission.objects.create(
        center=center, case=made, admission_at=admitted or begin - timedelta(hours=4), admission_source=source
    )
    left = {"discharge_at": begin + timedelta(days=days)} if status not in (6, 7, None) else {}
    HospitalOutcome.objects.create(center=center, case=made, discharge_status=status, **(left | outcome))
    for position, values in enumerate(runs, 1):
        _add_run(made, position, values)
    move(made, state)
    return made


def run(start: datetime = START, hours: float = 100, **values: Any) -> dict[str, Any]:
    """Answers of one run and its weaning; a well ended cardiac run unless said otherwise."""
    return {
        "run_start_at": start,
        "run_stop_at": start + timedelta(hours=hours),
        "support_type": 2,
        "initial_mode": "VA",
        "stop_reason": 1,
        "primary_diagnosis": "C01",
        "alive_24h_after_stop": 1,
        "vad_after": 0,
        "transplant_type": 0,
        "ecls_restarted": 0,
        **values,
    }


WEANING = ("alive_24h_after_stop", "alive_48h_after_stop", "vad_after", "transplant_type", "ecls_restarted")


def _add_run(made: Case, number: int, values: dict[str, Any]) -> None:
    weaning = {name: values[name] for name in WEANING if name in values}
    answers = {name: value for name, value in values.items() if name not in WEANING}
    row = Run.objects.create(center=made.center, case=made, run_number=number, **answers)
    Weaning.objects.create(center=made.center, run=row, **weaning)


STEPS = ("draft", "submitted", "accepted", "locked")


def move(made: Case, state: str) -> None:
    """Through every state until ``state``; ``returned`` comes after whatever it is now."""
    made.refresh_from_db()
    path = (
        [state]
        if state == "returned"
        else STEPS[STEPS.index(made.state) + 1 : STEPS.index(state) + 1]
        if made.state in STEPS
        else ["submitted", *STEPS[2 : STEPS.index(state) + 1]]
    )
    for step in path:
        Case.objects.filter(pk=made.pk).update(state=step)


def follow_up(made: Case, window: str, on: date, vital: int = 1, **values: Any) -> FollowUp:
    """A contact after discharge."""
    return FollowUp.objects.create(
        center=made.center,
        case=made,
        fu_window=window,
        fu_date=on,
        fu_method=2,
        fu_vital_status=vital,
        **values,
    )
