"""Dropping hidden answers once they are old. The history keeps them."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from centers.history import acting
from centers.models import User
from centers.rls import READ_ALL, Scope, scope
from crf.hiding import KEPT_DAYS, forget
from registry.models import Admission, HospitalOutcome, Patient, Perinatal, Run
from registry.models.case import EDITABLE, CaseState
from registry.sections import PARTS_OF_A_RUN, ROWS_OF_A_RUN

BATCH = 500  # rows in one transaction
REASON = f"Hidden for more than {KEPT_DAYS} days"
ALL_CENTERS = Scope(read="*", write="*")
OF_A_CASE = (Admission, HospitalOutcome, Run)
OF_A_RUN = (*PARTS_OF_A_RUN.values(), *ROWS_OF_A_RUN.values())
FROZEN = [state for state in CaseState.values if state not in EDITABLE]


def open_rows() -> list[QuerySet[Any]]:
    """The answers of cases that are open for changes; a patient's if all of their cases are."""
    return [
        Patient.objects.exclude(cases__state__in=FROZEN),
        Perinatal.objects.exclude(patient__cases__state__in=FROZEN),
        *(model.objects.filter(case__state__in=EDITABLE) for model in OF_A_CASE),
        *(model.objects.filter(run__case__state__in=EDITABLE) for model in OF_A_RUN),
    ]


def drop_hidden(rows: QuerySet[Any], before: datetime) -> int:
    """Drops what was hidden before that moment, as the system user and in batches; the rows changed.

    A case that is submitted meanwhile makes the database refuse its batch: what is left is done next time.
    """
    hiding = rows.filter(notes__has_key="hidden")
    with scope(READ_ALL):
        found = list(hiding.order_by("pk").values_list("pk", flat=True))
    return sum(_drop(hiding, found[at : at + BATCH], before) for at in range(0, len(found), BATCH))


def _drop(hiding: QuerySet[Any], batch: list[int], before: datetime) -> int:
    dropped = 0
    with transaction.atomic(), scope(ALL_CENTERS), acting(user=User.objects.system(), reason=REASON):
        for row in hiding.filter(pk__in=batch).select_for_update(of=("self",)):
            if forget(row, before):
                row.save(update_fields=["notes"])
                dropped += 1
    return dropped
