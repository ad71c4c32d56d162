"""Chapter: where runs take place."""

from national.charts import provinces
from national.charts.labels import PROVINCES, Pair
from national.charts.released import Document, is_withheld, released, row_of
from national.report import cells
from national.report.edition import Edition
from national.report.facts import facts
from national.report.printed import Chapter, Column, Line, Sheet, left

TITLE = ("Provinces", "省级行政区")
VERDICT = (
    "Centers in {regions} of the 34 provincial-level regions recorded runs in {year}.",
    "{year} 年，34 个省级行政区中有 {regions} 个的中心上报了病例。",
)
READING = (
    "Every region has a tile of the same size, placed roughly where it lies. Darker means more runs in the centers "
    "of that region. Counts follow the place of the center, not where patients live, and say nothing about need. "
    "The grid draws no boundary.",
    "每个省级行政区为一格，大小相同，位置大致对应。颜色越深，当地中心的例次越多。次数按中心所在地统计，"
    "不按患者居住地，也不反映需求。方格图不表示任何边界。",
)
TABLE = ("Runs and centers by province, {year}", "{year} 年各省级行政区的例次与中心数")
NATION = ("All regions", "全国")
NUMBER = ("number", "数量")
HEADS = {"province": ("Province", "省级行政区"), "centers": ("Centers", "中心"), "runs": ("Runs", "例次")}


def chapter(edition: Edition) -> Chapter | None:
    table = edition.table("by_province")
    if table is None:
        return None
    regions = reporting_regions(edition, table)
    return Chapter(
        key="provinces",
        title=edition.say(TITLE),
        verdict=edition.say(VERDICT, year=edition.year, regions=regions),
        blocks=[provinces.tile_grid(table, edition.year, edition.lang), by_province(edition, table)],
        reading=edition.say(READING),
        facts=facts(edition, "by_province"),
    )


def reporting_regions(edition: Edition, table: Document) -> int:
    """How many of the 34 regions have a center with at least one run."""
    return sum(_reports(edition, table, code) for code in PROVINCES)


def _reports(edition: Edition, table: Document, code: str) -> bool:
    row = row_of(table, year=edition.year, province=code)
    return bool(released(row, "runs")) or is_withheld(row, "runs")


def by_province(edition: Edition, table: Document) -> Sheet:
    """Two provinces to a line, read down the left half first."""
    entries = [_entry(edition, table, code, PROVINCES[code][:2]) for code in PROVINCES]
    half = (len(entries) + 1) // 2
    pairs = zip(entries[:half], [*entries[half:], ["", "", ""]], strict=False)
    lines = [Line([*first, "", *second]) for first, second in pairs]
    if row_of(table, year=edition.year, province="all"):
        lines.append(Line([*_entry(edition, table, "all", NATION), *[""] * 4], "total"))
    heads = [
        left(edition.say(HEADS["province"]), 1.5),
        Column(edition.say(HEADS["centers"])),
        Column(edition.say(HEADS["runs"])),
    ]
    title = edition.say(TABLE, year=edition.year)
    return Sheet(title, edition.say(NUMBER), [*heads, Column("", 0.25), *heads], lines)


def _entry(edition: Edition, table: Document, code: str, names: Pair) -> list[str]:
    row = row_of(table, year=edition.year, province=code)
    name = edition.say(names)
    if edition.lang == "en" and code in PROVINCES:
        name = f"{name} ({PROVINCES[code][2]})"
    return [name, cells.count(row, "centers"), cells.count(row, "runs")]
