"""What each role may do, and where. The only file that knows roles; everything else asks it.

A person's rights are the union of their memberships in a center and of their role in the society. Nobody
reviews, returns or locks a case of a center they belong to.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from centers.models import Center, Membership, Role, User
from centers.models.user import SYSTEM_EMAIL
from centers.rls import NOTHING, Scope, scope


class Can(StrEnum):
    VIEW_CASES = "view_cases"
    ENTER_DATA = "enter_data"
    SEE_IDENTITY = "see_identity"
    REVIEW = "review"
    LOCK = "lock"
    VIEW_CENTER = "view_center"
    EDIT_CENTER_PROFILE = "edit_center_profile"
    INVITE = "invite"
    MANAGE_CENTERS = "manage_centers"
    VIEW_NATIONAL_EXACT = "view_national_exact"
    BUILD_REPORT = "build_report"
    EDIT_SCHEDULE = "edit_schedule"
    VIEW_BENCHMARK = "view_benchmark"


RIGHTS: dict[str, frozenset[Can]] = {
    Role.COORDINATOR: frozenset(
        {
            Can.VIEW_CASES,
            Can.ENTER_DATA,
            Can.SEE_IDENTITY,
            Can.VIEW_CENTER,
            Can.EDIT_CENTER_PROFILE,
            Can.VIEW_BENCHMARK,
        }
    ),
    Role.DIRECTOR: frozenset(
        {
            Can.VIEW_CASES,
            Can.SEE_IDENTITY,
            Can.VIEW_CENTER,
            Can.EDIT_CENTER_PROFILE,
            Can.INVITE,
            Can.VIEW_BENCHMARK,
        }
    ),
    Role.REVIEWER: frozenset({Can.VIEW_CASES, Can.REVIEW, Can.VIEW_CENTER, Can.VIEW_NATIONAL_EXACT}),
    Role.ADMIN: frozenset(
        {
            Can.VIEW_CASES,
            Can.REVIEW,
            Can.LOCK,
            Can.VIEW_CENTER,
            Can.EDIT_CENTER_PROFILE,
            Can.INVITE,
            Can.MANAGE_CENTERS,
            Can.VIEW_NATIONAL_EXACT,
            Can.BUILD_REPORT,
            Can.EDIT_SCHEDULE,
        }
    ),
}
NEVER_IN_OWN_CENTER = frozenset({Can.REVIEW, Can.LOCK})
INVITABLE: dict[str, tuple[Role, ...]] = {
    Role.DIRECTOR: (Role.COORDINATOR, Role.DIRECTOR),
    Role.ADMIN: tuple(Role),
}


def memberships_of(user: Any) -> tuple[Membership, ...]:
    """The person's roles, read once per user object (a new one is loaded for each request)."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return ()
    if not hasattr(user, "_roles"):
        user._roles = tuple(Membership.objects.filter(user_id=user.pk))
    return user._roles


def can(user: Any, act: Can, center: Center | int | None = None) -> bool:
    """May this person do this in that center; without a center: anywhere at all."""
    pk = getattr(center, "pk", center)
    roles = memberships_of(user)
    if pk is None:
        return any(act in RIGHTS[m.role] for m in roles)
    if act in NEVER_IN_OWN_CENTER and pk in own_center_ids(user):
        return False
    return any(act in RIGHTS[m.role] for m in roles if m.center_id in (None, pk))


def check_can(user: Any, act: Can, center: Center | int | None = None) -> None:
    """The same question, answered with a 403."""
    if not can(user, act, center):
        raise PermissionDenied(act)


def own_center_ids(user: Any) -> tuple[int, ...]:
    return _center_ids(memberships_of(user))


def own_centers(user: Any) -> QuerySet[Center]:
    """The centers this person belongs to, in whatever role."""
    return Center.objects.filter(pk__in=own_center_ids(user))


def is_society(user: Any) -> bool:
    return any(m.center_id is None for m in memberships_of(user))


def centers_where(user: Any, act: Can) -> QuerySet[Center]:
    """The centers in which this person may do this."""
    roles = [m for m in memberships_of(user) if act in RIGHTS[m.role]]
    if any(m.center_id is None for m in roles):
        centers = Center.objects.all()
        return centers.exclude(pk__in=own_center_ids(user)) if act in NEVER_IN_OWN_CENTER else centers
    return Center.objects.filter(pk__in=_center_ids(roles))


def scope_for(user: Any) -> Scope:
    """The same rights, in the words of the database."""
    roles = memberships_of(user)
    if not roles:
        return NOTHING
    return Scope(
        read="*" if is_society(user) else _center_ids(roles),
        write=_center_ids(m for m in roles if Can.ENTER_DATA in RIGHTS[m.role]),
        identity=_center_ids(m for m in roles if Can.SEE_IDENTITY in RIGHTS[m.role]),
        review=_reviewable(user),
    )


def _reviewable(user: Any) -> Any:
    if not can(user, Can.REVIEW):
        return ()
    if not own_center_ids(user):
        return "*"
    return tuple(centers_where(user, Can.REVIEW).order_by("pk").values_list("pk", flat=True))


def _center_ids(roles: Iterable[Membership]) -> tuple[int, ...]:
    return tuple(sorted({m.center_id for m in roles if m.center_id is not None}))


def invitable_roles(user: Any, center: Center | int | None) -> tuple[Role, ...]:
    """The roles this person may hand out there; ``None`` asks for roles of the society."""
    pk = getattr(center, "pk", center)
    offered = {
        role for m in memberships_of(user) if m.center_id in (None, pk) for role in INVITABLE.get(m.role, ())
    }
    fitting = (Role.REVIEWER, Role.ADMIN) if pk is None else (Role.COORDINATOR, Role.DIRECTOR)
    return tuple(role for role in fitting if role in offered)


def manageable_people(user: Any) -> QuerySet[User]:
    """The accounts this person may disable and sign out: all, or those that belong to their centers alone."""
    people = User.objects.exclude(email=SYSTEM_EMAIL).exclude(pk=user.pk)
    if can(user, Can.MANAGE_CENTERS):
        return people
    led = centers_where(user, Can.INVITE)
    outside = Membership.objects.exclude(center__in=led, center__isnull=False)
    return people.filter(memberships__center__in=led).exclude(memberships__in=outside).distinct()


def check_may_manage(user: Any, person: User) -> None:
    """Nobody disables or ends their own account or one outside their centers (403)."""
    if not manageable_people(user).filter(pk=person.pk).exists():
        raise PermissionDenied("manage")


def check_may_grant(user: Any, role: str, center: Center | None) -> None:
    """May this person hand out, or end, that role there (403)."""
    if role not in invitable_roles(user, center):
        raise PermissionDenied("grant")


@contextmanager
def profile_scope(user: Any, center: Center) -> Iterator[None]:
    """Let directors and admins write one center's profile, which is no patient's data."""
    check_can(user, Can.EDIT_CENTER_PROFILE, center)
    with scope(replace(scope_for(user), write=(center.pk,))):
        yield


@dataclass(frozen=True)
class NavigationItem:
    """One entry of the top bar: its words and the name of its page's address."""

    label: str | Promise
    url_name: str


WORKLIST = NavigationItem(_("Worklist"), "registry:worklist")
CASES = NavigationItem(_("Cases"), "registry:case_list")
FOLLOW_UP = NavigationItem(_("Follow-up"), "outcomes:due_list")
REVIEW = NavigationItem(_("Review"), "registry:review_queue")
STATISTICS = NavigationItem(_("Statistics"), "national:society_statistics")
REPORTS = NavigationItem(_("Reports"), "national:report_list")
CENTERS = NavigationItem(_("Centers"), "centers:center_list")
CENTER_PEOPLE = NavigationItem(_("People"), "centers:center_people")
SOCIETY_PEOPLE = NavigationItem(_("People"), "centers:society_people")
PROFILE = NavigationItem(_("Our center"), "centers:center_profile")
JOBS = NavigationItem(_("Jobs"), "national:jobs")


def navigation(user: Any) -> tuple[NavigationItem, ...]:
    """The top bar of this person: their work first, administration last."""
    entries = (
        (Can.ENTER_DATA, WORKLIST),
        (Can.REVIEW, REVIEW),
        (Can.VIEW_CASES, CASES),
        (Can.SEE_IDENTITY, FOLLOW_UP),
        (Can.VIEW_NATIONAL_EXACT, STATISTICS),
        (Can.BUILD_REPORT, REPORTS),
        (Can.MANAGE_CENTERS, CENTERS),
        (Can.EDIT_SCHEDULE, JOBS),
    )
    shown = [item for act, item in entries if can(user, act)]
    if own_center_ids(user):
        shown.append(PROFILE)
    if can(user, Can.INVITE):
        shown.append(SOCIETY_PEOPLE if can(user, Can.MANAGE_CENTERS) else CENTER_PEOPLE)
    return tuple(shown)


def landing_page(user: Any) -> str:
    """Name of the page a person starts on after signing in."""
    if can(user, Can.ENTER_DATA):
        return WORKLIST.url_name
    if can(user, Can.REVIEW):
        return REVIEW.url_name
    if can(user, Can.VIEW_CASES):
        return CASES.url_name
    return "centers:own_account"
