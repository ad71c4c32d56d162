"""The last look before printing: every released figure obeys the rule for small cells.

Suppression is decided where results are stored; this check only refuses to print a snapshot in which that did
not happen, so that a mistake upstream stops the report and does not reach a reader.
"""

from collections.abc import Iterator
from typing import Any

SMALLEST_COUNT = 5
SMALLEST_DENOMINATOR = 10


class NotReleasable(Exception):
    """The snapshot would show a figure that the disclosure rule forbids; the message names its place."""


def check_released(snapshot: dict[str, Any]) -> None:
    for table in snapshot["results"]:
        facilities = set(table.get("facility_measures", ())) | {"centers"}
        for row in table["rows"]:
            for measure, kind in table["measures"].items():
                cell = row["cells"].get(measure)
                released = cell["released"] if cell else None
                if released is not None and measure not in facilities and any(_too_small(kind, released)):
                    place = ", ".join(f"{name} {row[name]}" for name in table["dimensions"])
                    raise NotReleasable(
                        f"{table['statistic']}: {measure} at {place} is too small to be released"
                    )


def _small(count: int) -> bool:
    return 0 < count < SMALLEST_COUNT


def _too_small(kind: str, released: Any) -> Iterator[bool]:
    if kind == "count":
        yield _small(released)
    elif kind == "proportion":
        yield released["denominator"] < SMALLEST_DENOMINATOR
        yield _small(released["numerator"])
        yield _small(released["denominator"] - released["numerator"])
    elif kind == "curve":
        yield released["n"] < SMALLEST_DENOMINATOR
