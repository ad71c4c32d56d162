"""How much ECLS there is: runs, patients and centers by year."""

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

SQL = f"""
    SELECT {cube.PLACES}, count(*) FILTER (WHERE head), count(DISTINCT person_key) FILTER (WHERE head),
           count(DISTINCT center_id)
    FROM national_runfact WHERE {{years}} {cube.GROUPS}
"""


def build(rows: Rows) -> Lines:
    """Counts per place; growth is added when the years are read side by side."""
    return cube.lines(rows, lambda *n: dict(zip(("runs", "patients", "centers"), n, strict=True)), (0, 0, 0))


STATISTIC = Statistic(
    key="activity_by_year",
    label=Pair("Runs, patients and centers by year", "历年ECLS例次、患者数与中心数"),
    unit="run",
    unit_label=Pair("ECLS run", "ECLS例次"),
    dimensions=(YEAR, AGE_GROUP, SUPPORT_TYPE),
    measures=(
        Measure("runs", "count", Pair("Runs", "例次")),
        Measure("patients", "count", Pair("Patients", "患者数")),
        Measure("centers", "count", Pair("Centers", "中心数"), facility=True),
        Measure("growth", "percent", Pair("Growth of runs", "例次增长率")),
    ),
    definition=Definition(
        numerator=Pair(
            "Runs that started in the year; patients with at least one such run (a patient seen by two centers "
            "counts once); centers with at least one such run of their own. Growth is the change of runs against "
            "the year before.",
            "当年开始的ECLS例次；当年至少有一次ECLS的患者（在两家中心治疗的同一患者计一次）；当年至少有一次ECLS的中心。"
            "增长率为例次较上一年的变化。",
        ),
        denominator=Pair("For growth, the runs of the year before.", "增长率的分母为上一年例次。"),
        exclusions=also(
            PUBLISHED_ONLY,
            Pair("Cannulations that never reached flow are no runs.", "置管但未建立转流的不计为一次ECLS。"),
        ),
        missing=Pair(
            "Runs without birth date or support type form a row of their own, never a guess.",
            "出生日期或支持类型缺失的单列一行，不作推断。",
        ),
        method=also(
            ONE_YEAR,
            CONTINUED,
            Pair("The unfinished year has no growth rate.", "未结束的年份不计算增长率。"),
        ),
    ),
    version="1.0",
    reads=frozenset({"year", "age_group", "support_type", "head", "person_key", "center_id"}),
    sql=SQL,
    build=build,
)
