"""Rows that several chapters share: age group by support type, with its totals."""

from collections.abc import Callable, Iterator

from national.charts import formats
from national.charts.labels import AGE_GROUPS, SUPPORT_TYPES
from national.charts.released import Document, Row, row_of
from national.report.edition import Edition
from national.report.printed import Line

AGES, TYPES = ("all", "A", "P", "N"), ("all", "2", "1", "3")
UNKNOWN = "U"
NOTHING = {"0", formats.NONE}
AGE_BANDS = {
    "all": ("All ages", "全部年龄"),
    "A": ("Adults (18 years and over)", "成人（18 岁及以上）"),
    "P": ("Children (29 days to 17 years)", "儿童（29 天至 17 岁）"),
    "N": ("Neonates (0–28 days)", "新生儿（0–28 天）"),
    UNKNOWN: ("Age not recorded", "年龄未记录"),
}


def ages_of(table: Document) -> tuple[str, ...]:
    """The age groups to print: "not recorded" only where it occurs, so that parts sum to their whole."""
    return (*AGES, UNKNOWN) if row_of(table, age_group=UNKNOWN) else AGES


def types_of(table: Document) -> tuple[str, ...]:
    return (*TYPES, UNKNOWN) if row_of(table, support_type=UNKNOWN) else TYPES


def group_rows(table: Document, year: int) -> Iterator[tuple[str, str, Row | None]]:
    for age in ages_of(table):
        for support in types_of(table):
            yield age, support, row_of(table, year=year, age_group=age, support_type=support)


def group_lines(edition: Edition, table: Document, cells: Callable[[Row | None], list[str]]) -> list[Line]:
    """A bold line per age group over its support types, each with the cells the caller prints."""
    lines = []
    for age, support, row in group_rows(table, edition.year):
        total = support == "all"
        figures = cells(row)
        if UNKNOWN in (age, support) and set(figures) <= NOTHING:
            continue
        name = edition.say(AGE_BANDS[age] if total else SUPPORT_TYPES[support])
        lines.append(Line([name, *figures], "total" if total else "part"))
    return lines


def age_name(edition: Edition, age: str) -> str:
    return edition.say(AGE_GROUPS[age])
