"""Who works here: of one's own centers for directors, of the whole registry for admins."""

from collections.abc import Iterable
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from centers import people
from centers.access import Can, can, centers_where, check_can, invitable_roles, manageable_people
from centers.forms import InviteForm
from centers.models import Invitation, Membership, User
from centers.models.user import SYSTEM_EMAIL
from centers.views.keys import key_from

PER_PAGE = 50


def center_people(request: HttpRequest) -> HttpResponse:
    """The people of the centers one may invite for."""
    check_can(request.user, Can.INVITE)
    centers = centers_where(request.user, Can.INVITE)
    return _page(
        request,
        people_of=User.objects.filter(memberships__center__in=centers).distinct(),
        invitations=Invitation.objects.filter(center__in=centers),
    )


def society_people(request: HttpRequest) -> HttpResponse:
    """Everybody with an account."""
    check_can(request.user, Can.MANAGE_CENTERS)
    return _page(
        request,
        people_of=User.objects.exclude(email=SYSTEM_EMAIL),
        invitations=Invitation.objects.all(),
    )


def _page(
    request: HttpRequest, *, people_of: QuerySet[User], invitations: QuerySet[Invitation]
) -> HttpResponse:
    """List and invite; a good invitation ends in a redirect to the same page."""
    form = InviteForm(request.POST or None, by=request.user)  # type: ignore[arg-type]
    if request.method == "POST" and form.is_valid() and _invite(request, form):
        return redirect(request.path)
    words = request.GET.get("q", "").strip()[:100]
    page = Paginator(_listed(people_of, words), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": _rows(request.user, page.object_list),
        "q": words,
        "query": urlencode({"q": words}) if words else "",
        "is_society": request.resolver_match is not None
        and request.resolver_match.url_name == "society_people",
        "invitations": invitations.filter(accepted_at=None, revoked_at=None)
        .select_related("center", "invited_by")
        .order_by("-created_at")[:PER_PAGE],
        "now": timezone.now(),
    }
    return render(request, "centers/people.html", context)


def _invite(request: HttpRequest, form: InviteForm) -> bool:
    try:
        people.invite(by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
    except ValidationError as error:
        form.add_error(None, error)
        return False
    messages.success(request, _("The invitation is on its way. Its link works once, for 72 hours."))
    return True


def _listed(found: QuerySet[User], words: str) -> QuerySet[User]:
    sessions = (
        UserSession.objects.filter(user=OuterRef("pk")).values("user").annotate(n=Count("pk")).values("n")
    )
    roles = Prefetch("memberships", Membership.objects.select_related("center").order_by("center", "role"))
    if words:
        found = found.filter(Q(name__icontains=words) | Q(email__icontains=words))
    return (
        found.annotate(session_count=Coalesce(Subquery(sessions), 0))
        .prefetch_related(roles)
        .order_by("-is_active", "name", "pk")
    )


def _rows(by: Any, listed: Iterable[User]) -> list[dict[str, Any]]:
    """Each person with what ``by`` may do about them and about each of their roles."""
    listed = list(listed)
    manageable = set(manageable_people(by).filter(pk__in=[p.pk for p in listed]).values_list("pk", flat=True))
    return [
        {
            "person": person,
            "can_manage": person.pk in manageable,
            "roles": [
                {
                    "role": role,
                    "can_end": person.pk != by.pk and role.role in invitable_roles(by, role.center),
                }
                for role in person.memberships.all()
            ],
        }
        for person in listed
    ]


@require_POST
def end_role(request: HttpRequest) -> HttpResponse:
    membership = get_object_or_404(
        Membership.objects.select_related("center", "user"), pk=key_from(request.POST.get("role", ""))
    )
    people.end_role(membership, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("The role has ended."))
    return _back(request)


@require_POST
def revoke_invitation(request: HttpRequest) -> HttpResponse:
    invitation = get_object_or_404(
        Invitation.objects.open(timezone.now()), pk=key_from(request.POST.get("invitation", ""))
    )
    people.revoke(invitation, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("The invitation is withdrawn."))
    return _back(request)


@require_POST
def disable_person(request: HttpRequest) -> HttpResponse:
    people.set_active(_person(request), False, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("The account is disabled and signed out everywhere."))
    return _back(request)


@require_POST
def enable_person(request: HttpRequest) -> HttpResponse:
    people.set_active(_person(request), True, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("The account is open again."))
    return _back(request)


@require_POST
def sign_out_person(request: HttpRequest) -> HttpResponse:
    people.sign_out_everywhere(_person(request), by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Signed out everywhere."))
    return _back(request)


def _person(request: HttpRequest) -> User:
    return get_object_or_404(User, pk=key_from(request.POST.get("person", "")))


def _back(request: HttpRequest) -> HttpResponse:
    """To the list the person manages people in."""
    everybody = can(request.user, Can.MANAGE_CENTERS)
    return redirect("centers:society_people" if everybody else "centers:center_people")
