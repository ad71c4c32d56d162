"""Derived variables of follow-up: the age of the patient, scores of questionnaires, and survival."""

from datetime import timedelta
from typing import Any

from crf.rules import NotEvaluable
from outcomes.rules import WHODAS
from registry.derived import derived, describe, whole_years

WHODAS_HIGHEST = 48
DISABLED_FROM = 25  # percent

describe(
    "age_at_followup",
    ("Age at follow-up", "随访时年龄"),
    (
        "Completed years on the day of contact; decides between the questions for adults and for children",
        "联系当日的周岁；决定使用成人或儿童量表",
    ),
    "whole years from birth_date to fu_date",
    of="birth_date fu_date",
    unit="y",
)
describe(
    "fu_whodas_percent",
    ("WHODAS 2.0 percent", "WHODAS 2.0 百分比"),
    ("Sum of the 12 items, each 0 to 4, as a share of 48", "12 项（各 0–4 分）之和占 48 的百分比"),
    "sum of fu_whodas_items / 48 * 100",
    of="fu_whodas_items",
    unit="%",
)
describe(
    "fu_eq5d_index",
    ("EQ-5D-5L utility", "EQ-5D-5L 效用值"),
    (
        "Awaits the published Chinese value set; empty until it is installed and checked, and never guessed",
        "待装入并核对已发表的中国效用值表；此前为空，不作估计",
    ),
    "value set of the five levels",
    of="fu_eq5d_mobility fu_eq5d_selfcare fu_eq5d_activity fu_eq5d_pain fu_eq5d_anxiety",
    unit="index",
)
describe(
    "survival_30d",
    ("30-day survival", "30 天生存"),
    (
        "Alive at the end of day 30 from the start of flow of the first run, from form 9 and every follow-up; "
        "empty when nothing is known of that day",
        "首次转流开始起第 30 天结束时存活，依据表 9 及各次随访；该日情况不明时为空",
    ),
    "death_day > date(run_start_at) + 30, or known alive on that day or later",
    of="run_start_at death_at died discharge_at discharge_status alive_30d_known fu_vital_status fu_date fu_death_date",
)
describe(
    "survival_180d",
    ("180-day survival", "180 天生存"),
    (
        "Alive at the end of day 180 from the start of flow of the first run, from form 9 and every follow-up; "
        "empty when nothing is known of that day",
        "首次转流开始起第 180 天结束时存活，依据表 9 及各次随访；该日情况不明时为空",
    ),
    "death_day > date(run_start_at) + 180, or known alive on that day or later",
    of="run_start_at death_at died discharge_at discharge_status fu_vital_status fu_date fu_death_date",
)
describe(
    "disability_free_6m",
    ("Disability-free survival at 6 months", "6 个月无残疾生存"),
    (
        "Alive at 180 days and WHODAS below 25 % in the contact of 180 days; a death is no, "
        "and a survivor without WHODAS is not judged",
        "180 天存活且 180 天随访 WHODAS 低于 25%；死亡者为否，存活但无 WHODAS 者为空",
    ),
    "survival_180d and fu_whodas_percent < 25 in window D180",
    of="survival_180d fu_whodas_percent",
)


@derived
def age_at_followup(c: Any) -> int:
    return whole_years(c.birth_date, c.fu_date)


@derived
def fu_whodas_percent(c: Any) -> float:
    if not WHODAS.fullmatch(c.fu_whodas_items):
        raise NotEvaluable("fu_whodas_items")
    return sum(map(int, c.fu_whodas_items)) / WHODAS_HIGHEST * 100


@derived
def fu_eq5d_index(c: Any) -> None:
    return None


@derived
def survival_30d(c: Any) -> bool:
    return _alive_after(c, 30)


@derived
def survival_180d(c: Any) -> bool:
    return _alive_after(c, 180)


@derived
def disability_free_6m(c: Any) -> bool:
    return c.survival_180d and c.fu_whodas_percent < DISABLED_FROM


def _alive_after(c: Any, days: int) -> bool:
    end = c.flow_start_day + timedelta(days)
    if died := c.get("death_day"):
        return bool(died > end)
    if c.alive_day >= end:
        return True
    raise NotEvaluable("alive_day")
