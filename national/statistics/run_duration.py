"""How long runs last."""

from typing import Any

from crf.pairs import Pair
from national.statistics import cube
from national.statistics.base import (
    AGE_GROUP,
    CONTINUED,
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
)

# percentile_cont interpolates as national.stats.quantiles does; minutes are whole numbers, so both are exact.
SQL = f"""
    SELECT {cube.PLACES}, count(*) FILTER (WHERE head), count(episode_minutes) FILTER (WHERE head),
           percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY episode_minutes) FILTER (WHERE head)
    FROM national_runfact WHERE {{years}} {cube.GROUPS}
"""


def build(rows: Rows) -> Lines:
    """Quartiles of hours per place."""
    return cube.lines(rows, _cells, (0, 0, None))


def _cells(runs: int, known: int, quartiles: list[float] | None) -> dict[str, Any]:
    q1, median, q3 = (minutes / 60 for minutes in quartiles) if known and quartiles else (None, None, None)
    return {"runs": runs, "hours": {"n": known, "median": median, "q1": q1, "q3": q3}}


STATISTIC = Statistic(
    key="run_duration",
    label=Pair("Duration of runs", "ECLS时长"),
    unit="run",
    unit_label=Pair("ECLS run", "ECLS例次"),
    dimensions=(YEAR, AGE_GROUP, SUPPORT_TYPE),
    measures=(
        Measure("runs", "count", Pair("Runs", "例次")),
        Measure("hours", "quantiles", Pair("Hours of support", "支持时长（小时）")),
    ),
    definition=Definition(
        numerator=Pair(
            "Hours from the start to the final stop of flow, from exact minutes; a run continued in another center "
            "lasts from its first start to its last stop.",
            "从开始转流至最终停止的小时数（按分钟精确计算）；在另一中心接续的，自首次开始至最后停止计。",
        ),
        denominator=Pair("Runs with a known start and stop.", "起止时间已知的例次。"),
        exclusions=PUBLISHED_ONLY,
        missing=Pair(
            "Runs without a stop time are in the number of runs but not in the quartiles.",
            "无停止时间者计入例次，不参与四分位数计算。",
        ),
        method=also(
            ONE_YEAR,
            CONTINUED,
            Pair(
                "Median and quartiles by linear interpolation (type 7 of Hyndman and Fan).",
                "中位数与四分位数采用线性插值（Hyndman-Fan第7型）。",
            ),
        ),
    ),
    version="1.0",
    reads=frozenset({"year", "age_group", "support_type", "head", "episode_minutes"}),
    sql=SQL,
    build=build,
)
