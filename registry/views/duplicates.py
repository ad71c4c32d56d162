"""The duplicate desk of society staff: what was flagged when cases were opened, and what they say of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from centers.access import Can, check_can
from registry.actions import duplicates
from registry.actions.refusals import StateConflict
from registry.desks import duplicates as duplicate_desk
from registry.models import PossibleDuplicate
from registry.models.duplicates import LONGEST_NOTE, Ruling
from registry.views.case import refused


@require_safe
def duplicate_desk_page(request: HttpRequest) -> HttpResponse:
    """Pairs of all centers, the oldest first. Those of one's own centers are shown but cannot be decided."""
    check_can(request.user, Can.REVIEW)
    tab = request.GET.get("tab", "")
    tab = tab if tab in duplicate_desk.TABS else "open"
    visible = PossibleDuplicate.objects.visible_to(request.user)
    found, more = duplicate_desk.pairs(visible, tab, request.user)
    context = {
        "tab": tab,
        "pairs": found,
        "more": more,
        "waiting": duplicate_desk.flagged(visible).count(),
        "longest_note": LONGEST_NOTE,
    }
    return render(request, "registry/duplicates.html", context)


@require_POST
def rule(request: HttpRequest, pair: UUID) -> HttpResponse:
    """Same person or different persons; the message offers to take it back."""
    check_can(request.user, Can.REVIEW)
    ruling, note = request.POST.get("ruling", ""), request.POST.get("note", "").replace("\x00", "")
    if ruling not in Ruling.values:
        raise SuspiciousOperation("no such ruling")
    answer = _acted(request, lambda: duplicates.rule(pair, Ruling(ruling), note, by=request.user))
    if answer is None:
        undo = reverse("registry:reopen_duplicate", args=[pair])
        messages.success(request, _("Decision recorded"), extra_tags=f"undo:{undo}")
    return answer or redirect("registry:duplicate_desk")


@require_POST
def reopen(request: HttpRequest, pair: UUID) -> HttpResponse:
    check_can(request.user, Can.REVIEW)
    answer = _acted(request, lambda: duplicates.reopen(pair, by=request.user))
    return answer or redirect("registry:duplicate_desk")


def _acted(request: HttpRequest, act: Any) -> HttpResponse | None:
    """None once it is done; the answer in words where it cannot be."""
    try:
        act()
    except PossibleDuplicate.DoesNotExist:
        raise Http404 from None
    except StateConflict as refusal:
        return refused(request, refusal)
    return None
