"""Opening cases and runs, and deleting drafts."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from centers.access import Can, check_can
from centers.models import Center
from registry import progress, record
from registry.actions.numbers import next_number
from registry.actions.refusals import StateConflict
from registry.identity.links import forget_pairs
from registry.identity.lookup import random_person_key
from registry.identity.store import facts
from registry.models import Admission, Case, HospitalOutcome, Patient, Perinatal, Run
from registry.sections import PARTS_OF_A_RUN


@transaction.atomic
def create_patient(center: Center, *, person_key: str = "", by: Any) -> Patient:
    """A patient of this center. Without a usable document the person key is random."""
    check_can(by, Can.ENTER_DATA, center)
    patient = Patient.objects.create(
        center=center,
        number=next_number(center, "patient", timezone.localdate().year),
        person_key=person_key or random_person_key(),
    )
    Perinatal.objects.create(center=center, patient=patient)
    return patient


@transaction.atomic
def create_case(patient: Patient, *, by: Any) -> Case:
    """A draft with its first run, every part empty."""
    center = patient.center
    check_can(by, Can.ENTER_DATA, center)
    case = Case.objects.create(
        center=center,
        patient=patient,
        number=next_number(center, "case", timezone.localdate().year),
        created_by=by,
    )
    Admission.objects.create(center=center, case=case)
    HospitalOutcome.objects.create(center=center, case=case)
    _new_run(case, 1)
    progress.store(record.load(Case.objects.all(), pk=case.pk), by)
    return case


@transaction.atomic
def add_run(case: Case, *, by: Any) -> Run:
    """The next run of the case: ECLS started again after a final separation."""
    check_can(by, Can.ENTER_DATA, case.center)
    case = Case.objects.select_for_update().get(pk=case.pk)
    if not case.is_editable:
        raise StateConflict
    run = _new_run(case, case.runs.count() + 1)
    progress.store(record.load(Case.objects.all(), identity=facts(case), pk=case.pk), by)
    return run


def _new_run(case: Case, number: int) -> Run:
    run = Run.objects.create(center=case.center, case=case, run_number=number)
    for table in PARTS_OF_A_RUN.values():
        table.objects.create(center=case.center, run=run)
    return run


@transaction.atomic
def delete_draft(case: Case, *, by: Any) -> None:
    """Takes a draft away; its rows stay in the history. Raises StateConflict for anything else."""
    check_can(by, Can.ENTER_DATA, case.center)
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.state != "draft" or case.submissions_count:
        raise StateConflict
    forget_pairs(case)
    case.delete()
