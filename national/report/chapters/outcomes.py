"""Chapter: survival of ECLS and survival to discharge."""

from collections.abc import Callable

from national.charts import activity, formats, groups
from national.charts.labels import Pair
from national.charts.released import Document, Row, estimated, row_of, years_of
from national.report import cells
from national.report.chapters.groups import group_lines
from national.report.edition import Edition
from national.report.facts import facts
from national.report.printed import Chapter, Column, Line, Sheet, left

TITLE = ("Hospital outcomes", "转归")
VERDICT = (
    "After {percent} of first runs in {year} the patient survived to discharge ({ratio}; 95% interval {interval}).",
    "{year} 年的首次 ECLS中，{percent} 的患者存活出院（{ratio}；95% 置信区间 {interval}）。",
)
PLAIN_VERDICT = ("Survival to discharge in {year} is withheld.", "{year} 年的存活出院率不显示。")
SUPPORT = (
    "24 hours after support had ended, the patient was alive after {percent} of runs ({ratio}). The two figures answer "
    "different questions and have different denominators: all runs here, first runs of an admission for survival to discharge.",
    "停止 ECLS 24 小时后，{percent} 的患者存活（{ratio}）。两个数字回答的问题不同，分母也不同：前者为全部例次，存活出院率为每次住院的首次 ECLS。",
)
READING = (
    "The further right the mark, the more patients survived; the shorter the line, the more certain the figure. The "
    "dashed line is the nation. Groups differ in how ill their patients are, so a difference between them is not a "
    "difference in care. “Bounds” shows the lowest and highest value possible, whatever became of the patients whose "
    "outcome is missing.",
    "标记越靠右，存活的比例越高；横线越短，估计越可靠；虚线为全国水平。各组病情不同，组间差别不等于救治水平的差别。"
    "“界限”为转归缺失的患者全部死亡与全部存活时的最低值与最高值。",
)
ECLS_TABLE = ("Survival of ECLS by group, {year}", "{year} 年各组ECLS 撤离存活")
DISCHARGE_TABLE = ("Survival to discharge by group, {year}", "{year} 年各组存活出院")
YEAR_TABLE = ("Survival to discharge by year", "各年存活出院")
NOTE = ("n / N, percent, 95% interval (CI)", "n / N、百分比、95% 置信区间（CI）")
HEADS: dict[str, Pair] = {
    "group": ("Group", "分组"),
    "year": ("Year", "年份"),
    "runs": ("Runs", "例次"),
    "first_runs": ("First runs", "首次 ECLS"),
}
SHARE_HEADS: tuple[Pair, ...] = (
    ("Alive n / N", "存活 n / N"),
    ("%", "%"),
    ("95% CI", "95% CI"),
    ("Missing", "缺失"),
    ("Bounds", "界限"),
)


def chapter(edition: Edition) -> Chapter | None:
    table = edition.table("outcomes")
    if table is None:
        return None
    year, lang = edition.year, edition.lang
    return Chapter(
        key="outcomes",
        title=edition.say(TITLE),
        verdict=_verdict(edition, table),
        paragraphs=_support(edition, table),
        blocks=[
            groups.outcome_by_group(table, year, lang),
            _by_group(edition, table, "first_runs", "survived_to_discharge", DISCHARGE_TABLE),
            groups.outcome_by_group(table, year, lang, "survived_ecls"),
            _by_group(edition, table, "runs", "survived_ecls", ECLS_TABLE),
            activity.survival_by_year(table, year, lang, open_years=edition.open_years),
            _by_year(edition, table),
        ],
        reading=edition.say(READING),
        facts=facts(edition, "outcomes"),
    )


def _nation(edition: Edition, table: Document) -> Row | None:
    return row_of(table, year=edition.year, age_group="all", support_type="all")


def _verdict(edition: Edition, table: Document) -> str:
    share = estimated(_nation(edition, table), "survived_to_discharge")
    if not share:
        return edition.say(PLAIN_VERDICT, year=edition.year)
    return edition.say(VERDICT, year=edition.year, **_words(share))


def _words(share: dict[str, float]) -> dict[str, str]:
    return {
        "percent": formats.proportion_percent(share),
        "ratio": formats.ratio(share),
        "interval": formats.interval(share),
    }


def _support(edition: Edition, table: Document) -> list[str]:
    share = estimated(_nation(edition, table), "survived_ecls")
    return [edition.say(SUPPORT, **_words(share))] if share else []


def _columns(edition: Edition, first: Pair, amount: str, wide: float) -> list[Column]:
    widths = (1.65, 0.9, 1.25, 0.95, 1.25)
    shares = [Column(edition.say(head), width) for head, width in zip(SHARE_HEADS, widths, strict=True)]
    return [left(edition.say(first), wide), Column(edition.say(HEADS[amount]), 1.1), *shares]


def _cells(amount: str, measure: str) -> Callable[[Row | None], list[str]]:
    return lambda row: [cells.count(row, amount), *cells.proportion(row, measure)]


def _by_group(edition: Edition, table: Document, amount: str, measure: str, title: Pair) -> Sheet:
    lines = group_lines(edition, table, _cells(amount, measure))
    columns = _columns(edition, HEADS["group"], amount, 3.3)
    return Sheet(edition.say(title, year=edition.year), edition.say(NOTE), columns, lines)


def _by_year(edition: Edition, table: Document) -> Sheet:
    lines = []
    for year in years_of(table, edition.year):
        row = row_of(table, year=year, age_group="all", support_type="all")
        figures = _cells("first_runs", "survived_to_discharge")(row)
        lines.append(Line([str(year), *figures], "total" if year == edition.year else ""))
    columns = _columns(edition, HEADS["year"], "first_runs", 1.0)
    return Sheet(edition.say(YEAR_TABLE), edition.say(NOTE), columns, lines)
