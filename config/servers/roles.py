"""The two database roles: the owner migrates, the plain role does everything else.

``registry_app`` owns nothing and cannot bypass row-level security, so the walls between centers
hold for web, workers, commands and tests alike.
"""

from dataclasses import dataclass
from typing import Any

import psycopg2
from psycopg2 import sql

OWNER = "registry_owner"
APP = "registry_app"
DATABASE = "registry"


@dataclass(frozen=True)
class Login:
    """A role to be made; without a password only a trusted socket lets it in."""

    name: str
    password: str = ""
    attributes: str = ""


def create_roles_and_database(dsn: str, owner: Login, app: Login, database: str = DATABASE) -> None:
    """Make both roles and the database where they are missing; ``dsn`` is a privileged connection."""
    connection = psycopg2.connect(dsn)
    connection.autocommit = True  # CREATE DATABASE refuses a transaction
    try:
        with connection.cursor() as cursor:
            _create_role(cursor, Login(owner.name, owner.password, "CREATEDB"))
            _create_role(cursor, app)
            _create_database(cursor, database, owner.name)
    finally:
        connection.close()


def _create_role(cursor: Any, login: Login) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [login.name])
    if not cursor.fetchone():
        kind = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE " + login.attributes
        cursor.execute(sql.SQL("CREATE ROLE {} ").format(sql.Identifier(login.name)) + sql.SQL(kind))
    if login.password:
        cursor.execute(
            sql.SQL("ALTER ROLE {} PASSWORD %s").format(sql.Identifier(login.name)), [login.password]
        )


def _create_database(cursor: Any, name: str, owner: str) -> None:
    """Make the database, or take over one that an administrator made in advance."""
    # A privileged role that is no superuser may only give a database to a role it belongs to.
    cursor.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(owner)))
    cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
    statement = "ALTER DATABASE {} OWNER TO {}" if cursor.fetchone() else "CREATE DATABASE {} OWNER {}"
    cursor.execute(sql.SQL(statement).format(sql.Identifier(name), sql.Identifier(owner)))
