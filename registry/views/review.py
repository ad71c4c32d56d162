"""The review desk of society staff: a queue over all centers, one case, accept or return."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from centers.access import Can, can, check_can
from registry.actions import review
from registry.actions.refusals import StateConflict
from registry.case_page.page import CasePage
from registry.desks.duplicates import flagged
from registry.desks.review import QUEUE_SHOWN, TABS, explained, queue, waiting_days
from registry.models import Case, PossibleDuplicate
from registry.paper import sheets
from registry.version_changes import by_section, changes, unchanged
from registry.views.case import refused, visible_record

VIEWS = ("changes", "fields", "warnings")


@require_safe
def review_queue(request: HttpRequest) -> HttpResponse:
    """The oldest submission first. Cases of one's own centers are listed but cannot be decided."""
    check_can(request.user, Can.REVIEW)
    return render(request, "registry/review.html", _queue(request))


@require_safe
def review_case(request: HttpRequest, number: str) -> HttpResponse:
    """One submission: what changed, every field, and the warnings the center explained."""
    check_can(request.user, Can.REVIEW)
    held = visible_record(request, number)
    latest, previous = [*held.case.submissions.all()[:2], None, None][:2]
    changed = changes(latest, previous) if latest else []
    shown = (
        request.GET.get("view") if request.GET.get("view") in VIEWS else "changes" if changed else "fields"
    )
    page = CasePage(held, run_number=1)
    context = _queue(request) | {
        "case": held.case,
        "record": held,
        "page": page,
        "latest": latest,
        "previous": previous,
        "changed": changed,
        "changed_sections": by_section(changed),
        "unchanged": unchanged(changed, latest) if latest else [],
        "explained": explained(latest, page.flags),
        "view": shown,
        "pages": [CasePage(held, run_number=run.run_number) for run in held.runs]
        if shown == "fields"
        else [],
        "sheets": sheets(held) if shown == "fields" else [],
        "waiting_pairs": PossibleDuplicate.objects.for_the_society().filter(case=held.case),
        "notes": list(held.case.review_notes.select_related("by").order_by("at", "pk")),
        "may_decide": can(request.user, Can.REVIEW, held.case.center_id),
        "may_lock": can(request.user, Can.LOCK, held.case.center_id) and not held.case.withdrawn_at,
        "may_undo": _may_undo(request, held.case),
    }
    return render(request, "registry/review.html", context)


def _may_undo(request: HttpRequest, case: Any) -> bool:
    recent = case.accepted_at and timezone.now() - case.accepted_at < review.UNDO_WINDOW
    return bool(case.state == "accepted" and recent and case.accepted_by_id == request.user.pk)


def _queue(request: HttpRequest) -> dict[str, object]:
    tab = request.GET.get("tab") if request.GET.get("tab") in TABS else "all"
    visible = Case.objects.visible_to(request.user)
    cases = list(queue(visible, str(tab), request.user)[: QUEUE_SHOWN + 1])
    return {
        "queue": [(case, waiting_days(case)) for case in cases[:QUEUE_SHOWN]],
        "more": len(cases) > QUEUE_SHOWN,
        "waiting": visible.awaiting_review().count(),
        "duplicates": flagged(PossibleDuplicate.objects.visible_to(request.user)).count(),
        "tab": tab,
    }


@require_POST
def accept(request: HttpRequest, number: str) -> HttpResponse:
    """Accepts and goes on to the next case of the queue; the message offers to undo."""

    def decide(case: Case) -> None:
        review.accept(case, by=request.user)
        undo = reverse("registry:undo_acceptance", args=[number])
        messages.success(request, _("Accepted %(number)s") % {"number": number}, extra_tags=f"undo:{undo}")

    return _decided(request, number, decide)


@require_POST
def send_back(request: HttpRequest, number: str) -> HttpResponse:
    """Returns the case with a message that says what to correct."""
    message = request.POST.get("message", "")
    if not message.strip():
        messages.error(request, str(review.NEEDS_A_MESSAGE))
        return redirect("registry:review_case", number)

    def decide(case: Case) -> None:
        review.send_back(case, message[:4000], by=request.user)
        messages.success(request, _("Returned %(number)s to its center") % {"number": number})

    return _decided(request, number, decide)


@require_POST
def undo_acceptance(request: HttpRequest, number: str) -> HttpResponse:
    return _decided(request, number, lambda case: review.undo_acceptance(case, by=request.user), stay=True)


@require_POST
def lock(request: HttpRequest, number: str) -> HttpResponse:
    return _decided(request, number, lambda case: review.lock(case, by=request.user), stay=True)


def _decided(
    request: HttpRequest, number: str, decide: Callable[[Any], None], *, stay: bool = False
) -> HttpResponse:
    case = get_object_or_404(Case.objects.visible_to(request.user), number=number)
    try:
        decide(case)
    except StateConflict as refusal:
        return refused(request, refusal)
    upcoming = queue(Case.objects.visible_to(request.user), "all", request.user).exclude(pk=case.pk).first()
    if stay or upcoming is None:
        return redirect("registry:review_case", number) if stay else redirect("registry:review_queue")
    return redirect("registry:review_case", upcoming.number)
