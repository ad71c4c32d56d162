"""The cardiac arrest before ECPR: asked for, and in order."""

from typing import Any

from registry.rules.book import ECPR, error, warning
from registry.rules.times_order import not_before


@error("V032", "arrest_at support_type", "ECPR requires the arrest form", "ECPR 须填写心搏骤停表", on="ecpr")
def ecpr_tells_of_its_arrest(c: Any) -> bool:
    """Asked once the run is over; a draft that has just begun is not wrong yet."""
    return c.get("run_stop_at") is None or c.support_type != ECPR or c.has_answer("arrest_at")


@error(
    "V033",
    "pre_arrest support_type",
    "ECPR requires cardiac arrest before ECLS",
    "ECPR 须有 ECLS 前心搏骤停",
    on="pre_ecls",
)
def ecpr_follows_an_arrest(c: Any) -> bool:
    return c.support_type != ECPR or c.pre_arrest == 1


@warning(
    "V034",
    "rosc_sustained support_type",
    "Sustained ROSC of 20 min before flow: usually cardiac, not ECPR",
    "持续 ROSC≥20 分钟者通常归为循环支持",
    on="ecpr",
)
def ecpr_without_sustained_circulation(c: Any) -> bool:
    return c.support_type != ECPR or c.rosc_sustained != 1


@error(
    "V037",
    "arrest_at cpr_start_at run_start_at",
    "Arrest, CPR start and ECLS start must be in order",
    "骤停、CPR、ECLS 启动须先后有序",
    on="ecpr",
)
def arrest_cpr_and_flow_in_order(c: Any) -> bool:
    return not_before(c, "cpr_start_at", "arrest_at") and not_before(c, "run_start_at", "cpr_start_at")


@warning(
    "V038",
    "low_flow_minutes",
    "Low-flow time outside 5 to 180 min: check times",
    "低血流时间不在 5~180 分钟请核对",
    on="ecpr",
)
def low_flow_as_usual(c: Any) -> bool:
    return 5 <= c.low_flow_minutes <= 180


@error(
    "V039",
    "low_flow_minutes",
    "Low-flow time above 900 min is not accepted",
    "低血流时间不得超过 900 分钟",
    on="ecpr",
)
def low_flow_possible(c: Any) -> bool:
    return c.low_flow_minutes <= 900


@warning(
    "V040",
    "no_flow_minutes witnessed",
    "Witnessed arrest with no-flow above 20 min: check",
    "有目击者而无血流>20 分钟请核对",
    on="ecpr",
)
def witnessed_arrest_is_answered_soon(c: Any) -> bool:
    return c.witnessed != 1 or c.no_flow_minutes <= 20


@error(
    "V041",
    "arrest_at arrest_location hospital_arrival_at",
    "Out-of-hospital arrest must precede hospital arrival",
    "院外心搏骤停须早于到院时间",
    on="ecpr",
)
def arrest_outside_precedes_arrival(c: Any) -> bool:
    return c.arrest_location != 1 or c.arrest_at <= c.hospital_arrival_at
