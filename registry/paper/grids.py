"""Rows of a repeating group as tables that fit a sheet: a column for each row, a line for each field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.case_page.row_views import RowView

COLUMNS = 5  # rows of answers beside each other on a sheet of A4


@dataclass(frozen=True)
class Line:
    """One field over the rows of a table. A cell is None where the question does not apply."""

    label: str
    cells: Sequence[str | None]
    is_computed: bool = False


@dataclass(frozen=True)
class Grid:
    """A table. ``unfilled`` are the fields that apply and are blank in all its columns."""

    heads: Sequence[str]
    lines: Sequence[Line]
    unfilled: Sequence[str]


def grids(rows: Sequence[RowView]) -> list[Grid]:
    """As many tables as the rows need, each headed by number and first answer of its rows."""
    return [_grid(rows[at : at + COLUMNS], at) for at in range(0, len(rows), COLUMNS)]


def _grid(rows: Sequence[RowView], at: int) -> Grid:
    heads = [f"{number} · {row.questions[0].shown_text or '—'}" for number, row in enumerate(rows, at + 1)]
    lines = list(_lines(rows))
    blank = [line.label for line in lines if any(cell == "" for cell in line.cells) and not any(line.cells)]
    told = [line for line in lines if any(line.cells)]
    return Grid(heads, [*told, *_computed(rows)], blank)


def _lines(rows: Sequence[RowView]) -> Iterator[Line]:
    """The fields after the first, which heads the column."""
    for asked in zip(*(row.questions[1:] for row in rows), strict=True):
        cells = [question.shown_text if question.shown else None for question in asked]
        yield Line(str(asked[0].item.label), cells)


def _computed(rows: Sequence[RowView]) -> Iterator[Line]:
    """Derived values of the rows, where one of them has any."""
    for found in zip(*(row.boxes for row in rows), strict=True):
        if any(box.text for box in found):
            yield Line(str(found[0].described.label), [box.text or None for box in found], is_computed=True)
