"""Locking a year, so that its figures are final and its report becomes edition 1."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from centers.access import Can, check_can, own_center_ids
from centers.models import SecurityEventKind
from centers.security_log import record
from national.forms.locking import LockYearForm
from registry.actions import locking
from registry.models import Case, CaseState

SHOWN = 50
NOT_ACCEPTED = (CaseState.DRAFT, CaseState.RETURNED, CaseState.SUBMITTED)


@dataclass(frozen=True)
class YearStanding:
    """How far a year is on its way to be locked, in cases."""

    year: int
    accepted: int
    locked: int
    not_accepted: int

    @property
    def is_locked(self) -> bool:
        return self.locked > 0 and not self.accepted


def standings() -> list[YearStanding]:
    """Every year with accepted or locked cases, the newest first."""
    years = [
        YearStanding(
            year,
            accepted=states[CaseState.ACCEPTED],
            locked=states[CaseState.LOCKED],
            not_accepted=sum(states[state] for state in NOT_ACCEPTED),
        )
        for year, states in locking.cases_by_year().items()
    ]
    return [each for each in years if each.accepted or each.locked]


@require_http_methods(["GET", "HEAD", "POST"])
def lock_year(request: HttpRequest, year: int) -> HttpResponse:
    """Shows what will be locked and what is not accepted yet; a POST with the year typed locks it."""
    check_can(request.user, Can.BUILD_REPORT)
    check_can(request.user, Can.LOCK)
    standing = next((each for each in standings() if each.year == year), None)
    if standing is None:
        raise Http404
    form = LockYearForm(request.POST or None, year=year)
    if request.method == "POST" and _is_past(year) and form.is_valid():
        return _locked(request, year)
    return _asked(request, standing, form)


def _is_past(year: int) -> bool:
    """A year that goes on still gets cases."""
    return year < timezone.localdate().year


def _locked(request: HttpRequest, year: int) -> HttpResponse:
    number = locking.lock_year(year, by=request.user)
    record(SecurityEventKind.SETTING_CHANGED, object=f"year {year}", locked_cases=number)
    messages.success(request, _("%(year)s is locked: %(count)s cases") % {"year": year, "count": number})
    return redirect("national:report_list")


def _asked(request: HttpRequest, standing: YearStanding, form: LockYearForm) -> HttpResponse:
    open_cases = locking.cases_of(standing.year, Case.objects.filter(state__in=NOT_ACCEPTED))
    context = {
        "standing": standing,
        "form": form,
        "is_past": _is_past(standing.year),
        "open_cases": open_cases.select_related("center").order_by("center__center_code", "number")[:SHOWN],
        "belongs_to_a_center": bool(own_center_ids(request.user)),
    }
    return render(
        request, "national/lock_year.html", context, status=422 if request.method == "POST" else 200
    )
