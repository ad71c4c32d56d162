"""Inviting and accepting: what is done, and what is refused."""

import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client, TestCase
from django.utils import timezone

from centers.models import Invitation, Membership, Role, User
from tests.centers.visits import as_, events, invite
from tests.factories.people import (
    PASSWORD,
    admin,
    coordinator_of,
    director_of,
    make_center,
    make_invitation,
    make_user,
)

pytestmark = pytest.mark.django_db


LONG = "lantern Copper 71 meadow gate"


@pytest.fixture(autouse=True)
def mailbox(settings: Any) -> Any:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def test_a_director_invites_and_the_guest_makes_an_account(django_capture_on_commit_callbacks):
    center = make_center(center_name_en="North Hospital")
    director = director_of(center)

    with django_capture_on_commit_callbacks(execute=True):
        invite(as_(director), "/center/people/", center=center.pk)

    (message,) = mail.outbox
    assert message.to == ["new@test.example"]
    found = re.search(r"https?://[^/]+(/invitation/\S+)", message.body)
    guest = Client()
    assert found
    assert guest.get(found[1]).headers["Location"] == "/invitation/"
    page = guest.get("/invitation/")
    assert "new@test.example" in page.content.decode()
    guest.post("/invitation/", {"name": "New Person", "password1": PASSWORD, "password2": PASSWORD})

    user = User.objects.get(email="new@test.example")
    assert (user.name, user.language) == ("New Person", "en")
    assert [(m.role, m.center) for m in user.memberships.all()] == [("coordinator", center)]
    assert guest.get("/account/profile/").status_code == 200
    assert events()[1:] == [
        ("invited", director.pk, center.pk),
        ("invitation_accepted", user.pk, center.pk),
        ("role_granted", user.pk, center.pk),
        ("login", user.pk, None),
    ]


def test_R13_a_refused_invitation_sends_nothing():
    center = make_center()
    coordinator_of(center, email="there@test.example")

    with TestCase.captureOnCommitCallbacks(execute=True):
        response = invite(
            as_(director_of(center)), "/center/people/", center=center.pk, email="there@test.example"
        )

    assert "data-error-summary" in response.content.decode()
    assert mail.outbox == []


def test_a_mail_server_that_is_down_does_not_lose_the_invitation(settings):
    settings.EMAIL_BACKEND = "tests.centers.visits.DeadMailServer"
    center = make_center()

    with TestCase.captureOnCommitCallbacks(execute=True):
        response = invite(as_(director_of(center)), "/center/people/", center=center.pk)

    assert response.status_code == 302
    assert Invitation.objects.count() == 1


def test_S24_a_link_works_once_and_not_after_its_time():
    _invitation, token = make_invitation()
    guest = Client()
    guest.get(f"/invitation/{token}/")
    answers = {"name": "N", "password1": PASSWORD, "password2": PASSWORD}
    guest.post("/invitation/", answers)

    again = Client()
    again.get(f"/invitation/{token}/")
    assert again.get("/invitation/").status_code == 404

    late, token = make_invitation(expires_at=timezone.now() - timedelta(minutes=1))
    guest = Client()
    guest.get(f"/invitation/{token}/")
    assert guest.post("/invitation/", answers).status_code == 404
    assert not User.objects.filter(email=late.email).exists()


def test_the_secret_of_a_link_is_not_stored():
    _invitation, token = make_invitation()

    assert len(token) >= 43
    assert token not in str(Invitation.objects.values().get())
    assert Client().get("/invitation/").status_code == 404


@pytest.mark.parametrize(
    ("password", "again", "role"),
    [
        ("Short 1 pw", "Short 1 pw", "coordinator"),
        ("lantern copper meadow", "lantern copper meadow", "coordinator"),
        ("Password12345!", "Password12345!", "coordinator"),
        ("Guest Yiyuan 1!", "Guest Yiyuan 1!", "coordinator"),
        (PASSWORD, PASSWORD + "x", "coordinator"),
        ("kelp 7 Vapor mu", "kelp 7 Vapor m", "admin"),
        ("kelp7 Vapor mu", "kelp7 Vapor mu", "admin"),
    ],
)
def test_S02_S03_bad_passwords_make_no_account(password, again, role):
    center = make_center() if role == "coordinator" else None
    invitation, token = make_invitation(role=role, center=center, email="guest@test.example")
    guest = Client()
    guest.get(f"/invitation/{token}/")

    response = guest.post("/invitation/", {"name": "N", "password1": password, "password2": again})

    assert response.status_code == 200
    assert "data-error-summary" in response.content.decode()
    assert not User.objects.filter(email=invitation.email).exists()


def test_an_invited_person_with_an_account_takes_the_role_after_signing_in():
    user, center = make_user(), make_center()
    _invitation, token = make_invitation(email=user.email, center=center)
    client = Client()
    client.get(f"/invitation/{token}/")
    assert "/account/login/" in client.get("/invitation/")["Location"]
    client.force_login(user)
    client.get(f"/invitation/{token}/")

    client.post("/invitation/")

    assert Membership.objects.get(user=user).center == center


def test_an_invitation_for_somebody_else_gives_nothing():
    stranger, invited = make_user(), make_user()
    _, token = make_invitation(email=invited.email)
    client = as_(stranger)
    client.get(f"/invitation/{token}/")

    client.post("/invitation/")

    assert not Membership.objects.exists()


@pytest.mark.parametrize(
    ("role", "elsewhere"),
    [("admin", False), ("reviewer", False), ("coordinator", True), ("director", True)],
)
def test_S26_a_director_cannot_invite_beyond_the_own_center(role, elsewhere):
    here, other = make_center(), make_center()
    client = as_(director_of(here))

    invite(client, "/center/people/", role=role, center=other.pk if elsewhere else here.pk)

    assert not Invitation.objects.exists()


def test_S26_nobody_invites_themselves():
    boss = admin()

    response = invite(as_(boss), "/admin/people/", email=boss.email.upper(), role="reviewer")

    assert response.status_code == 403
    assert not Invitation.objects.exists()


def test_an_admin_invites_for_the_society_and_every_center():
    client, center = as_(admin()), make_center()

    invite(client, "/admin/people/", email="a@test.example", role="reviewer", center=center.pk)
    invite(client, "/admin/people/", email="b@test.example", role="director", center=center.pk)

    assert list(Invitation.objects.order_by("pk").values_list("email", "role", "center")) == [
        ("a@test.example", "reviewer", None),
        ("b@test.example", "director", center.pk),
    ]


def test_the_first_admin_gets_a_link_and_no_password():
    out = StringIO()
    call_command("first_admin", email="Boss@Test.example", stdout=out)

    found = re.search(r"https?://[^/]+(/invitation/\S+)", out.getvalue())
    assert found
    guest = Client()
    guest.get(found[1])
    guest.post("/invitation/", {"name": "Boss", "password1": LONG, "password2": LONG})
    assert Membership.objects.get().role == Role.ADMIN
    assert guest.get("/admin/people/").status_code == 200
    with pytest.raises(CommandError, match="an admin already"):
        call_command("first_admin", email="other@test.example")
