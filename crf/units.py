"""Units: those that are words (symbols such as mmHg, kg and h read the same in both languages), and those typed
behind a number."""

from collections.abc import Iterable

from crf.entry import NUMBER, plain_digits
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
    "fraction": "小数",
    "therapeutic dose": "治疗剂量",
    "weeks": "周",
    "year": "年",
    "y": "岁",
    "years": "年",
    "U": "单位",
    "× ULN": "× 正常上限",
}


# Units that say what kind of number it is; behind the number itself they are left out.
UNSAID = frozenset({"count", "index", "ratio", "see code"})
UNSAID_IN_ENGLISH = UNSAID | {"score", "stage"}
RAISED = (("10^9", "×10⁹"), ("m2", "m²"))


def measured(number: object, unit: str) -> str:
    """A number with its unit, for reading: 1.87 m², 15 分."""
    told = str(number)
    label = unit_label(unit)
    for plain, raised in RAISED:
        label = label.replace(plain, raised)
    behind = f"{told} {label}".rstrip()
    return str(Pair(told if unit in UNSAID_IN_ENGLISH else behind, told if unit in UNSAID else behind))


def unit_label(unit: str) -> str:
    """The unit in the language of the page."""
    return str(Pair(unit, WORDS.get(unit, unit)))


def typed_unit(text: str, units: Iterable[str]) -> tuple[str, str] | None:
    """The number and the unit of a text such as ``8.1 kPa``; None where none of ``units`` ends it.

    Capitals and spaces do not matter, and "u" stands for "μ", which few keyboards have. A unit that begins
    with a digit (10^9/L) needs a space before it.
    """
    plain = _folded(text)
    for unit in filter(None, units):
        for name in (_folded(unit), _folded(WORDS.get(unit, unit))):
            number = plain.removesuffix(name)
            is_apart = number.endswith(" ") or not name[0].isdigit()
            if number != plain and is_apart and NUMBER.fullmatch(number.strip()):
                return number.strip(), unit
    return None


def _folded(text: str) -> str:
    return " ".join(plain_digits(text).replace("−", "-").casefold().replace("μ", "u").split())
