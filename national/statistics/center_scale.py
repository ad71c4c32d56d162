"""How the work is spread over centers: volume classes, median and quartiles."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from crf.pairs import Pair
from national.statistics.base import (
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
)
from national.stats.quantiles import quantiles
from national.stats.table import ALL, row
from national.stats.volume import CUT_POINTS, class_names, volume_class
from registry.derived import describe

SQL = """
    SELECT year, center_id, count(*) FROM national_runfact WHERE {years} GROUP BY year, center_id
"""

describe(
    "center_volume_class",
    ("Annual volume class", "年例数分层"),
    (
        "Accepted runs of a center in a calendar year: 1 to 5, 6 to 20, 21 to 50, over 50 unless the society "
        "sets other cut points; computed with the national figures",
        "中心一个日历年内已通过的例次：1–5、6–20、21–50、50 以上（学会可另设界值）；随全国统计计算",
    ),
    "class of the number of accepted runs in the year",
    of="center_code run_start_at record_status",
    unit="class",
)


def cut_points() -> Sequence[int]:
    """The highest number of runs of each class but the last: a setting of the society."""
    return tuple(getattr(settings, "VOLUME_CUT_POINTS", CUT_POINTS))


def class_labels() -> dict[Any, Pair]:
    names = class_names(cut_points())
    labels = {
        name: Pair(
            f"{name.replace('-', ' to ').replace('+', ' or more')} runs a year",
            f"每年{name.replace('-', '～').replace('+', '及以上')}例次",
        )
        for name in names
    }
    return {ALL: EVERYTHING, **labels}


def build(rows: Rows) -> Lines:
    """Classes of the centers of each year, from one number of runs per center and year."""
    years = sorted({year for year, _, _ in rows})
    return [line for year in years for line in _year(year, [n for y, _, n in rows if y == year])]


def _year(year: int, volumes: list[int]) -> Lines:
    classes = {name: [n for n in volumes if volume_class(n, cut_points()) == name] for name in class_labels()}
    classes[ALL] = volumes
    return [
        row(
            {"year": year, "volume_class": name},
            {
                "centers": len(members),
                "runs": sum(members),
                "share_of_centers": len(members) / len(volumes),
                "share_of_runs": sum(members) / sum(volumes),
                **({"runs_per_center": vars(quantiles(members))} if name == ALL else {}),
            },
        )
        for name, members in classes.items()
    ]


STATISTIC = Statistic(
    key="center_scale",
    label=Pair("Scale of centers", "中心规模"),
    unit="center",
    unit_label=Pair("Center", "中心"),
    dimensions=(YEAR, Dimension("volume_class", Pair("Runs a year", "年例次"), class_labels())),
    measures=(
        Measure("centers", "count", Pair("Centers", "中心数"), facility=True),
        Measure("runs", "count", Pair("Runs", "例次")),
        Measure("share_of_centers", "shares", Pair("Share of centers", "占中心比例")),
        Measure("share_of_runs", "shares", Pair("Share of runs", "占例次比例")),
        Measure("runs_per_center", "quantiles", Pair("Runs per center", "每中心例次")),
    ),
    definition=Definition(
        numerator=Pair(
            "Centers by their number of accepted runs in the calendar year, and the runs of these centers.",
            "按当年已通过审核的例次对中心分层，以及各层的例次合计。",
        ),
        denominator=Pair("All centers with at least one run in the year.", "当年至少有一次ECLS的全部中心。"),
        exclusions=PUBLISHED_ONLY,
        missing=Pair("None: each run belongs to a center.", "无：每例次均归属某一中心。"),
        method=also(
            ONE_YEAR,
            Pair(
                "Each center counts its own rows, so a run that two centers shared counts in both. Quartiles "
                "interpolate linearly between centers (type 7 of Hyndman and Fan). The number of runs a center "
                "reports of itself is not used.",
                "各中心按本中心记录计数，两家中心接续的一次ECLS在两家均计入。四分位数采用线性插值（Hyndman-Fan第7型）。"
                "不使用中心自报例次。",
            ),
        ),
    ),
    version="1.0",
    reads=frozenset({"year", "center_id"}),
    sql=SQL,
    build=build,
)
