"""The embedded servers: started once, shared, stopped by whoever leaves last."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest

from config.environment import BASE_DIR
from config.servers import addresses, privileged
from config.servers.embedded import Servers, prepare_directory, socket_directory
from config.servers.postgres import LONGEST_SOCKET_DIRECTORY

WITHOUT_ADDRESSES = {
    name: value
    for name, value in os.environ.items()
    if name not in {"DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "DATA_DIR"}
}


@pytest.fixture
def home() -> Iterator[Path]:
    """A data directory that the servers' account can reach (pytest's own are closed to it)."""
    path = Path(tempfile.mkdtemp(prefix="registry-home-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


def test_servers_stay_until_the_last_user_leaves(home: Path) -> None:
    first, second = Servers(home, durable=False), Servers(home, durable=False)

    with first.running():
        with second.running():
            assert second.cluster.is_running()
        assert first.cluster.is_running()
        assert first.broker.is_running()

    assert not first.cluster.is_running()
    assert not first.broker.is_running()
    assert not (first.cluster.data / "postmaster.pid").exists()


def test_servers_stop_when_the_start_is_interrupted(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    servers = Servers(home, durable=False)
    monkeypatch.setattr(servers, "_create_roles", lambda: (_ for _ in ()).throw(KeyboardInterrupt))

    with pytest.raises(KeyboardInterrupt), servers.running():
        pass

    assert not servers.cluster.is_running()


def test_roles_own_nothing_they_should_not(home: Path) -> None:
    servers = Servers(home, durable=False, with_broker=False)

    with (
        servers.running(),
        psycopg2.connect(servers.superuser_dsn) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
            " WHERE rolname LIKE 'registry%' ORDER BY 1"
        )
        roles = cursor.fetchall()
        cursor.execute(
            "SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'data_checksums')"
        )
        settings = dict(cursor.fetchall())

    assert roles == [
        ("registry_app", False, False, False, False),
        ("registry_owner", False, False, False, True),
    ]
    assert settings == {"listen_addresses": "", "data_checksums": "on"}


def test_embedded_database_keeps_its_promises_by_default(home: Path) -> None:
    options = Servers(home).cluster._options()

    assert not any(name in options for name in ("fsync", "synchronous_commit", "full_page_writes"))


def test_data_of_another_version_is_never_touched(home: Path) -> None:
    cluster = Servers(home).cluster
    cluster.data.mkdir()
    (cluster.data / "PG_VERSION").write_text("12\n")

    with pytest.raises(SystemExit, match="pg_dump of version 12"):
        cluster.start()


def test_sockets_move_when_their_path_would_be_too_long(tmp_path: Path) -> None:
    assert socket_directory(tmp_path) == tmp_path / "run"
    assert len(str(socket_directory(tmp_path / ("x" * 100)))) <= LONGEST_SOCKET_DIRECTORY


def test_unusable_data_directory_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(SystemExit, match="set DATA_DIR"):
        prepare_directory(tmp_path / "file" / "below")


def test_any_command_works_without_configuration(home: Path) -> None:
    command = [sys.executable, "manage.py", "showmigrations", "contenttypes"]
    environment = WITHOUT_ADDRESSES | {"DATA_DIR": str(home)}

    done = subprocess.run(command, cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=True)

    assert "[ ] 0001_initial" in done.stdout
    assert not Servers(home).cluster.is_running()
    assert (home / "keys.json").stat().st_mode & 0o777 == 0o600


def test_both_addresses_are_derived_from_one_privileged_address(
    servers: Servers, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(servers.sockets).replace("/", "%2F")
    monkeypatch.setenv("DATABASE_URL", f"postgresql://postgres@{place}/derived")
    monkeypatch.delenv("DATABASE_OWNER_URL")
    monkeypatch.setenv("DATA_DIR", str(home))
    monkeypatch.setattr(privileged, "data_directory", lambda: home)
    privileged.stored_logins.cache_clear()

    privileged.derive_logins()
    app, owner = addresses.database_url(), addresses.database_owner_url()
    privileged.stored_logins.cache_clear()

    assert addresses.connection_settings(app) | {"PASSWORD": ""} == addresses.connection_settings(
        f"postgresql://registry_app@{place}/derived"
    )
    assert owner.startswith("postgresql://registry_owner:")
    assert (home / "database.json").stat().st_mode & 0o777 == 0o600
    with psycopg2.connect(owner) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'derived'"
        )
        assert cursor.fetchone() == ("registry_owner", "registry_owner")


def test_one_unprivileged_address_is_not_enough(
    servers: Servers, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(servers.sockets).replace("/", "%2F")
    monkeypatch.setenv("DATABASE_URL", f"postgresql://registry_app@{place}/registry")
    monkeypatch.delenv("DATABASE_OWNER_URL")
    monkeypatch.setattr(privileged, "data_directory", lambda: home)
    privileged.stored_logins.cache_clear()

    with pytest.raises(SystemExit, match="DATABASE_OWNER_URL must be set"):
        privileged.derive_logins()


@pytest.mark.parametrize(
    ("url", "user", "password", "host", "port", "name"),
    [
        ("postgresql://app:s%2Fx@db.example:6432/registry", "app", "s/x", "db.example", "6432", "registry"),
        ("postgres://app@db/registry", "app", "", "db", "", "registry"),
        ("postgresql://app@%2Ftmp%2FSockets/r", "app", "", "/tmp/Sockets", "", "r"),  # noqa: S108
        ("postgresql://app@/r?host=/run/postgresql", "app", "", "/run/postgresql", "", "r"),
    ],
)
def test_database_addresses_are_read(
    url: str, user: str, password: str, host: str, port: str, name: str
) -> None:
    settings = addresses.connection_settings(url)

    found = tuple(settings[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME"))
    assert found == (user, password, host, port, name)


@pytest.mark.parametrize(
    ("given", "broker", "cache"),
    [
        ("redis://:p@host:6379/0", "redis://:p@host:6379/0", "redis://:p@host:6379/1"),
        ("unix:///run/v.sock", "redis+socket:///run/v.sock", "unix:///run/v.sock?db=1"),
        ("redis+socket:///run/v.sock", "redis+socket:///run/v.sock", "unix:///run/v.sock?db=1"),
    ],
)
def test_broker_addresses_are_read(
    given: str, broker: str, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDIS_URL", given)

    assert (addresses.redis_url("broker"), addresses.redis_url("cache")) == (broker, cache)
