"""The highest stage of acute kidney injury on ECLS."""

from datetime import datetime, timedelta
from typing import Any

from crf.rules import NotEvaluable
from registry.derived.book import derived, describe
from registry.scores.kdigo_aki import kdigo_aki

WINDOW = timedelta(hours=48)
COLLECTED_HOURS = 24  # of the urine in one row
ENTERED = {"REN01": 1, "REN02": 2, "REN03": 3}
LOW, VERY_LOW = 0.5, 0.3  # mL/kg/h

describe(
    "kdigo_max",
    ("Highest KDIGO stage on ECLS", "最高 AKI 分期（KDIGO）"),
    (
        "The highest of the stages entered as complications and those of creatinine and 24 h urine in the daily rows "
        "(KDIGO 2012, adult rule, clause for children off). Baseline is the creatinine before ECLS; replacement "
        "therapy alone sets no stage",
        "并发症所登记分期与每日肌酐、24 小时尿量所得分期的最高值（KDIGO 2012 成人规则，儿童条款未启用）。"
        "以 ECLS 前肌酐为基线；单纯肾脏替代不计分期",
    ),
    "max(stage of REN01-REN03, stage of each daily row)",
    of="pre_creatinine on_creatinine measured_at urine_ml weight_kg comp_code",
    unit="stage",
)


@derived
def kdigo_max(c: Any) -> int:
    entered = [ENTERED.get(row.get("comp_code")) for row in c.rows("complications")]
    found = [stage for stage in [*entered, *_measured(c)] if stage is not None]
    if not found:
        raise NotEvaluable("creatinine or urine")
    return max(found)


def _measured(c: Any) -> list[int | None]:
    rows = sorted((row for row in c.rows("support_records") if row.get("measured_at")), key=_at)
    return [_stage(c, row, rows[:place]) for place, row in enumerate(rows)]


def _at(row: Any) -> datetime:
    return row.measured_at


def _stage(c: Any, row: Any, earlier: list[Any]) -> int | None:
    """None where neither creatinine nor urine can be judged."""
    rate = _urine_rate(c, row)
    found = kdigo_aki(
        scr_umol_l=row.get("on_creatinine"),
        scr_baseline_umol_l=c.get("pre_creatinine"),
        scr_rise_48h_umol_l=_rise(row, earlier),
        hours_uo_lt_0_5=None if rate is None else COLLECTED_HOURS * (rate < LOW),
        hours_uo_lt_0_3=None if rate is None else COLLECTED_HOURS * (rate < VERY_LOW),
        hours_anuria=None if rate is None else COLLECTED_HOURS * (rate == 0),
    )
    return None if found.total is None else int(found.total)


def _urine_rate(c: Any, row: Any) -> float | None:
    """Mean of the 24 h before the time point, mL/kg/h."""
    urine, weight = row.get("urine_ml"), c.get("weight_kg")
    return None if urine is None or not weight else urine / float(weight) / COLLECTED_HOURS


def _rise(row: Any, earlier: list[Any]) -> float | None:
    """Above the lowest creatinine of the 48 h before, μmol/L."""
    before = [
        value
        for other in earlier
        if row.measured_at - other.measured_at <= WINDOW and (value := other.get("on_creatinine")) is not None
    ]
    current = row.get("on_creatinine")
    return None if current is None or not before else float(current - min(before))
