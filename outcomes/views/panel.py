"""Follow-up as a box on other pages: of one case, and of the worklist."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate as today
from django.views.decorators.http import require_safe

from centers.access import Can, can, centers_where, check_can
from outcomes.courses import read_one
from outcomes.due import Group, due_list, of_group
from outcomes.models import FollowUp
from outcomes.problems import of_course
from outcomes.story import so_far, window_lines
from outcomes.survival import known_outcomes
from outcomes.views.due import names_of
from registry.models import Case

ON_WORKLIST = 8


@require_safe
def panel(request: HttpRequest, number: str) -> HttpResponse:
    """Every window with its status; links for those who may open them."""
    case = get_object_or_404(Case.objects.visible_to(request.user), number=number)
    as_of = today()
    followed = None if case.state == "draft" else read_one(case)
    context = {
        "case": case,
        "as_of": as_of,
        "windows": so_far(window_lines(followed, as_of)) if followed else [],
        "problems": of_course(followed.course, as_of) if followed else [],
        "outcomes": known_outcomes(case, _contacts(case)) if followed else [],
        "may_enter": can(request.user, Can.ENTER_DATA, case.center_id),
    }
    full = "outcomes/panel.html" if not request.htmx else "outcomes/partials/panel.html"  # type: ignore[attr-defined]
    return render(request, full, context)


def _contacts(case: Case) -> list[FollowUp]:
    return list(FollowUp.objects.filter(case__patient=case.patient_id))


@require_safe
def work_panel(request: HttpRequest) -> HttpResponse:
    """Who is overdue or due within two weeks in the centers where this person enters data."""
    check_can(request.user, Can.ENTER_DATA)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("outcomes:due_list")
    cases = Case.objects.visible_to(request.user).filter(
        center__in=centers_where(request.user, Can.ENTER_DATA)
    )
    lines = [line for line in due_list(cases, today()) if line.group != Group.LATER]
    shown = lines[:ON_WORKLIST]
    context = {
        "waiting": len(lines),
        "groups": [(group, found) for group in Group if (found := of_group(shown, group))],
        "names": names_of(request.user, shown),
    }
    return render(request, "outcomes/partials/work_panel.html", context)
