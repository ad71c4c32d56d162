"""The facts printed beside every statistic: unit, definition, who is counted, what is missing, what is hidden."""

from national.charts.labels import Pair
from national.report.edition import Edition

UNIT: Pair = ("Unit", "统计单位")
DEFINITION: Pair = ("Definition", "定义")
MISSING: Pair = ("Missing", "缺失")
DATA: Pair = ("Data", "数据")
HIDDEN: Pair = ("Small cells", "小格")

DATA_LOCKED: Pair = (
    "Accepted and locked cases, as of {date}. Year: start of ECLS flow, China time.",
    "已通过与已锁定的病例，数据截至 {date}。年份按转流开始时间（北京时间）划分。",
)
DATA_OPEN: Pair = (
    "Accepted and locked cases, as of {date}. {year} is not locked yet: its figures are provisional.",
    "已通过与已锁定的病例，数据截至 {date}。{year} 年尚未锁定，其数字为暂定。",
)
HIDDEN_TEXT: Pair = (
    "“*”: withheld, either because the cell is small or because it would reveal a small one. “–”: no such figure.",
    "“*”：因人数过少，或为避免推算出过少的格子而不显示。“–”：没有这一数字。",
)


def facts(edition: Edition, unit: Pair, definition: Pair, missing: Pair) -> list[tuple[str, str]]:
    data = DATA_OPEN if edition.provisional else DATA_LOCKED
    return [
        (edition.say(UNIT), edition.say(unit)),
        (edition.say(DEFINITION), edition.say(definition)),
        (edition.say(MISSING), edition.say(missing)),
        (edition.say(DATA), edition.say(data, date=edition.cut_date(), year=edition.year)),
        (edition.say(HIDDEN), edition.say(HIDDEN_TEXT)),
    ]
