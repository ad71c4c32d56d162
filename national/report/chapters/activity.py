"""Chapter: runs, patients and centers by year."""

from national.charts import activity, formats
from national.charts.labels import SUPPORT_TYPES
from national.charts.released import Document, released, row_of, years_of
from national.report import cells
from national.report.chapters.groups import AGE_BANDS, ages_of, types_of
from national.report.edition import Edition
from national.report.facts import facts
from national.report.printed import Chapter, Column, Line, Sheet, left

TITLE = ("Activity", "例次、患者与中心")
VERDICT = (
    "In {year}, {centers} centers recorded {runs} runs of extracorporeal life support in {patients} patients{change}.",
    "{year} 年，{centers} 家中心为 {patients} 名患者完成体外生命支持 {runs} 例次{change}。",
)
MORE = (", {share} more than in the year before", "，比上一年增加 {share}")
FEWER = (", {share} fewer than in the year before", "，比上一年减少 {share}")
SPLIT = (
    "Cardiac support made up {cardiac} of the runs ({cardiac_n}), pulmonary support {pulmonary} ({pulmonary_n}) and "
    "extracorporeal cardiopulmonary resuscitation (ECPR) {ecpr} ({ecpr_n}).",
    "其中循环支持 {cardiac_n} 例次，占 {cardiac}；呼吸支持 {pulmonary_n} 例次，占 {pulmonary}；体外心肺复苏（ECPR）{ecpr_n} 例次，占 {ecpr}。",
)
READING = (
    "Each column is a calendar year; the figure above it counts all runs of that year. A patient may have more than "
    "one run, and a run is counted in the year in which flow started. A gray column is not split because one of its "
    "parts is a small cell.",
    "每根柱为一个自然年，柱顶数字为当年全部例次。一名患者可有多次 ECLS；每例次计入开始转流的年份。"
    "灰色柱表示其中一类人数过少，因此未拆分。",
)
BY_YEAR = ("Runs, patients and centers by year", "各年例次、患者与中心数")
BY_GROUP = ("Runs by age group and support type, {year}", "{year} 年按年龄组与支持类型的例次")
HEADS = {
    "year": ("Year", "年份"),
    "runs": ("Runs", "例次"),
    "patients": ("Patients", "患者"),
    "centers": ("Centers", "中心"),
    "growth": ("Growth", "增长"),
    "group": ("Age group", "年龄组"),
}
NUMBER = ("number", "数量")


def chapter(edition: Edition) -> Chapter | None:
    table = edition.table("activity_by_year")
    if table is None:
        return None
    figure = activity.runs_by_year(table, edition.year, edition.lang, open_years=edition.open_years)
    return Chapter(
        key="activity",
        title=edition.say(TITLE),
        verdict=verdict(edition, table),
        paragraphs=_split(edition, table),
        blocks=[figure, by_year(edition, table), by_group(edition, table)],
        reading=edition.say(READING),
        facts=facts(edition, "activity_by_year"),
    )


def verdict(edition: Edition, table: Document) -> str:
    row = row_of(table, year=edition.year, age_group="all", support_type="all")
    change = released(row, "growth")
    words = ""
    if change:
        words = edition.say(MORE if change > 0 else FEWER, share=formats.percent(abs(change)))
    figures = {name: cells.count(row, name) for name in ("runs", "patients", "centers")}
    return edition.say(VERDICT, year=edition.year, change=words, **figures)


def _split(edition: Edition, table: Document) -> list[str]:
    """The sentence on support types, only when nothing in it is withheld."""
    runs = {
        code: released(row_of(table, year=edition.year, age_group="all", support_type=code), "runs")
        for code in ("all", *"123")
    }
    if any(value is None for value in runs.values()) or not runs["all"]:
        return []
    figures: dict[str, str] = {}
    for name, code in (("pulmonary", "1"), ("cardiac", "2"), ("ecpr", "3")):
        figures[name] = formats.percent(runs[code] / runs["all"], runs["all"])
        figures[f"{name}_n"] = formats.count(runs[code])
    return [edition.say(SPLIT, **figures)]


def by_year(edition: Edition, table: Document) -> Sheet:
    names = ("runs", "patients", "centers")
    lines = []
    for year in years_of(table, edition.year):
        row = row_of(table, year=year, age_group="all", support_type="all")
        name = activity.year_name(year, edition.open_years, edition.lang).replace(
            "\n", " " if edition.lang == "en" else ""
        )
        figures = [cells.count(row, measure) for measure in names]
        lines.append(Line([name, *figures, cells.growth(row)], "total" if year == edition.year else ""))
    heads = [Column(edition.say(HEADS[name])) for name in (*names, "growth")]
    return Sheet(edition.say(BY_YEAR), edition.say(NUMBER), [left(edition.say(HEADS["year"])), *heads], lines)


def by_group(edition: Edition, table: Document) -> Sheet:
    types = (*types_of(table)[1:], "all")
    lines = []
    for age in (*ages_of(table)[1:], "all"):
        rows = [row_of(table, year=edition.year, age_group=age, support_type=code) for code in types]
        figures = [cells.count(row, "runs") for row in rows]
        lines.append(Line([edition.say(AGE_BANDS[age]), *figures], "total" if age == "all" else ""))
    heads = [Column(edition.say(SUPPORT_TYPES[code])) for code in types]
    title = edition.say(BY_GROUP, year=edition.year)
    return Sheet(title, edition.say(NUMBER), [left(edition.say(HEADS["group"]), 2), *heads], lines)
