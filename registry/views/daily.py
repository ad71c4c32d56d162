"""Today's values of all running patients on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from centers.access import Can, centers_where, check_can
from registry.actions.refusals import EditConflict, StateConflict
from registry.actions.saving import save_case
from registry.case_page import daily
from registry.case_page.columns import GRID_FIELDS
from registry.case_page.daily import DailyLine
from registry.case_page.grid import HEADS
from registry.case_page.posted_case import section_changes
from registry.identity.store import facts, masked_names
from registry.models import Case
from registry.sections import BY_KEY


@require_http_methods(["GET", "HEAD", "POST"])
def daily_page(request: HttpRequest) -> HttpResponse:
    """One line per patient; scripts save each value to its case, a form without them saves all lines here."""
    check_can(request.user, Can.ENTER_DATA)
    if request.method == "POST":
        refused = _save_all(request)
        if not refused:
            return redirect("registry:daily")
        return render(request, "registry/daily.html", _context(request) | {"refused": refused}, status=409)
    return render(request, "registry/daily.html", _context(request))


def _lines(request: HttpRequest) -> list[DailyLine]:
    centers = centers_where(request.user, Can.ENTER_DATA)
    records = daily.running(Case.objects.visible_to(request.user).filter(center__in=centers))
    return daily.lines(records, masked_names(held.case.patient for held in records))


def _context(request: HttpRequest) -> dict[str, object]:
    found = _lines(request)
    return {
        "lines": found,
        "heads": HEADS,
        "versions": daily.versions(found),
        "base": daily.bases(found),
        "today": timezone.localdate(),
        "may_edit": True,
        "done": sum(line.row.filled == len(GRID_FIELDS) for line in found),
    }


def _save_all(request: HttpRequest) -> list[str]:
    """Saves each line to its case; the numbers of the cases that could not be written."""
    refused = []
    for line in _lines(request):
        changes = [
            change
            for change in section_changes(request.POST, BY_KEY["support"], line.page.run_number)
            if change.key == line.row.key
        ]
        try:
            save_case(
                line.case.number, changes, by=request.user, run_number=line.page.run_number, identify=facts
            )
        except (EditConflict, StateConflict):
            refused.append(line.case.number)
    return refused
