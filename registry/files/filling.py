"""Putting the cells of a line into its rows of answers, in memory, and saying what changed."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from crf import notes
from crf.answering import Entry, answer, answer_empty, with_typed_unit
from crf.entry import Rejected
from crf.models import Answers
from crf.pairs import Pair
from crf.times import NOT_A_DAY, NOT_A_TIME
from registry.files.cells import cell_of, entry_of, has_no_year, unguarded
from registry.files.noting import same_hidden, take_notes
from registry.files.problems import Problem
from registry.files.sheets import Line
from registry.files.tables import NOTES, Column

NO_SUCH_ROW = Pair("No row of {file} has this key", "{file} 中没有此关联编号的行")
AGAIN = Pair("Please enter this again", "请重新填写此项")
ONE_FIELD = ("missing", "entered", "rejected", "reason", "precision")


@dataclass
class Before:
    """What a stored row held before its line was read."""

    values: dict[str, Any]
    notes: dict[str, dict[str, Any]]

    @classmethod
    def of(cls, part: Answers) -> "Before":
        return cls({each.name: getattr(part, each.name) for each in part.item_fields()}, deepcopy(part.notes))


@dataclass
class Filling:
    """One line and the rows it fills, by kind. ``refs`` gives positions by key, for cells that name a row."""

    line: Line
    parts: dict[str, Any]
    stored: bool
    refs: dict[str, dict[str, int]] = field(default_factory=dict)

    def fill(self) -> Iterator[Problem]:
        """Answers every field the line speaks of; what is no value is told and left rejected."""
        for column in self._columns():
            part, cell = self.parts[column.kind], self.line.cells.get(column.name, "")
            if column.group and cell and cell not in column.item.missing_reasons:
                position = self.refs.get(column.group, {}).get(unguarded(cell).strip())
                if position is None:
                    yield self.line.problem(column.name, NO_SUCH_ROW.format(file=f"{column.group}.csv"))
                    continue
                cell = str(position)
            if self.stored and cell_of(part, column) == cell:
                continue
            yield from self._answer(part, column, cell)
        if NOTES in self.line.cells:
            yield from take_notes(self.line, self._by_field())

    def _columns(self) -> Iterator[Column]:
        """Of a new row those with an answer; of a stored one all, as an empty cell takes an answer away."""
        known = self.line.table.by_name
        names = self.line.names if self.stored else self.line.cells
        for name in names:
            column = known.get(name)
            if column is not None and column.kind in self.parts:
                yield column

    def _answer(self, part: Answers, column: Column, cell: str) -> Iterator[Problem]:
        if cell and has_no_year(column, cell):
            yield self.line.problem(column.name, NOT_A_DAY if column.item.kind == "date" else NOT_A_TIME)
            return
        kept = _kept(part, column.name) if self.stored else None
        entry = entry_of(column, cell)
        if self.stored:
            answer(part, column.name, entry)
        else:
            answer_empty(part, column.field, entry)
        if part.rejected(column.name) is not None:
            yield self.line.problem(column.name, _why(column, entry))
        elif kept:
            _keep(part, column.name, kept)

    def _by_field(self) -> dict[str, Answers]:
        return {
            name: self.parts[column.kind]
            for name, column in self.line.table.by_name.items()
            if column.kind in self.parts
        }


def _why(column: Column, entry: Entry) -> Pair:
    """What is wrong with a text that was rejected; what is kept of it may have lost the reason."""
    meant = with_typed_unit(column.item, entry)
    try:
        column.field.parse(meant.text, unit=meant.unit)
    except Rejected as rejected:
        return rejected.message
    return AGAIN


def _kept(part: Answers, name: str) -> tuple[Any, ...]:
    return (
        getattr(part, name),
        part.missing(name),
        notes.get(part.notes, "entered", name),
        notes.get(part.notes, "reason", name),
    )


def _keep(part: Answers, name: str, kept: tuple[Any, ...]) -> None:
    """The same value in another writing keeps its entered text and its reasons."""
    value, missing, entered, reason = kept
    if (getattr(part, name), part.missing(name)) == (value, missing):
        notes.put(part.notes, "entered", name, entered)
        notes.put(part.notes, "reason", name, reason)


def changed_fields(part: Answers, before: Before) -> list[str]:
    """The fields that now read otherwise; when an answer was set aside does not count."""
    _keep_times(part, before)
    return [name for name in before.values if _differs(part, before, name)]


def _differs(part: Answers, before: Before, name: str) -> bool:
    if getattr(part, name) != before.values[name]:
        return True
    if any(
        notes.get(part.notes, section, name) != notes.get(before.notes, section, name)
        for section in ONE_FIELD
    ):
        return True
    return not same_hidden(notes.get(part.notes, "hidden", name), notes.get(before.notes, "hidden", name))


def _keep_times(part: Answers, before: Before) -> None:
    for name, kept in before.notes.get("hidden", {}).items():
        if same_hidden(notes.get(part.notes, "hidden", name), kept):
            notes.put(part.notes, "hidden", name, kept)
