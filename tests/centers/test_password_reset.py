"""Forgotten passwords: one link, to the stored address, from our own host."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase

from tests.centers.visits import is_in, kinds, sign_in
from tests.factories.people import PASSWORD, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailbox(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    return mail


def ask_reset(email: str, **headers: Any) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return Client().post("/account/password/reset/", {"email": email}, **headers)


def link_in(message: Any) -> str:
    found = re.search(r"https?://\S+", message.body)
    assert found
    return found[0]


def test_S10_the_reset_link_uses_our_host_and_the_stored_address(mailbox, settings):
    settings.SITE_URL = "https://registry.example"
    user = make_user(email="li@test.example")

    ask_reset("LI@test.example", HTTP_HOST="localhost", HTTP_X_FORWARDED_HOST="evil.example")

    (message,) = mailbox.outbox
    assert message.to == [user.email]
    assert link_in(message).startswith("https://registry.example/account/password/reset/key/")
    assert "localhost" not in message.body + message.subject


def test_S09_reset_answers_the_same_for_unknown_people(mailbox):
    make_user(email="known@test.example")

    answers = [ask_reset(email) for email in ("known@test.example", "unknown@test.example")]

    assert answers[0].status_code == answers[1].status_code
    assert answers[0]["Location"] == answers[1]["Location"]
    assert len(mailbox.outbox) == 1


def test_S10_three_reset_mails_an_hour(mailbox):
    user = make_user()

    for _ in range(5):
        ask_reset(user.email)

    assert len(mailbox.outbox) == 3


def test_S10_a_reset_works_once_and_signs_nobody_in(mailbox):
    user, client = make_user(), Client()
    ask_reset(user.email)
    path = re.sub(r"^https?://[^/]+", "", link_in(mailbox.outbox[0]))
    form = client.get(path)["Location"]

    new = "quiet Harbor 52 window"
    client.post(form, {"password1": new, "password2": new})

    assert "_auth_user_id" not in client.session
    assert is_in(sign_in(user.email, new))
    assert not is_in(sign_in(user.email, PASSWORD))
    assert Client().get(path).status_code == 200
    assert "password_changed" in kinds()


def test_no_mail_for_disabled_people(mailbox):
    ask_reset(make_user(is_active=False).email)

    assert mailbox.outbox == []
