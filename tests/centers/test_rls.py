"""The database's own walls, seen as the plain role."""

from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from centers.models import SecurityEvent
from centers.rls import EVERYTHING, NOTHING, READ_ALL, SETTINGS, EnableScope, Scope, scope
from tests.factories.people import make_center

pytestmark = pytest.mark.django_db

# Read before anybody is known, or the very source of the scope (docs/decisions). Everything else with a
# center is walled off.
WITHOUT_ROW_SECURITY = {
    "centers_membership",
    "centers_membershipevent",
    "centers_invitation",
    "centers_invitationevent",
    "centers_job",
}


def rows(sql: str, *params: Any) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def refused(sql: str, *params: Any) -> bool:
    """True if PostgreSQL refuses the statement for lack of rights."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, params)
    except DatabaseError as error:
        return getattr(error.__cause__, "pgcode", "") == "42501"
    return False


def test_we_connect_as_a_plain_role():
    (role,) = rows("SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user")

    assert role == (False, False, False)
    assert rows("SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user") == []


def test_S22_every_table_with_a_center_forces_row_security():
    tables = rows("""
        SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public'
          AND a.attname = 'center_id' AND NOT a.attisdropped
    """)

    assert {name for name, forced in tables if not forced} == WITHOUT_ROW_SECURITY


def test_every_policy_reads_only_our_settings_wrapped_in_a_select():
    """Unwrapped, the setting is computed for each row (5 times slower in 100,000 rows)."""
    rules = [
        text
        for pair in rows("SELECT qual, with_check FROM pg_policies")
        for text in pair
        if text not in (None, "true")
    ]

    for rule in rules:
        assert rule.count("current_setting(") == rule.count("( SELECT"), rule


def test_without_a_scope_no_row_exists():
    with scope(EVERYTHING):
        SecurityEvent.objects.create(kind="login", center=make_center())

    assert SecurityEvent.objects.count() == 0
    assert rows("SELECT count(*) FROM centers_securityevent") == [(0,)]


def test_a_scope_shows_its_centers_only():
    here, elsewhere = make_center(), make_center()
    with scope(READ_ALL):
        SecurityEvent.objects.create(kind="login", center=here)
        SecurityEvent.objects.create(kind="login", center=elsewhere)

    with scope(Scope(read=(here.pk,))):
        assert rows("SELECT DISTINCT center_id FROM centers_securityevent") == [(here.pk,)]
    with scope(READ_ALL):
        assert SecurityEvent.objects.count() == 2


def test_scopes_nest_and_the_outer_one_returns():
    with scope(Scope(read=(1, 2))):
        with scope(Scope(read=(3,), write=(3,))):
            assert settings_now()["app.read_centers"] == "3"
        assert settings_now() == Scope(read=(1, 2)).settings()
    assert settings_now() == NOTHING.settings()


def test_an_error_inside_a_scope_leaves_the_outer_one():
    with scope(READ_ALL):
        with pytest.raises(DatabaseError), transaction.atomic(), scope(Scope(read=(1,))):
            rows("SELECT 1/0")
        assert settings_now() == READ_ALL.settings()


def test_identities_are_never_opened_all_at_once():
    with pytest.raises(ValueError, match="center by center"):
        Scope(identity="*")


def settings_now() -> dict[str, str]:
    return {name: rows("SELECT current_setting(%s, true)", name)[0][0] or "" for name in SETTINGS}


def test_S67_the_application_cannot_change_or_empty_history():
    append_only = {
        model._meta.db_table
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model") or getattr(model, "append_only", False)
    }
    assert {"centers_userevent", "centers_centerevent", "centers_securityevent"} <= append_only

    for table in append_only:
        assert refused(f"DELETE FROM {table}")
        assert refused(f"TRUNCATE {table}")
        column = rows("SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum = 1", table)[
            0
        ][0]
        assert refused(f"UPDATE {table} SET {column} = {column}")


def test_S60_the_application_cannot_change_the_structure_or_empty_tables():
    assert refused("CREATE TABLE sneaked (id int)")
    assert refused("ALTER TABLE centers_user ADD COLUMN sneaked int")
    assert refused("TRUNCATE centers_user CASCADE")
    assert refused("DROP TABLE centers_user")
    assert refused("ALTER TABLE centers_securityevent DISABLE ROW LEVEL SECURITY")
    assert refused("DELETE FROM django_migrations")
    assert refused("SELECT * FROM pghistory_context")


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"identity": True},
        {"history": True},
        {"log": True},
        {"review_columns": ("state",), "review_inserts": True},
    ],
)
def test_enable_scope_names_the_policies_it_takes_away_again(options):
    operation = EnableScope("registry_x", **options)

    created = " ".join(operation.statements())

    assert "FORCE ROW LEVEL SECURITY" in created
    assert all(f"CREATE POLICY {name} " in created for name in operation.policies())
