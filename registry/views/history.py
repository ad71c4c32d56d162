"""What happened to a case: its submissions and every change of every field."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from registry.case_page.history import changes_of
from registry.views.case import visible_record

MOST = 500  # changes on the page


@require_safe
def history(request: HttpRequest, number: str) -> HttpResponse:
    held = visible_record(request, number)
    notes = held.case.review_notes.select_related("by", "submission")
    changes = changes_of(held)
    context = {"case": held.case, "changes": changes[:MOST], "more": len(changes) > MOST, "notes": notes}
    return render(request, "registry/history.html", context)
