"""The table document: how every statistic is stored, read, printed and published.

A table names its dimensions and the kind of each measure; each row holds its place in the dimensions and one
cell per measure. A cell keeps the exact ``value`` and what may be ``released`` to others, with the reason
when nothing may. The level ``all`` of a dimension is the total over its other levels.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NotRequired, TypedDict

ALL = "all"
Reason = Literal["small_cell", "small_denominator", "complementary"]
Key = tuple[Any, ...]


class Cell(TypedDict):
    """One figure: exact, released, and why it is withheld (None when it is not)."""

    value: Any
    released: Any
    reason: Reason | None


class Table(TypedDict):
    """One statistic as a document. Rows are dimension values plus ``cells``."""

    statistic: str
    unit: str
    dimensions: list[str]
    measures: dict[str, str]
    rows: list[dict[str, Any]]
    facility_measures: NotRequired[list[str]]


def cell(value: Any) -> Cell:
    """A cell before disclosure control: nothing is withheld yet."""
    return {"value": value, "released": value, "reason": None}


def row(place: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """A row at ``place`` (a level per dimension) with an unsuppressed cell per value."""
    return {**place, "cells": {measure: cell(value) for measure, value in values.items()}}


def key(table: Table, line: Mapping[str, Any]) -> Key:
    """The place of a row as a tuple in the order of the table's dimensions."""
    return tuple(line[dimension] for dimension in table["dimensions"])


def measures_of(table: Table, kind: str) -> list[str]:
    """The names of the measures of one kind, in the table's order."""
    return [measure for measure, its_kind in table["measures"].items() if its_kind == kind]


def column(table: Table, measure: str) -> dict[Key, Cell]:
    """The cells of one measure by the place of their row."""
    return {key(table, line): line["cells"][measure] for line in table["rows"] if measure in line["cells"]}


def sums(table: Table, places: Iterable[Key]) -> Iterator[tuple[Key, list[Key]]]:
    """Each total among ``places`` with its parts: the same place with one ``all`` resolved into levels."""
    known = set(places)
    for total in sorted(known, key=str):
        for axis, level in enumerate(total):
            parts = [
                place for place in known if level == ALL != place[axis] and _differ_at(place, total, axis)
            ]
            if parts:
                yield total, sorted(parts, key=str)


def _differ_at(one: Key, other: Key, axis: int) -> bool:
    return one[:axis] + one[axis + 1 :] == other[:axis] + other[axis + 1 :]
