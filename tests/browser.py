"""Which Chromium the journeys drive, and what is said where there is none."""

import os
import shutil
from typing import Any

import pytest

# The shell is the same engine without the windows around it, a third less work for a test.
BROWSERS = ("chromium-headless-shell", "chromium")
WITHOUT = f"no Chromium here: apt-get install {BROWSERS[0]}"
SKIPPED = pytest.StashKey[list[str]]()
QUIET = (
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip


def chromium() -> str | None:
    """The program: the variable CHROMIUM, else Debian's."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


def launch_arguments() -> dict[str, Any]:
    """What Playwright starts it with; its sandbox refuses root, and tests may be root."""
    return {"executable_path": chromium(), "args": ["--no-sandbox", "--disable-gpu", *QUIET]}


def skip_journeys(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip every test that opens a page when there is nothing to open it with."""
    if chromium():
        return
    journeys = [item for item in items if "browser_type_launch_args" in getattr(item, "fixturenames", ())]
    config.stash[SKIPPED] = [item.nodeid for item in journeys]
    for item in journeys:
        item.add_marker(pytest.mark.skip(reason=WITHOUT))


def name_the_skipped(reporter: Any, config: pytest.Config) -> None:
    """A list of the journeys that were not made, so that nobody takes them for passed."""
    names = config.stash.get(SKIPPED, [])
    if names:
        reporter.section(f"journeys not made: {WITHOUT}")
    for name in names:
        reporter.write_line(name)
