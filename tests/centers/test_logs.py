"""What the process writes to its log knows nobody's name, address or secret."""

import pytest
from django.test import Client

from tests.factories.people import PASSWORD, coordinator_of, make_center, make_invitation

pytestmark = pytest.mark.django_db
CANARIES = ("canary.person", "Canary Name", "canary-secret", PASSWORD)


def test_P06_signing_in_leaves_no_personal_value_in_the_log(caplog):
    caplog.set_level("DEBUG")
    user = coordinator_of(make_center(), email="canary.person@test.example", name="Canary Name")
    client = Client()

    for password in ("canary-secret", PASSWORD):
        client.post("/account/login/", {"login": user.email, "password": password})
    client.get("/account/profile/")
    client.post("/account/password/reset/", {"email": user.email})
    client.post("/account/logout/")

    assert "/account/login/" in caplog.text
    assert [canary for canary in CANARIES if canary in caplog.text] == []


def test_S62_one_time_links_are_logged_without_their_secret(caplog):
    caplog.set_level("DEBUG")
    _, token = make_invitation()

    Client().get(f"/invitation/{token}/")
    Client().get("/account/password/reset/key/2f-canary-secret/")

    assert "/invitation/…" in caplog.text
    assert "/reset/key/…" in caplog.text
    assert token not in caplog.text
    assert "canary-secret" not in caplog.text


def test_S41_a_forged_request_number_is_not_taken_over(caplog):
    caplog.set_level("DEBUG")

    Client().get("/account/login/", HTTP_X_REQUEST_ID="forged\nline")

    assert "forged" not in caplog.text
