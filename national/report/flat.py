"""A table document as plain columns and rows of released values, for the workbook and the CSV files.

Codes come first, then their names in both languages, then the fields of each measure. ``*`` stands where a
figure is withheld, an empty cell where there is none. Shares and proportions are fractions of 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from national.charts import formats
from national.charts.labels import DIMENSIONS, code_label
from national.charts.released import Document, Row

Value = str | int | float | None

FIELDS: dict[str, tuple[str, ...]] = {
    "proportion": ("numerator", "denominator", "missing", "proportion", "lower", "upper"),
    "quantiles": ("n", "median", "q1", "q3"),
    "curve": ("n", "events"),
}
LABELLED = frozenset(DIMENSIONS) - {"year"}


@dataclass(frozen=True)
class FlatTable:
    """Named columns and their rows; ``name`` becomes a file or sheet name."""

    name: str
    columns: list[str]
    rows: list[list[Value]]


def flatten(table: Document, until: int) -> list[FlatTable]:
    """The main table and, for every curve in it, its steps and its numbers at risk."""
    rows = [row for row in table["rows"] if not isinstance(row.get("year"), int) or row["year"] <= until]
    main = FlatTable(
        table["statistic"],
        [
            *_place_columns(table),
            *(name for measure in table["measures"] for name in _columns(table, measure)),
        ],
        [[*_place(table, row), *_values(table, row)] for row in rows],
    )
    curves = [measure for measure, kind in table["measures"].items() if kind == "curve"]
    return [main, *(part for measure in curves for part in _curve_tables(table, measure, rows))]


def _place_columns(table: Document) -> list[str]:
    names = []
    for dimension in table["dimensions"]:
        names.append(dimension)
        if dimension in LABELLED:
            names += [f"{dimension}_en", f"{dimension}_zh"]
    return names


def _place(table: Document, row: Row) -> list[Value]:
    values: list[Value] = []
    for dimension in table["dimensions"]:
        code = row[dimension]
        values.append(code)
        if dimension in LABELLED:
            values += [code_label(dimension, code, "en"), code_label(dimension, code, "zh")]
    return values


def _columns(table: Document, measure: str) -> list[str]:
    fields = FIELDS.get(table["measures"][measure])
    return [f"{measure}_{field}" for field in fields] if fields else [measure]


def _values(table: Document, row: Row) -> Iterator[Value]:
    for measure, kind in table["measures"].items():
        cell, fields = row["cells"].get(measure), FIELDS.get(kind)
        value, absent = cell_value(cell), formats.WITHHELD if _withheld(cell) else None
        if fields is None:
            yield absent if value is None else value
        else:
            yield from (absent if value is None else value[field] for field in fields)


def cell_value(cell: Any) -> Any:
    return cell["released"] if cell else None


def _withheld(cell: Any) -> bool:
    return bool(cell) and cell["released"] is None and cell.get("reason") is not None


def _curve_tables(table: Document, measure: str, rows: list[Row]) -> Iterator[FlatTable]:
    place = _place_columns(table)
    curves = [(row, value) for row in rows if (value := cell_value(row["cells"].get(measure)))]
    steps = [
        [*_place(table, row), *step]
        for row, curve in curves
        for step in zip(curve["times"], curve["survival"], curve["lower"], curve["upper"], strict=True)
    ]
    risk = [
        [*_place(table, row), day, formats.WITHHELD if n is None else n]
        for row, curve in curves
        for day, n in zip(curve["at_risk"]["times"], curve["at_risk"]["n"], strict=True)
    ]
    yield FlatTable(f"{table['statistic']}_steps", [*place, "day", "survival", "lower", "upper"], steps)
    yield FlatTable(f"{table['statistic']}_at_risk", [*place, "day", "at_risk"], risk)


def flat_tables(snapshot: dict[str, Any]) -> list[FlatTable]:
    """Every table of the snapshot, in its order, with years after the report's year left out."""
    year = int(snapshot["year"])
    return [flat for table in snapshot["results"] for flat in flatten(table, year)]
