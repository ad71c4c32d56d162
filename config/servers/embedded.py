"""The servers that come with the registry, and who may stop them.

Every process that uses them holds a shared lock on ``servers.lock``. Whoever finds them stopped
starts them; the last one to leave stops them. So a command reuses the servers of a running
registry, and a command on its own has them for as long as it lasts.
"""

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from config.environment import BASE_DIR, env
from config.servers import account
from config.servers.postgres import LONGEST_SOCKET_DIRECTORY, Cluster
from config.servers.valkey import Broker


@dataclass
class Servers:
    """An embedded PostgreSQL, an embedded Valkey, or both; they keep everything below ``home``."""

    home: Path
    durable: bool = True
    with_database: bool = True
    with_broker: bool = True
    sockets: Path = field(init=False)

    def __post_init__(self) -> None:
        self.sockets = socket_directory(self.home)

    @property
    def cluster(self) -> Cluster:
        return Cluster(self.home, self.sockets, self.durable)

    @property
    def broker(self) -> Broker:
        return Broker(self.home, self.sockets)

    @property
    def superuser_dsn(self) -> str:
        """Only for making roles, and for tests."""
        return f"host={self.sockets} user=postgres dbname=postgres"

    def start(self) -> None:
        prepare_directory(self.home)
        if self.with_database and not self.cluster.is_running():
            self.cluster.start()
            self._create_roles()
        if self.with_broker and not self.broker.is_running():
            self.broker.start()

    def stop(self) -> None:
        if self.with_broker:
            self.broker.stop()
        if self.with_database:
            self.cluster.stop()

    @contextmanager
    def running(self) -> Iterator[None]:
        """The servers for the duration of the block."""
        prepare_directory(self.home)
        with (self.home / "servers.lock").open("w") as users:
            try:
                with self._alone():
                    fcntl.flock(users, fcntl.LOCK_SH)
                    self.start()
                yield
            finally:
                self._leave(users.fileno())

    def _leave(self, users: int) -> None:
        """Stop the servers unless somebody else still holds the shared lock."""
        with self._alone():
            fcntl.flock(users, fcntl.LOCK_UN)
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            self.stop()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Starting and stopping happen one at a time."""
        with (self.home / "start.lock").open("w") as door:
            fcntl.flock(door, fcntl.LOCK_EX)
            yield

    def _create_roles(self) -> None:
        from config.servers.roles import APP, OWNER, Login, create_roles_and_database

        create_roles_and_database(self.superuser_dsn, Login(OWNER), Login(APP))


@cache
def embedded_servers() -> Servers:
    """The servers of this checkout, running or not."""
    return Servers(data_directory(), with_database=not env("DATABASE_URL"), with_broker=not env("REDIS_URL"))


def data_directory() -> Path:
    """``DATA_DIR``; else ``.data`` in the checkout, or below /var/lib when root's servers cannot reach that."""
    if given := env("DATA_DIR"):
        return Path(given).expanduser().resolve()
    if account.service_account() is None or account.can_reach(BASE_DIR):
        return BASE_DIR / ".data"
    return Path("/var/lib") / f"ecls-registry-{_short_name(BASE_DIR)}"


def prepare_directory(home: Path) -> None:
    """Make the data directory: others may pass through it but not list it."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        if home.stat().st_uid == os.geteuid():
            home.chmod(0o711)
    except OSError as reason:
        raise SystemExit(
            f"The data directory {home} cannot be used ({reason.strerror}): set DATA_DIR."
        ) from None
    if not (os.access(home, os.W_OK) and account.can_reach(home)):
        raise SystemExit(f"The data directory {home} cannot be used by this account: set DATA_DIR.")


def socket_directory(home: Path) -> Path:
    """``home/run``, or a short name below the temporary directory when the socket's path would be too long."""
    below = home / "run"
    if len(os.fsencode(below)) <= LONGEST_SOCKET_DIRECTORY:
        return below
    return Path(tempfile.gettempdir()) / f"registry-{os.geteuid()}-{_short_name(home)}"


def _short_name(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:10]
