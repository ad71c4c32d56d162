"""Checking and submitting a case, and taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from centers.access import Can, check_can
from registry.actions import submission
from registry.actions.refusals import StateConflict
from registry.case_page.open_points import open_sections
from registry.identity.store import facts
from registry.models import Case
from registry.views.case import refused, visible_record


@require_safe
def check(request: HttpRequest, number: str) -> HttpResponse:
    """Everything between the case and its submission, each with a link to its field."""
    held = visible_record(request, number)
    check_can(request.user, Can.ENTER_DATA, held.case.center)
    if not held.case.is_editable:
        return refused(request, StateConflict())
    return _shown(request, submission.check(held))


@require_POST
def submit(request: HttpRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.visible_to(request.user), number=number)
    try:
        submission.submit(case, by=request.user, identify=facts)
    except submission.NotReady as not_ready:
        return _shown(request, not_ready.check, status=422)
    except StateConflict as refusal:
        return refused(request, refusal)
    messages.success(request, _("Submitted. Review usually takes up to 7 days"))
    return redirect("registry:case", number)


@require_POST
def recall(request: HttpRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Case.objects.visible_to(request.user), number=number)
    try:
        submission.recall(case, by=request.user)
    except StateConflict as refusal:
        return refused(request, refusal)
    messages.success(request, _("Back to draft"))
    return redirect("registry:case", number)


def _shown(request: HttpRequest, found: submission.Check, status: int = 200) -> HttpResponse:
    context = {"check": found, "case": found.record.case, "open_sections": open_sections(found.unanswered)}
    return render(request, "registry/check.html", context, status=status)
