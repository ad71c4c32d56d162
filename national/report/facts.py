"""The facts printed beside every statistic: unit, what is counted out of what, who is not, what is missing or hidden.

They are the statistic's own definition, so that pages, workbook and report can never disagree.
"""

from national.charts.labels import Pair
from national.report.edition import Edition
from national.statistics import STATISTICS

UNIT: Pair = ("Unit", "统计单位")
NUMERATOR: Pair = ("Counted", "计数")
DENOMINATOR: Pair = ("Out of", "分母")
EXCLUSIONS: Pair = ("Not counted", "不计入")
MISSING: Pair = ("Missing", "缺失")
METHOD: Pair = ("Method", "方法")
DATA: Pair = ("Data", "数据")
HIDDEN: Pair = ("Small cells", "小格")

DATA_LOCKED: Pair = ("As of {date}.", "截至 {date}。")
DATA_OPEN: Pair = (
    "As of {date}. {year} is not locked yet: its figures are provisional.",
    "截至 {date}。{year} 年尚未锁定，其数字为暂定。",
)
HIDDEN_TEXT: Pair = (
    "“*”: withheld, either because the cell is small or because it would reveal a small one. “–”: no such figure.",
    "“*”：因人数过少，或为避免推算出过少的格子而不显示。“–”：没有这一数字。",
)


def facts(edition: Edition, statistic: str) -> list[tuple[str, str]]:
    found = STATISTICS[statistic]
    definition = found.definition
    data = DATA_OPEN if edition.provisional else DATA_LOCKED
    return [
        (edition.say(UNIT), edition.say(found.unit_label)),
        (edition.say(NUMERATOR), edition.say(definition.numerator)),
        (edition.say(DENOMINATOR), edition.say(definition.denominator)),
        (edition.say(EXCLUSIONS), edition.say(definition.exclusions)),
        (edition.say(MISSING), edition.say(definition.missing)),
        (edition.say(METHOD), edition.say(definition.method)),
        (edition.say(DATA), edition.say(data, date=edition.cut_date(), year=edition.year)),
        (edition.say(HIDDEN), edition.say(HIDDEN_TEXT)),
    ]
