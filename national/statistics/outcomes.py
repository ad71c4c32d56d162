"""What became of the patients: survived ECLS and survived to discharge."""

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
from national.stats.proportions import proportion

SQL = f"""
    SELECT {cube.PLACES}, count(*) FILTER (WHERE head), count(*) FILTER (WHERE first_run),
           count(*) FILTER (WHERE head AND survived_ecls), count(survived_ecls) FILTER (WHERE head),
           count(*) FILTER (WHERE first_run AND survived_to_discharge),
           count(survived_to_discharge) FILTER (WHERE first_run)
    FROM national_runfact WHERE {{years}} {cube.GROUPS}
"""


def build(rows: Rows) -> Lines:
    """Counts and proportions per place."""
    return cube.lines(rows, _cells, (0, 0, 0, 0, 0, 0))


def _cells(runs: int, first: int, off_alive: int, off_known: int, home: int, home_known: int) -> dict:
    return {
        "runs": runs,
        "first_runs": first,
        "survived_ecls": vars(proportion(off_alive, off_known, runs - off_known)),
        "survived_to_discharge": vars(proportion(home, home_known, first - home_known)),
    }


STATISTIC = Statistic(
    key="outcomes",
    label=Pair("Outcomes by age group and support type", "按年龄组与支持类型的转归"),
    unit="run",
    unit_label=Pair(
        "ECLS run; for discharge, the first run of the admission", "ECLS例次；出院转归按住院首次ECLS"
    ),
    dimensions=(YEAR, AGE_GROUP, SUPPORT_TYPE),
    measures=(
        Measure("runs", "count", Pair("Runs", "例次")),
        Measure("first_runs", "count", Pair("First runs", "首次ECLS")),
        Measure("survived_ecls", "proportion", Pair("Survived ECLS", "ECLS撤离存活")),
        Measure("survived_to_discharge", "proportion", Pair("Survived to discharge", "存活出院")),
    ),
    definition=Definition(
        numerator=Pair(
            "Survived ECLS: alive 24 hours after the final end of flow of the run; death on ECLS is not survival. "
            "Survived to discharge: discharged home, to rehabilitation, long-term care or hospice, or transferred "
            "alive. Terminal discharge (left with death expected) counts as death unless the patient is known alive "
            "30 days later. A transfer on ECLS counts as alive at transfer; when the receiving center's record is "
            "linked, the outcome there counts.",
            "ECLS撤离存活：该次转流最终停止后24小时存活；ECLS期间死亡不计为存活。存活出院：出院回家、转康复或长期照护、"
            "转安宁疗护，或存活转院。病危自动出院按死亡计，除非证实30天后仍存活。带ECLS转院按转院时存活计；"
            "如已与接收中心记录关联，则以接收中心转归为准。",
        ),
        denominator=Pair(
            "Survived ECLS: runs whose state after 24 hours is known. Survived to discharge: first runs of an "
            "admission whose discharge status is known.",
            "ECLS撤离存活：撤离24小时后状态已知的例次。存活出院：出院转归已知的住院首次ECLS。",
        ),
        exclusions=PUBLISHED_ONLY,
        missing=Pair(
            "Runs whose state is not known, among them runs that continued in a center whose record is not linked. "
            "They are printed as missing and are in neither numerator nor denominator.",
            "状态不详的例次，包括转至其他中心继续而记录未关联者；单列为缺失，不计入分子与分母。",
        ),
        method=also(
            ONE_YEAR,
            CONTINUED,
            Pair(
                "95 % interval of Wilson without continuity correction.",
                "95%置信区间采用Wilson法，不作连续性校正。",
            ),
        ),
    ),
    version="1.0",
    reads=frozenset(
        {"year", "age_group", "support_type", "head", "first_run", "survived_ecls", "survived_to_discharge"}
    ),
    sql=SQL,
    build=build,
)
