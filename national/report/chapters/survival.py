"""Chapter: survival to one year."""

from national.charts import formats, survival
from national.charts.labels import ALL, SUPPORT_TYPES
from national.charts.released import Document, is_withheld, released, row_of
from national.report import cells
from national.report.edition import Edition
from national.report.facts import facts
from national.report.printed import Chapter, Column, Line, Sheet, left

TITLE = ("Survival to one year", "一年生存")
VERDICT = (
    "One year after the start of support, {percent} of patients were alive (95% interval {interval}).",
    "ECLS 开始一年后，{percent} 的患者存活（95% 置信区间 {interval}）。",
)
PLAIN_VERDICT = (
    "Too few patients have been followed for a year to quote one-year survival for all of them together.",
    "随访满一年的患者过少，暂不给出全部患者的一年生存率。",
)
READING = (
    "Each curve starts at 100% when support begins and steps down with each death; the shaded band is its 95% "
    "interval. Patients leave observation on the last day they are known to be alive. The figures under the axis say "
    "how many are still observed: the fewer they are, the less certain the curve. A curve ends where fewer than ten remain.",
    "曲线从 ECLS 开始时的 100% 起，每有死亡即下降一级；阴影为 95% 置信区间。患者在最后一次确知存活之日退出观察。"
    "图下数字为仍在观察的人数，人数越少，曲线越不可靠；少于十人时曲线终止。",
)
TABLE = ("Estimated survival and number at risk", "生存率估计与在险人数")
NOTE = (
    "percent (95% interval); numbers of patients rounded to 5",
    "百分比（95% 置信区间）；人数取 5 的整数倍",
)
HEADS = {"type": ("Support type", "支持类型"), "n": ("Patients", "患者"), "events": ("Deaths", "死亡")}
DAY = ("{day} days", "{day} 天")
AT_RISK = ("at risk", "在险")


def chapter(edition: Edition) -> Chapter | None:
    table = edition.table("survival_one_year")
    if table is None:
        return None
    return Chapter(
        key="survival",
        title=edition.say(TITLE),
        verdict=_verdict(edition, table),
        blocks=[survival.one_year(table, edition.lang), _landmarks(edition, table)],
        reading=edition.say(READING),
        facts=facts(edition, "survival_one_year"),
    )


def _verdict(edition: Edition, table: Document) -> str:
    curve = released(row_of(table, year=ALL, support_type="all"), "survival")
    point = survival.at_day(curve, survival.HORIZON) if curve else None
    if not point or point["lower"] is None or point["upper"] is None:
        return edition.say(PLAIN_VERDICT)
    interval = "–".join(formats.percent_number(point[end], curve["n"]) for end in ("lower", "upper"))
    return edition.say(VERDICT, percent=formats.percent(point["survival"], curve["n"]), interval=interval)


def _landmarks(edition: Edition, table: Document) -> Sheet:
    lines = [line for code in ("all", "2", "1", "3") for line in _lines(edition, table, code)]
    days = [Column(edition.say(DAY, day=day), 1.75) for day in survival.LANDMARKS]
    heads = [Column(edition.say(HEADS[name]), 0.85) for name in ("n", "events")]
    return Sheet(
        edition.say(TABLE), edition.say(NOTE), [left(edition.say(HEADS["type"]), 1.15), *heads, *days], lines
    )


def _lines(edition: Edition, table: Document, code: str) -> list[Line]:
    """Estimates of one support type, and under them the numbers at risk."""
    row = row_of(table, year=ALL, support_type=code)
    name, level = edition.say(SUPPORT_TYPES[code]), "total" if code == "all" else ""
    curve = released(row, "survival")
    if not curve:
        sign = formats.WITHHELD if is_withheld(row, "survival") else formats.NONE
        return [Line([name, *[sign] * 6], level)]  # type: ignore[arg-type]
    estimates = [cells.point(survival.at_day(curve, day), curve["n"]) for day in survival.LANDMARKS]
    known = dict(zip(curve["at_risk"]["times"], curve["at_risk"]["n"], strict=True))
    risk = [formats.count(known.get(day)) for day in survival.LANDMARKS]
    first = Line([name, formats.count(curve["n"]), formats.count(curve["events"]), *estimates], level)  # type: ignore[arg-type]
    return [first, Line([edition.say(AT_RISK), "", "", *risk], "part")]
