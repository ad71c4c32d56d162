"""From a fresh clone to a running registry or test run: ``python3 config/bootstrap.py run|test``.

Uses the standard library only and runs under the system's Python: it makes ``.venv``, installs the
pinned requirements (again only when their file has changed) and hands over to the program in it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
OLDEST = (3, 11)
PROGRAMS = ("git", "make")
"""The tests ask git for the files of the repository; the registry runs without both."""
TASKS = {
    "run": ("requirements.txt", ["-m", "config.supervisor"]),
    "test": ("requirements-dev.txt", ["-m", "tests.gate"]),
}


def main(arguments: list[str]) -> None:
    task = arguments[0] if arguments else "run"
    if task not in TASKS:
        sys.exit("Usage: bootstrap.py run|test")
    requirements, program = TASKS[task]
    check_prerequisites(task)
    make_environment()
    install(ROOT / requirements)
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), *program, *arguments[1:]])  # noqa: S606 - our own interpreter


def check_prerequisites(task: str) -> None:
    """Name what is missing in one line, rather than fail in the middle with a traceback."""
    if sys.version_info < OLDEST:
        sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.")
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        sys.exit("The package python3-venv is missing: apt-get install python3-venv")
    if missing := " ".join(name for name in PROGRAMS if not shutil.which(name)):
        print(f"Programs are missing: apt-get install {missing}", file=sys.stderr)
        if task == "test":
            sys.exit(1)


def make_environment() -> None:
    if PYTHON.exists():
        return
    say("Creating .venv")
    venv.create(ENVIRONMENT, with_pip=True, clear=ENVIRONMENT.exists())


def install(requirements: Path) -> None:
    """Install the pinned packages unless exactly this file was installed before."""
    stamp = ENVIRONMENT / f"installed-{requirements.stem}"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    packages = requirements.read_text().count("==")
    say(f"Installing up to {packages} packages from {requirements.name} (about a minute, once)")
    command = [PYTHON, "-m", "pip", "install", "--require-hashes", "--no-input", "-r", requirements]
    show_progress([str(part) for part in command], packages)
    stamp.write_text(wanted)


def show_progress(command: list[str], packages: int) -> None:
    """Run pip, counting the packages it has looked at; its whole output only if it fails."""
    lines: list[str] = []
    seen = 0
    with subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            if line.startswith(("Collecting", "Requirement already")):
                seen += 1
                say_progress(f"{seen} of {packages}", always=seen % 15 == 0)
            elif line.startswith("Installing"):
                say_progress("unpacking", always=True)
    if sys.stdout.isatty():
        print()
    if pip.returncode:
        sys.exit("".join(lines[-30:]) + "The packages could not be installed; the reason is above.")


def say(sentence: str) -> None:
    print(f"• {sentence} …", flush=True)


def say_progress(text: str, *, always: bool) -> None:
    """One line that is rewritten on a terminal, now and then a line elsewhere."""
    if sys.stdout.isatty():
        print(f"\r  {text}   ", end="", flush=True)
    elif always:
        print(f"  {text}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
