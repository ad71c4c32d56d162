"""Sessions end on the server."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from centers.models import Role
from tests.centers.visits import kinds, sign_in
from tests.factories.people import PASSWORD, make_center, person_with

pytestmark = pytest.mark.django_db


def signed_in(role: str | None = None) -> tuple[Client, Any]:
    user, client = person_with(role, make_center()), Client()
    sign_in(user.email, client=client)
    client.get(reverse("centers:own_account"))
    return client, user


def wait(client: Client, name: str, **time: int) -> None:
    session = client.session
    session[name] = (timezone.now() - timedelta(**time)).isoformat()
    session.save()


@pytest.mark.parametrize(
    ("role", "name", "minutes", "stays"),
    [
        (Role.COORDINATOR, "seen_at", 29, True),
        (Role.COORDINATOR, "seen_at", 31, False),
        (Role.ADMIN, "seen_at", 14, True),
        (Role.ADMIN, "seen_at", 16, False),
        (Role.COORDINATOR, "started_at", 719, True),
        (Role.COORDINATOR, "started_at", 721, False),
    ],
)
def test_S17_sessions_end_on_the_server(role, name, minutes, stays):
    client, _ = signed_in(role)
    wait(client, name, minutes=minutes)

    response = client.get(reverse("centers:own_account"))

    assert (response.status_code == 200) is stays
    assert ("session_ended" in kinds()) is not stays


def test_S17_polling_does_not_keep_a_session_alive():
    client, _ = signed_in(Role.COORDINATOR)
    wait(client, "seen_at", minutes=29)
    before = client.session["seen_at"]

    client.get(reverse("centers:own_account"), HTTP_X_BACKGROUND="1")

    assert client.session["seen_at"] == before


def asked(client: Client, *, by_a_person: bool = False) -> Any:
    """What the page is told about its session."""
    if by_a_person:
        return client.post(reverse("centers:session")).json()
    return client.get(reverse("centers:session"), headers={"X-Background": "1"}).json()


def test_looking_at_the_session_does_not_prolong_it_and_wanting_to_stay_does():
    client, user = signed_in(Role.COORDINATOR)
    wait(client, "seen_at", minutes=29)

    looked = [asked(client)["seconds_left"] for _ in range(2)]
    stayed = asked(client, by_a_person=True)["seconds_left"]

    assert all(40 < seconds <= 60 for seconds in looked)
    assert stayed > 29 * 60
    assert asked(client)["user"] == user.pk


def test_a_session_that_is_over_is_said_to_be_and_gives_a_token_to_sign_in_with():
    client, _ = signed_in(Role.COORDINATOR)
    wait(client, "seen_at", minutes=31)

    told = asked(client)

    assert (told["user"], told["name"], told["seconds_left"]) == (None, "", 0)
    assert len(told["token"]) > 30


def test_a_script_signs_in_and_is_told_what_is_wrong_without_what_was_typed():
    user, client = person_with(Role.COORDINATOR, make_center()), Client()
    json = {"Accept": "application/json"}

    wrong = client.post("/account/login/", {"login": user.email, "password": "secret word"}, headers=json)
    right = client.post("/account/login/", {"login": user.email, "password": PASSWORD}, headers=json)

    assert wrong.status_code == 400
    assert wrong.json()["errors"]
    assert "secret" not in wrong.content.decode()
    assert list(right.json()) == ["location"]
    assert asked(client)["user"] == user.pk


def test_a_script_of_a_visitor_is_told_401():
    answer = Client().get(reverse("centers:own_account"), headers={"Accept": "application/json"})

    assert (answer.status_code, answer.json()) == (401, {"signed_out": True})
