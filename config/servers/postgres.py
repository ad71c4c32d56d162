"""The embedded PostgreSQL: one cluster in one directory, reached over a unix socket only."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.servers import account
from config.servers.binaries import reachable_postgres

# Nothing of value lives in a test cluster, so it may lose everything in a power cut.
UNSAFE_AND_FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
}
# The last part of the socket's path is ".s.PGSQL.5432.lock"; sun_path holds 107 bytes.
LONGEST_SOCKET_DIRECTORY = 107 - len("/.s.PGSQL.5432.lock")


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL data directory ``home/postgres`` with its socket in ``sockets``.

    Access needs no password: the socket's directory belongs to the service account with mode
    0700, so only that account and root come near it, and nothing listens on TCP.
    """

    home: Path
    sockets: Path
    durable: bool = True

    @property
    def data(self) -> Path:
        return self.home / "postgres"

    @property
    def log(self) -> Path:
        return self.sockets / "postgres.log"

    def is_running(self) -> bool:
        return self._pg_ctl("status").returncode == 0

    def start(self) -> None:
        """Create the cluster on first use, then start it and wait until it answers."""
        if not (self.data / "PG_VERSION").exists():
            self._initialize()
        self._refuse_other_major()
        account.give(self.sockets)
        if self._pg_ctl("-w", "-l", self.log, "-o", self._options(), "start").returncode:
            raise SystemExit(f"PostgreSQL did not start; the reason is in {self.log}.")

    def stop(self) -> None:
        """Stop at once but cleanly: sessions are ended, nothing committed is lost."""
        self._pg_ctl("-w", "-m", "fast", "stop")

    def _initialize(self) -> None:
        account.give(self.data)
        command: list[str | Path] = ["initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        command += ["--locale=C.UTF-8", "--data-checksums"]
        if self._major() >= 17:
            command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if not self.durable:
            command += ["--no-sync"]
        done = self._run(*command, capture_output=True)
        if done.returncode:
            raise SystemExit(f"PostgreSQL could not create its data directory: {done.stderr.strip()}")

    def _major(self) -> int:
        version = self._run("postgres", "--version", capture_output=True).stdout
        return int(version.split()[2].split(".")[0])

    def _refuse_other_major(self) -> None:
        written = int((self.data / "PG_VERSION").read_text())
        program = self._major()
        if written != program:
            raise SystemExit(
                f"{self.data} was written by PostgreSQL {written}, the program here is {program}: dump it with "
                f"pg_dump of version {written}, move the directory away and restore with pg_restore."
            )

    def _options(self) -> str:
        settings = {
            "listen_addresses": "''",
            "unix_socket_directories": f"'{self.sockets}'",
            "unix_socket_permissions": "0700",
            "log_error_verbosity": "terse",  # DETAIL lines carry values of rows
            "log_min_error_statement": "panic",  # and so do statements
        }
        settings |= {} if self.durable else UNSAFE_AND_FAST
        return " ".join(f"-c {name}={value}" for name, value in settings.items())

    def _pg_ctl(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        # A pipe would stay open for as long as the server lives.
        return self._run(
            "pg_ctl", "-D", self.data, *arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def _run(
        self, program: str | Path, *arguments: str | Path, **options: Any
    ) -> subprocess.CompletedProcess[str]:
        programs = reachable_postgres(self.home)
        return account.run(self.home, programs / program, *arguments, **options)
