"""The embedded Valkey: Celery's broker and the cache, on a unix socket, keeping nothing on disk."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from config.servers import account
from config.servers.binaries import reachable_valkey

SECONDS_TO_ANSWER = 10


@dataclass(frozen=True)
class Broker:
    """A Valkey server whose socket lies in ``sockets``. Lost messages are sent again from the jobs table."""

    home: Path
    sockets: Path

    @property
    def socket(self) -> Path:
        return self.sockets / "valkey.sock"

    @property
    def _pid_file(self) -> Path:
        return self.sockets / "valkey.pid"

    def is_running(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket)) == 0

    def start(self) -> None:
        account.give(self.sockets)
        account.run(self.home, reachable_valkey(self.home), *self._arguments(), stdout=subprocess.DEVNULL)
        self._wait("start", self.is_running)

    def stop(self) -> None:
        if not self.is_running():
            return
        pid = int(self._pid_file.read_text())
        os.kill(pid, signal.SIGTERM)
        self._wait("stop", lambda: not _alive(pid))

    def _arguments(self) -> list[str | Path]:
        return [
            "--port", "0", "--unixsocket", self.socket, "--unixsocketperm", "700",
            "--save", "", "--appendonly", "no", "--dir", self.sockets, "--maxmemory-policy", "noeviction",
            "--daemonize", "yes", "--pidfile", self._pid_file, "--logfile", self.sockets / "valkey.log",
        ]  # fmt: skip

    def _wait(self, verb: str, done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while not done():
            if time.monotonic() > deadline:
                raise SystemExit(f"Valkey did not {verb}; see {self.sockets / 'valkey.log'}.")
            time.sleep(0.01)


def _alive(pid: int) -> bool:
    """Whether the process exists and is more than a dead entry waiting for its parent."""
    status = Path(f"/proc/{pid}/stat")
    if status.parent.parent.joinpath("self").exists():
        return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
