"""The due list of a center."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.timezone import localdate as today
from django.views.decorators.http import require_safe

from centers.access import Can, can, centers_where, check_can, is_society
from centers.models import Center
from outcomes.due import Due, Group, due_list, of_group
from registry.identity.store import masked_names
from registry.models import Case, Patient

PAGE_SIZE = 50


@require_safe
def due_page(request: HttpRequest) -> HttpResponse:
    """Whom to contact. People of the society choose a center first."""
    check_can(request.user, Can.VIEW_CASES)
    centers = list(centers_where(request.user, Can.VIEW_CASES))
    chosen = _chosen(request, centers)
    if chosen is None and is_society(request.user):
        return render(request, "outcomes/due_list.html", {"centers": centers, "must_choose": True})
    lines = lines_for(request, chosen)
    page = Paginator(lines, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "centers": centers,
        "chosen": chosen,
        "page": page,
        "query": urlencode({"center": chosen.center_code}) if chosen else "",
        "groups": _groups(lines, list(page.object_list)),
        "names": names_of(request.user, list(page.object_list)),
        "may_enter": can(request.user, Can.ENTER_DATA),
        "may_see_identity": can(request.user, Can.SEE_IDENTITY),
    }
    return render(request, "outcomes/due_list.html", context)


def _chosen(request: HttpRequest, centers: list[Center]) -> Center | None:
    """The center asked for. One the person may not see is as one that does not exist."""
    code = request.GET.get("center", "")
    if not code:
        return None
    found = next((center for center in centers if center.center_code == code), None)
    if found is None:
        raise Http404
    return found


def lines_for(request: HttpRequest, center: Center | int | None) -> list[Due]:
    """The due list of one center, or of all that the person may see."""
    cases = Case.objects.visible_to(request.user)
    if center is not None:
        cases = cases.filter(center=center)
    return due_list(cases, today())


def names_of(user: Any, lines: list[Due]) -> dict[int, str]:
    """Masked names by patient, for those who may see identities."""
    if not can(user, Can.SEE_IDENTITY):
        return {}
    return masked_names([Patient(pk=line.case.patient_id) for line in lines])


def _groups(every: list[Due], shown: list[Due]) -> list[tuple[Group, int, list[Due]]]:
    """Each group with its full length and the lines of it on this page."""
    groups = [(group, len(of_group(every, group)), of_group(shown, group)) for group in Group]
    return [entry for entry in groups if entry[2]]
