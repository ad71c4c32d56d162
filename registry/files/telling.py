"""Where in the files something found in a case stands."""

from typing import Any

from crf.pairs import Pair
from registry.files.dossiers import CaseFile
from registry.files.identities import identifiers, masked
from registry.files.problems import Level, Problem
from registry.files.sheets import Line
from registry.files.tables import ADMISSIONS, PATIENTS, TABLE_OF_KIND
from registry.flags import Flag
from registry.models.identity import IDENTITY_ITEMS
from registry.progress import Unanswered
from registry.rules import BOOK

UNANSWERED = Pair("Please answer this", "请填写此项")


def of_flag(each: CaseFile, flag: Flag, level: Level) -> Problem:
    """A failed rule or range. A field whose row does not exist yet is told of the file as a whole."""
    if flag.kind != flag.place.kind:
        return _problem(each, flag.kind, None, flag.field, "", flag.message, level, flag.rule)
    line = each.lines.get(id(flag.place.part))
    column = _identifying(flag.rule, line) or flag.field
    value = value_at(line, column, flag.place.part)
    return _problem(each, flag.kind, line, column, value, flag.message, level, flag.rule)


def of_gap(each: CaseFile, gap: Unanswered, level: Level) -> Problem:
    """A required field without an answer."""
    kind, line = gap.place.kind, each.lines.get(id(gap.place.part))
    if gap.item.entity == ADMISSIONS.entity and gap.item in IDENTITY_ITEMS.values():
        kind, line = "admission", each.line
    return _problem(each, kind, line, gap.item.name, "", UNANSWERED, level, "")


def is_told(each: CaseFile, flag: Flag) -> bool:
    """The cell of a rejected text was told when it was read."""
    line = each.lines.get(id(flag.place.part))
    return line is not None and bool(line.cells.get(flag.field))


def _problem(
    each: CaseFile,
    kind: str,
    line: Line | None,
    column: str,
    value: str,
    message: Pair,
    level: Level,
    rule: str,
) -> Problem:
    file = TABLE_OF_KIND[kind].file
    if line is None:
        ref = each.plan.ref if each.plan else each.case.number
        return Problem(file, 0, column, value or ref, message, level, rule)
    return Problem(file, line.number, column, value, message, level, rule)


def _identifying(rule: str, line: Line | None) -> str | None:
    """The identifier a rule is about, where the file has its column."""
    if line is None or line.table is not PATIENTS or rule not in BOOK:
        return None
    return next((name for name in BOOK[rule].fields if name in identifiers(PATIENTS)), None)


def value_at(line: Line | None, column: str, part: Any) -> str:
    """The cell, masked if it identifies; without a line what is stored."""
    if line is None:
        written = part.written(column) or ""
        return ";".join(written) if isinstance(written, list) else str(written)
    cell = line.cells.get(column, "")
    kind = identifiers(line.table).get(column)
    return masked(kind, cell) if kind else cell
