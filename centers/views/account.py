"""The own account, the language, and where a person starts."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from centers.access import landing_page, memberships_of
from centers.browsers import describe
from centers.converters import LANGUAGE_CODES
from centers.forms import OwnAccountForm
from centers.models import SecurityEventKind
from centers.security_log import record
from centers.views.keys import key_from


@login_not_required  # the front door
def home(request: HttpRequest) -> HttpResponse:
    """``/``: the public page for visitors, the own work for everybody else."""
    if not request.user.is_authenticated:
        return redirect("public_home", lang="zh")
    try:
        return redirect(reverse(landing_page(request.user)))
    except NoReverseMatch:
        return redirect("centers:own_account")


@login_not_required  # visitors get the same 404 as everybody
def closed_signup(request: HttpRequest) -> HttpResponse:
    """Accounts start by invitation only."""
    raise Http404


def own_account(request: HttpRequest) -> HttpResponse:
    """Name, language, roles and open sessions of the signed-in person."""
    form = OwnAccountForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("centers:own_account")
    return render(request, "centers/own_account.html", {"form": form, **_roles_and_sessions(request)})


def _roles_and_sessions(request: HttpRequest) -> dict[str, Any]:
    sessions = UserSession.objects.purge_and_list(request.user)
    shown = [
        {
            "key": session.pk,
            "browser": describe(session.user_agent),
            "address": session.ip,
            "seen": session.last_seen_at,
            "is_here": session.session_key == request.session.session_key,
        }
        for session in sorted(sessions, key=lambda each: each.last_seen_at, reverse=True)
    ]
    return {"roles": memberships_of(request.user), "sessions": shown}


@require_POST
def end_own_session(request: HttpRequest) -> HttpResponse:
    """Sign out on another computer."""
    session = get_object_or_404(UserSession, user=request.user, pk=key_from(request.POST.get("session", "")))
    session.end()
    record(SecurityEventKind.SESSION_ENDED, object="own session")
    messages.success(request, _("Signed out there."))
    return redirect("centers:own_account")


@login_not_required  # visitors choose a language for the sign-in page
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember a language: for the person if signed in, for this computer in any case."""
    language = request.POST.get("language", "")
    if language not in LANGUAGE_CODES.values():
        raise Http404
    if request.user.is_authenticated:
        request.user.language = language
        request.user.save(update_fields=["language"])
    response = redirect(_safe_next(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 86_400,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _safe_next(request: HttpRequest) -> str:
    url = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if safe else "/"
