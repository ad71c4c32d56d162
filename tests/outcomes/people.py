"""Small centers, people and cases for the tests of follow-up."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from centers.models import Center, Membership, Role, User
from centers.rls import EVERYTHING, scope
from registry.models import (
    Admission,
    Baseline,
    Case,
    Course,
    Ecpr,
    HospitalOutcome,
    Patient,
    Perinatal,
    PreEcls,
    Run,
    Weaning,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")


def center(code: str) -> Center:
    return Center.objects.create(center_code=code, center_name=f"演示医院{code}", center_province="11")


def person(email: str, role: Role, where: Center | None = None) -> User:
    user = User.objects.create_user(email=email, password="correct horse battery", language="en")
    Membership.objects.create(user=user, center=where, role=role)
    return user


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=SHANGHAI)


def survivor(
    where: Center,
    serial: int,
    *,
    started: date,
    left: date | None = None,
    discharge_status: int = 1,
    state: str = "accepted",
    born: date = date(1980, 1, 1),
    patient: Patient | None = None,
) -> Case:
    """A case of one run that ended in discharge, taken to ``state`` by legal moves."""
    with scope(EVERYTHING):
        code = where.center_code
        patient = patient or _patient(where, f"{code}-P{serial:04}", born)
        case = Case.objects.create(center=where, patient=patient, number=f"{code}-25-{serial:04}")
        mine: dict[str, Any] = {"center": where, "case": case}
        Admission.objects.create(**mine, admission_at=noon(started), data_consent=1)
        HospitalOutcome.objects.create(
            **mine, discharge_at=noon(left or started), discharge_status=discharge_status
        )
        run = Run.objects.create(
            **mine, run_number=1, initial_mode="VA", run_start_at=noon(started), support_type=2
        )
        for part in (Baseline, PreEcls, Ecpr, Course, Weaning):
            part.objects.create(center=where, run=run)
        for step in {"draft": (), "submitted": ("submitted",)}.get(state, ("submitted", state)):
            Case.objects.filter(pk=case.pk).update(state=step)
        return Case.objects.get(pk=case.pk)


def _patient(where: Center, number: str, born: date) -> Patient:
    patient = Patient.objects.create(center=where, number=number, person_key=number, sex=1, birth_date=born)
    Perinatal.objects.create(center=where, patient=patient)
    return patient


def signed_in(user: User) -> Client:
    """A browser of this person, whose interface is English."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


ALIVE = {
    "fu.fu_vital_status": "1",
    "fu.fu_date": "2026-11-15",
    "fu.fu_method": "2",
    "fu.fu_mrs": "2",
    "fu.fu_residence": "1",
    "fu.fu_readmissions": "0",
}
