"""The whole registry as ``make run`` starts it: web, worker, beat, PostgreSQL and Valkey, on demonstration data."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SMALL = ["seed_demo", "--centers", "8", "--runs", "160", "--years", "3", "--seed", "11"]


@dataclass(frozen=True)
class Account:
    email: str
    password: str
    center: str | None


@dataclass(frozen=True)
class RunningRegistry:
    """A registry that answers at ``address``; ``accounts`` by role, the first of each."""

    address: str
    home: Path
    accounts: dict[str, Account]
    surroundings: dict[str, str]

    def python(self, code: str) -> str:
        """What a few lines print when they run inside the registry, beside its processes."""
        command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", code]
        done = subprocess.run(
            command, cwd=ROOT, env=self.surroundings, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()


@contextmanager
def running_registry(home: Path) -> Iterator[RunningRegistry]:
    """Prepared in ``home``, started on a free port, stopped with SIGTERM; no process may be left."""
    port = _free_port()
    surroundings = _surroundings(home, port)
    for arguments in (["migrate", "--verbosity", "0"], SMALL):
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=surroundings, check=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "config.supervisor"], cwd=ROOT, env=surroundings, start_new_session=True
    )
    try:
        _wait_until_ready(port, process)
        yield RunningRegistry(f"http://localhost:{port}", home, _accounts(home), surroundings)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
    assert _left_behind(process.pid) == []


def _surroundings(home: Path, port: int) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "REDIS_"))}
    return own | {"DATA_DIR": str(home), "PORT": str(port), "REGISTRY_MODE": "demo", "PYTHONUNBUFFERED": "1"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline:
        assert process.poll() is None, "the registry stopped while starting"
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/readyz", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.5)
    raise AssertionError("the registry did not become ready")


def _accounts(home: Path) -> dict[str, Account]:
    listed = json.loads((home / "demo-accounts.json").read_text())
    found: dict[str, Account] = {}
    for each in listed:
        found.setdefault(each["role"], Account(each["email"], each["password"], each["center"]))
    return found


def _left_behind(session: int) -> list[str]:
    """Commands of processes still in the session the registry was started in."""
    listed = subprocess.run(["ps", "-eo", "sid=,args="], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if line.split(maxsplit=1)[0] == str(session)]
