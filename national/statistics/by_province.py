"""Where ECLS is done: runs and centers by the province of the center."""

from crf.codelists.provinces import PROVINCE
from crf.pairs import Pair
from national.statistics.base import (
    CONTINUED,
    EVERYTHING,
    ONE_YEAR,
    PUBLISHED_ONLY,
    YEAR,
    Definition,
    Dimension,
    Lines,
    Measure,
    Rows,
    Statistic,
    also,
    in_order,
)
from national.stats.table import ALL, row

SQL = """
    SELECT year, CASE WHEN grouping(province) = 1 THEN 'all' ELSE province END,
           count(*) FILTER (WHERE head), count(DISTINCT center_id)
    FROM national_runfact WHERE {years} GROUP BY year, ROLLUP (province)
"""
NOT_PLACES = ("90", "99")  # outside China, unknown: no center is there
PROVINCES = {option.code: option.label for option in PROVINCE if option.code not in NOT_PLACES}


def build(rows: Rows) -> Lines:
    """Every province of every year, with zeros where no run was reported."""
    found = {(year, province): figures for year, province, *figures in rows}
    provinces = in_order((province for _, province in found), [ALL, *PROVINCES])
    return [
        row(
            {"year": year, "province": province},
            dict(zip(("runs", "centers"), found.get((year, province), (0, 0)), strict=True)),
        )
        for year in sorted({year for year, _ in found})
        for province in provinces
    ]


STATISTIC = Statistic(
    key="by_province",
    label=Pair("Runs and centers by province", "各省份例次与中心数"),
    unit="run",
    unit_label=Pair("ECLS run", "ECLS例次"),
    dimensions=(YEAR, Dimension("province", Pair("Province", "省份"), {ALL: EVERYTHING, **PROVINCES})),
    measures=(
        Measure("runs", "count", Pair("Runs", "例次")),
        Measure("centers", "count", Pair("Centers", "中心数"), facility=True),
    ),
    definition=Definition(
        numerator=Pair(
            "Runs by the province of the center that started them; centers with at least one run in the year.",
            "按启动ECLS的中心所在省份统计例次；当年至少有一次ECLS的中心数。",
        ),
        denominator=Pair(
            "None: these are counts of activity, not rates of residents.",
            "无：为开展量计数，并非居民发生率。",
        ),
        exclusions=PUBLISHED_ONLY,
        missing=Pair("None: each center has a province.", "无：每家中心均有所在省份。"),
        method=also(
            ONE_YEAR,
            CONTINUED,
            Pair(
                "A zero means that no accepted run was reported, not that none was done.",
                "零表示未上报已通过审核的例次，并不表示未开展。",
            ),
        ),
    ),
    version="1.0",
    reads=frozenset({"year", "province", "head", "center_id"}),
    sql=SQL,
    build=build,
)
