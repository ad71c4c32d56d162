"""The public pages that say the same to everybody: home, help, data protection."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required  # the front page of the registry
def home(request: HttpRequest, lang: str) -> HttpResponse:
    return render(request, "public/home.html")


@login_not_required  # help must be there for people who cannot sign in
def help_page(request: HttpRequest, lang: str) -> HttpResponse:
    return render(request, "public/help.html")


@login_not_required  # patients and centers read it before they take part
def privacy(request: HttpRequest, lang: str) -> HttpResponse:
    return render(request, "public/privacy.html")
