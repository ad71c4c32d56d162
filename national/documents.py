"""Several stored tables of one statistic as one document, and documents without their exact figures."""

from collections.abc import Iterable
from typing import Any

from national.stats.table import ALL, Table
from national.stats.yearly import with_growth


def joined(tables: Iterable[Table], complete_before: int) -> Table | None:
    """The tables of several years as one, rows by year; growth only for years before ``complete_before``."""
    tables = list(tables)
    if not tables:
        return None
    rows = [line for table in tables for line in table["rows"]]
    rows.sort(key=lambda line: (line["year"] != ALL, line["year"] if line["year"] != ALL else 0))
    document: Table = {**tables[0], "rows": rows}
    return with_growth(document, complete_before) if "growth" in document["measures"] else document


def released(table: Table) -> Table:
    """The document without exact values. Reasons do not tell which withheld cell is the small one."""
    rows = [
        {**line, "cells": {name: _released(cell) for name, cell in line["cells"].items()}}
        for line in table["rows"]
    ]
    return {**table, "rows": rows}


def _released(cell: dict[str, Any]) -> dict[str, Any]:
    reason = "small_cell" if cell["reason"] == "complementary" else cell["reason"]
    return {"released": cell["released"], "reason": reason}
