"""Survival to one year after the start of ECLS."""

from collections import Counter
from typing import Any

from crf.pairs import Pair
from national.statistics.base import (
    ONE_YEAR,
    PUBLISHED_ONLY,
    SUPPORT_TYPE,
    YEAR,
    Definition,
    Lines,
    Measure,
    Rows,
    Statistic,
    also,
    in_order,
)
from national.stats.survival import EventCount, SurvivalCurve, km_curve
from national.stats.table import ALL, row

HORIZON = 365
AT_RISK_DAYS = (0, 30, 90, 180, 365)

SQL = f"""
    SELECT year, CASE WHEN support_type = 0 THEN 'U' ELSE support_type::text END,
           least(time_days, {HORIZON + 1}), event AND time_days <= {HORIZON}, count(*)
    FROM national_runfact WHERE first_run AND {{years}} GROUP BY 1, 2, 3, 4
"""


def build(rows: Rows) -> Lines:
    """One curve per year and support type, from event tables that are added up before they are estimated."""
    tables: dict[tuple[Any, str], Counter[tuple[int, bool]]] = {}
    for year, kind, time, event, count in rows:
        for place in ((year, kind), (year, ALL), (ALL, kind), (ALL, ALL)):
            tables.setdefault(place, Counter())[time, event] += count
    years = sorted({year for year, _ in tables if year != ALL})
    types = in_order((kind for _, kind in tables), SUPPORT_TYPE.levels)
    return [
        row({"year": year, "support_type": kind}, {"survival": _curve(tables.get((year, kind), Counter()))})
        for year in ([ALL, *years] if years else [])
        for kind in types
    ]


def _curve(table: Counter[tuple[int, bool]]) -> dict[str, Any]:
    events = [EventCount(time, event, count) for (time, event), count in sorted(table.items())]
    return document(km_curve(events, AT_RISK_DAYS))


def document(curve: SurvivalCurve) -> dict[str, Any]:
    """A curve as plain JSON values."""
    values = {name: list(v) if isinstance(v, tuple) else v for name, v in vars(curve).items()}
    return values | {"at_risk": {"times": values.pop("at_risk_times"), "n": values["at_risk"]}}


STATISTIC = Statistic(
    key="survival_one_year",
    label=Pair("Survival to one year", "一年生存"),
    unit="admission",
    unit_label=Pair("First run of the admission", "住院首次ECLS"),
    dimensions=(YEAR, SUPPORT_TYPE),
    measures=(Measure("survival", "curve", Pair("Survival", "生存率")),),
    definition=Definition(
        numerator=Pair(
            "Deaths from any cause, in hospital or known from follow-up, by calendar days after the start of flow. "
            "Terminal discharge is a death on the day of discharge unless the patient is known to have died later or "
            "to be alive 30 days after it.",
            "自开始转流起按日历天计的全因死亡（院内死亡或随访获知）。病危自动出院按出院当日死亡计，"
            "除非已知其后的死亡日期或证实30天后仍存活。",
        ),
        denominator=Pair(
            "First runs of an admission. Each is observed from the start of flow to death or to the last day the "
            "patient was known alive, at most 365 days.",
            "住院首次ECLS。自开始转流观察至死亡或最后一次确认存活之日，最长365天。",
        ),
        exclusions=PUBLISHED_ONLY,
        missing=Pair(
            "Nobody is left out: a patient lost to follow-up is censored on the last day known alive, a transfer on "
            "ECLS without a linked record at the handover. Nobody is taken to be alive today.",
            "不剔除任何患者：失访者在最后确认存活之日截尾；带ECLS转院而未关联者在交接之日截尾。不假定任何人至今存活。",
        ),
        method=also(
            ONE_YEAR,
            Pair(
                "Kaplan-Meier estimate with a log-log 95 % interval from Greenwood's variance. Published curves end "
                "where fewer than 10 patients are at risk; numbers of patients of all years together are rounded to "
                "multiples of 5.",
                "Kaplan-Meier估计，Greenwood方差，log-log法95%置信区间。风险人数少于10时不再公布曲线；各年合并的人数按5的倍数取整公布。",
            ),
        ),
    ),
    version="1.0",
    reads=frozenset({"year", "support_type", "first_run", "time_days", "event"}),
    sql=SQL,
    build=build,
    pooled=True,
    subjects=("outcomes", "first_runs"),
)
