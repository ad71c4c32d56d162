"""The column ``notes``: one JSON object with what cells cannot say, by section and field.

``entered`` (text and unit of a converted value, which must agree with the cell), ``reason`` (why a warning is
right, by rule), ``hidden`` (answers set aside) and ``rejected`` (texts that are no value: always an error).
Missing reasons and day precision are read from the cells themselves.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from crf import notes
from crf.answering import rejection
from crf.entry import Rejected, check_text
from crf.models import Answers
from crf.pairs import Pair
from registry.files.problems import Problem
from registry.files.sheets import Line
from registry.files.tables import NOTES

LONGEST = 1_000_000  # characters of the whole cell
LONGEST_REASON = 200
SAID_BY_CELLS = frozenset({"missing", "precision"})
NO_OBJECT = Pair(
    'Notes are one JSON object like {"reason": {"weight_kg": {"V088": "verified"}}}',
    '备注应为一个 JSON 对象，如 {"reason": {"weight_kg": {"V088": "verified"}}}',
)
NO_SECTION = Pair("Notes have no part {name}", "备注没有 {name} 部分")
NO_FIELD = Pair("Notes speak of {name}, which is no column of this file", "备注中的 {name} 不是此文件的列")
WRONG_FORM = Pair("The note {section} of {name} has not its form", "{name} 的备注 {section} 格式不正确")
OTHER_VALUE = Pair(
    "The text as entered does not give the value in the cell", "备注中录入的原文与单元格的值不一致"
)
AGAIN = Pair("Please enter this again", "请重新填写此项")

Parts = Mapping[str, Answers]
"""The row of answers that holds a field, by name of the field."""


def notes_cell(parts: list[Answers]) -> str:
    """The notes of the rows that share a line, in one canonical text; empty without any."""
    told: dict[str, dict[str, Any]] = {}
    for part in parts:
        for section, by_field in part.notes.items():
            if section not in SAID_BY_CELLS:
                told.setdefault(section, {}).update(by_field)
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if told else ""


def take_notes(line: Line, parts: Parts) -> Iterator[Problem]:
    """Puts the notes of a line that has some beside the answers of its cells, which have been read before."""
    told = _object(line.cells[NOTES])
    if told is None:
        yield line.problem(NOTES, NO_OBJECT)
        return
    for section, by_field in told.items():
        if section in SAID_BY_CELLS:
            continue
        take = TAKERS.get(section)
        if take is None or not isinstance(by_field, dict):
            yield line.problem(NOTES, NO_SECTION.format(name=section) if take is None else NO_OBJECT)
            continue
        for name, note in by_field.items():
            yield from _taken(line, parts, section, name, note)


def _taken(line: Line, parts: Parts, section: str, name: str, note: Any) -> Iterator[Problem]:
    part = parts.get(name)
    if part is None:
        yield line.problem(NOTES, NO_FIELD.format(name=name))
    elif section == "rejected":
        yield from _rejected(line, part, name, note)
    elif message := TAKERS[section](part, name, note):
        yield line.problem(name, message)


def _object(cell: str) -> dict[str, Any] | None:
    """The cell as JSON whose texts can all be stored."""
    if len(cell) > LONGEST:
        return None
    try:
        told = json.loads(cell)
        for text in _texts(told):
            check_text(text, LONGEST)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _texts(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, list):
        for each in told:
            yield from _texts(each)
    elif isinstance(told, dict):
        yield from told
        yield from _texts(list(told.values()))


def _entered(part: Answers, name: str, note: Any) -> Pair | None:
    field = part.item_field(name)
    if not _is_texts(note, {"text", "unit"}) or note["unit"] not in [
        each.name for each in field.item.alt_units
    ]:
        return WRONG_FORM.format(section="entered", name=name)
    try:
        value = field.parse(note["text"], unit=note["unit"]).value
    except Rejected:
        return OTHER_VALUE
    if value != getattr(part, name):
        return OTHER_VALUE
    notes.put(part.notes, "entered", name, {"text": note["text"], "unit": note["unit"]})
    return None


def _reason(part: Answers, name: str, note: Any) -> Pair | None:
    if not isinstance(note, dict) or not _is_texts(note, set(note), LONGEST_REASON):
        return WRONG_FORM.format(section="reason", name=name)
    given = (notes.get(part.notes, "reason", name) or {}) | note
    notes.put(part.notes, "reason", name, {rule: text for rule, text in given.items() if text})
    return None


def _hidden(part: Answers, name: str, note: Any) -> Pair | None:
    if not _is_hidden(note):
        return WRONG_FORM.format(section="hidden", name=name)
    if not same_hidden(notes.get(part.notes, "hidden", name), note):
        notes.put(part.notes, "hidden", name, note)
    return None


def same_hidden(one: Any, other: Any) -> bool:
    """The same answer set aside, whenever that was."""
    if not one or not other:
        return not one and not other
    return {**one, "at": ""} == {**other, "at": ""}


def _is_hidden(note: Any) -> bool:
    if not isinstance(note, dict) or not {"text", "at"} <= set(note) <= {"text", "at", "missing"}:
        return False
    text = note["text"]
    if not isinstance(text, str) and not (isinstance(text, list) and all(isinstance(t, str) for t in text)):
        return False
    try:
        return datetime.fromisoformat(note["at"]).tzinfo is not None
    except (TypeError, ValueError):
        return False


def _rejected(line: Line, part: Answers, name: str, note: Any) -> Iterator[Problem]:
    """A draft may hold such a text; a file may only show the one that is stored already."""
    text = note if isinstance(note, str) else ""
    if part.rejected(name) == text:
        return
    before = dict(part.notes)
    part.notes = {**before, "rejected": {name: text}}
    message = rejection(part, name) or AGAIN
    part.notes = before
    yield line.problem(name, message, text)


def _is_texts(note: Any, keys: set[str], longest: int = LONGEST) -> bool:
    return (
        isinstance(note, dict)
        and set(note) == keys
        and all(isinstance(text, str) and len(text) <= longest for text in note.values())
    )


TAKERS: dict[str, Callable[[Answers, str, Any], Pair | None]] = {
    "entered": _entered,
    "reason": _reason,
    "hidden": _hidden,
    "rejected": lambda part, name, note: None,
}
