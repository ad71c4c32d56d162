"""A migrated database kept between test runs, so that only a change of the schema costs its migrations.

The copy is named by everything that shapes the schema; whatever changes there makes a new one.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from config.environment import BASE_DIR
from config.servers import account

SHAPING = (
    "*/migrations/*.py", "*/models/**/*.py", "*/models.py", "crf/**/*.py", "centers/rls.py", "centers/grants.py",
    "centers/history.py", "*/walls.py", "*/walls/*.py", "config/settings.py", "config/servers/*.py", "registry/dictionary/**/*", "requirements.txt",
    "tests/template.py",
)  # fmt: skip
PREFIX = f"registry-test-template-{os.geteuid()}-"
MOST_COPIES = 12


def template() -> Path:
    """Where the copy of a cluster for the present code is, or would be."""
    digest = hashlib.sha256()
    for path in _shaping_files():
        digest.update(path.relative_to(BASE_DIR).as_posix().encode() + b"\0" + path.read_bytes())
    return Path(tempfile.gettempdir()) / (PREFIX + digest.hexdigest()[:16])


def copy_cluster(source: Path, target: Path) -> None:
    """Copy a stopped cluster; half a copy is never left under the target's name."""
    partial = account.give(target.with_name(f"{target.name}.{os.getpid()}"))
    done = account.run(Path("/"), "cp", "-a", f"{source}/.", partial)
    if done.returncode or target.exists():
        shutil.rmtree(partial, ignore_errors=True)
    else:
        partial.rename(target)


def forget_old_copies() -> None:
    """Keep the newest copies of the last two days."""
    copies = sorted(Path(tempfile.gettempdir()).glob(PREFIX + "*"), key=lambda path: path.stat().st_mtime)
    old = [path for path in copies if time.time() - path.stat().st_mtime > 2 * 86_400]
    for path in {*old, *copies[:-MOST_COPIES]}:
        shutil.rmtree(path, ignore_errors=True)


def _shaping_files() -> Iterator[Path]:
    for pattern in SHAPING:
        yield from sorted(path for path in BASE_DIR.glob(pattern) if path.is_file() and path.suffix != ".pyc")
