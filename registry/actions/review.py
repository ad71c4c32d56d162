"""What society staff do with a submitted case."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from centers.access import Can, check_can
from crf.pairs import Pair
from registry.actions.refusals import StateConflict
from registry.actions.submission import move
from registry.models import Case, HospitalOutcome, ReviewNote, Submission
from registry.models.case import CaseState
from registry.models.review import NoteKind

UNDO_WINDOW = timedelta(minutes=10)
STILL_IN_HOSPITAL = Pair(
    "The patient is still in hospital; accept after discharge", "患者仍在院，出院后方可通过"
)
NEEDS_A_MESSAGE = Pair("Say what the center should correct", "请写明需要中心更正的内容")

CONSENT_WITHDRAWN = Pair("Consent was withdrawn: the case is in no figures", "已撤回同意，此病例不计入统计")

# Sent after a case (or many: ``case_id`` None) entered or left the figures; statistics may refresh at once.
figures_changed = Signal()


@transaction.atomic
def accept(case: Case, *, by: Any) -> None:
    """The case enters the national figures. Nobody accepts a case of a center they belong to."""
    case = _held(case, CaseState.SUBMITTED, Can.REVIEW, by)
    if case.withdrawn_at:
        raise StateConflict(CONSENT_WITHDRAWN)
    if HospitalOutcome.objects.filter(case=case, discharge_status=7).exists():
        raise StateConflict(STILL_IN_HOSPITAL)
    move(case, CaseState.ACCEPTED, accepted_at=timezone.now(), accepted_by=by)
    _note(case, NoteKind.ACCEPTED, by)


@transaction.atomic
def send_back(case: Case, message: str, *, by: Any) -> None:
    """Returns a submitted case, or an accepted one with a reason; an accepted one leaves the figures."""
    case = _held(case, (CaseState.SUBMITTED, CaseState.ACCEPTED), Can.REVIEW, by)
    if not message.strip():
        raise ValueError(NEEDS_A_MESSAGE)
    kind = NoteKind.REOPENED if case.state == CaseState.ACCEPTED else NoteKind.RETURNED
    move(case, CaseState.RETURNED, accepted_at=None, accepted_by=None)
    _note(case, kind, by, message)


@transaction.atomic
def undo_acceptance(case: Any, *, by: Any) -> None:
    """Back to submitted: by the person who accepted, within ten minutes."""
    case = _held(case, CaseState.ACCEPTED, Can.REVIEW, by)
    if case.accepted_by_id != by.pk or timezone.now() - case.accepted_at > UNDO_WINDOW:
        raise StateConflict
    move(case, CaseState.SUBMITTED, accepted_at=None, accepted_by=None)
    _note(case, NoteKind.REOPENED, by)


@transaction.atomic
def lock(case: Case, *, by: Any) -> None:
    """An accepted case of a closed year: nothing changes it any more."""
    case = _held(case, CaseState.ACCEPTED, Can.LOCK, by)
    if case.withdrawn_at:
        raise StateConflict(CONSENT_WITHDRAWN)
    move(case, CaseState.LOCKED)
    _note(case, NoteKind.LOCKED, by)


def _held(case: Case, states: Any, act: Can, by: Any) -> Any:
    """The case, locked, in one of ``states``; raises PermissionDenied or StateConflict."""
    check_can(by, act, case.center)
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.state not in (states if isinstance(states, tuple) else (states,)):
        raise StateConflict
    return case


def _note(case: Case, kind: NoteKind, by: Any, message: str = "") -> None:
    latest = Submission.objects.filter(case=case).first()
    ReviewNote.objects.create(
        center_id=case.center_id, case=case, submission=latest, kind=kind, by=by, message=message
    )
    transaction.on_commit(lambda: figures_changed.send(sender=Case, case_id=case.pk))
