"""Order and plausibility of times."""

from typing import Any

from registry.derived import hours, local_day
from registry.rules.book import error, warning
from registry.rules.times_order import not_before


@error(
    "V001",
    "run_start_at run_stop_at",
    "End of ECLS flow must be after its start",
    "ECLS结束时间必须晚于启动时间",
    on="run",
)
def flow_stops_after_it_starts(c: Any) -> bool:
    return c.run_stop_at > c.run_start_at


@error(
    "V002",
    "admission_at admission_source cannulation_place run_start_at",
    "ECLS cannot start before admission unless the patient was cannulated elsewhere",
    "除外院已行ECLS或外院置管外，ECLS启动不得早于入院",
    on="run",
)
def flow_starts_after_admission(c: Any) -> bool:
    return (
        c.get("admission_source") in (4, 5)
        or c.get("cannulation_place") in (11, 12, 13)
        or c.run_start_at >= c.admission_at
    )


@error(
    "V003", "birth_date run_start_at", "ECLS cannot start before birth", "ECLS启动不得早于出生日期", on="run"
)
def flow_starts_after_birth(c: Any) -> bool:
    return local_day(c.run_start_at) >= c.birth_date


@error(
    "V004",
    "admission_at birth_date",
    "Admission cannot precede birth",
    "入院时间不得早于出生日期",
    on="admission",
)
def admitted_after_birth(c: Any) -> bool:
    return local_day(c.admission_at) >= c.birth_date


@error(
    "V006",
    "discharge_at discharge_status run_stop_at",
    "ECLS must end no later than discharge",
    "ECLS结束不得晚于出院",
    on="run",
)
def flow_stops_before_discharge(c: Any) -> bool:
    return (
        c.get("discharge_status") == 7
        or c.run_stop_at <= c.discharge_at
        or (c.discharge_status in (4, 5) and hours(c.run_stop_at, c.discharge_at) <= 24)
    )


@error(
    "V007",
    "decannulated_at run_stop_at",
    "Decannulation cannot precede the end of flow",
    "拔管时间不得早于转流结束",
    on="run",
)
def decannulated_after_flow_stops(c: Any) -> bool:
    return not_before(c, "decannulated_at", "run_stop_at")


@error(
    "V008",
    "decannulated_at discharge_at",
    "Decannulation must be no later than discharge",
    "拔管时间不得晚于出院时间",
    on="run",
)
def decannulated_before_discharge(c: Any) -> bool:
    return not_before(c, "discharge_at", "decannulated_at")


@error(
    "V009",
    "admission_at icu_admission_at icu_discharge_at",
    "ICU times must lie in order within the stay",
    "ICU时间须在住院期内且先后有序",
    on="admission",
)
def icu_stay_in_order(c: Any) -> bool:
    return not_before(c, "icu_admission_at", "admission_at") and not_before(
        c, "icu_discharge_at", "icu_admission_at"
    )


@error(
    "V010",
    "admission_at discharge_at",
    "Discharge cannot precede admission",
    "出院不得早于入院",
    on="admission",
)
def discharged_after_admission(c: Any) -> bool:
    return c.discharge_at >= c.admission_at


@error(
    "V011",
    "death_at discharge_at run_stop_at",
    "Dates in the future are not allowed",
    "日期不得晚于当前时间",
    on="run",
)
def nothing_lies_in_the_future(c: Any) -> bool:
    return all(
        c.get(name) is None or c.get(name) <= c.now for name in ("death_at", "discharge_at", "run_stop_at")
    )


@error(
    "V025",
    "admission_at admission_source transferred_in_ecls_start_at",
    "ECLS at the referring hospital must start before arrival",
    "外院ECLS启动须早于转入",
    on="admission",
)
def transferred_in_after_its_start(c: Any) -> bool:
    return c.admission_source != 4 or c.transferred_in_ecls_start_at <= c.admission_at


@warning(
    "V026",
    "admission_source run_start_at transferred_in_ecls_start_at",
    "Transferred-in run: start should equal the referring hospital's start",
    "带ECLS转入者启动时间应与外院一致",
    on="run",
)
def transferred_in_start_is_the_run_start(c: Any) -> bool:
    return (
        c.admission_source != 4
        or c.get("previous_run_stop_at") is not None
        or abs(hours(c.transferred_in_ecls_start_at, c.run_start_at)) <= 1
    )


@error(
    "V027",
    "run_number run_start_at",
    "A later run must start after the previous run ended",
    "后续ECLS须晚于前次结束",
    on="run",
)
def runs_do_not_overlap(c: Any) -> bool:
    return c.run_number == 1 or c.previous_run_stop_at <= c.run_start_at


@warning(
    "V028",
    "run_start_at",
    "Runs less than 1 h apart are usually one run",
    "间隔不足1小时通常应为同一次ECLS",
    on="run",
)
def runs_are_an_hour_apart(c: Any) -> bool:
    return hours(c.run_start_at, c.previous_run_stop_at) >= 1


@error(
    "V042",
    "cannulation_start_at run_start_at",
    "Cannulation starts before flow",
    "置管开始不得晚于转流开始",
    on="run",
)
def cannulated_before_flow(c: Any) -> bool:
    return c.cannulation_start_at <= c.run_start_at


@warning(
    "V043",
    "cannulation_start_at run_start_at",
    "Cannulation longer than 180 min: check",
    "置管超过180分钟请核对",
    on="run",
)
def cannulation_within_three_hours(c: Any) -> bool:
    return c.cannulation_minutes <= 180


@warning("V056", "run_hours", "Run longer than 120 days: confirm", "ECLS超过120天请确认", on="run")
def run_within_120_days(c: Any) -> bool:
    return c.run_hours <= 2880


@warning("V057", "run_hours", "Run shorter than 1 h: confirm", "ECLS不足1小时请确认", on="run")
def run_of_an_hour_or_more(c: Any) -> bool:
    return c.run_hours >= 1


@error(
    "V118", "run_start_at vad_after vad_at", "VAD implantation precedes the run", "VAD植入早于ECLS", on="run"
)
def vad_after_run_start(c: Any) -> bool:
    return c.vad_after == 0 or not_before(c, "vad_at", "run_start_at")


@error(
    "V119",
    "run_start_at transplant_at transplant_type",
    "Transplant precedes the run",
    "移植早于ECLS",
    on="run",
)
def transplant_after_run_start(c: Any) -> bool:
    return c.transplant_type == 0 or not_before(c, "transplant_at", "run_start_at")


@warning(
    "V151",
    "admission_at discharge_status",
    "Still in hospital one year after admission: confirm or update",
    "入院满1年仍在住院请确认或更新",
    on="admission",
)
def still_in_hospital_within_a_year(c: Any) -> bool:
    return c.discharge_status != 7 or (c.now - c.admission_at).days <= 365
