"""Recording a follow-up: checked as a whole, all or nothing."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from centers.access import Can, check_can
from crf.hiding import hide, restore
from crf.pairs import Pair
from crf.saving import save_fields
from outcomes.contact import Contact
from outcomes.loading import load_contact
from outcomes.problems import Problems, blocking, problems
from outcomes.windows import Why
from registry.actions.refusals import EditConflict, StateConflict
from registry.actions.saving import PartChange, edited_only, refuse_stale
from registry.models import Case, CaseState

NOT_SUBMITTED = Pair("This case has not been submitted yet", "此病例尚未提交")
WITHDRAWN = Pair("Consent was withdrawn; nothing more is recorded", "已撤回同意，不再随访")
CLOSED = {
    Why.IN_HOSPITAL: Pair("The patient was in hospital through this window", "此时间窗内患者尚未出院"),
    Why.DEATH: Pair("Closed: the patient has died", "患者已死亡，此时间窗已关闭"),
    Why.DECLINED: Pair("Closed: the patient declined contact", "患者拒访，此时间窗已关闭"),
}


@dataclass
class NotAccepted(Exception):
    """Something is wrong or unexplained; nothing was saved. ``contact`` holds what was typed."""

    contact: Contact
    problems: Problems

    def __str__(self) -> str:
        return ", ".join(sorted(self.problems))


@transaction.atomic
def record_follow_up(number: str, key: str, change: PartChange, *, by: Any, as_of: date) -> Contact:
    """Saves the answers of one window.

    The case row is locked, so that saves of one case queue up. Raises Case.DoesNotExist, KeyError (no
    such window), PermissionDenied, StateConflict, EditConflict and NotAccepted.
    """
    case = Case.objects.select_for_update(no_key=True, of=("self",)).get(number=number)
    check_can(by, Can.ENTER_DATA, case.center_id)
    contact = load_contact(case, key, as_of)
    refuse_closed(case, contact)
    if stale := refuse_stale(contact, change):
        raise EditConflict(stale)
    if contact.is_new:
        contact.part.recorded_by = by
    save_fields(contact.part, edited_only(contact, change).entries)
    _settle(contact)
    if blocking(found := problems(contact)):
        raise NotAccepted(contact, found)
    return contact


def refuse_closed(case: Case, contact: Contact) -> None:
    """What is stored may always be corrected; a new answer needs a window that takes one."""
    if case.withdrawn_at:
        raise StateConflict(WITHDRAWN)
    if case.state == CaseState.DRAFT:
        raise StateConflict(NOT_SUBMITTED)
    if contact.is_new and contact.task.why in CLOSED:
        raise StateConflict(CLOSED[contact.task.why])


def _settle(contact: Contact) -> None:
    """Hides answers that no longer apply; repeated, as hiding one can decide about another."""
    conditional = [item.name for item in contact.part.items() if item.when and not item.system]
    moved = False
    for _ in range(3):
        moved |= bool([name for name in conditional if _move(contact, name)])
    if moved:
        contact.part.version += 1
        contact.part.save()


def _move(contact: Contact, name: str) -> bool:
    if contact.holds(name):
        return restore(contact.part, name)
    return hide(contact.part, name, timezone.now())
