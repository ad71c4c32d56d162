"""Taking an invitation: the link of the mail, then the form it leads to."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from centers.forms import NewPersonForm
from centers.models import Invitation, User
from centers.people import accept, accept_as_new_person, find_invitation

TOKEN = "invitation_token"  # noqa: S105 (where the session keeps it)


@login_not_required  # invited people have no account yet
@never_cache
def invitation_link(request: HttpRequest, token: str) -> HttpResponse:
    """Take the secret out of the address before any page is shown, as pages pass their address on."""
    request.session[TOKEN] = token
    return redirect("centers:invitation")


@login_not_required  # as above
@never_cache
def invitation(request: HttpRequest) -> HttpResponse:
    """Say what one is invited to, and make the account or add the role."""
    found = find_invitation(request.session.get(TOKEN, ""), timezone.now())
    if found is None:
        return render(request, "centers/invitation_over.html", status=404)
    if User.objects.filter(email=found.email).exists():
        return _for_known_person(request, found)
    return _for_new_person(request, found)


def _for_known_person(request: HttpRequest, found: Invitation) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    mine = request.user.email == found.email
    if request.method == "POST" and mine:
        accept(found, user=request.user)
        del request.session[TOKEN]
        messages.success(request, _("You have the new role."))
        return redirect("home")
    return render(request, "centers/invitation.html", {"invitation": found, "mine": mine})


def _for_new_person(request: HttpRequest, found: Invitation) -> HttpResponse:
    form = NewPersonForm(request.POST or None, invitation=found)
    if request.method == "POST" and form.is_valid():
        user = accept_as_new_person(
            found, name=form.cleaned_data["name"], password=form.cleaned_data["password1"]
        )
        del request.session[TOKEN]
        return perform_login(request, Login(user=user, email=user.email))
    return render(request, "centers/invitation.html", {"invitation": found, "form": form})
