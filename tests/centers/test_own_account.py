"""The own account: name, language, password, sessions."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase

from tests.centers.visits import as_, events
from tests.factories.people import (
    PASSWORD,
    admin,
    coordinator_of,
    director_of,
    make_center,
    make_user,
    reviewer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mailbox(settings: Any) -> Any:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def test_S25_extra_fields_of_a_form_have_no_effect():
    user = coordinator_of(make_center())

    as_(user).post(
        "/account/profile/", {"name": "N", "language": "en", "is_active": "", "email": "x@test.example"}
    )

    user.refresh_from_db()
    assert (user.name, user.language, user.is_active) == ("N", "en", True)
    assert user.email != "x@test.example"


def test_S20_people_end_their_own_other_sessions():
    user = make_user()
    here, there = Client(), Client()
    for client in (here, there):
        client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    session = user.usersession_set.get(session_key=there.session.session_key)

    here.post("/account/profile/end-session/", {"session": session.pk})

    assert there.get("/account/profile/").status_code == 302
    assert here.get("/account/profile/").status_code == 200


def test_S20_not_those_of_others():
    user, other = make_user(), make_user()
    theirs = Client()
    theirs.post("/account/login/", {"login": other.email, "password": PASSWORD})

    response = as_(user).post("/account/profile/end-session/", {"session": other.usersession_set.get().pk})

    assert response.status_code == 404
    assert theirs.get("/account/profile/").status_code == 200


def test_S11_a_new_password_needs_the_old_one_and_ends_other_sessions():
    user = make_user()
    here, there = Client(), Client()
    for client in (here, there):
        client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    new = {"password1": "quiet Harbor 52 window", "password2": "quiet Harbor 52 window"}

    here.post("/account/password/change/", {"oldpassword": "wrong", **new})
    assert there.get("/account/profile/").status_code == 200
    with TestCase.captureOnCommitCallbacks(execute=True):
        here.post("/account/password/change/", {"oldpassword": PASSWORD, **new})

    assert there.get("/account/profile/").status_code == 302
    assert here.get("/account/profile/").status_code == 200
    assert [message.to for message in mail.outbox] == [[user.email]]
    assert ("password_changed", user.pk, None) in events()


def test_the_language_is_the_persons_own_choice():
    user = make_user(language="zh-hans")
    client = as_(user)
    assert 'lang="zh-Hans"' in client.get("/account/profile/").content.decode()

    client.post("/account/language/", {"language": "en", "next": "https://evil.example/"})

    assert 'lang="en"' in client.get("/account/profile/").content.decode()
    assert client.post("/account/language/", {"language": "fr"}).status_code == 404


def test_the_front_door():
    center = make_center()

    assert Client().get("/")["Location"] == "/zh/"
    for user in (coordinator_of(center), director_of(center), reviewer(), admin(), make_user()):
        assert as_(user).get("/").status_code == 302
