"""The daily values of a run as a grid: one line per time point, nine values side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.safestring import SafeString

from crf.answering import entered_unit
from crf.items import Requirement
from crf.layout import QuestionForm
from crf.markup import filled
from crf.pairs import Pair
from crf.questions import Question
from crf.units import unit_label
from registry.case_page.boxes import COMPUTED_IN_ROWS, Box, boxes
from registry.case_page.columns import GRID, GRID_FIELDS, Column
from registry.derived import local_day
from registry.models import SupportRecord
from registry.progress import is_required
from registry.record import Place
from registry.slots import DAILY, Slot, open_slots

if TYPE_CHECKING:
    from registry.case_page.page import CasePage

FELL = Pair("{percent}% below the {before} before", "较前一次 {before} 下降 {percent}%")
SUPPORT_SECTIONS = {
    "Time point": Pair("Time point", "时间点"),
    "Circuit": Pair("Circuit", "管路"),
    "Patient gas and hemodynamics": Pair("Patient gas and hemodynamics", "患者血气与血流动力学"),
    "Ventilation": Pair("Ventilation", "通气"),
    "Anticoagulation and laboratory": Pair("Anticoagulation and laboratory", "抗凝与化验"),
}


@dataclass(frozen=True)
class Head:
    """The head of one column."""

    column: Column

    @property
    def item(self) -> Any:
        return SupportRecord.item_field(self.column.name).item

    @property
    def unit(self) -> str:
        return UNITS.get(self.column.name) or unit_label(self.item.unit)


UNITS = {"pump_rpm": "rpm", "on_platelets": "10⁹/L"}  # as they are written above a column
HEADS = tuple(Head(column) for column in GRID)


@dataclass(frozen=True)
class Cell:
    """One value: the question, and how far it fell since the row before, if that is remarkable."""

    question: Question
    head: Head
    fell: Pair | None
    before: str = ""  # the value of the row before, with the unit it was entered in where that is another

    @property
    def state(self) -> str:
        """How the cell looks: need, nd, settled or nothing; what is wrong is marked on its box."""
        question = self.question
        if question.missing:
            return "nd"
        if all(problem.is_settled for problem in question.warnings) and (question.warnings or self.fell):
            return "settled"
        return "" if question.written else "need"


def _as_typed(part: SupportRecord, name: str) -> str:
    return f"{part.displayed(name)} {entered_unit(part, name)}".strip()


@dataclass(frozen=True)
class GridRow:
    """One line: a stored row, or an expected time point that has none yet."""

    page: "CasePage"
    place: Place
    key: str
    at: datetime | None
    offer: str = ""
    before: "GridRow | None" = None

    @property
    def id(self) -> str:
        return f"row-{self.key.replace('.', '-')}"

    @property
    def part(self) -> Any:
        return self.place.part

    @property
    def day(self) -> date | None:
        return local_day(self.at) if self.at else None

    @property
    def day_number(self) -> int | None:
        """1 on the day flow began."""
        start = self.page.run.run_start_at
        return (self.day - local_day(start)).days + 1 if self.day and start else None

    @property
    def timepoint(self) -> str:
        """H4, H24 or another named time point; empty for the daily ones."""
        return "" if self.part.timepoint == DAILY else self.part.timepoint or ""

    @property
    def is_today(self) -> bool:
        return self.day == timezone.localdate()

    @cached_property
    def cells(self) -> list[Cell]:
        return [self._cell(head) for head in HEADS]

    def _cell(self, head: Head) -> Cell:
        name = head.column.name
        before = _as_typed(self.before.part, name) if self.before else ""
        return Cell(self._question(name), head, self._fell(head.column), before)

    def _question(self, name: str) -> Question:
        return self.page.question(self.place, name, key=self.key if self.offer else "", in_cell=True)

    def _fell(self, column: Column) -> Pair | None:
        value, before = (
            getattr(self.part, column.name),
            self.before and getattr(self.before.part, column.name),
        )
        if column.fall is None or not value or not before or value > before * (1 - column.fall):
            return None
        return FELL.format(percent=round(100 * (before - value) / before), before=before)

    @property
    def filled(self) -> int:
        return sum(self.part.is_answered(name) for name in GRID_FIELDS)

    @property
    def of(self) -> int:
        return len(GRID_FIELDS)

    @property
    def others(self) -> tuple[int, int]:
        """Required fields that are not in the grid: answered and asked."""
        asked = [
            item.name
            for item in self.part.items()
            if item.name not in GRID_FIELDS
            and item.requirement != Requirement.OPTIONAL
            and is_required(self.place, item)
        ]
        return sum(self.part.is_answered(name) for name in asked), len(asked)


def cell_markup(cell: Cell, row: GridRow, who: str) -> SafeString:
    """One value as it stands in its line, which is called ``who``."""
    return filled(
        "registry/partials/grid_cell.html",
        cell.question,
        {"head": cell.head, "state": cell.state},
        who=who,
        before=cell.before,
        fell=str(cell.fell or ""),
        row_key=row.key,
        offer=row.offer,
    )


def grid_rows(page: "CasePage", now: datetime | None = None) -> list[GridRow]:
    """Stored rows and, where the case can be changed, the expected ones, in the order of their times."""
    places = [place for place in page.places_in_view if place.kind == "support"]
    lines: list[tuple[datetime | None, Place, str]] = [
        (place.part.measured_at, place, "")  # type: ignore[attr-defined]
        for place in places
    ]
    if page.editable:
        slots = open_slots(page.run, [place.part for place in places], now or timezone.now())
        lines += [(slot.at, blank(page, slot), slot.offer) for slot in slots]
    return list(_chained(page, sorted(lines, key=_turn)))


def _turn(line: tuple[datetime | None, Place, str]) -> tuple[bool, Any]:
    return (line[0] is None, line[0] or 0)


def _chained(page: "CasePage", lines: Iterable[tuple[datetime | None, Place, str]]) -> Iterator[GridRow]:
    """Each row knows the one before; offered rows are numbered from above."""
    before, number = None, 0
    for at, place, offer in lines:
        number += bool(offer)
        key = f"support{page.run_number}.new{number}" if offer else place.key
        row = GridRow(page, place, key, at, offer, before)
        yield row
        before = row if not offer else before


def blank(page: "CasePage", slot: Slot) -> Place:
    """A row of daily values that is not stored, at an expected time point."""
    row = SupportRecord(
        run=page.run, center_id=page.case.center_id, timepoint=slot.timepoint, measured_at=slot.at
    )
    return Place(page.record, "support", row, page.run)


@dataclass(frozen=True)
class Group:
    """Fields of one group of the form: those asked in the panel, and those that stand in the grid."""

    title: Pair
    questions: list[Question]
    in_grid: list[Question]

    @property
    def form(self) -> QuestionForm:
        return QuestionForm(self.questions)


@dataclass(frozen=True)
class RowPanel:
    """One line of the grid with all its fields."""

    row: GridRow

    @property
    def key(self) -> str:
        return self.row.key

    @property
    def title(self) -> str:
        """Day and number of the day."""
        day = f"{self.row.day:%Y-%m-%d}" if self.row.day else "—"
        return " · ".join(filter(None, [day, self.row.timepoint]))

    @property
    def boxes(self) -> list[Box]:
        return boxes(self.row.place, COMPUTED_IN_ROWS["support"], key=self.key)

    @property
    def groups(self) -> list[Group]:
        sections = dict.fromkeys(item.section for item in self.row.part.items())
        return [self._group(section) for section in sections]

    def _group(self, section: str) -> Group:
        asked = [self._ask(item.name) for item in self.row.part.items() if item.section == section]
        return Group(
            SUPPORT_SECTIONS[section],
            [question for question in asked if question.item.name not in GRID_FIELDS],
            [question for question in asked if question.item.name in GRID_FIELDS],
        )

    def _ask(self, name: str) -> Question:
        return self.row.page.question(self.row.place, name, key=self.row.key if self.row.offer else "")
