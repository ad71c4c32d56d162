"""Recording that consent was withdrawn."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from centers.access import Can, check_can
from registry.actions import consent
from registry.actions.refusals import StateConflict
from registry.models import Case
from registry.views.case import refused


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_consent(request: HttpRequest, number: str) -> HttpResponse:
    """Says what follows and asks for the reason; a POST with a reason records it."""
    case = get_object_or_404(Case.objects.visible_to(request.user), number=number)
    check_can(request.user, Can.ENTER_DATA, case.center_id)
    context = {"case": case, "longest": consent.LONGEST_REASON}
    if request.method != "POST":
        return render(request, "registry/consent_withdraw.html", context)
    try:
        consent.withdraw(case, request.POST.get("reason", "").replace("\x00", ""), by=request.user)
    except ValueError:
        context["error"] = consent.NEEDS_A_REASON
        return render(request, "registry/consent_withdraw.html", context, status=422)
    except StateConflict as refusal:
        return refused(request, refusal)
    messages.success(request, _("The withdrawal of consent is recorded"))
    return redirect("registry:case", number)
