"""Every test runs on a real PostgreSQL as the plain role, and on a real broker where it asks for one."""

import os
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections
from django.test import TransactionTestCase

from config.servers import database_settings, redis_url
from config.servers.embedded import Servers
from tests import cluster
from tests.browser import launch_arguments, name_the_skipped, skip_journeys

SERVERS = pytest.StashKey[Servers]()


# Generated examples are the same in every run, and none fails because the machine is busy.
hypothesis.settings.register_profile(
    "registry", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("registry")


def pytest_configure(config: pytest.Config) -> None:
    servers = cluster.start_servers()
    config.stash[SERVERS] = servers
    config.add_cleanup(lambda: cluster.remove_servers(servers))
    _point_settings_at(servers)


def _point_settings_at(servers: Servers) -> None:
    """Django read its settings before the servers existed; nothing has connected yet."""
    settings.DATABASES["default"] |= database_settings() | {"CONN_MAX_AGE": 0, "TEST": _test_settings()}
    settings.CACHES["default"]["LOCATION"] = redis_url("cache")
    settings.CELERY_BROKER_URL = redis_url("broker")
    settings.MEDIA_ROOT = servers.home / "media"
    settings.DATA_DIR = servers.home
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 is slow on purpose


def _test_settings() -> dict[str, Any]:
    return settings.DATABASES["default"]["TEST"] | {"NAME": cluster.TEST_DATABASE}


@pytest.fixture(scope="session")
def servers(request: pytest.FixtureRequest) -> Servers:
    """The PostgreSQL and Valkey of this run."""
    return request.config.stash[SERVERS]


@pytest.fixture(scope="session")
def django_db_setup(servers: Servers, django_db_blocker: Any) -> Iterator[None]:
    """Create and migrate the database as its owner, then connect as the plain role."""
    plain = dict(connection.settings_dict)
    with django_db_blocker.unblock():
        if not cluster.has_database(servers):
            _create_database()
            cluster.keep_as_template(servers)
        connection.settings_dict.update(plain, NAME=cluster.TEST_DATABASE)
        _truncate_past_the_walls(cluster.Baseline(servers))
    yield
    with django_db_blocker.unblock():
        connections.close_all()


def _create_database() -> None:
    connection.settings_dict.update(cluster.owner_login())
    os.environ["REGISTRY_DATABASE_ROLE"] = "owner"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    del os.environ["REGISTRY_DATABASE_ROLE"]


def _truncate_past_the_walls(baseline: cluster.Baseline) -> None:
    """The plain role may not truncate: after a transactional test the tables are restored for it."""

    def restore(self: TransactionTestCase) -> None:
        connections.close_all()
        baseline.restore()

    TransactionTestCase._fixture_teardown = restore  # type: ignore[attr-defined]


@pytest.fixture
def everything(db: None) -> Iterator[None]:
    """Open every center's rows for the test; without it a test sees none."""
    from centers.rls import EVERYTHING, scope

    with scope(EVERYTHING):
        yield


@pytest.fixture
def broker(servers: Servers) -> Iterator[str]:
    """The address of the real broker, emptied before and after the test."""
    from config.celery import app

    app.conf.update(broker_url=settings.CELERY_BROKER_URL)
    _empty(servers)
    yield settings.CELERY_BROKER_URL
    _empty(servers)


def _empty(servers: Servers) -> None:
    import redis

    with redis.Redis(unix_socket_path=str(servers.broker.socket)) as client:
        client.flushall()
    caches["default"].clear()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, which needs no download; see ``tests/browser.py``."""
    return browser_type_launch_args | launch_arguments()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    skip_journeys(config, items)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    name_the_skipped(terminalreporter, config)
