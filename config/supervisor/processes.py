"""Child processes that are kept running, and all gone at the end."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

SECONDS_TO_STOP = 30
MOST_STARTS_PER_MINUTE = 5
PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)


@dataclass
class Child:
    """A program of the registry that is started again when it dies."""

    name: str
    command: Sequence[str]
    log: Path
    starts: list[float] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches the supervisor alone."""
        self.starts = [*self.starts[-MOST_STARTS_PER_MINUTE:], time.monotonic()]
        with _open_log(self.log) as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own programs
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True, preexec_fn=_die_with_parent,
            )  # fmt: skip

    def has_died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def dies_too_often(self) -> bool:
        lately = [start for start in self.starts if time.monotonic() - start < 60]
        return len(lately) >= MOST_STARTS_PER_MINUTE

    def stop(self) -> None:
        """Ask it to finish its work; after half a minute end it and everything it started."""
        if self.process is None:
            return
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(SECONDS_TO_STOP)
        self.kill()

    def kill(self) -> None:
        """End what is left of its session."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Family:
    """The children in the order they are started; they are stopped in the reverse order."""

    def __init__(self, children: Sequence[Child]) -> None:
        self.children = children

    def start(self) -> None:
        for child in self.children:
            child.start()

    def tend(self) -> None:
        """Start again what has died; give up when it dies over and over."""
        for child in self.children:
            if not child.has_died():
                continue
            if child.dies_too_often():
                raise SystemExit(f"{child.name} cannot stay up; the reason is at the end of {child.log}.")
            print(f"  {child.name} ended unexpectedly and is started again; see {child.log}", flush=True)
            child.start()

    def stop(self) -> None:
        for child in reversed(self.children):
            child.stop()


def _open_log(path: Path) -> IO[bytes]:
    """The child's log, kept below 20 MB by starting it anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    large = path.exists() and path.stat().st_size > 20_000_000
    return path.open("wb" if large else "ab")


def _die_with_parent() -> None:
    """Ask Linux to end this child should the supervisor be killed without a chance to do so."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGTERM)
