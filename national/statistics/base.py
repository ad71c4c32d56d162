"""What a statistic says of itself: names in both languages, its definition, its query and its table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from crf.pairs import Pair
from national.stats.table import ALL, Table

Rows = Sequence[tuple[Any, ...]]
Lines = list[dict[str, Any]]


@dataclass(frozen=True)
class Dimension:
    """One axis of a table and the levels it always shows, in order; years have no fixed levels."""

    name: str
    label: Pair
    levels: dict[Any, Pair]


@dataclass(frozen=True)
class Measure:
    """One figure of a table. ``facility``: it counts centers, not patients."""

    name: str
    kind: str
    label: Pair
    facility: bool = False


@dataclass(frozen=True)
class Definition:
    """What exactly is counted, printed beside the figures."""

    numerator: Pair
    denominator: Pair
    exclusions: Pair
    missing: Pair
    method: Pair


@dataclass(frozen=True)
class Statistic:
    """One national statistic.

    ``sql`` is one grouped query over the analysis table (``{years}`` is its condition on the year); ``build``
    makes the rows of the table from the query's rows. ``reads`` are the columns it depends on: a change of
    other columns does not make it stale. ``pooled``: it has a table of all years together, so each change needs all
    years. ``subjects`` names the statistic and count that show the same subjects (over all levels of the dimensions
    this one lacks): what is withheld there is withheld here.
    """

    key: str
    label: Pair
    unit: str
    unit_label: Pair
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    definition: Definition
    version: str
    reads: frozenset[str]
    sql: str
    build: Callable[[Rows], Lines]
    pooled: bool = False
    subjects: tuple[str, str] | None = None

    def table(self, lines: Lines) -> Table:
        """The document with these rows."""
        return {
            "statistic": self.key,
            "unit": self.unit,
            "dimensions": [dimension.name for dimension in self.dimensions],
            "measures": {measure.name: measure.kind for measure in self.measures},
            "facility_measures": [measure.name for measure in self.measures if measure.facility],
            "rows": lines,
        }


def in_order(levels: Iterable[Any], known: Iterable[Any]) -> list[Any]:
    """The known levels in their order, then unknown ones that occur."""
    known = list(known)
    return known + sorted(set(levels) - set(known), key=str)


EVERYTHING = Pair("All", "全部")
YEAR = Dimension("year", Pair("Year", "年份"), {})
AGE_GROUP = Dimension(
    "age_group",
    Pair("Age group", "年龄组"),
    {
        ALL: EVERYTHING,
        "A": Pair("Adults, 18 years and over", "成人（≥18岁）"),
        "P": Pair("Children, 29 days to 17 years", "儿童（29天～17岁）"),
        "N": Pair("Neonates, 0 to 28 days", "新生儿（0～28天）"),
    },
)
SUPPORT_TYPE = Dimension(
    "support_type",
    Pair("Support type", "支持类型"),
    {
        ALL: EVERYTHING,
        "1": Pair("Pulmonary", "呼吸支持"),
        "2": Pair("Cardiac", "循环支持"),
        "3": Pair("ECPR", "ECPR"),
    },
)
UNKNOWN_LEVEL = "U"
UNKNOWN_LABEL = Pair("Not recorded", "未记录")

ONE_YEAR = Pair(
    "The year is that of the start of ECLS flow, Asia/Shanghai time.",
    "年份按ECLS开始转流的时间（北京时间）计。",
)
PUBLISHED_ONLY = Pair(
    "Cases that are not accepted or locked, and cases whose consent was withdrawn.",
    "未通过审核（或未锁定）的病例；已撤回知情同意的病例。",
)
CONTINUED = Pair(
    "A run that another center continued within 24 hours of the handover is counted once, for the center that "
    "cannulated.",
    "带ECLS转院且24小时内由另一中心接续的，全国计为一次，归置管中心。",
)


def also(*texts: Pair) -> Pair:
    """Several sentences as one text, in both languages."""
    return Pair(" ".join(text.en for text in texts), "".join(text.zh for text in texts))
