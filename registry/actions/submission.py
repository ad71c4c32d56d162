"""Submitting a case: every rule runs, and what is signed is frozen."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from centers.access import Can, check_can
from crf.rules import Severity
from registry import record
from registry.actions.refusals import StateConflict
from registry.actions.saving import Identify
from registry.flags import Flag, flags
from registry.identity.store import facts
from registry.models import Case, ReviewNote, Submission
from registry.models.case import CaseState
from registry.models.review import NoteKind
from registry.progress import Unanswered, unanswered
from registry.record import Record

DICTIONARY_VERSION = "0.3"


@dataclass(frozen=True)
class Check:
    """What stands between a case and its submission."""

    record: Record
    errors: list[Flag]
    open_warnings: list[Flag]
    settled: list[Flag]
    unanswered: list[Unanswered]
    consented: bool

    @property
    def may_submit(self) -> bool:
        return self.consented and not (self.errors or self.open_warnings or self.unanswered)


def check(held: Record) -> Check:
    """Runs every rule over the case as if it were being submitted."""
    found = flags(held)
    warnings = [flag for flag in found if flag.severity == Severity.WARNING]
    return Check(
        record=held,
        errors=[flag for flag in found if flag.is_error],
        open_warnings=[flag for flag in warnings if not flag.is_settled],
        settled=[flag for flag in warnings if flag.is_settled],
        unanswered=unanswered(held),
        consented=held.case.admission.data_consent == 1,
    )


class NotReady(Exception):
    """The case has errors, open warnings or unanswered fields; ``check`` names them."""

    def __init__(self, found: Check):
        super().__init__("not ready for submission")
        self.check = found


@transaction.atomic
def submit(case: Case, *, by: Any, identify: Identify = facts) -> Submission:
    """Freezes a version and hands it to the society. Raises NotReady, StateConflict, PermissionDenied."""
    check_can(by, Can.ENTER_DATA, case.center)
    case = Case.objects.select_for_update().get(pk=case.pk)
    if not case.is_editable:
        raise StateConflict
    held = record.load(Case.objects.all(), identity=identify(case), pk=case.pk)
    found = check(held)
    if not found.may_submit:
        raise NotReady(found)
    submission = freeze(case, held, found.settled, by=by)
    move(
        case,
        CaseState.SUBMITTED,
        submissions_count=submission.version,
        submitted_at=timezone.now(),
        submitted_by=by,
    )
    ReviewNote.objects.create(
        center=case.center, case=case, submission=submission, kind=NoteKind.SUBMITTED, by=by
    )
    return submission


def freeze(case: Case, held: Record, warnings: list[Flag], *, by: Any) -> Submission:
    """The version as it is signed: canonical content and its SHA-256."""
    content = canonical(held)
    return Submission.objects.create(
        center=case.center,
        case=case,
        version=case.submissions_count + 1,
        content=content,
        warnings=[told(flag) for flag in warnings],
        sha256=digest(content),
        dictionary_version=DICTIONARY_VERSION,
        submitted_by=by,
    )


def canonical(held: Record) -> dict[str, Any]:
    """All clinical answers and notes of a case without identity, as plain JSON values by place."""
    return {
        place.key: {
            "answers": {
                item.name: place.part.written(item.name)
                for item in place.part.items()
                if getattr(place.part, item.name) is not None
            },
            "notes": place.part.notes,
        }
        for place in held.places
    }


def digest(content: dict[str, Any]) -> str:
    return digest_of(canonical_text(content))


def canonical_text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def told(flag: Flag) -> dict[str, str]:
    return {"rule": flag.rule, "place": flag.place.key, "field": flag.field, "reason": flag.reason}


def move(case: Case, state: CaseState, **columns: Any) -> None:
    """Writes a new state; the database refuses moves that are not the actor's to make."""
    case.state, case.state_changed_at = state, timezone.now()
    for name, value in columns.items():
        setattr(case, name, value)
    case.save(update_fields=["state", "state_changed_at", *columns])


@transaction.atomic
def recall(case: Case, *, by: Any) -> None:
    """The center takes a submitted case back before it was accepted."""
    check_can(by, Can.ENTER_DATA, case.center)
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.state != CaseState.SUBMITTED or case.withdrawn_at:
        raise StateConflict
    move(case, CaseState.DRAFT)
    ReviewNote.objects.create(center=case.center, case=case, kind=NoteKind.RECALLED, by=by)
