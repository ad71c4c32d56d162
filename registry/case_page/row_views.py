"""A repeating group as a table: key fields in the columns, the rest of each row below it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from crf.items import Item
from crf.layout import QuestionForm
from crf.pairs import Pair
from crf.questions import Question
from registry.case_page.boxes import COMPUTED_IN_ROWS, Box, boxes
from registry.case_page.columns import KEY_FIELDS, NONE_SAID_BY, ROW_NEEDED, SORTED_BY
from registry.record import Place, Record
from registry.sections import TABLES

ADD_LABELS = {
    "diagnosis": Pair("Further diagnosis", "其他诊断"),
    "cannula": Pair("Cannula", "插管"),
    "segment": Pair("Mode segment", "模式阶段"),
    "support": Pair("Time point", "时间点"),
    "equipment": Pair("Component", "部件"),
    "complication": Pair("Complication", "并发症"),
    "infection": Pair("Infection", "感染"),
}


@dataclass
class RowView:
    """One row of a repeating group; ``is_new`` is the empty one that waits at the end.

    ``ask(name, in_cell)`` makes the question of a field; only what is shown is made.
    """

    key: str
    place: Place
    names: list[str]
    ask: Callable[[str, bool], Question]
    is_new: bool = False

    @property
    def id(self) -> str:
        return f"row-{self.key.replace('.', '-')}"

    @property
    def kind(self) -> str:
        return self.place.kind

    @cached_property
    def questions(self) -> list[Question]:
        """Every field of the row."""
        return [self.ask(name, False) for name in self.names]

    @cached_property
    def cells(self) -> list[Question]:
        return [self.ask(name, True) for name in KEY_FIELDS[self.kind]]

    @cached_property
    def more(self) -> list[Question]:
        return [self.ask(name, False) for name in self.names if name not in KEY_FIELDS[self.kind]]

    @property
    def form(self) -> QuestionForm:
        return QuestionForm(self.more)

    @property
    def boxes(self) -> list[Box]:
        return boxes(self.place, COMPUTED_IN_ROWS[self.kind], key=self.key)

    @property
    def is_open(self) -> bool:
        """Something below the row needs an answer or has an error."""
        return not self.is_new and any(
            question.errors or (question.shown and question.required and not _answered(question))
            for question in self.more
        )


def _answered(question: Question) -> bool:
    return question.part.is_answered(question.item.name)


@dataclass
class RowTable:
    """The rows of one group of one run."""

    kind: str
    run_number: int
    rows: list[RowView]

    @property
    def name(self) -> str:
        return f"{self.kind}{self.run_number}"

    @property
    def columns(self) -> list[Item]:
        return [TABLES[self.kind].item_field(name).item for name in KEY_FIELDS[self.kind]]

    @property
    def width(self) -> int:
        """Columns of the table, with the one of the buttons."""
        return len(KEY_FIELDS[self.kind]) + 1

    @property
    def label(self) -> Pair:
        return ADD_LABELS[self.kind]

    @property
    def sorted_by(self) -> str:
        return SORTED_BY.get(self.kind, "")

    @property
    def none_said_by(self) -> str:
        """The field that says there are no rows, and its value for none."""
        name, value = NONE_SAID_BY.get(self.kind, ("", ""))
        return f"{name}={value}" if name else ""

    @property
    def is_row_needed(self) -> bool:
        return self.kind in ROW_NEEDED

    @property
    def has_more(self) -> bool:
        return len(TABLES[self.kind].items()) > len(KEY_FIELDS[self.kind])

    @property
    def stored(self) -> int:
        return sum(not row.is_new for row in self.rows)


def by_time(places: list[Place]) -> list[Place]:
    """Rows in the order of their times; those without one stay last, in the order they were entered."""
    return sorted(places, key=_turn)


def _turn(place: Place) -> tuple[bool, Any]:
    at = getattr(place.part, SORTED_BY[place.kind]) if place.kind in SORTED_BY else None
    return (at is None, at or 0)


def named_rows(record: Record, column: Any, run: Any) -> list[tuple[str, str]]:
    """The rows a reference may name: their positions and first answers."""
    return [
        (str(row.part.position), " · ".join(first_words(row)))  # type: ignore[attr-defined]
        for row in record.row_places(column.group, run)
    ]


def first_words(place: Place) -> list[str]:
    """The answers of the key fields of a row that tell it from others, up to three."""
    questions = [
        Question(place.key, place.part.item_field(name).item, place.part) for name in KEY_FIELDS[place.kind]
    ]
    return [question.shown_text for question in questions[:3] if question.shown_text]
