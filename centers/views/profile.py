"""The profile a center gives of itself every calendar year."""

import json
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from centers.access import Can, can, centers_where, check_can, own_centers
from centers.models import Center
from centers.models.center_year import CenterYear
from centers.profile import FIRST_YEAR, Conflict, ProfilePage, save_profile, take_over
from crf.posted import entries, sent_json


def this_years_profile(request: HttpRequest) -> HttpResponse:
    """``/center/profile/``: on to the current year."""
    return redirect(_address(_center(request), timezone.localdate().year))


def center_profile(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year's profile; save what was sent."""
    center = _center(request)
    _check_year(year)
    if request.method == "POST":
        return _save(request, center, year)
    return _show(request, center, year)


@require_POST
def profile_from_last_year(request: HttpRequest, year: int) -> HttpResponse:
    """Begin the year with the earlier answers; they still have to be checked and saved."""
    center = _center(request)
    _check_year(year)
    check_can(request.user, Can.EDIT_CENTER_PROFILE, center)
    if take_over(center, year, by=request.user):
        messages.success(request, _("Taken over. Check each answer."))
    return redirect(_address(center, year))


def _save(request: HttpRequest, center: Center, year: int) -> HttpResponse:
    check_can(request.user, Can.EDIT_CENTER_PROFILE, center)
    page = ProfilePage(_stored(request, center, year), editable=True)
    try:
        with transaction.atomic():
            save_profile(
                center,
                year,
                entries(request.POST, page.questions.values()),
                version=_version(request),
                base=sent_json(request.POST, "base"),
                by=request.user,
            )
    except Conflict as conflict:
        return _show(request, center, year, conflict.differences)
    messages.success(request, _("Saved."))
    return redirect(_address(center, year))


def _show(
    request: HttpRequest, center: Center, year: int, conflict: dict[str, tuple[Any, Any]] | None = None
) -> HttpResponse:
    may_edit = can(request.user, Can.EDIT_CENTER_PROFILE, center)
    page = ProfilePage(_stored(request, center, year), editable=may_edit)
    years = CenterYear.objects.visible_to(request.user).filter(center=center)
    kept = set(years.values_list("profile_year", flat=True))
    context = {
        "center": center,
        "year": year,
        "page": page,
        "base": json.dumps(page.base, ensure_ascii=False),
        "may_edit": may_edit,
        "years": [(each, _address(center, each)) for each in _years(kept)],
        "can_take_over": may_edit and page.profile.pk is None and any(each < year for each in kept),
        "take_over_url": _address(center, year, "centers:profile_from_last_year"),
        "conflict": _worded(page, conflict or {}),
    }
    return render(request, "centers/profile.html", context, status=409 if conflict else 200)


def _stored(request: HttpRequest, center: Center, year: int) -> CenterYear:
    """The profile of that year, or an empty one that is not stored yet."""
    found = CenterYear.objects.visible_to(request.user).filter(center=center, profile_year=year).first()
    return found or CenterYear(center=center, profile_year=year)


def _center(request: HttpRequest) -> Center:
    """The center named in the address, else one's own; another center's is a 404."""
    visible = centers_where(request.user, Can.VIEW_CENTER)
    code = request.GET.get("center")
    center = visible.filter(center_code=code).first() if code else own_centers(request.user).first()
    if center is None:
        raise Http404
    return center


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= timezone.localdate().year:
        raise Http404


def _years(kept: set[int]) -> list[int]:
    """Years with a profile, and the current and the last one, latest first."""
    now = timezone.localdate().year
    return sorted(kept | {now, now - 1}, reverse=True)


def _version(request: HttpRequest) -> int:
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _address(center: Center, year: int, name: str = "centers:center_profile_year") -> str:
    return f"{reverse(name, args=[year])}?{urlencode({'center': center.center_code})}"


def _worded(page: ProfilePage, differences: dict[str, tuple[Any, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "label": page.questions[name].item.label,
            "id": page.questions[name].id,
            "theirs": theirs,
            "yours": yours,
        }
        for name, (theirs, yours) in differences.items()
        if name in page.questions
    ]
