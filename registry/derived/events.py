"""Complications and infections counted against the time on support."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crf.rules import NotEvaluable
from registry.derived.book import derived, describe

YES = 1
OF_TYPE = {1: "INF02", 4: "INF03", 5: "INF04", 8: "INF05"}
"""Infection types that are a complication of their own."""
CULTURED, OTHER = "INF01", "INF88"

describe(
    "complication_rate",
    ("Complications per 1000 ECLS hours", "每 1000 ECLS 小时并发症数"),
    (
        "All complications of the runs, those derived from infections included, over the hours of all runs",
        "各次并发症（含由感染推出者）总数除以总时长",
    ),
    "1000 * number of complications / sum of run_hours",
    of="comp_code infection_type run_hours",
    unit="per 1000 h",
)
describe(
    "infection_rate",
    ("Infections per 1000 ECLS days", "每 1000 ECLS 日感染数"),
    (
        "New infection episodes over the days of all runs; rows with the same type and onset are one episode",
        "新发感染例次除以总 ECLS 日；类型与起病时间相同的行计为一次",
    ),
    "1000 * number of infection episodes / sum of run_days",
    of="infection_type infection_onset_at infection_present_before run_days",
    unit="per 1000 d",
)


@dataclass(frozen=True)
class InfectionComplication:
    """A complication of group INF, as the infection form tells it: never entered and never stored."""

    code: str
    onset_at: datetime | None
    is_day: bool = False  # the onset is known to the day only


def infection_complications(c: Any) -> list[InfectionComplication]:
    """The complications of group INF of one run, one for each new infection episode."""
    return [
        InfectionComplication(_code(row), row.get("infection_onset_at"), row.is_day("infection_onset_at"))
        for row in new_infections(c)
    ]


def new_infections(c: Any) -> list[Any]:
    """One row of each new episode of a run: several organisms of one infection stand in several rows."""
    episodes = {
        (row.get("infection_type"), row.get("infection_onset_at")): row
        for row in reversed(c.rows("infections"))
        if row.get("infection_type") is not None and row.get("infection_present_before") != YES
    }
    return list(reversed(episodes.values()))


def _code(row: Any) -> str:
    if own := OF_TYPE.get(row.infection_type):
        return own
    return CULTURED if row.get("culture_positive") == YES else OTHER


def _entered(c: Any) -> Iterator[str]:
    return (code for row in c.rows("complications") if (code := row.get("comp_code")) is not None)


@derived
def complication_rate(c: Any) -> float:
    number = sum(len([*_entered(run), *new_infections(run)]) for run in c.runs)
    return _per(1000, number, c.total_ecls_hours)


@derived
def infection_rate(c: Any) -> float:
    return _per(1000, sum(len(new_infections(run)) for run in c.runs), c.total_ecls_hours / 24)


def _per(unit: int, number: int, time: float) -> float:
    if time <= 0:
        raise NotEvaluable("time on support")
    return unit * number / time
