"""What is wrong with the header of a file, and what was probably meant."""

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

from crf.pairs import Pair
from registry.files.problems import Problem
from registry.files.tables import CASE_TABLES, FileTable
from registry.record_items import RECORD_ITEMS

UNKNOWN_COLUMN = Pair("There is no such column", "没有此列")
MEANT = Pair("There is no such column; did you mean {name}?", "没有此列，是否为 {name}？")
ELSEWHERE = Pair("This column belongs in {file}", "此列应在 {file} 中")
REGISTRY_WRITES = Pair("The registry writes this itself; leave the column out", "此项由系统写入，请删去此列")
TWICE = Pair("This column stands in the header twice", "表头中此列重复")
KEY_MISSING = Pair("The key {name} is missing in the header", "表头缺少关联列 {name}")
OTHER_DIVIDER = Pair(
    "Cells are to be divided by commas. Please save the file as CSV UTF-8",
    "单元格应以逗号分隔，请另存为 CSV UTF-8",
)
WRITTEN = frozenset(item.name for item in RECORD_ITEMS)


def header_problems(table: FileTable, header: list[str]) -> list[Problem]:
    """Unknown, repeated and missing columns of a file."""
    if len(header) == 1 and any(sign in header[0] for sign in ";\t；，"):
        return [_problem(table, "", OTHER_DIVIDER)]
    counts = Counter(name for name in header if name)
    found = [_problem(table, name, TWICE) for name, times in counts.items() if times > 1]
    found += [_problem(table, name, _explained(table, name)) for name in counts if name not in table.allowed]
    return found + [
        _problem(table, "", KEY_MISSING.format(name=key)) for key in table.needed if key not in counts
    ]


def _problem(table: FileTable, name: str, message: Pair) -> Problem:
    return Problem(table.file, 1, name, "", message)


def _explained(table: FileTable, name: str) -> Pair:
    if name in WRITTEN:
        return REGISTRY_WRITES
    for column in table.columns:
        if name in column.item.label:
            return MEANT.format(name=column.name)
    if near := closest(name, table.header):
        return MEANT.format(name=near)
    home = next((other.file for other in CASE_TABLES if name in other.by_name), None)
    return ELSEWHERE.format(file=home) if home else UNKNOWN_COLUMN


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant."""
    return next(iter(get_close_matches(name.lower(), list(known), n=1, cutoff=0.75)), None)
