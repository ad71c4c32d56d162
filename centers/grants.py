"""What the application's database role may do, granted anew after each migration.

The role owns nothing and can change no structure. Event tables and other append-only tables it can read and
add to, but not change, and it can empty no table (TRUNCATE would go around the history triggers).
"""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections

READ_ADD = "SELECT, INSERT"
ALL_ROWS = "SELECT, INSERT, UPDATE, DELETE"


def grant_to_application(*, using: str = "default", **_kwargs: Any) -> None:
    """Receiver of ``post_migrate``: bring every right of the plain role in line with the models."""
    role = settings.DATABASE_APP_ROLE
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        if not role or cursor.fetchone()[0] == role:
            return
        for statement in statements(role, connection.introspection.table_names(cursor)):
            cursor.execute(statement)


def statements(role: str, tables: list[str]) -> list[str]:
    """The SQL that takes all rights away and gives back the ones of :func:`rights`."""
    name = '"' + role.replace('"', '""') + '"'
    granted = [f'GRANT {rights(table)} ON "{table}" TO {name}' for table in sorted(tables) if rights(table)]
    return [
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {name}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}",
        *granted,
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}",
    ]


def rights(table: str) -> str:
    """The rights of the plain role on one table; an empty text is none."""
    if table == "pghistory_context":
        return ""
    if table == "django_migrations":
        return "SELECT"
    return READ_ADD if table in append_only_tables() else ALL_ROWS


def append_only_tables() -> set[str]:
    """Event tables of the history, and models that say ``append_only = True``."""
    return {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if hasattr(model, "pgh_tracked_model") or getattr(model, "append_only", False)
    }
