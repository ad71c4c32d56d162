"""What must have happened before the first page: roles, tables, translations, static files, data.

The steps run again only when the files they depend on have changed, so a second start takes seconds.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from config.environment import BASE_DIR, registry_mode
from config.servers.addresses import database_owner_url, database_url, redis_url
from config.servers.embedded import data_directory

WATCHED = (
    "*/migrations/*.py",
    "static/**/*",
    "locale/*/parts/*.po",
    "requirements.txt",
    "config/settings.py",
)


def say(sentence: str) -> None:
    print(f"• {sentence} …", flush=True)


def prepare(*, given_database: bool) -> None:
    """Bring tables, translations and static files up to date, then fill an empty registry."""
    stamp = data_directory() / "prepared"
    state = _state()
    if not stamp.exists() or stamp.read_text() != state:
        say("Preparing tables")
        _migrate()
        say("Preparing pages")
        _manage("prepare_pages")
        stamp.write_text(state)
    if given_database or registry_mode() == "production":
        _manage("check", "--database", "default", "--fail-level", "ERROR")
    if registry_mode() == "demo":
        _manage("first_data")


def invite_first_admin() -> None:
    """An empty registry prints the link that its first admin comes in by."""
    if registry_mode() != "demo":
        _manage("first_admin", "--quiet")


def _migrate() -> None:
    """Apply what is missing, counting aloud: the first time takes a while."""
    command = [sys.executable, str(BASE_DIR / "manage.py"), "migrate", "--no-color"]
    applied = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        for line in process.stdout or ():
            applied += line.startswith("  Applying")
            if line.startswith("  Applying") and applied % 20 == 0:
                print(f"  {applied} migrations", flush=True)
    if process.returncode:
        raise SystemExit("The tables could not be prepared; the reason is above.")


def _manage(*arguments: str) -> None:
    command = [sys.executable, str(BASE_DIR / "manage.py"), *arguments]
    done = subprocess.run(command, check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(f"`python manage.py {' '.join(arguments)}` failed; the reason is above.")


def _state() -> str:
    """A fingerprint of the files and the database that the preparation depends on."""
    digest = hashlib.sha256(database_url().encode())
    for path in _watched_files():
        status = path.stat()
        digest.update(f"{path.relative_to(BASE_DIR)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _watched_files() -> Iterator[Path]:
    for pattern in WATCHED:
        yield from sorted(path for path in BASE_DIR.glob(pattern) if path.is_file())


def publish_addresses() -> None:
    """Tell the children where the servers are, so that they manage none themselves."""
    addresses = {"DATABASE_URL": database_url(), "DATABASE_OWNER_URL": database_owner_url()}
    addresses |= {"REDIS_URL": redis_url("broker"), "DATA_DIR": str(data_directory())}
    os.environ.update(addresses, STATIC_MANIFEST="1", REGISTRY_MODE=registry_mode())
