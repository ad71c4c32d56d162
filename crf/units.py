"""Units that are words. Symbols (mmHg, kg, h) read the same in both languages."""

from crf.pairs import Pair

WORDS = {
    "beds": "张",
    "CNY": "元",
    "count": "个",
    "d": "天",
    "days": "天",
    "index": "指数",
    "mL whole-blood equivalent": "mL 全血",
    "persons": "人",
    "ratio": "比值",
    "runs": "例",
    "score": "分",
    "see code": "见代码",
    "stage": "期",
    "T score": "T 分",
    "therapeutic dose": "治疗剂量",
    "weeks": "周",
    "year": "年",
    "y": "岁",
    "years": "年",
    "U": "单位",
    "× ULN": "× 正常上限",
}


def unit_label(unit: str) -> str:
    """The unit in the language of the page."""
    return str(Pair(unit, WORDS.get(unit, unit)))
