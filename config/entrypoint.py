"""The container's first process: ``web``, ``worker``, ``beat`` or any management command.

It becomes the program it starts, so that signals of the container reach that program.
"""

import os
import subprocess
import sys

from config.programs import programs

MANAGE = [sys.executable, "manage.py"]


def main(arguments: list[str]) -> None:
    name = arguments[0] if arguments else "web"
    if name in programs():
        refuse_unsafe_start()
        become(programs()[name])
    become([*MANAGE, *arguments])


def refuse_unsafe_start() -> None:
    """No visitor and no task before the database role, the driver and the data are as they must be."""
    check = [*MANAGE, "check", "--database", "default", "--fail-level", "ERROR"]
    if subprocess.run(check, check=False).returncode:  # noqa: S603
        sys.exit("The registry does not start; the reason is above.")


def become(command: list[str]) -> None:
    os.execv(command[0], command)  # noqa: S606 - a fixed program


if __name__ == "__main__":
    main(sys.argv[1:])
