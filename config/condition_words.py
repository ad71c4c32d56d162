"""When a field is asked, in words: the condition of the dictionary with labels in place of names and codes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crf.codes import CodeList
from crf.conditions import Tree
from crf.pairs import Pair

ORDER = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}
SIGNS = {"==": "=", "!=": "≠", **ORDER}
AND, OR = Pair(", and ", "，且"), Pair(", or ", "，或")
IS, IS_NOT = Pair("{what} is {codes}", "{what}为{codes}"), Pair("{what} is not {codes}", "{what}不是{codes}")
HAS, HAS_NOT = (
    Pair("{what} includes {codes}", "{what}包含{codes}"),
    Pair("{what} does not include {codes}", "{what}不包含{codes}"),
)
GIVEN, EMPTY = Pair("{what} is answered", "{what}已填写"), Pair("{what} is not answered", "{what}未填写")
BEGINS = Pair("the code of {what} begins with {codes}", "{what}的编码以 {codes} 开头")
NOT = Pair("not ({what})", "并非（{what}）")
GROUPED = Pair("({what})", "（{what}）")


@dataclass(frozen=True)
class Named:
    """What a name in a condition stands for: its label, and its codes if it has any."""

    label: Pair
    codes: CodeList | None = None


Names = Callable[[str], Named]


def words(tree: Tree, names: Names) -> Pair:
    """The tree of a condition in both languages. Raises KeyError for a code that its list does not have."""
    kind, *parts = tree
    if kind in ("and", "or"):
        told = [_inside(part, kind, names) for part in parts]
        return _joined(AND if kind == "and" else OR, told)
    if kind == "not":
        return _put(NOT, words(parts[0], names))
    if kind in ("empty", "given"):
        return _put(EMPTY if kind == "empty" else GIVEN, names(parts[0][1]).label)
    return _compared(kind, parts[0], parts[1], names)


def _inside(tree: Tree, kind: str, names: Names) -> Pair:
    told = words(tree, names)
    return _put(GROUPED, told) if tree[0] in ("and", "or") and tree[0] != kind else told


def _compared(kind: str, left: Tree, right: Tree, names: Names) -> Pair:
    if left[0] == "value":
        held = names(right[1])
        return _put(HAS if kind == "in" else HAS_NOT, held.label, _codes(left[1], held))
    named = names(left[1])
    if kind == "startswith":
        return _put(BEGINS, named.label, Pair(right[1], right[1]))
    if right[0] == "field":
        return _measured(named.label, kind, names(right[1]).label)
    if kind in ORDER or (kind in SIGNS and named.codes is None):
        return _measured(named.label, kind, Pair(str(right[1]), str(right[1])))
    return _put(IS if kind in ("==", "in") else IS_NOT, named.label, _codes(right[1], named))


def _measured(left: Pair, kind: str, right: Pair) -> Pair:
    return Pair(*(f"{one} {SIGNS[kind]} {other}" for one, other in zip(left, right, strict=True)))


def _codes(value: Any, named: Named) -> Pair:
    """What one code or several mean; without a list, as they are written."""
    listed = value if isinstance(value, list) else [value]
    told = [named.codes[each].label if named.codes else Pair(str(each), str(each)) for each in listed]
    return Pair(" or ".join(f'"{each.en}"' for each in told), "或".join(f"“{each.zh}”" for each in told))


def _joined(word: Pair, told: list[Pair]) -> Pair:
    return Pair(word.en.join(each.en for each in told), word.zh.join(each.zh for each in told))


def _put(into: Pair, what: Pair, codes: Pair | None = None) -> Pair:
    en, zh = codes or ("", "")
    return Pair(into.en.format(what=what.en, codes=en), into.zh.format(what=what.zh, codes=zh))
