"""The case page: shown whole, saved section by section."""

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from centers.access import Can, can
from crf.pairs import Pair
from registry import panels, record
from registry.actions import requests
from registry.actions.refusals import AlreadyDone, Difference, EditConflict, OtherPayload, StateConflict
from registry.actions.saving import save_case
from registry.identity.store import facts, masked
from registry.models import Case, CaseState, SavedRequest
from registry.page import CasePage
from registry.posted_case import section_changes
from registry.sections import BY_KEY
from registry.views.identity import panel


def visible_record(request: HttpRequest, number: str) -> record.Record:
    """The case with everything, or 404 as for one that does not exist."""
    try:
        held = record.load(Case.objects.visible_to(request.user), number=number)
    except Case.DoesNotExist:
        raise Http404 from None
    if can(request.user, Can.SEE_IDENTITY, held.case.center_id):
        held.identity = facts(held.case)
    else:
        held.is_identity_known = False
    return held


def page_of(request: HttpRequest, held: record.Record) -> CasePage:
    editable = held.case.is_editable and can(request.user, Can.ENTER_DATA, held.case.center_id)
    return CasePage(held, run_number=_run(request), editable=editable)


def _run(request: HttpRequest) -> int:
    wanted = request.GET.get("run", "1")
    return int(wanted) if wanted.isdecimal() and len(wanted) < 3 else 1


@require_safe
def case_page(request: HttpRequest, number: str) -> HttpResponse:
    page = page_of(request, visible_record(request, number))
    return render(request, "registry/case.html", _context(request, page) | _identity(request, page.case))


def _identity(request: HttpRequest, case: Case) -> dict[str, object]:
    """The masked identity for those who may know it, left out for the others."""
    if not can(request.user, Can.SEE_IDENTITY, case.center_id):
        return {}
    return {"identity": panel(request.user, case), "masked_name": masked(case.patient, case).get("name", "")}


@require_POST
def save_section(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """Saves one section, or the fields of it that were sent. Answers with the section as it now stands."""
    if key not in BY_KEY:
        raise Http404
    held = visible_record(request, number)
    page = page_of(request, held)
    try:
        with transaction.atomic():
            claimed = _claim(request, held.case)
            changes = section_changes(request.POST, page, BY_KEY[key])
            saved = save_case(number, changes, by=request.user, run_number=page.run_number, identify=facts)
            if claimed:
                requests.remember(claimed, {"saved_at": timezone.now().isoformat()})
        held = saved.record
    except AlreadyDone:
        held = visible_record(request, number)
    except EditConflict as conflict:
        return _answer(request, page_of(request, visible_record(request, number)), key, conflict.differences)
    except (StateConflict, OtherPayload) as refusal:
        return refused(request, refusal)
    return _answer(request, page_of(request, held), key)


def is_htmx(request: HttpRequest) -> bool:
    """The page asked for a fragment."""
    return bool(getattr(request, "htmx", False))


def _claim(request: HttpRequest, case: Case) -> SavedRequest | None:
    """The idempotency key of the form, if it brought one."""
    try:
        key = UUID(request.POST.get("request_key", ""))
    except ValueError:
        return None
    payload = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    return requests.claim(key, payload, user=request.user, center=case.center)


def _answer(
    request: HttpRequest, page: CasePage, key: str, conflicts: list[Difference] | None = None
) -> HttpResponse:
    """The section alone for htmx, the page for everybody else."""
    status = 409 if conflicts else 200
    if not is_htmx(request) and not conflicts:
        return redirect(f"{reverse('registry:case', args=[page.case.number])}?run={page.run_number}#s-{key}")
    context = _context(request, page) | {
        "view": page.section_view(key, conflicts),
        "saved_at": None if conflicts else timezone.localtime(),
    }
    template = "registry/partials/section_saved.html" if is_htmx(request) else "registry/case.html"
    if conflicts and not is_htmx(request):
        context |= {"conflict_view": context["view"]} | _identity(request, page.case)
    return render(request, template, context, status=status)


def refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    """409 for a state that forbids it, 422 for a reused key."""
    message = getattr(refusal, "message", None) or Pair(
        "This request was sent before with other contents.", "这次请求与之前同号的内容不同。"
    )
    status = 422 if isinstance(refusal, OtherPayload) else 409
    return render(request, "registry/refused.html", {"message": message}, status=status)


def _context(request: HttpRequest, page: CasePage) -> dict[str, object]:
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
        "latest_note": case.review_notes.exclude(message="").first(),
    }
