"""The own account, and where a person starts."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from centers.access import landing_page


@login_not_required  # the front door
def home(request: HttpRequest) -> HttpResponse:
    """``/``: the public page for visitors, the own work for everybody else."""
    if request.user.is_authenticated:
        return redirect(reverse(landing_page(request.user)))
    return redirect("/zh/")


@login_not_required  # must answer visitors with the same 404 as everybody
def closed_signup(request: HttpRequest) -> HttpResponse:
    """Accounts start by invitation only."""
    raise Http404


def own_account(request: HttpRequest) -> HttpResponse:
    return render(request, "centers/own_account.html")


@login_not_required
def choose_language(request: HttpRequest) -> HttpResponse:
    raise Http404
