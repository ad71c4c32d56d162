"""``python -m config.supervisor``, which is what ``make run`` comes down to."""

import os
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from config.environment import env, env_int, load_env_file
from config.programs import programs
from config.servers.embedded import data_directory, embedded_servers, prepare_directory
from config.servers.privileged import derive_logins
from config.supervisor.arrival import greet
from config.supervisor.preparation import invite_first_admin, prepare, publish_addresses, say
from config.supervisor.processes import Child, Family

SECONDS_TO_ANSWER = 180


class Stopped(BaseException):
    """Somebody pressed Ctrl-C or sent SIGTERM."""


def main() -> None:
    load_env_file()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    _stop_on_signals()
    try:
        _run()
    except Stopped:
        print("Stopped.", flush=True)


def _run() -> None:
    port = env_int("PORT", 8000)
    _refuse_busy_port(port)
    prepare_directory(data_directory())
    given_database = bool(env("DATABASE_URL"))
    with _servers():
        derive_logins()
        publish_addresses()
        prepare(given_database=given_database)
        say("Starting web, worker and beat")
        family = Family(_children())
        with _running(family):
            _wait_until_ready(port, family)
            greet(port)
            invite_first_admin()
            print("\nStop: Ctrl-C", flush=True)
            while True:
                time.sleep(1)
                family.tend()


def _servers() -> Any:
    if env("DATABASE_URL") and env("REDIS_URL"):
        return nullcontext()
    say("Starting PostgreSQL and Valkey")
    return embedded_servers().running()


def _children() -> list[Child]:
    logs = data_directory() / "logs"
    return [Child(name, command, logs / f"{name}.log") for name, command in programs().items()]


@contextmanager
def _running(family: Family) -> Iterator[None]:
    try:
        family.start()
        yield
    finally:
        print("\n• Stopping …", flush=True)
        family.stop()


def _stop_on_signals() -> None:
    def stop(number: int, frame: Any) -> None:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_IGN)  # stopping is under way and must not be interrupted
        raise Stopped

    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, stop)


def _refuse_busy_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((env("BIND", "127.0.0.1"), port))
        except OSError as reason:
            raise SystemExit(
                f"Port {port} cannot be used ({reason.strerror}): choose another with PORT=…."
            ) from None


def _wait_until_ready(port: int, family: Family) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        if _answers(port):
            return
        family.tend()
        time.sleep(0.1)
    raise SystemExit(f"The web server does not answer; see {data_directory() / 'logs' / 'web.log'}.")


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    main()
