"""Which code and which definitions made a figure."""

import os
from functools import cache
from pathlib import Path

from django.conf import settings

from national.policy import policy
from national.statistics.base import Statistic
from national.statistics.center_scale import cut_points

ROOT = Path(__file__).resolve().parent.parent


@cache
def code_version() -> str:
    """The revision of the code: from the environment (images), else from the working copy, else unknown."""
    return os.environ.get("REGISTRY_REVISION") or _revision(ROOT / ".git") or "unknown"


def _revision(git: Path) -> str:
    """What the working copy has checked out, read without starting a program."""
    try:
        if git.is_file():  # a linked working copy points at its own directory
            git = Path(git.read_text().split(": ", 1)[1].strip())
        head = (git / "HEAD").read_text().strip()
        if not head.startswith("ref: "):
            return head
        name, common = head.removeprefix("ref: "), git
        if (git / "commondir").exists():
            common = (git / (git / "commondir").read_text().strip()).resolve()
        if (common / name).exists():
            return (common / name).read_text().strip()
        packed = (common / "packed-refs").read_text().splitlines()
        return next((line.split()[0] for line in packed if line.endswith(f" {name}")), "")
    except OSError:
        return ""


def definition_version(statistic: Statistic) -> str:
    """The version of a statistic's definition together with the society's settings that enter it."""
    classes = f" v{'/'.join(map(str, cut_points()))}" if statistic.key == "center_scale" else ""
    return f"{statistic.version} k{policy().threshold}{classes}"


def is_demo() -> bool:
    """Whether this registry holds invented patients: its figures are published at once."""
    return getattr(settings, "REGISTRY_MODE", "") == "demo"
