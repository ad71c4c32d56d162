"""Locking a year: every accepted case whose first flow started in it, in one transaction."""

from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear
from django.utils import timezone

from centers.access import Can, centers_where, check_can
from centers.history import acting
from registry.actions.review import figures_changed
from registry.models import Case, CaseState, ReviewNote, Run, Submission
from registry.models.review import NoteKind


def cases_of(year: int, cases: QuerySet[Case]) -> QuerySet[Case]:
    """Those of ``cases`` whose first flow started in ``year`` and whose consent stands."""
    return cases.filter(withdrawn_at=None, runs__run_number=1, runs__run_start_at__year=year)


def cases_by_year() -> dict[int, dict[str, int]]:
    """The number of cases in each state by year of first flow start, the newest year first."""
    first_runs = Run.objects.filter(run_number=1, run_start_at__isnull=False, case__withdrawn_at=None)
    counted = (
        first_runs.annotate(year=ExtractYear("run_start_at"))
        .values_list("year", "case__state")
        .annotate(number=Count("pk"))
    )
    found: dict[int, dict[str, int]] = {}
    for year, state, number in counted.order_by("-year", "case__state"):
        found.setdefault(year, dict.fromkeys(CaseState.values, 0))[state] = number
    return found


@transaction.atomic
def lock_year(year: int, *, by: Any) -> int:
    """Locks every accepted case of the year outside the centers of ``by``; says how many.

    As ``review.lock`` for each of them, but in sets: a year has thousands. History and notes are the same.
    """
    check_can(by, Can.LOCK)
    accepted = Case.objects.filter(state=CaseState.ACCEPTED, center__in=centers_where(by, Can.LOCK))
    held = cases_of(year, accepted).order_by("pk").select_for_update(of=("self",))
    centers = dict(held.values_list("pk", "center_id"))
    with acting(user=by, reason=f"Year {year} locked"):
        Case.objects.filter(pk__in=centers).update(state=CaseState.LOCKED, state_changed_at=timezone.now())
        _note_all(centers, by)
    if centers:
        transaction.on_commit(lambda: figures_changed.send(sender=Case, case_id=None))
    return len(centers)


def _note_all(centers: dict[int, int], by: Any) -> None:
    latest = dict(
        Submission.objects.filter(case__in=centers)
        .order_by("case_id", "-version")
        .distinct("case_id")
        .values_list("case_id", "pk")
    )
    notes = [
        ReviewNote(
            case_id=case, center_id=center, submission_id=latest.get(case), kind=NoteKind.LOCKED, by=by
        )
        for case, center in centers.items()
    ]
    ReviewNote.objects.bulk_create(notes, batch_size=1000)
