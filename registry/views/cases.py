"""Lists of cases: all of them, and the coordinator's worklist."""

import secrets

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from centers import security_log
from centers.access import Can, can, centers_where, check_can, own_centers, scope_for
from centers.models import SecurityEventKind
from registry.case_page import panels
from registry.desks.listing import (
    MODE_FILTERS,
    PAGE_SIZE,
    CaseRow,
    Filters,
    rows,
    with_first_run,
    with_last_stop,
    years_of,
)
from registry.desks.pairs import questions
from registry.identity.matching import find_by_record_no
from registry.identity.store import masked_names
from registry.models import Case, CaseState

SEARCHES = "case_searches"
SEARCHES_KEPT = 5
SEARCH_LASTS = 15 * 60  # seconds


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """All cases the person may see; ``found`` shows the result of a search by its opaque token."""
    check_can(request.user, Can.VIEW_CASES)
    filters = Filters.asked(request.GET)
    visible = Case.objects.visible_to(request.user)
    cases = visible.select_related("patient", "progress", "center")
    if (token := request.GET.get("found")) is not None:
        kept = _kept(request, token)
        cases = cases.filter(pk__in=kept or [])
    found = filters.apply(with_first_run(cases))
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "registry/case_list.html",
        {
            "page": page,
            "rows": _rows(request, list(page)),
            "filters": filters,
            "states": CaseState,
            "modes": MODE_FILTERS,
            "years": years_of(visible, scope_for(request.user).read),
            "searched": token is not None,
            "search_is_over": token is not None and kept is None,
            "query": _without_page(request),
            "may_enter": can(request.user, Can.ENTER_DATA),
            "many_centers": scope_for(request.user).read == "*" or len(own_centers(request.user)) > 1,
        },
    )


def _rows(request: HttpRequest, cases: list[Case]) -> list[CaseRow]:
    may_see = can(request.user, Can.SEE_IDENTITY)
    return rows(cases, masked_names(case.patient for case in cases) if may_see else {})


def _without_page(request: HttpRequest) -> str:
    kept = request.GET.copy()
    kept.pop("page", None)
    return kept.urlencode()


@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """A case number or a complete hospital number. What was typed never reaches an address."""
    check_can(request.user, Can.VIEW_CASES)
    text = request.POST.get("q", "").replace("\x00", "").strip()[:60]
    case = Case.objects.visible_to(request.user).filter(number__iexact=text).first()
    if case:
        return redirect("registry:case", case.number)
    found = [
        pk
        for center in centers_where(request.user, Can.SEE_IDENTITY)
        for pk in find_by_record_no(center, text).values_list("pk", flat=True)
    ]
    security_log.record(SecurityEventKind.SEARCH, found=len(found))
    if len(found) == 1:
        return redirect("registry:case", Case.objects.get(pk=found[0]).number)
    return redirect(f"{reverse('registry:case_list')}?found={_keep(request, found)}")


def _keep(request: HttpRequest, found: list[int]) -> str:
    """Remembers a result in the session under a random token; the oldest are forgotten."""
    token = secrets.token_urlsafe(9)
    kept = dict(list(request.session.get(SEARCHES, {}).items())[-SEARCHES_KEPT + 1 :])
    request.session[SEARCHES] = kept | {token: {"found": found[:PAGE_SIZE], "at": timezone.now().timestamp()}}
    return token


def _kept(request: HttpRequest, token: str) -> list[int] | None:
    """What a search found; None for an unknown token and for one of more than 15 minutes ago."""
    kept = request.session.get(SEARCHES, {}).get(token)
    if not isinstance(kept, dict) or timezone.now().timestamp() - kept["at"] > SEARCH_LASTS:
        return None
    return list(kept["found"])


@require_safe
def worklist(request: HttpRequest) -> HttpResponse:
    """What a coordinator does next: returned cases, then drafts, and what other rooms have due."""
    check_can(request.user, Can.ENTER_DATA)
    own = Case.objects.visible_to(request.user).editable()
    cases = with_last_stop(with_first_run(own.select_related("patient", "progress"))).order_by(
        "-state", "-progress__edited_at"
    )
    listed = _rows(request, list(cases[:PAGE_SIZE]))
    asked = list(questions(request.user)[:PAGE_SIZE])
    return render(
        request,
        "registry/worklist.html",
        {
            "questions": asked,
            "returned": [row for row in listed if row.case.state == CaseState.RETURNED],
            "ready": [row for row in listed if row.case.state == CaseState.DRAFT and is_ready(row)],
            "drafts": [row for row in listed if row.case.state == CaseState.DRAFT and not is_ready(row)],
            "running": [row for row in listed if row.days_on],
            "todo": len(listed) + len(asked),
            "submitted": Case.objects.visible_to(request.user).filter(state=CaseState.SUBMITTED).count(),
            "centers": list(centers_where(request.user, Can.ENTER_DATA)),
            "today": timezone.localdate(),
            "panels": panels.addressed(panels.WORKLIST),
        },
    )


def is_ready(row: CaseRow) -> bool:
    """Everything required is answered and nothing is wrong: it waits to be submitted."""
    progress = row.case.progress
    done = progress.applicable and progress.answered == progress.applicable
    return bool(done and not progress.errors and not progress.warnings)
