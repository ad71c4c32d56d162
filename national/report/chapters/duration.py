"""Chapter: hours on support."""

from national.charts import formats, groups
from national.charts.released import Document, released, row_of
from national.report import cells
from national.report.chapters.groups import group_lines
from national.report.edition import Edition
from national.report.facts import facts
from national.report.printed import Chapter, Column, Sheet, left

TITLE = ("Duration of runs", "ECLS 时长")
VERDICT = (
    "The median run of {year} lasted {median} hours; half of all runs lasted between {q1} and {q3} hours.",
    "{year} 年 ECLS 时长的中位数为 {median} 小时，半数例次在 {q1} 至 {q3} 小时之间。",
)
PLAIN_VERDICT = ("The duration of runs in {year} is withheld.", "{year} 年的ECLS 时长不显示。")
READING = (
    "The mark is the median: half of the runs were shorter, half longer. The line spans the middle half of the runs. "
    "A short run may be a fast recovery or an early death; read it together with chapter 4.",
    "标记为中位数：一半例次比它短，一半比它长；横线覆盖居中的一半。时间短可能是恢复快，也可能是早期死亡，请与第 4 章一起阅读。",
)
TABLE = ("Hours on support by group, {year}", "{year} 年各组ECLS 时长")
NOTE = ("hours", "小时")
HEADS = (("Group", "分组"), ("n", "n"), ("Median", "中位数"), ("Quartiles", "四分位数"))


def chapter(edition: Edition) -> Chapter | None:
    table = edition.table("run_duration")
    if table is None:
        return None
    return Chapter(
        key="duration",
        title=edition.say(TITLE),
        verdict=_verdict(edition, table),
        blocks=[groups.duration_by_group(table, edition.year, edition.lang), _by_group(edition, table)],
        reading=edition.say(READING),
        facts=facts(edition, "run_duration"),
    )


def _verdict(edition: Edition, table: Document) -> str:
    hours = released(row_of(table, year=edition.year, age_group="all", support_type="all"), "hours")
    if not hours or hours["median"] is None:
        return edition.say(PLAIN_VERDICT, year=edition.year)
    figures = {part: formats.quantity(hours[part]) for part in ("median", "q1", "q3")}
    return edition.say(VERDICT, year=edition.year, **figures)


def _by_group(edition: Edition, table: Document) -> Sheet:
    lines = group_lines(edition, table, lambda row: cells.quantiles(row, "hours"))
    columns = [left(edition.say(HEADS[0]), 2.2), *(Column(edition.say(head)) for head in HEADS[1:])]
    return Sheet(edition.say(TABLE, year=edition.year), edition.say(NOTE), columns, lines)
