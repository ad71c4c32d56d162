"""The daily rows of a run."""

from typing import Any

from registry.derived import hours
from registry.derived.support import AT_24_HOURS
from registry.rules.book import error, warning

AT_4_HOURS = "H4"
ON = "support"


@error("V072", "on_sbp on_dbp", "On-ECLS pressures must be ordered", "ECLS 期间收缩压须≥舒张压", on=ON)
def pressures_on_ecls_in_order(c: Any) -> bool:
    return c.on_sbp >= c.on_dbp


@error(
    "V089",
    "measured_at run_start_at timepoint",
    "4 h values must be measured 3 to 6 h after start",
    "4 小时数据须在启动后 3~6 小时",
    on=ON,
)
def four_hours_after_start(c: Any) -> bool:
    return c.timepoint != AT_4_HOURS or 3 <= hours(c.measured_at, c.run_start_at) <= 6


@error(
    "V090",
    "measured_at run_start_at timepoint",
    "24 h values must be measured 18 to 30 h after start",
    "24 小时数据须在启动后 18~30 小时",
    on=ON,
)
def a_day_after_start(c: Any) -> bool:
    return c.timepoint != AT_24_HOURS or 18 <= hours(c.measured_at, c.run_start_at) <= 30


@warning(
    "V091",
    "run_stop_at timepoint",
    "24 h data missing for a run of 18 h or longer",
    "运行≥18 小时缺少 24 小时数据",
    on="run",
)
def long_run_has_a_row_of_24_hours(c: Any) -> bool:
    """Asked once the run is over, at the end of flow: the row that could carry the reason is not there."""
    return c.run_hours < 18 or _times(c, AT_24_HOURS) > 0


@error(
    "V092",
    "measured_at run_start_at run_stop_at",
    "Support data must lie within the run",
    "支持数据时间须在运行期内",
    on=ON,
)
def measured_within_the_run(c: Any) -> bool:
    stop = c.get("run_stop_at")
    return c.measured_at >= c.run_start_at and (stop is None or c.measured_at <= stop)


@error(
    "V093",
    "timepoint",
    "Only one 4 h and one 24 h row per run",
    "4 小时和 24 小时各仅一行",
    on=ON,
)
def one_row_at_4_and_24_hours(c: Any) -> bool:
    return c.timepoint not in (AT_4_HOURS, AT_24_HOURS) or _times(c, c.timepoint) == 1


@warning(
    "V094",
    "pump_flow weight_kg",
    "Flow above 250 mL/kg/min: check",
    "流量>250 mL/kg/min 请核对",
    on=ON,
)
def flow_for_the_weight(c: Any) -> bool:
    return c.pump_flow * 1000 <= 250 * c.weight_kg


@warning(
    "V095",
    "pre_membrane_pressure post_membrane_pressure",
    "Pre-membrane pressure below post-membrane: check",
    "膜前压低于膜后压请核对",
    on=ON,
)
def pressure_falls_over_the_membrane(c: Any) -> bool:
    return c.pre_membrane_pressure >= c.post_membrane_pressure


@warning(
    "V096",
    "plasma_free_hb any_complication",
    "Free hemoglobin above 500 mg/L without hemolysis complication",
    "游离血红蛋白>500 mg/L 未记录溶血",
    on=ON,
)
def hemolysis_is_a_complication(c: Any) -> bool:
    return c.plasma_free_hb <= 500 or c.any_complication == 1


@warning(
    "V097",
    "on_paco2 paco2_change_24h",
    "PaCO2 fell over 50 % in 24 h: check",
    "24 小时 PaCO2 下降>50%请核对",
    on=ON,
)
def carbon_dioxide_falls_slowly(c: Any) -> bool:
    """Said at the row of 24 hours."""
    return c.timepoint != AT_24_HOURS or c.paco2_change_24h <= 50


@error(
    "V146",
    "on_vasoactive_drugs",
    "'None' cannot be combined with drugs on ECLS",
    '"无"不可与血管活性药物同选',
    on=ON,
)
def no_drug_on_ecls_stands_alone(c: Any) -> bool:
    return "NONE" not in c.on_vasoactive_drugs or len(c.on_vasoactive_drugs) == 1


def _times(c: Any, timepoint: str) -> int:
    return sum(row.get("timepoint") == timepoint for row in c.rows("support_records"))
