"""The whole case for reading and for paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from registry.case_page.page import CasePage
from registry.models import Case
from registry.paper import sheets
from registry.views.case import visible_record


@require_safe
def preview(request: HttpRequest, number: str) -> HttpResponse:
    """Every form of the case on sheets of A4. Names and numbers of the patient are never on it."""
    held = visible_record(request, number)
    context = {
        "case": held.case,
        "record": held,
        "page": CasePage(held),
        "pages": [CasePage(held, run_number=run.run_number) for run in held.runs],
        "sheets": sheets(held),
        "version": _version(held.case),
        "printed_at": timezone.localtime(),
    }
    return render(request, "registry/preview.html", context)


@require_safe
def preview_foot(request: HttpRequest, number: str) -> HttpResponse:
    """The foot of each printed page: case, version and time, beside the page number.

    A style sheet of its own, as the margins of a page take their text from there and from nowhere else.
    """
    case = get_object_or_404(Case.objects.visible_to(request.user), number=number)
    context = {"case": case, "version": _version(case), "printed_at": timezone.localtime()}
    answer = render(request, "registry/preview_foot.css", context, content_type="text/css; charset=utf-8")
    answer["Cache-Control"] = "no-store"
    return answer


def _version(case: Case) -> int | None:
    """Of the last signed version; None for a draft that never was."""
    latest = case.submissions.first()
    return latest.version if latest else None
