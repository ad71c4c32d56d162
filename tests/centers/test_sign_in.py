"""Signing in through the real page: lock-out, closed sign-up, planted sessions."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from axes.models import AccessFailureLog
from django.conf import settings
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from centers.client_address import client_address
from centers.lockout import locked_until
from centers.models import SecurityEvent
from centers.rls import READ_ALL, scope
from tests.centers.visits import LOGIN, is_in, kinds, sign_in
from tests.factories.people import PASSWORD, make_user

pytestmark = pytest.mark.django_db


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


def test_S19_signing_in_needs_a_csrf_token():
    response = sign_in(make_user().email, client=Client(enforce_csrf_checks=True))

    assert response.status_code == 403


def test_the_lock_is_taken_before_the_count_is_read():
    """Both happen in the transaction of the request, or parallel guesses would not wait for each other."""
    assert connection.settings_dict["ATOMIC_REQUESTS"] is False
    assert "centers.middleware.TransactionMiddleware" in settings.MIDDLEWARE
