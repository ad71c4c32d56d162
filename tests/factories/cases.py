"""Cases in any state, filled through the same actions as the pages use."""

from typing import Any

from centers.models import Center, User
from crf.answering import Entry
from registry.actions.cases import create_case, create_patient
from registry.actions.saving import PartChange, save_case
from registry.files.example import ANSWERS
from registry.models import Case

# A complete adult VA run without a rule failing; sealed identifiers are reported as present.
IDENTITY = {
    "patient_name": True,
    "medical_record_no": True,
    "id_document_no": True,
    "contact_phone": True,
}
COMPLETE = ANSWERS


def identify(case: Case) -> dict[str, Any]:
    return dict(IDENTITY)


def changes(answers: dict[str, dict[str, Any]]) -> list[PartChange]:
    return [
        PartChange(key, {name: Entry(text=text) for name, text in fields.items()})
        for key, fields in answers.items()
    ]


def make_draft(center: Center, by: User) -> Case:
    """A draft with nothing in it."""
    return create_case(create_patient(center, by=by), by=by)


def make_complete(center: Center, by: User, **overrides: dict[str, Any]) -> Case:
    """A draft ready for submission; ``overrides`` replaces answers by place (``run1={...}``)."""
    case = make_draft(center, by)
    answers = {key: COMPLETE.get(key, {}) | overrides.get(key, {}) for key in COMPLETE | overrides}
    save_case(case.number, changes(answers), by=by, identify=identify)
    case.refresh_from_db()
    return case
