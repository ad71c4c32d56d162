"""Which operating-system account the embedded servers run as.

PostgreSQL refuses to run as root, so root hands the servers to ``postgres`` or, where that account
does not exist, to ``nobody``. Everybody else runs them under the own account.
"""

import os
import pwd
import subprocess
from functools import cache
from pathlib import Path
from typing import Any


@cache
def service_account() -> pwd.struct_passwd | None:
    """The account root drops to; None when we are not root and nothing needs dropping."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in names:
            return pwd.getpwnam(name)
    raise SystemExit("Root cannot run PostgreSQL here: create an account named postgres.")


def identity() -> dict[str, Any]:
    """Keyword arguments for ``subprocess`` that make a child run as the service account."""
    account = service_account()
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def environment(home: Path) -> dict[str, str]:
    """A small, fixed environment, so that no PG* variable or locale of the caller leaks in."""
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def run(home: Path, *command: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a command as the service account from ``/`` and wait for it."""
    return subprocess.run(  # noqa: S603 - fixed programs, arguments of our own
        [str(part) for part in command],
        cwd="/",
        env=environment(home),
        text=True,
        check=False,
        **identity(),
        **options,
    )


def give(path: Path, mode: int = 0o700) -> Path:
    """Make a directory that belongs to the service account."""
    path.mkdir(parents=True, exist_ok=True)
    account = service_account()
    if account is not None:
        os.chown(path, account.pw_uid, account.pw_gid)
    path.chmod(mode)
    return path


def can_reach(path: Path) -> bool:
    """Whether the service account may enter this directory (or run this file)."""
    return run(Path("/"), "/bin/sh", "-c", 'test -x "$1"', "sh", path).returncode == 0
