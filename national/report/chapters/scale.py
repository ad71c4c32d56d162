"""Chapter: how large the centers are."""

from national.charts import formats, scale
from national.charts.labels import code_label
from national.charts.released import Document, released, row_of
from national.report import cells
from national.report.edition import Edition
from national.report.facts import facts
from national.report.printed import Chapter, Column, Line, Sheet, left

TITLE = ("Scale of centers", "中心规模")
VERDICT = (
    "Half of the centers had {median} runs or fewer in {year}; the middle half had {spread}.",
    "{year} 年，半数中心的辅助次数不超过 {median} 次；居中的一半中心为 {spread} 次。",
)
PLAIN_VERDICT = (
    "{centers} centers recorded at least one run in {year}.",
    "{year} 年有 {centers} 家中心至少完成一次辅助。",
)
READING = (
    "Left: how the centers spread over the classes; right: how the runs do. Both bars of a class use the same scale "
    "of percent, so that a short bar beside a long one shows where care is concentrated. The cut points are a "
    "convention, not a judgment on a center.",
    "左侧为各级中心的分布，右侧为各级中心所完成的辅助次数的分布。两侧百分比刻度相同：一短一长，即可看出辅助集中在哪一级。"
    "分级界值只是约定，不是对中心的评价。",
)
UNIT = ("Centers with at least one accepted run in the year", "当年至少有一次已通过辅助的中心")
DEFINITION = (
    "A center's volume is the number of its own accepted runs in the calendar year, all ages and support types "
    "together. Share of runs: runs of the class out of all runs of the year.",
    "中心的年辅助量为其当年已通过的辅助次数，不分年龄与支持类型。辅助次数占比为该级中心的次数占当年全部次数的比例。",
)
MISSING = ("None. Centers without a run in the year are not counted.", "无。当年没有辅助的中心不计入。")
TABLE = ("Centers and runs by volume class, {year}", "{year} 年按年辅助量分级的中心与辅助次数")
NOTE = ("number and percent", "数量与百分比")
HEADS = {
    "class": ("Runs per year", "年辅助次数"),
    "centers": ("Centers", "中心"),
    "share_of_centers": ("% of centers", "占中心 %"),
    "runs": ("Runs", "辅助次数"),
    "share_of_runs": ("% of runs", "占次数 %"),
}


def chapter(edition: Edition) -> Chapter | None:
    table = edition.table("center_scale")
    if table is None:
        return None
    return Chapter(
        key="scale",
        title=edition.say(TITLE),
        verdict=_verdict(edition, table),
        blocks=[scale.volume_classes(table, edition.year, edition.lang), by_class(edition, table)],
        reading=edition.say(READING),
        facts=facts(edition, UNIT, DEFINITION, MISSING),
    )


def quantile_measure(table: Document) -> str:
    """The measure that holds the quartiles of runs per center."""
    return next((name for name, kind in table["measures"].items() if kind == "quantiles"), "runs_per_center")


def _verdict(edition: Edition, table: Document) -> str:
    row = row_of(table, year=edition.year, volume_class="all")
    runs = released(row, quantile_measure(table))
    if not runs or runs["median"] is None:
        return edition.say(PLAIN_VERDICT, year=edition.year, centers=cells.count(row, "centers"))
    return edition.say(
        VERDICT, year=edition.year, median=formats.quantity(runs["median"]), spread=formats.spread(runs)
    )


def by_class(edition: Edition, table: Document) -> Sheet:
    rows = [*scale.class_rows(table, edition.year), row_of(table, year=edition.year, volume_class="all")]
    lines = []
    for row in filter(None, rows):
        name = code_label("volume_class", row["volume_class"], edition.lang)
        figures = [
            cells.count(row, "centers"),
            cells.share(row, "share_of_centers"),
            cells.count(row, "runs"),
            cells.share(row, "share_of_runs"),
        ]
        lines.append(Line([name, *figures], "total" if row["volume_class"] == "all" else ""))
    heads = [Column(edition.say(words)) for name, words in HEADS.items() if name != "class"]
    title = edition.say(TABLE, year=edition.year)
    return Sheet(title, edition.say(NOTE), [left(edition.say(HEADS["class"])), *heads], lines)
