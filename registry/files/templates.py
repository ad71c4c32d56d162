"""Files to fill in: headers, what each column holds, every code, and one complete example."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from crf.codes import CodeList
from crf.pairs import Pair
from registry.files.annexes import Annex
from registry.files.cells import guarded
from registry.files.example import CASE, example_rows
from registry.files.hints import KEYS, hint
from registry.files.tables import CASE_REF, CASE_TABLES, FileTable

ABOUT_COLUMNS = ("file", "column", "label_en", "label_zh", "cell_en", "cell_zh", "missing_reasons")
BOM = "\ufeff"  # spreadsheets take a file without it for another encoding


def templates(annexes: Sequence[Annex]) -> Iterator[tuple[str, str]]:
    """Name and text of each file."""
    tables = (*CASE_TABLES, *(annex.table for annex in annexes))
    for name, text in blank_files(tables):
        yield name if name == "columns.csv" else f"empty/{name}", BOM + text
    yield "codes.csv", BOM + _text([("list", "code", "en", "zh"), *_codes(tables)])
    rows = example_rows()
    for annex in annexes:
        rows[annex.table.file] = [{CASE_REF: CASE, **cells} for cells in annex.example]
    for table in tables:
        yield f"example/{table.file}", BOM + _filled(table, rows[table.file])


def blank_files(tables: Iterable[FileTable]) -> Iterator[tuple[str, str]]:
    """The header of each file, and one file that tells about all columns."""
    tables = list(tables)
    for table in tables:
        yield table.file, _text([table.header])
    yield "columns.csv", _text([ABOUT_COLUMNS, *(row for table in tables for row in _columns(table))])


def _columns(table: FileTable) -> Iterator[tuple[str, ...]]:
    for name in table.header:
        column = table.by_name.get(name)
        label, told = (column.item.label, hint(column.item)) if column else KEYS[name]
        reasons = ";".join(column.item.missing_reasons) if column else ""
        yield (table.file, name, *label, *_guarded(told), reasons)


def _guarded(pair: Pair) -> tuple[str, str]:
    return guarded(pair.en), guarded(pair.zh)


def _codes(tables: Iterable[FileTable]) -> Iterator[tuple[str, ...]]:
    lists: dict[str, CodeList] = {}
    for table in tables:
        for column in table.columns:
            if column.item.codes:
                lists[column.item.codes.name] = column.item.codes
    for name in sorted(lists):
        for option in lists[name]:
            if option.offered:
                yield name, str(option.code), guarded(option.en), guarded(option.zh)


def _filled(table: FileTable, rows: Iterable[dict[str, str]]) -> str:
    return _text([table.header, *([cells.get(name, "") for name in table.header] for cells in rows)])


def _text(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
