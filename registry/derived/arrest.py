"""The minutes around a cardiac arrest, and the rhythm found."""

from typing import Any

from registry.derived.book import derived, describe
from registry.derived.moments import minutes

SHOCKABLE = frozenset({1, 2, 5})
UNKNOWN_RHYTHM = 9

describe(
    "no_flow_minutes",
    ("No-flow time", "无血流时间"),
    ("From arrest to the start of CPR; 0 when CPR began at once", "心搏骤停至 CPR 开始；立即开始者为 0"),
    "minutes(cpr_start_at - arrest_at)",
    of="arrest_at cpr_start_at",
    unit="min",
)
describe(
    "low_flow_minutes",
    ("Low-flow time", "低血流时间"),
    (
        "From the start of CPR to the start of flow; spells of circulation between are not taken off",
        "CPR 开始至转流开始；其间的自主循环不扣除",
    ),
    "minutes(run_start_at - cpr_start_at)",
    of="cpr_start_at run_start_at",
    unit="min",
)
describe(
    "cannulation_minutes",
    ("Cannulation time", "置管时间"),
    ("From the first puncture to the start of flow", "首次穿刺至转流开始"),
    "minutes(run_start_at - cannulation_start_at)",
    of="cannulation_start_at run_start_at",
    unit="min",
)
describe(
    "shockable_rhythm",
    ("Shockable initial rhythm", "可电击心律"),
    (
        "Ventricular fibrillation, pulseless ventricular tachycardia or shockable without type; "
        "empty when the rhythm is unknown",
        "心室颤动、无脉性室速或未分型的可电击心律；心律不详时为空",
    ),
    "initial_rhythm in (1, 2, 5)",
    of="initial_rhythm",
)


@derived
def no_flow_minutes(c: Any) -> float:
    return minutes(c.cpr_start_at, c.arrest_at)


@derived
def low_flow_minutes(c: Any) -> float:
    return minutes(c.run_start_at, c.cpr_start_at)


@derived
def cannulation_minutes(c: Any) -> float:
    return minutes(c.run_start_at, c.cannulation_start_at)


@derived
def shockable_rhythm(c: Any) -> bool | None:
    return None if c.initial_rhythm == UNKNOWN_RHYTHM else c.initial_rhythm in SHOCKABLE
