"""The follow-up of one case, as a box on its page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate as today
from django.views.decorators.http import require_safe

from centers.access import Can, can
from outcomes.courses import read_one
from outcomes.story import window_lines
from registry.models import Case


@require_safe
def panel(request: HttpRequest, number: str) -> HttpResponse:
    """Every window with its status; links for those who may open them."""
    case = get_object_or_404(Case.objects.visible_to(request.user), number=number)
    as_of = today()
    context = {
        "case": case,
        "as_of": as_of,
        "windows": [] if case.state == "draft" else window_lines(read_one(case), as_of),
        "may_enter": can(request.user, Can.ENTER_DATA, case.center_id),
    }
    full = "outcomes/panel.html" if not request.htmx else "outcomes/partials/panel.html"  # type: ignore[attr-defined]
    return render(request, full, context)
