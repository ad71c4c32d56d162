"""One privileged address instead of two: ``make run`` derives the two it needs from it.

Whoever has only the administrator's address of a PostgreSQL sets ``DATABASE_URL`` to it and leaves
``DATABASE_OWNER_URL`` empty. Both roles are made with random passwords, which are kept in
``database.json`` (mode 0600) in the data directory; the administrator's address is used no further.
"""

import hashlib
import json
import os
import secrets
from contextlib import closing
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from config.environment import env
from config.servers.embedded import data_directory, prepare_directory
from config.servers.roles import APP, DATABASE, OWNER, Login, create_roles_and_database


@cache
def stored_logins() -> dict[str, str]:
    """The addresses ``app`` and ``owner`` made earlier from this very ``DATABASE_URL``, else nothing."""
    url = env("DATABASE_URL")
    if not url or env("DATABASE_OWNER_URL") or not _file().exists():
        return {}
    stored: dict[str, str] = json.loads(_file().read_text(encoding="utf-8"))
    return stored if stored.get("made_from") == _fingerprint(url) else {}


def derive_logins() -> None:
    """Make both roles through a privileged ``DATABASE_URL``, once; refuse one that may not."""
    url = env("DATABASE_URL")
    if not url or env("DATABASE_OWNER_URL") or stored_logins():
        return
    if not _may_create_roles(url):
        raise SystemExit("DATABASE_OWNER_URL must be set too: the address of the role that owns the tables.")
    database = urlsplit(url).path.lstrip("/") or DATABASE
    owner, app = Login(OWNER, secrets.token_urlsafe(24)), Login(APP, secrets.token_urlsafe(24))
    create_roles_and_database(_with_database(url, "postgres"), owner, app, database)
    logins = {"owner": _address(url, owner, database), "app": _address(url, app, database)}
    _store(logins | {"made_from": _fingerprint(url)})
    stored_logins.cache_clear()


def _may_create_roles(url: str) -> bool:
    import psycopg2

    with (
        closing(psycopg2.connect(_with_database(url, "postgres"))) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "SELECT rolsuper OR (rolcreaterole AND rolcreatedb) FROM pg_roles WHERE rolname = current_user"
        )
        return cursor.fetchone() == (True,)


def _address(url: str, login: Login, database: str) -> str:
    place = urlsplit(url).netloc.rpartition("@")[2]
    return _with_database(url, database, f"{login.name}:{quote(login.password, safe='')}@{place}")


def _with_database(url: str, database: str, netloc: str = "") -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{database}", netloc=netloc or parts.netloc))


def _store(logins: dict[str, str]) -> None:
    prepare_directory(_file().parent)
    with os.fdopen(os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(logins, file, indent=1)


def _file() -> Path:
    return data_directory() / "database.json"


def _fingerprint(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()
