"""The public pages that say the same to everybody: home, help, data protection."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from national.report.shelf import published_years
from national.showing import NationalPage


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
