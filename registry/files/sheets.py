"""One CSV file on disk: its encoding, its header, and where each of its rows lies.

Rows are found by their place in the file, so that a folder of any size is read in pieces.
"""

import codecs
import csv
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO

from crf.pairs import Pair
from registry.files.headers import header_problems
from registry.files.problems import Problem
from registry.files.tables import FileTable

LONGEST_CELL = 10_000_000  # characters
CHUNK = 1 << 20
WIDE = "\u0800"  # from here on a character takes three bytes and more in UTF-8
OTHER_FORMATS = {
    b"\xff\xfe": Pair("This is UTF-16. Please save it as CSV UTF-8", "此文件为 UTF-16 编码，请另存为 CSV UTF-8"),
    b"\xfe\xff": Pair("This is UTF-16. Please save it as CSV UTF-8", "此文件为 UTF-16 编码，请另存为 CSV UTF-8"),
    b"PK\x03\x04": Pair("This is a workbook. Please save it as CSV UTF-8", "此文件为工作簿，请另存为 CSV UTF-8"),
}  # fmt: skip
BROKEN_TEXT = Pair(
    "The text is neither UTF-8 nor GB18030 throughout. Please save it as CSV UTF-8",
    "文件编码既非完整的 UTF-8 也非 GB18030，请另存为 CSV UTF-8",
)
EMPTY = Pair("The file is empty: it has no header", "文件为空，缺少表头")
UNREADABLE = Pair("From here on the file cannot be read: {why}", "从此处起无法读取：{why}")
TOO_WIDE = Pair("A cell of this row stands under no column name", "此行有单元格不在任何列名之下")


@dataclass(slots=True)
class Line:
    """One row with its answers by name; empty cells are left out. ``number`` is that of a spreadsheet."""

    table: FileTable
    number: int
    cells: dict[str, str]
    names: frozenset[str]  # the columns this file has

    def problem(self, column: str, message: Pair, value: str | None = None) -> Problem:
        shown = self.cells.get(column, "") if value is None else value
        return Problem(self.table.file, self.number, column, shown, message)


class Sheet:
    """One file of a folder. ``open`` tells what is wrong with it; ``scan`` finds its rows."""

    def __init__(self, path: Path, table: FileTable):
        csv.field_size_limit(LONGEST_CELL)
        self.path, self.table = path, table
        self.encoding = ""
        self.header: list[str] = []
        self.names: frozenset[str] = frozenset()
        self.places = array("q")  # begin and end of each row
        self.numbers = array("q")
        self._file: BinaryIO = path.open("rb")
        self._first = 0

    def close(self) -> None:
        self._file.close()

    def reopen(self) -> None:
        self._file = self.path.open("rb")

    def open(self) -> list[Problem]:
        """Finds encoding and header."""
        begin = self._file.read(4)
        for signature, message in OTHER_FORMATS.items():
            if begin.startswith(signature):
                return [self._problem(message)]
        self._first = 3 if begin.startswith(codecs.BOM_UTF8) else 0
        encoding = _encoding(self._file, self._first)
        if encoding is None:
            return [self._problem(BROKEN_TEXT)]
        self.encoding = encoding
        return self._read_header()

    def _read_header(self) -> list[Problem]:
        try:
            _, _, cells = next(self._records(), (0, 0, []))
        except csv.Error as error:
            return [self._problem(UNREADABLE.format(why=error))]
        if not any(cells):
            return [self._problem(EMPTY)]
        self.header = [cell.strip() for cell in cells]
        self.names = frozenset(self.header)
        return header_problems(self.table, self.header)

    def scan(self, take: Callable[[int, Line], Iterator[Problem]]) -> Iterator[Problem]:
        """Hands each row with its index to ``take``, which says what is wrong with its keys."""
        number, records = 1, self._records()
        next(records)
        while True:
            number += 1
            try:
                begin, end, cells = next(records)
            except StopIteration:
                return
            except csv.Error as error:
                yield Problem(self.table.file, number, "", "", UNREADABLE.format(why=error))
                return
            if any(cells):
                yield from self._note(begin, end, number, cells)
                yield from take(len(self.numbers) - 1, self._line(number, cells))

    def _note(self, begin: int, end: int, number: int, cells: list[str]) -> Iterator[Problem]:
        self.places.extend((begin, end))
        self.numbers.append(number)
        if any(cell for cell, name in zip_longest(cells, self.header[: len(cells)]) if not name):
            yield Problem(self.table.file, number, "", "", TOO_WIDE)

    def line(self, index: int) -> Line:
        """The row at this index of the scan."""
        begin, end = self.places[2 * index], self.places[2 * index + 1]
        self._file.seek(begin)
        text = self._file.read(end - begin).decode(self.encoding)
        return self._line(self.numbers[index], next(csv.reader(StringIO(text, newline=""), strict=True)))

    def _line(self, number: int, cells: list[str]) -> Line:
        filled = {name: cell for name, cell in zip(self.header, cells, strict=False) if cell}
        return Line(self.table, number, filled, self.names)

    def _records(self) -> Iterator[tuple[int, int, list[str]]]:
        """Begin, end and cells of every record, the header first. Raises csv.Error."""
        position = begin = self._first

        def decoded() -> Iterator[str]:
            nonlocal position
            for raw in self._file:
                position += len(raw)
                yield raw.decode(self.encoding)

        self._file.seek(self._first)
        for cells in csv.reader(decoded(), strict=True):
            yield begin, position, cells
            begin = position

    def _problem(self, message: Pair) -> Problem:
        return Problem(self.path.name, 0, "", "", message)


def _encoding(file: BinaryIO, begin: int) -> str | None:
    """UTF-8, else GB18030; None where neither fits. A UTF-8 file with a broken sign is not taken for GB18030."""
    if _decodes(file, begin, "utf-8"):
        return "utf-8"
    if begin or _is_mostly_utf8(file):
        return None
    return "gb18030" if _decodes(file, begin, "gb18030") else None


def _decodes(file: BinaryIO, begin: int, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in _chunks(file, begin):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(file: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    wide = broken = 0
    for chunk in _chunks(file, 0):
        text = decoder.decode(chunk)
        broken += text.count("\ufffd")
        wide += sum(sign >= WIDE for sign in text if sign != "\ufffd")
    return wide > broken


def _chunks(file: BinaryIO, begin: int) -> Iterator[bytes]:
    file.seek(begin)
    while chunk := file.read(CHUNK):
        yield chunk
