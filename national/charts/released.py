"""Reading a stored table document: rows by dimension, and the released side of a cell only."""

from collections.abc import Iterator
from typing import Any

Document = dict[str, Any]
Row = dict[str, Any]


def rows_of(table: Document, **where: object) -> Iterator[Row]:
    """Rows whose dimensions equal the given codes, compared as text (1 and "1" are one code)."""
    for row in table["rows"]:
        if all(str(row.get(name)) == str(code) for name, code in where.items()):
            yield row


def row_of(table: Document, **where: object) -> Row | None:
    return next(rows_of(table, **where), None)


def released(row: Row | None, measure: str) -> Any:
    """The value that may be shown, or None when it is withheld or the row or measure does not exist."""
    cell = row["cells"].get(measure) if row else None
    return cell["released"] if cell else None


def estimated(row: Row | None, measure: str) -> Any:
    """A released proportion that exists: None also when nobody was in its denominator."""
    share = released(row, measure)
    return share if share and share["proportion"] is not None else None


def is_withheld(row: Row | None, measure: str) -> bool:
    """There is a figure, and it may not be shown."""
    cell = row["cells"].get(measure) if row else None
    return cell is not None and cell["released"] is None and cell.get("reason") is not None


def years_of(table: Document, until: int) -> list[int]:
    """Calendar years of the table up to and including the given one, ascending."""
    years = {row["year"] for row in table["rows"] if isinstance(row.get("year"), int)}
    return sorted(year for year in years if year <= until)
