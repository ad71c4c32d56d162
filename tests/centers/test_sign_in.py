"""Signing in through the real page: lock-out, closed sign-up, resets and sessions."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axes.models import AccessFailureLog
from django.conf import settings
from django.core import mail
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from centers.client_address import client_address
from centers.lockout import locked_until
from centers.models import Role, SecurityEvent
from centers.rls import READ_ALL, scope
from tests.factories.people import PASSWORD, make_center, make_user, person_with

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/"


def sign_in(email: str, password: str = PASSWORD, client: Client | None = None, **headers: Any) -> Any:
    return (client or Client()).post(LOGIN, {"login": email, "password": password}, **headers)


def is_in(response: HttpResponse) -> bool:
    return response.status_code == 302


def kinds() -> list[str]:
    with scope(READ_ALL):
        return list(SecurityEvent.objects.order_by("id").values_list("kind", flat=True))


def test_sign_in_and_out_are_logged():
    user, client = make_user(), Client()

    assert is_in(sign_in(user.email, client=client))
    client.post("/account/logout/")

    assert kinds() == ["login", "logout"]
    assert not client.session.get("_auth_user_id")


def test_a_wrong_password_is_logged_without_what_was_typed():
    sign_in("nobody@test.example", "my secret")

    with scope(READ_ALL):
        event = SecurityEvent.objects.get()
    assert (event.kind, event.outcome, event.user, event.object) == ("login_failed", "failed", None, "")
    assert "secret" not in str(event.details)


def test_S07_five_failures_lock_the_account_even_for_the_right_password():
    user = make_user()
    for _ in range(5):
        sign_in(user.email, "wrong")

    assert not is_in(sign_in(user.email))
    assert Counter(kinds()) == {"login_failed": 5, "login_locked": 2}


def test_S07_letter_case_browser_and_address_do_not_matter():
    user = make_user(email="li.wei@test.example")
    spellings = [
        "li.wei@test.example",
        "Li.Wei@TEST.example",
        "LI.WEI@test.example",
        "li.WEI@test.example",
    ]
    for number, email in enumerate([*spellings, "li.wei@test.EXAMPLE"]):
        sign_in(email, "wrong", REMOTE_ADDR=f"10.0.0.{number}", HTTP_USER_AGENT=f"browser {number}")

    assert AccessFailureLog.objects.count() == 5
    assert not is_in(sign_in(user.email))


def test_S07_a_locked_answer_looks_like_a_wrong_password():
    user = make_user()
    wrong = sign_in(user.email, "wrong")
    for _ in range(4):
        sign_in(user.email, "wrong")
    locked = sign_in(user.email)

    assert locked.status_code == wrong.status_code == 200
    assert without_tokens(locked) == without_tokens(wrong)


def without_tokens(response: HttpResponse) -> str:
    return re.sub(r"\b[A-Za-z0-9]{64}\b", "", response.content.decode())


def test_the_lock_ends_and_a_success_forgives():
    user = make_user()
    for _ in range(5):
        sign_in(user.email, "wrong")
    AccessFailureLog.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))

    assert is_in(sign_in(user.email))
    assert AccessFailureLog.objects.count() == 0


def test_guesses_during_a_lock_do_not_prolong_it():
    user = make_user()
    for _ in range(9):
        sign_in(user.email, "wrong")

    assert AccessFailureLog.objects.count() == 5


def minute(m: int) -> datetime:
    return datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(minutes=m)


@pytest.mark.parametrize(
    ("failures", "at", "until"),
    [
        ((0, 1, 2, 3), 4, None),
        ((0, 1, 2, 3, 15), 16, 45),
        ((0, 1, 2, 3, 16), 17, None),
        ((0, 1, 2, 3, 4), 33, 34),
        ((0, 1, 2, 3, 4), 34, None),
        ((0, 10, 11, 12, 13, 14), 20, 44),
    ],
)
def test_five_in_fifteen_minutes_lock_for_thirty(failures, at, until):
    expected = None if until is None else minute(until)

    assert locked_until([minute(m) for m in failures], minute(at)) == expected


def test_S08_forged_proxy_headers_do_not_help():
    user = make_user()
    for number in range(5):
        sign_in(user.email, "wrong", HTTP_X_FORWARDED_FOR=f"1.2.3.{number}")

    assert not is_in(sign_in(user.email, HTTP_X_FORWARDED_FOR="9.9.9.9"))
    assert set(AccessFailureLog.objects.values_list("ip_address", flat=True)) == {"127.0.0.1"}


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "1.1.1.1", "10.0.0.1"),
        (1, "1.1.1.1, 2.2.2.2", "2.2.2.2"),
        (2, "1.1.1.1, 2.2.2.2, 3.3.3.3", "2.2.2.2"),
        (2, "3.3.3.3", "10.0.0.1"),
        (1, "not an address", None),
    ],
)
def test_S08_addresses_count_from_the_right(rf, settings, proxies, header, address):
    settings.TRUSTED_PROXIES = proxies

    assert client_address(rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=header)) == address


def test_an_address_is_throttled_at_fifty_failures_whoever_was_tried(settings):
    settings.LOCKOUT_ADDRESS_FAILURES = 10
    user = make_user()
    for number in range(10):
        sign_in(f"somebody{number}@test.example", "wrong")

    assert not is_in(sign_in(user.email))
    assert is_in(sign_in(user.email, REMOTE_ADDR="10.9.9.9"))


@pytest.mark.django_db(transaction=True)
def test_S07_parallel_guesses_are_all_counted():
    user = make_user()

    def guess(_: int) -> None:
        try:
            sign_in(user.email, "wrong")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(guess, range(16)))

    assert AccessFailureLog.objects.count() == 5
    assert not is_in(sign_in(user.email))


def test_S12_nobody_signs_up():
    for method in ("get", "post"):
        assert getattr(Client(), method)("/account/signup/").status_code == 404


def test_S15_a_planted_session_is_not_kept():
    user, client = make_user(), Client()
    client.get(LOGIN)
    planted = client.session
    planted["planted"] = True
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key

    sign_in(user.email, client=client)

    assert client.session.session_key != planted.session_key


def test_S37_next_stays_on_this_site():
    user = make_user()

    response = Client().post(
        f"{LOGIN}?next=https://evil.example/", {"login": user.email, "password": PASSWORD}
    )

    assert response["Location"] == "/"


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


def test_S19_signing_in_needs_a_csrf_token():
    response = sign_in(make_user().email, client=Client(enforce_csrf_checks=True))

    assert response.status_code == 403


def test_the_lock_is_taken_before_the_count_is_read():
    """Both happen in the transaction of the request, or parallel guesses would not wait for each other."""
    assert connection.settings_dict["ATOMIC_REQUESTS"] is False
    assert "centers.middleware.TransactionMiddleware" in settings.MIDDLEWARE
