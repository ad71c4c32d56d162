"""How long support, cannulas and stays last."""

from typing import Any

from registry.derived.book import derived, describe
from registry.derived.moments import hours

describe(
    "run_hours",
    ("ECLS run duration", "ECLS 时长"),
    (
        "From the start of flow to its final stop, minutes kept; empty while the run goes on",
        "转流开始至最终停止，保留到分钟；运行中为空",
    ),
    "hours(run_stop_at - run_start_at)",
    of="run_start_at run_stop_at",
    unit="h",
)
describe(
    "run_days",
    ("ECLS run duration, days", "ECLS 天数"),
    ("Run duration in days of 24 h", "ECLS 时长按 24 h 折算为天"),
    "run_hours / 24",
    of="run_hours",
    unit="d",
)
describe(
    "total_ecls_hours",
    ("Total ECLS hours, all runs of an admission", "总 ECLS 时长"),
    (
        "Sum over the runs of this center's case; a run that another center continued is joined nationally",
        "本中心该病例各次时长之和；跨中心延续者在全国统计中合并",
    ),
    "sum of run_hours over the runs",
    of="run_hours",
    unit="h",
)
describe(
    "cannula_hours",
    ("Cannula dwell", "插管留置时长"),
    (
        "From insertion to removal; without a removal of its own, to decannulation or the end of flow",
        "置入至拔除；无单独拔除时间者计至末根拔管或转流结束",
    ),
    "hours((cannula_out_at or decannulated_at or run_stop_at) - cannula_in_at)",
    of="cannula_in_at cannula_out_at decannulated_at run_stop_at",
    unit="h",
)
describe(
    "icu_los_days",
    ("ICU stay", "ICU 住院日"),
    (
        "From the first ICU admission to leaving it, or death; one decimal",
        "首次入 ICU 至转出或死亡；保留 1 位小数",
    ),
    "days((icu_discharge_at or death_at) - icu_admission_at)",
    of="icu_admission_at icu_discharge_at death_at",
    unit="d",
)
describe(
    "hospital_los_days",
    ("Hospital stay", "住院日"),
    ("From admission to discharge, or death; one decimal", "入院至出院或死亡；保留 1 位小数"),
    "days((discharge_at or death_at) - admission_at)",
    of="admission_at discharge_at death_at",
    unit="d",
)


@derived
def run_hours(c: Any) -> float:
    return hours(c.run_stop_at, c.run_start_at)


@derived
def run_days(c: Any) -> float:
    return c.run_hours / 24


@derived
def total_ecls_hours(c: Any) -> float:
    return sum(run.run_hours for run in c.runs)


@derived
def cannula_hours(c: Any) -> float:
    out = c.get("cannula_out_at") or c.get("decannulated_at") or c.run_stop_at
    return hours(out, c.cannula_in_at)


@derived
def icu_los_days(c: Any) -> float:
    return round(hours(c.get("icu_discharge_at") or c.death_at, c.icu_admission_at) / 24, 1)


@derived
def hospital_los_days(c: Any) -> float:
    return round(hours(c.get("discharge_at") or c.death_at, c.admission_at) / 24, 1)
