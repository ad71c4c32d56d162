"""Ending roles, accounts and sessions of others, and who sees whom."""

from typing import Any

import pytest
from django.test import Client

from centers.models import Invitation, Membership, Role
from tests.centers.visits import as_, events, invite, people_here
from tests.factories.people import (
    PASSWORD,
    admin,
    coordinator_of,
    director_of,
    make_center,
    make_invitation,
    make_membership,
    make_user,
    person_with,
    reviewer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mailbox(settings: Any) -> Any:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.mark.parametrize("role", [None, Role.COORDINATOR, Role.REVIEWER])
@pytest.mark.parametrize(
    "path", ["/center/people/", "/admin/people/", "/admin/centers/", "/admin/centers/new/"]
)
def test_S21_who_may_not_manage_sees_no_page(role, path):
    client = as_(person_with(role, make_center()))

    assert client.get(path).status_code == 403
    assert invite(client, path, center=make_center().pk).status_code == 403
    assert not Invitation.objects.exists()


def test_S21_a_director_has_no_society_pages():
    client = as_(director_of(make_center()))

    assert [
        client.get(path).status_code for path in ("/center/people/", "/admin/people/", "/admin/centers/")
    ] == [
        200,
        403,
        403,
    ]


def test_disabling_ends_the_sessions_at_once():
    _, director, colleague = people_here()
    theirs = Client()
    theirs.post("/account/login/", {"login": colleague.email, "password": PASSWORD})
    assert theirs.get("/account/profile/").status_code == 200

    as_(director).post("/people/disable/", {"person": colleague.pk})

    assert theirs.get("/account/profile/").status_code == 302
    assert not colleague.usersession_set.exists()
    assert Client().post("/account/login/", {"login": colleague.email, "password": PASSWORD})["Location"] == (
        "/account/inactive/"
    )
    assert ("account_disabled", director.pk, None) in events()


def test_sign_out_everywhere_leaves_the_account_open():
    _, director, colleague = people_here()
    theirs = Client()
    theirs.post("/account/login/", {"login": colleague.email, "password": PASSWORD})

    as_(director).post("/people/sign-out/", {"person": colleague.pk})

    assert theirs.get("/account/profile/").status_code == 302
    assert theirs.post("/account/login/", {"login": colleague.email, "password": PASSWORD})["Location"] == "/"


@pytest.mark.parametrize("act", ["disable", "enable", "sign-out"])
@pytest.mark.parametrize("who", ["stranger", "shared", "society", "self"])
def test_S26_a_director_manages_only_people_of_the_own_center_alone(act, who):
    center, director, _ = people_here()
    person = {
        "stranger": lambda: coordinator_of(make_center()),
        "shared": lambda: make_membership(coordinator_of(center), Role.COORDINATOR, make_center()).user,
        "society": lambda: make_membership(coordinator_of(center), Role.REVIEWER).user,
        "self": lambda: director,
    }[who]()

    response = as_(director).post(f"/people/{act}/", {"person": person.pk})

    assert response.status_code == 403
    person.refresh_from_db()
    assert person.is_active


def test_a_director_ends_roles_of_the_own_center_only():
    _center, director, colleague = people_here()
    stranger = coordinator_of(make_center())
    client = as_(director)
    roles = [person.memberships.get() for person in (colleague, stranger, director)]

    statuses = [client.post("/people/end-role/", {"role": role.pk}).status_code for role in roles]

    assert statuses == [302, 403, 403]
    assert list(Membership.objects.order_by("pk")) == [roles[2], roles[1]]
    assert as_(colleague).get("/center/people/").status_code == 403


@pytest.mark.parametrize("act", ["disable", "sign-out"])
def test_nobody_else_manages_people(act):
    _center, director, colleague = people_here()

    for user in (colleague, reviewer(), make_user()):
        assert as_(user).post(f"/people/{act}/", {"person": director.pk}).status_code == 403


def test_a_withdrawn_invitation_is_worthless():
    center, director, _ = people_here()
    invitation, token = make_invitation(center=center)

    as_(director).post("/people/withdraw-invitation/", {"invitation": invitation.pk})

    guest = Client()
    guest.get(f"/invitation/{token}/")
    assert guest.get("/invitation/").status_code == 404


def test_another_centers_invitation_cannot_be_withdrawn():
    invitation, _ = make_invitation()
    _, director, _ = people_here()

    response = as_(director).post("/people/withdraw-invitation/", {"invitation": invitation.pk})

    assert response.status_code == 403


@pytest.mark.parametrize("key", ["", "x", "-1", "９", "1" * 30, "999999"])
def test_S42_strange_keys_are_no_rows(key):
    assert as_(admin()).post("/people/disable/", {"person": key}).status_code == 404


def test_S34_names_are_shown_as_text():
    center, director, _ = people_here()
    coordinator_of(center, name="<script>alert(1)</script>𠮷·")

    page = as_(director).get("/center/people/").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;𠮷·" in page


@pytest.mark.parametrize("path", ["/center/people/", "/admin/people/", "/admin/centers/"])
def test_lists_ask_the_same_number_of_queries_for_one_row_and_many(path, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    center = make_center()
    user = director_of(center) if path.startswith("/center") else admin()
    client = as_(user)
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(path)
    for _ in range(5):
        make_membership(coordinator_of(center), Role.DIRECTOR, center)
        make_invitation(center=center, invited_by=user)
        make_center()
    with CaptureQueriesContext(connection) as many:
        client.get(path)

    assert len(many) <= len(few) + 1  # the list of invitations is drawn only when there are some
    assert len(many) <= 30


def test_a_director_sees_only_the_own_people():
    _center, director, colleague = people_here()
    stranger = coordinator_of(make_center())

    page = as_(director).get("/center/people/").content.decode()

    assert colleague.email in page
    assert stranger.email not in page
