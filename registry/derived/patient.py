"""Age and body size at the start of a run."""

from math import sqrt
from typing import Any

from registry.derived.book import derived, describe
from registry.derived.moments import local_day, whole_years

describe(
    "age_days",
    ("Age at ECLS start, days", "ECLS 启动时年龄（天）"),
    (
        "Completed days from birth to the start of flow, by local calendar dates; the day of birth is 0",
        "出生至转流开始的整日数，按当地日期计；出生当日为 0",
    ),
    "date(run_start_at) - birth_date",
    of="birth_date run_start_at",
    unit="d",
)
describe(
    "age_years",
    ("Age at ECLS start, years", "ECLS 启动时年龄（岁）"),
    (
        "Completed years from birth to the start of flow, by the calendar and not by days divided by 365",
        "出生至转流开始的周岁，按日历计，不以天数除以 365",
    ),
    "whole years from birth_date to date(run_start_at)",
    of="birth_date run_start_at",
    unit="y",
)
describe(
    "age_group",
    ("Age group", "年龄分组"),
    (
        "N to 28 days, P from 29 days to under 18 years, A from 18 years; fixed at the start of each run",
        "N 为 0–28 天，P 为 29 天至不满 18 岁，A 为 18 岁及以上；每次转流开始时确定",
    ),
    "N if age_days <= 28, P if age_years < 18, else A",
    of="age_days age_years",
)
describe(
    "postmenstrual_age_weeks",
    ("Postmenstrual age", "矫正胎龄"),
    (
        "Gestational age at birth plus age at the start of flow; extra days count as 0 while not answered",
        "出生胎龄加转流开始时日龄；胎龄天数未填时按 0 计",
    ),
    "gestational_age_weeks + (gestational_age_days + age_days) / 7",
    of="gestational_age_weeks gestational_age_days age_days",
    unit="weeks",
)
describe(
    "bmi",
    ("Body mass index", "体重指数"),
    ("Weight over the square of height; read from 2 years of age", "体重除以身高的平方；2 岁起使用"),
    "weight_kg / (height_cm / 100)^2",
    of="weight_kg height_cm",
    unit="kg/m2",
)
describe(
    "bsa",
    ("Body surface area (Mosteller)", "体表面积（Mosteller）"),
    (
        "Square root of weight times height over 3600",
        "体重与身高之积除以 3600 后开平方",
    ),
    "sqrt(weight_kg * height_cm / 3600)",
    of="weight_kg height_cm",
    unit="m2",
)


@derived
def age_days(c: Any) -> int:
    return (local_day(c.run_start_at) - c.birth_date).days


@derived
def age_years(c: Any) -> int:
    return whole_years(c.birth_date, local_day(c.run_start_at))


@derived
def age_group(c: Any) -> str:
    if c.age_days <= 28:
        return "N"
    return "P" if c.age_years < 18 else "A"


@derived
def postmenstrual_age_weeks(c: Any) -> float:
    return c.gestational_age_weeks + ((c.get("gestational_age_days") or 0) + c.age_days) / 7


@derived
def bmi(c: Any) -> float:
    return float(c.weight_kg) / (float(c.height_cm) / 100) ** 2


@derived
def bsa(c: Any) -> float:
    return sqrt(float(c.weight_kg) * float(c.height_cm) / 3600)
