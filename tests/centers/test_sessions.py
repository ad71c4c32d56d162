"""Sessions end on the server."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from centers.models import Role
from tests.centers.visits import kinds, sign_in
from tests.factories.people import make_center, person_with

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
