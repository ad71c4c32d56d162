"""The test run itself: real servers, and a role that row-level security binds."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

from config.checks import role_problems


@pytest.mark.django_db
def test_tests_connect_as_the_plain_role() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_database()")
        assert cursor.fetchone() == ("registry_app", "test_registry")

    assert role_problems(connection) == []
    call_command("check", databases=["default"], fail_level="ERROR")


@pytest.mark.django_db(transaction=True)
def test_a_transactional_test_may_leave_rows() -> None:
    ContentType.objects.create(app_label="left", model="behind")


@pytest.mark.django_db(transaction=True)
def test_tables_are_as_the_migrations_left_them() -> None:
    assert not ContentType.objects.filter(app_label="left").exists()
    assert ContentType.objects.filter(app_label="contenttypes").exists()


def test_the_cache_is_real(broker: str) -> None:
    cache.set("answer", 42)

    assert cache.get("answer") == 42
    assert broker.startswith("redis+socket://")
