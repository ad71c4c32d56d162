"""One cell of a file: between what is stored and what stands there.

A cell holds a value in its stored unit, or with another that the field accepts behind it, codes divided by
semicolons, or a literal missing reason. A text that a spreadsheet would run as a formula, or that reads like a
missing reason, gets one ``'`` in front of it and of any ``'`` it already begins with; reading takes exactly one
away. So every text comes back as it was.
"""

import re

from crf import notes
from crf.answering import Entry
from crf.entry import plain_digits
from crf.items import Missing
from crf.models import Answers
from registry.files.tables import Column

REASONS = frozenset(map(str, Missing))
_SPECIAL = rf"'*(?:[=+\-@\t\r\n＝＋－＠]|(?:{'|'.join(sorted(REASONS))})\Z)"
_TO_GUARD = re.compile(_SPECIAL)
_GUARDED = re.compile(f"'{_SPECIAL}")
# Files are read again later: a time in them has its year, and none is counted from today.
_WITH_YEAR = re.compile(r"\d{4}[-/.年]|\d{8}(?!\d)")
TIMES = frozenset({"date", "datetime"})


def guarded(text: str) -> str:
    """The text as it may stand in a cell."""
    return f"'{text}" if _TO_GUARD.match(text) else text


def unguarded(cell: str) -> str:
    """The text that ``guarded`` made this cell of; any other cell as it stands."""
    return cell[1:] if _GUARDED.match(cell) else cell


def cell_of(part: Answers, column: Column) -> str:
    """What stands in the file for a field of a stored row; empty for a rejected or unanswered one."""
    if reason := part.missing(column.name):
        return reason
    value = getattr(part, column.name)
    if value is None:
        return ""
    written = column.field.written(value, notes.get(part.notes, "precision", column.name) or "")
    if isinstance(written, list):
        return ";".join(str(option.code) for option in column.item.codes or () if str(option.code) in written)
    return guarded(written) if column.is_text else written


def entry_of(column: Column, cell: str) -> Entry:
    """What a cell says. A missing reason that the field does not offer is judged as a text."""
    reason = cell if column.is_text else cell.strip()
    if reason in REASONS and reason in column.item.missing_reasons:
        return Entry(missing=reason)
    if column.is_text:
        return Entry(text=unguarded(cell))
    return Entry(text=cell.replace("；", ";") if column.item.kind == "multi_choice" else cell)


def has_no_year(column: Column, cell: str) -> bool:
    """A date that would mean another day next year, or tomorrow."""
    return (
        column.item.kind in TIMES and not _WITH_YEAR.match(plain_digits(cell)) and cell.strip() not in REASONS
    )
