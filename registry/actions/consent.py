"""Withdrawal of consent: the case stays as it is and leaves figures, follow-up and exports."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from centers.access import Can, check_can
from centers.history import acting
from crf.pairs import Pair
from registry.actions.refusals import StateConflict
from registry.actions.review import figures_changed
from registry.identity.links import forget_questions
from registry.models import Case

LONGEST_REASON = 500  # characters
NEEDS_A_REASON = Pair(
    "Say who withdrew consent and how, without names", "请写明由谁、以何种方式撤回同意，勿写姓名"
)
WITHDRAWN_BEFORE = Pair("Consent was withdrawn before", "此前已撤回同意")


@transaction.atomic
def withdraw(case: Case, reason: str, *, by: Any) -> None:
    """Records the withdrawal with its reason in the history, whatever the state of the case.

    From the next refresh on the case is in no figure; editions that are printed stay as they are. Raises
    ValueError without a reason, StateConflict the second time, PermissionDenied outside the person's center.
    """
    check_can(by, Can.ENTER_DATA, case.center_id)
    if not reason.strip():
        raise ValueError(NEEDS_A_REASON)
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.withdrawn_at:
        raise StateConflict(WITHDRAWN_BEFORE)
    case.withdrawn_at = timezone.now()
    with acting(user=by, reason=reason.strip()[:LONGEST_REASON]):
        case.save(update_fields=["withdrawn_at"])
        forget_questions(case)
    transaction.on_commit(lambda: figures_changed.send(sender=Case, case_id=case.pk))
