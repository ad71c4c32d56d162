"""Putting what a person entered into a row of answers, in memory."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from crf import notes
from crf.entry import Rejected
from crf.items import Item, Missing
from crf.models import Answers
from crf.pairs import Pair
from crf.units import typed_unit

NUMBERS = frozenset({"integer", "decimal"})
REJECTED_KEPT = 100_000  # characters of a rejected text that are kept


@dataclass(frozen=True)
class Entry:
    """What came in for one field: its text (a list for several choices), unit, missing reason, and
    the reasons given for warnings, by rule. Without a text (None) only the reasons came."""

    text: Any = ""
    unit: str = ""
    missing: str = ""
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.text if isinstance(self.text, list) else not str(self.text or "").strip()

    @property
    def leaves_answer(self) -> bool:
        """Only reasons came; the answer itself stays as it is."""
        return self.text is None and not self.missing


def answer(part: Answers, name: str, entry: Entry, *, anchor: date | None = None) -> bool:
    """Answers one field of ``part``; True if anything about it changed.

    A text that is no value of the field is kept as rejected, with the column empty. Fields the registry
    writes itself are left alone. Raises KeyError for a name that is no field of the part.
    """
    column = part.item_field(name)
    if column.item.system:
        return False
    entry = with_typed_unit(column.item, entry)
    before = _state(part, name)
    if entry.leaves_answer or _same_text(part, name, entry):
        _note_reasons(part, name, entry)
        return _state(part, name) != before
    clear(part, name)
    answer_empty(part, column, entry, anchor=anchor)
    return _state(part, name) != before


def answer_empty(part: Answers, column: Any, entry: Entry, *, anchor: date | None = None) -> None:
    """The same for a field that holds nothing yet."""
    if entry.missing and entry.missing in column.item.missing_reasons:
        notes.put(part.notes, "missing", column.name, str(Missing(entry.missing)))
    elif not entry.is_empty:
        _take(part, column, with_typed_unit(column.item, entry), anchor)
    _note_reasons(part, column.name, entry)


def with_typed_unit(item: Item, entry: Entry) -> Entry:
    """A unit typed behind the number counts, whatever was chosen beside it."""
    if item.kind not in NUMBERS or not isinstance(entry.text, str):
        return entry
    found = typed_unit(entry.text, item.units)
    return replace(entry, text=found[0], unit=found[1]) if found else entry


def clear(part: Answers, name: str) -> None:
    """Back to "not answered yet"."""
    setattr(part, name, None)
    for section in ("missing", "entered", "rejected", "reason", "precision"):
        notes.put(part.notes, section, name, None)


def rejection(part: Answers, name: str) -> Pair | None:
    """Why the rejected text of a field is no value of it."""
    text = part.rejected(name)
    if text is None:
        return None
    try:
        part.item_field(name).parse(text, unit=entered_unit(part, name))
    except Rejected as rejected:
        return rejected.message
    return Pair("Please enter this again", "请重新填写此项")


def entered_unit(part: Answers, name: str) -> str:
    """The unit an answer was entered in, if it is not the field's own."""
    entered = notes.get(part.notes, "entered", name) or {}
    return entered.get("unit", "")


def as_displayed(part: Answers, name: str, entry: Entry) -> Any:
    """What a form would show of a number once it is stored; of anything else the text itself."""
    column = part.item_field(name)
    entry = with_typed_unit(column.item, entry)
    if column.item.kind not in NUMBERS or _other_unit(part, name, entry):
        return entry.text
    try:
        return column.displayed(column.parse(entry.text).value)
    except Rejected:
        return entry.text


def _same_text(part: Answers, name: str, entry: Entry) -> bool:
    """The form sent back what it showed: nothing to parse, and no precision to lose."""
    if entry.missing or part.missing(name) or entry.is_empty:
        return False
    return part.displayed(name) == entry.text and entered_unit(part, name) == _other_unit(part, name, entry)


def _other_unit(part: Answers, name: str, entry: Entry) -> str:
    return "" if entry.unit == part.item_field(name).item.unit else entry.unit


def _take(part: Answers, column: Any, entry: Entry, anchor: date | None) -> None:
    unit = _other_unit(part, column.name, entry)
    if unit:
        notes.put(part.notes, "entered", column.name, {"text": _keepable(entry.text), "unit": unit})
    try:
        parsed = column.parse(entry.text, unit=unit, anchor=anchor)
    except Rejected:
        notes.put(part.notes, "rejected", column.name, _keepable(entry.text))
        return
    setattr(part, column.name, parsed.value)
    notes.put(part.notes, "precision", column.name, parsed.precision)


def _keepable(text: Any) -> str:
    """The text as JSON can hold it: PostgreSQL stores neither NUL nor half a surrogate pair."""
    whole = "; ".join(text) if isinstance(text, list) else str(text)
    return whole[:REJECTED_KEPT].replace("\x00", "�").encode("utf-8", "replace").decode("utf-8")


def _note_reasons(part: Answers, name: str, entry: Entry) -> None:
    if entry.reasons:
        given = (notes.get(part.notes, "reason", name) or {}) | entry.reasons
        notes.put(part.notes, "reason", name, {rule: text for rule, text in given.items() if text})


def _state(part: Answers, name: str) -> tuple[Any, ...]:
    if not part.notes:
        return (getattr(part, name),)
    noted = [(section, repr(kept[name])) for section, kept in part.notes.items() if name in kept]
    return (getattr(part, name), *sorted(noted))
