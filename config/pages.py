"""The public pages that say the same to everybody: home, help, data protection."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from national.report.shelf import published_years
from national.showing import NationalPage

ROBOTS = """User-agent: *
Allow: /$
Allow: /zh/
Allow: /en/
Allow: /static/
Disallow: /
"""
"""Search engines read the public pages; everything else belongs to people who sign in."""


@login_not_required  # browsers ask for it before anybody has signed in
@cache_control(public=True, max_age=86_400)
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The mark, at the address that browsers try by themselves (files, reports, error pages)."""
    return redirect(static("img/mark.svg"))


@login_not_required  # robots never sign in
@cache_control(public=True, max_age=86_400)
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain")


@login_not_required  # the front page of the registry
def home(request: HttpRequest, lang: str) -> HttpResponse:
    """Four national figures of the latest year as released, the latest report, how to take part."""
    figures = NationalPage("en" if lang.startswith("en") else "zh")
    shelf = published_years()
    return render(
        request, "public/home.html", {"figures": figures, "report_year": shelf[0][0] if shelf else None}
    )


@login_not_required  # help must be there for people who cannot sign in
def help_page(request: HttpRequest, lang: str) -> HttpResponse:
    return render(request, "public/help.html")


@login_not_required  # patients and centers read it before they take part
def privacy(request: HttpRequest, lang: str) -> HttpResponse:
    return render(request, "public/privacy.html")
