"""Who may do what, where: one table generates what is allowed and what is refused (S21)."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from centers.access import Can, can, centers_where, check_can, invitable_roles, scope_for
from centers.models import Role
from centers.rls import NOTHING, Scope
from tests.factories.people import make_center, make_membership, make_user, person_with

pytestmark = pytest.mark.django_db

C, D, R, A = Role.COORDINATOR, Role.DIRECTOR, Role.REVIEWER, Role.ADMIN
ALLOWED = {
    Can.VIEW_CASES: {C, D, R, A},
    Can.ENTER_DATA: {C},
    Can.SEE_IDENTITY: {C, D},
    Can.REVIEW: {R, A},
    Can.LOCK: {A},
    Can.VIEW_CENTER: {C, D, R, A},
    Can.EDIT_CENTER_PROFILE: {C, D, A},
    Can.INVITE: {D, A},
    Can.MANAGE_CENTERS: {A},
    Can.VIEW_NATIONAL_EXACT: {R, A},
    Can.BUILD_REPORT: {A},
    Can.EDIT_SCHEDULE: {A},
    Can.VIEW_BENCHMARK: {C, D},
}
SOCIETY = {R, A}
EVERY_PAIR = [(role, act) for role in (None, *Role) for act in Can]


def test_the_table_decides_about_every_act():
    assert set(ALLOWED) == set(Can)


@pytest.mark.parametrize(("role", "act"), EVERY_PAIR)
def test_S21_role_and_act_in_the_own_center_or_as_society(role, act):
    center = make_center()
    user = person_with(role, center)

    assert can(user, act, center) is (role in ALLOWED[act])
    assert can(user, act) is (role in ALLOWED[act])


@pytest.mark.parametrize(("role", "act"), EVERY_PAIR)
def test_S21_role_and_act_in_another_center(role, act):
    user, elsewhere = person_with(role, make_center()), make_center()

    assert can(user, act, elsewhere) is (role in ALLOWED[act] & SOCIETY)


@pytest.mark.parametrize(("role", "act"), EVERY_PAIR)
def test_the_list_of_centers_agrees_with_the_single_question(role, act):
    here, elsewhere = make_center(), make_center()
    user = person_with(role, here)

    listed = set(centers_where(user, act))

    assert listed == {center for center in (here, elsewhere) if can(user, act, center)}


@pytest.mark.parametrize("act", Can)
@pytest.mark.parametrize("who", ["anonymous", "disabled"])
def test_nobody_and_disabled_people_may_nothing(who, act):
    center = make_center()
    user = AnonymousUser() if who == "anonymous" else person_with(Role.ADMIN, center)
    if who == "disabled":
        user.is_active = False

    assert not can(user, act, center)
    with pytest.raises(PermissionDenied):
        check_can(user, act, center)


def test_S28_nobody_reviews_or_locks_a_case_of_the_own_center():
    own, other = make_center(), make_center()
    user = person_with(Role.ADMIN, own)
    make_membership(user, Role.COORDINATOR, own)

    assert [can(user, act, center) for act in (Can.REVIEW, Can.LOCK) for center in (own, other)] == [
        False,
        True,
        False,
        True,
    ]
    assert scope_for(user) == Scope(read="*", write=(own.pk,), identity=(own.pk,), review=(other.pk,))


def test_scopes_of_the_roles():
    here = make_center()

    assert scope_for(AnonymousUser()) == NOTHING
    assert scope_for(make_user()) == NOTHING
    assert scope_for(person_with(C, here)) == Scope(read=(here.pk,), write=(here.pk,), identity=(here.pk,))
    assert scope_for(person_with(D, here)) == Scope(read=(here.pk,), identity=(here.pk,))
    assert scope_for(person_with(R, here)) == Scope(read="*", review="*")
    assert scope_for(person_with(A, here)) == Scope(read="*", review="*")


def test_rights_in_several_centers_add_up_but_do_not_mix():
    leads, enters = make_center(), make_center()
    user = person_with(Role.DIRECTOR, leads)
    make_membership(user, Role.COORDINATOR, enters)

    assert can(user, Can.INVITE, leads)
    assert not can(user, Can.INVITE, enters)
    assert can(user, Can.ENTER_DATA, enters)
    assert not can(user, Can.ENTER_DATA, leads)


@pytest.mark.parametrize(
    ("role", "own", "elsewhere", "society"),
    [
        (None, (), (), ()),
        (C, (), (), ()),
        (D, (C, D), (), ()),
        (R, (), (), ()),
        (A, (C, D), (C, D), (R, A)),
    ],
)
def test_S26_who_may_hand_out_which_roles(role, own, elsewhere, society):
    here, other = make_center(), make_center()
    user = person_with(role, here)

    assert invitable_roles(user, here) == own
    assert invitable_roles(user, other) == elsewhere
    assert invitable_roles(user, None) == society
