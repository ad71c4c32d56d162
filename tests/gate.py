"""``python -m tests.gate``, which is what ``make test`` comes down to: every check, then every test.

The first list of failures ends the run. The checks are ordered by how quickly they answer.
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from config.environment import BASE_DIR
from tests.browser import BROWSERS, WITHOUT, chromium
from tests.template import template

PROGRAMS = Path(sys.executable).parent
# Lanes of about the same length: the longest single test, the keys of the case page, everything else.
APART = (("tests/journeys",), ("tests/registry/autosave", "tests/registry/rows"))
IN_THE_BROWSER = (("tests", *(f"--ignore={place}" for lane in APART for place in lane)), *APART)


def main(arguments: list[str]) -> None:
    started = time.monotonic()
    os.chdir(BASE_DIR)
    provide_browser()
    for heading, check in CHECKS.items():
        announce(heading)
        begin = time.monotonic()
        if check():
            sys.exit(f"\n{heading}: failed. The reason is above.")
        print(f"  {time.monotonic() - begin:.0f} s", flush=True)
    announce(f"Tests ({time.monotonic() - started:.0f} s so far)")
    sys.exit(program("pytest", *arguments) if arguments else tests())


def announce(heading: str) -> None:
    print(f"\n── {heading} " + "─" * max(3, 70 - len(heading)), flush=True)


def program(name: str, *arguments: str, **environment: str) -> int:
    """Run one of the environment's programs; its exit code is returned."""
    return run([str(PROGRAMS / name), *arguments], environment)


def manage(*arguments: str, **environment: str) -> int:
    return run([sys.executable, "manage.py", *arguments], environment)


def run(command: list[str], environment: dict[str, str]) -> int:
    return subprocess.run(command, env=os.environ | environment, check=False).returncode


def provide_browser() -> None:
    """The journeys need Chromium: on Debian root installs it, others see the journeys skipped by name."""
    if os.environ.get("CHROMIUM") or shutil.which(BROWSERS[0]):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        announce("Installing Chromium and a Chinese font (a minute)")
        apt_get("update")
        apt_get("install", "--no-install-recommends", "fonts-noto-cjk", "poppler-utils")
        any(apt_get("install", "--no-install-recommends", each) for each in BROWSERS)
    if not chromium():
        print(f"{WITHOUT}. The journeys will be skipped.", flush=True)


def apt_get(*arguments: str) -> bool:
    """Whether it could be done."""
    command = ["apt-get", "--quiet", "--yes", "--option", "Acquire::http::Timeout=30", *arguments]
    return run(command, {"DEBIAN_FRONTEND": "noninteractive"}) == 0


def tests() -> int:
    """The lanes run beside each other, as a browser waits most of its time; they are told one after the other."""
    with ThreadPoolExecutor(len(IN_THE_BROWSER)) as beside, ExitStack() as files:
        lanes = [(files.enter_context(tempfile.TemporaryFile("w+")), each) for each in IN_THE_BROWSER]
        begun = [beside.submit(in_the_browser, *lane) for lane in lanes]
        code = program("pytest", "-m", "not journey")
        for (told, _), lane in zip(lanes, begun, strict=True):
            code = lane.result() or code
            announce("Tests in the browser")
            told.seek(0)
            print(told.read(), flush=True)
    return code


def in_the_browser(told: IO[str], chosen: tuple[str, ...]) -> int:
    """One lane of them, once the others have left a migrated database to copy."""
    copy, given_up = template(), time.monotonic() + 180
    while not copy.exists() and time.monotonic() < given_up:
        time.sleep(1)
    command = [str(PROGRAMS / "pytest"), "-m", "journey", *chosen]
    return subprocess.run(command, stdout=told, stderr=subprocess.STDOUT, check=False).returncode


def types() -> int:
    return program("mypy", ".")


def templates() -> int:
    files = [str(path) for path in Path("templates").rglob("*.html")]
    if not files:
        return 0
    return program("djlint", "templates", "--lint", "--quiet")


def deployment() -> int:
    """Django's own list of mistakes under production settings: not one warning is allowed."""
    return manage("check", "--deploy", "--fail-level", "WARNING", **production_environment())


def production_environment() -> dict[str, str]:
    """Everything that production demands, with keys of the moment and servers nobody asks."""
    master, index = (base64.b64encode(os.urandom(32)).decode() for _ in range(2))
    return {
        "REGISTRY_MODE": "production",
        "SECRET_KEY": base64.b64encode(os.urandom(48)).decode(),
        "REGISTRY_MASTER_KEYS": f"k1:{master}",
        "REGISTRY_HASH_KEY": index,
        "DATABASE_URL": "postgresql://registry_app:check@database/registry",
        "DATABASE_OWNER_URL": "postgresql://registry_owner:check@database/registry",
        "REDIS_URL": "redis://redis:6379/0",
        "ALLOWED_HOSTS": "registry.example.org",
        "SITE_URL": "https://registry.example.org",
        "TRUSTED_PROXIES": "1",
        "DATA_DIR": str(BASE_DIR / ".data"),
    }


CHECKS: dict[str, Callable[[], int]] = {
    "Style (ruff check)": lambda: program("ruff", "check", "."),
    "Format (ruff format)": lambda: program("ruff", "format", "--check", "."),
    "Imports point one way (import-linter)": lambda: program("lint-imports", "--no-logo"),
    "Templates (djlint)": templates,
    "Types (mypy)": types,
    "Migrations are complete": lambda: manage("makemigrations", "--check", "--dry-run"),
    "Both languages are complete": lambda: manage("check_catalogs"),
    "Ready for production (check --deploy)": deployment,
}


if __name__ == "__main__":
    main(sys.argv[1:])
