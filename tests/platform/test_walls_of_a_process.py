"""What stands between a process and the harm it could do: role, limits, headers, logs, settings."""

import json
import logging
import os
import subprocess
import sys
from typing import Any

import pytest
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client, RequestFactory

from centers.models import DemoMarker
from config import environment, health, logs
from config.cache import ForgivingRedisCache
from config.checks import durable_server, no_invented_patients, role_problems
from config.environment import BASE_DIR
from tests.cluster import owner_login
from tests.gate import production_environment


def connected_as(**login: str) -> BaseDatabaseWrapper:
    other = connection.copy()
    other.settings_dict = connection.settings_dict | owner_login() | login
    return other


@pytest.mark.django_db
def test_owner_and_superuser_are_refused() -> None:
    owner, superuser = connected_as(), connected_as(USER="postgres")

    problems = role_problems(owner), role_problems(superuser)
    owner.close()
    superuser.close()

    assert [len(found) for found in problems] == [1, 2]
    assert "owns tables" in problems[0][0]
    assert "superuser" in problems[1][0]


@pytest.mark.django_db
def test_production_refuses_demonstration_data(settings: Any, client: Client) -> None:
    settings.REGISTRY_MODE, settings.PRODUCTION = "production", True
    assert no_invented_patients(databases=["default"]) == []

    DemoMarker.objects.create()

    assert [problem.id for problem in no_invented_patients(databases=["default"])] == ["config.E003"]
    assert client.get("/readyz").status_code == 503


@pytest.mark.django_db
def test_production_refuses_a_server_that_may_forget(settings: Any) -> None:
    assert durable_server(databases=["default"]) == []

    settings.REGISTRY_MODE = "production"
    found = sorted(problem.msg for problem in durable_server(databases=["default"]))

    assert found == [
        f"PostgreSQL runs with {name} = off; production needs on."
        for name in ("fsync", "full_page_writes", "synchronous_commit")
    ]


@pytest.mark.django_db
def test_sessions_have_time_limits() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, setting::int FROM pg_settings WHERE name IN"
            " ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')"
        )
        limits = dict(cursor.fetchall())

    quarter = 15 * 60_000
    assert limits == {
        "statement_timeout": quarter,
        "lock_timeout": 5_000,
        "idle_in_transaction_session_timeout": quarter,
    }


def test_alive_without_a_database(client: Client) -> None:
    answer = client.get("/healthz", headers={"host": "10.0.0.7"})

    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_ready_when_role_and_migrations_are_right(client: Client) -> None:
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_not_ready_without_database_and_silent_about_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_connection: Any) -> list[str]:
        raise DatabaseError("no route to db.internal")

    monkeypatch.setattr(health, "role_problems", broken)
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"not ready")


@pytest.mark.django_db
def test_every_answer_carries_the_walls(client: Client) -> None:
    headers = client.get("/no-such-page/").headers

    policy = {part.strip() for part in headers["Content-Security-Policy"].split(";")}
    assert policy == {
        "default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'none'",
        "frame-ancestors 'none'", "form-action 'self'",
    }  # fmt: skip
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_cache_forgets_rather_than_fails() -> None:
    away = ForgivingRedisCache("unix:///nowhere/redis.sock", {})

    away.set("key", 1)

    assert away.get("key", "nothing") == "nothing"
    assert away.add("key", 1) is True
    assert away.incr("key") == 1
    assert away.get_many(["key"]) == {}
    assert away.get_or_set("key", 2) == 2
    assert isinstance(caches["default"], ForgivingRedisCache)


def test_log_lines_hold_no_values_of_rows() -> None:
    text = "UniqueViolation: duplicate key\nDETAIL:  Key (number)=(11010119000101001X) already exists.\nNext line"

    event = logs.without_details(None, "error", {"event": "failed", "exception": text})

    assert event["exception"] == "UniqueViolation: duplicate key\n(detail removed)\nNext line"


def test_requests_are_logged_by_path_alone(rf: RequestFactory) -> None:
    assert logs.RequestLogMiddleware.format_request(rf.get("/cases/?q=secret")) == "GET /cases/"


def test_a_log_line_is_one_json_object() -> None:
    record = logging.LogRecord("registry", logging.INFO, __file__, 1, "first\nsecond %s", ("line",), None)

    line = logs._formatter().format(record)

    assert "\n" not in line
    assert json.loads(line)["event"] == "first\nsecond line"


def test_production_names_everything_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*environment.PRODUCTION_NEEDS, "DATABASE_OWNER_URL"):
        monkeypatch.delenv(name, raising=False)

    assert environment.production_problems() == [
        f"{name} must be set." for name in environment.PRODUCTION_NEEDS
    ]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY must be random"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name"),
        ("ALLOWED_HOSTS", "registry.example.org, localhost", "ALLOWED_HOSTS must name"),
        ("SITE_URL", "http://registry.example.org", "SITE_URL must begin with https"),
    ],
)
def test_production_refuses_unsafe_values(
    name: str, value: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, good in production_environment().items():
        monkeypatch.setenv(key, good)
    assert environment.production_problems() == []

    monkeypatch.setenv(name, value)

    (problem,) = environment.production_problems()
    assert problem.startswith(sentence)


def test_production_cookies_belong_to_the_host_alone() -> None:
    names = [
        "SESSION_COOKIE_NAME",
        "CSRF_COOKIE_NAME",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "DEBUG",
    ]
    code = f"from config import settings; print([getattr(settings, name) for name in {names}])"
    surroundings = os.environ | production_environment() | {"DEBUG": "1"}

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=BASE_DIR, env=surroundings, capture_output=True, text=True
    )

    assert done.stdout.strip() == "['__Host-registry_session', '__Host-registry_csrf', True, True, False]", (
        done.stderr
    )
