"""The question of another center whether this one handed a patient over on ECLS, and its answer."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from centers.access import Can, can, check_can
from registry.actions.refusals import StateConflict
from registry.desks.listing import with_first_run
from registry.desks.pairs import checks
from registry.identity import links
from registry.models import Case, PossibleDuplicate
from registry.models.duplicates import LONGEST_NOTE, Answer, Reason, Side
from registry.views.case import refused

TAKE_BACK = "take_back"


@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: HttpRequest, pair: UUID) -> HttpResponse:
    """One question: the own case, what to say, and what follows from it."""
    check_can(request.user, Can.VIEW_CASES)
    asked = PossibleDuplicate.objects.visible_to(request.user).select_related("answered_by", "ruled_by")
    row = get_object_or_404(asked, pair=pair, side=Side.KNOWN, reason=Reason.HANDOVER)
    if request.method == "POST":
        return _answered(request, row)
    case = with_first_run(Case.objects.select_related("patient", "center")).get(pk=row.case_id)
    context = {
        "row": row,
        "case": case,
        "checks": checks(case),
        "may_answer": can(request.user, Can.ENTER_DATA, row.center_id),
        "longest_note": LONGEST_NOTE,
    }
    return render(request, "registry/handover.html", context)


def _answered(request: HttpRequest, row: PossibleDuplicate) -> HttpResponse:
    check_can(request.user, Can.ENTER_DATA, row.center_id)
    given, note = request.POST.get("answer", ""), request.POST.get("note", "").replace("\x00", "")
    try:
        if given == TAKE_BACK:
            links.take_back(row, by=request.user)
        elif given in Answer.values:
            links.answer(row, Answer(given), note, by=request.user)
            messages.success(request, _("Answer recorded"))
        else:
            raise SuspiciousOperation("no such answer")
    except StateConflict as refusal:
        return refused(request, refusal)
    return redirect("registry:handover", row.pair)
