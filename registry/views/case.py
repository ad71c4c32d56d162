"""The case page, shown whole."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from centers import json_answers
from centers.access import Can, can
from crf.pairs import Pair
from crf.questions import anchor
from registry import record
from registry.actions.refusals import OtherPayload
from registry.case_page import panels
from registry.case_page.page import CasePage
from registry.desks.pairs import findings
from registry.identity import store
from registry.models import Case, CaseState
from registry.views.identity import panel


def visible_record(request: HttpRequest, number: str) -> record.Record:
    """The case with everything, or 404 as for one that does not exist."""
    try:
        held = record.load(Case.objects.visible_to(request.user), number=number)
    except Case.DoesNotExist:
        raise Http404 from None
    if can(request.user, Can.SEE_IDENTITY, held.case.center_id):
        known = store.known(held.case)
        held.identity, held.masked = known.facts, known.masked
    else:
        held.is_identity_known = False
    return held


def page_of(request: HttpRequest, held: record.Record) -> CasePage:
    editable = held.case.is_editable and can(request.user, Can.ENTER_DATA, held.case.center_id)
    return CasePage(held, run_number=run_of(request), editable=editable)


def run_of(request: HttpRequest) -> int:
    wanted = request.GET.get("run", "1")
    return int(wanted) if wanted.isdecimal() and len(wanted) < 3 else 1


@require_safe
def case_page(request: HttpRequest, number: str) -> HttpResponse:
    page = page_of(request, visible_record(request, number))
    page.open_key = request.GET.get("open", "")
    context = context_of(request, page) | identity_of(request, page.record)
    return render(request, "registry/case.html", context | pairs_of(request, page.case))


def pairs_of(request: HttpRequest, case: Case) -> dict[str, object]:
    """What is open between this case and others."""
    return {"findings": findings(case), "may_answer": can(request.user, Can.ENTER_DATA, case.center_id)}


def identity_of(request: HttpRequest, held: record.Record) -> dict[str, object]:
    """The masked identity for those who may know it, left out for the others."""
    if not can(request.user, Can.SEE_IDENTITY, held.case.center_id):
        return {}
    known = store.Known(held.identity, held.masked)
    return {
        "identity": panel(request.user, held.case, known=known),
        "masked_name": held.masked.get("name", ""),
    }


def refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    """409 for a state that forbids it, 422 for a reused key."""
    message = getattr(refusal, "message", None) or Pair(
        "This request was sent before with other contents.", "这次请求与之前同号的内容不同。"
    )
    status = 422 if isinstance(refusal, OtherPayload) else 409
    if json_answers.wants_json(request):
        return json_answers.refused(message, status)
    return render(request, "registry/refused.html", {"message": message}, status=status)


def resume_at(request: HttpRequest, case: Case) -> str:
    """Id of the field this person edited last, if nobody else has edited the case since."""
    progress = getattr(case, "progress", None)
    if progress is None or progress.edited_by_id != request.user.pk or not progress.last_place:
        return ""
    return anchor(*progress.last_place.rsplit(".", 1))


def context_of(request: HttpRequest, page: CasePage) -> dict[str, object]:
    case = page.case
    enters = can(request.user, Can.ENTER_DATA, case.center_id)
    return {
        "page": page,
        "case": case,
        "record": page.record,
        "may_edit": page.editable,
        "may_see_identity": can(request.user, Can.SEE_IDENTITY, case.center_id),
        "may_review": can(request.user, Can.REVIEW, case.center_id),
        "may_recall": enters and case.state == CaseState.SUBMITTED and not case.withdrawn_at,
        "may_delete": enters and case.state == CaseState.DRAFT and not case.submissions_count,
        "may_withdraw": enters and not case.withdrawn_at,
        "panels": panels.addressed(panels.CASE, case.number),
        "resume_at": resume_at(request, case) if page.editable else "",
        "latest_note": case.review_notes.exclude(message="").first(),
    }
