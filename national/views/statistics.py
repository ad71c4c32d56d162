"""The national figures: for everybody as released, for society staff exact."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from centers.access import Can, check_can
from national.models import Audience
from national.report.csvfiles import csv_file
from national.report.flat import flatten
from national.showing import NationalPage
from national.statistics import STATISTICS


def _page(request: HttpRequest, audience: str = Audience.PUBLIC) -> NationalPage:
    asked = request.GET
    return NationalPage(
        "en" if (get_language() or "").startswith("en") else "zh",
        year=asked.get("year", ""),
        group=asked.get("group", ""),
        mode=asked.get("mode", ""),
        audience=audience,
    )


@login_not_required  # released figures are for everybody
@cache_control(public=True, max_age=60)
@require_safe
def public_statistics(request: HttpRequest, lang: str) -> HttpResponse:
    """Headline figures and charts of a year."""
    return render(request, "national/statistics.html", {"page": _page(request)})


@login_not_required  # the same figures as tables
@cache_control(public=True, max_age=60)
@require_safe
def public_tables(request: HttpRequest, lang: str) -> HttpResponse:
    """Every chart as a table, with its definition and a CSV file."""
    return render(request, "national/tables.html", {"page": _page(request)})


@login_not_required  # the same figures as files
@require_safe
def public_csv(request: HttpRequest, lang: str, statistic: str) -> HttpResponse:
    """The released figures of one statistic for all years."""
    document = _page(request).document(statistic) if statistic in STATISTICS else None
    if document is None:
        raise Http404
    response = HttpResponse(
        csv_file(flatten(document, timezone.localdate().year)[0]), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{statistic}.csv"'
    return response


@login_not_required  # definitions are part of every published figure
@require_safe
def methods(request: HttpRequest, lang: str) -> HttpResponse:
    """What each statistic counts, and the rules all of them share."""
    return render(
        request, "national/methods.html", {"statistics": STATISTICS.values(), "page": _page(request)}
    )


@require_safe
def society_statistics(request: HttpRequest) -> HttpResponse:
    """The exact figures, refreshed with every acceptance: not for release."""
    check_can(request.user, Can.VIEW_NATIONAL_EXACT)
    return render(request, "national/tables.html", {"page": _page(request, Audience.SOCIETY), "exact": True})
