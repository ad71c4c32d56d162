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
    "{year} 年，半数中心不超过 {median} 例次；居中的一半中心为 {spread} 例次。",
)
PLAIN_VERDICT = (
    "{centers} centers recorded at least one run in {year}.",
    "{year} 年有 {centers} 家中心至少完成一例次 ECLS。",
)
READING = (
    "Left: how the centers spread over the classes; right: how the runs do. Both bars of a class use the same scale "
    "of percent, so that a short bar beside a long one shows where care is concentrated. The cut points are a "
    "convention, not a judgment on a center.",
    "左侧为各级中心的分布，右侧为各级中心所完成的例次的分布。两侧百分比刻度相同：一短一长，即可看出例次集中在哪一级。"
    "分级界值只是约定，不是对中心的评价。",
)
TABLE = ("Centers and runs by volume class, {year}", "{year} 年按年例次分级的中心与例次")
NOTE = ("number and percent", "数量与百分比")
HEADS = {
    "class": ("Runs per year", "年例次"),
    "centers": ("Centers", "中心"),
    "share_of_centers": ("% of centers", "占中心 %"),
    "runs": ("Runs", "例次"),
    "share_of_runs": ("% of runs", "占例次 %"),
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
        facts=facts(edition, "center_scale"),
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
