"""The files of a folder and how their rows belong together, before any answer is read."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from crf.entry import Rejected, check_text, plain_digits
from crf.pairs import Pair
from registry.files.annexes import Annex
from registry.files.cells import unguarded
from registry.files.headers import closest
from registry.files.problems import Problem
from registry.files.sheets import Line, Sheet
from registry.files.tables import (
    ADMISSIONS,
    CASE_REF,
    CASE_TABLES,
    CENTER_CODE,
    PATIENT_REF,
    PATIENTS,
    ROW_REF,
    ROW_TABLES,
    RUN_NUMBER,
    RUNS,
    FileTable,
)
from registry.models import Run

LONGEST_KEY = 100  # characters
IGNORED = frozenset({"problems.csv"})
NEEDED = Pair("This key is needed", "必须填写此关联编号")
TWICE = Pair("The same key stands in row {row}", "与第 {row} 行的关联编号重复")
NO_RUN_NUMBER = Pair("A run number is a whole number from {low} to {high}", "序号应为 {low}–{high} 的整数")
NO_FILE = Pair("No file of this name is known", "不认识此文件名")
FILE_MEANT = Pair("No file of this name is known; did you mean {name}?", "不认识此文件名，是否为 {name}？")
OTHER_CENTER = Pair("Only one center can be loaded at a time", "一次只能导入一个中心")

RunKey = int
RowKey = tuple[int, str]


class Folder:
    """An opened folder. ``problems`` are those of names, headers and keys; rows are read later, in pieces."""

    def __init__(self, directory: Path, annexes: Sequence[Annex] = ()):
        self.directory, self.annexes = directory, annexes
        self.tables = (*CASE_TABLES, *(annex.table for annex in annexes))
        self.sheets: dict[str, Sheet] = {}
        self.patients: dict[str, int] = {}
        self.admissions: dict[str, int] = {}
        self.patient_of: dict[str, str] = {}
        self.runs: dict[str, dict[RunKey, int]] = {}
        self.rows: dict[str, dict[str, dict[RowKey, int]]] = {kind: {} for kind in ROW_TABLES}
        self.annexed: dict[str, dict[str, dict[Hashable, int]]] = {annex.kind: {} for annex in annexes}
        self.center_codes: set[str] = set()

    def close(self) -> None:
        for sheet in self.sheets.values():
            sheet.close()

    def reopen(self) -> None:
        """In a forked process: places in the files of its own."""
        for sheet in self.sheets.values():
            sheet.reopen()

    def open(self) -> Iterator[Problem]:
        """Finds files, headers and keys, and says what is wrong with them."""
        yield from self._strangers()
        for table in self.tables:
            path = self.directory / table.file
            if path.is_file():
                yield from self._open(Sheet(path, table))

    def line(self, table: FileTable, index: int) -> Line:
        return self.sheets[table.entity].line(index)

    @property
    def row_count(self) -> int:
        return sum(len(sheet.numbers) for sheet in self.sheets.values())

    def _strangers(self) -> Iterator[Problem]:
        known = [table.file for table in self.tables]
        for path in sorted(self.directory.glob("*.csv")):
            if path.name not in known and path.name not in IGNORED:
                near = closest(path.name, known)
                yield Problem(path.name, 0, "", "", FILE_MEANT.format(name=near) if near else NO_FILE)

    def _open(self, sheet: Sheet) -> Iterator[Problem]:
        self.sheets[sheet.table.entity] = sheet
        yield from sheet.open()
        if sheet.names.issuperset(sheet.table.needed):
            yield from sheet.scan(self._taker(sheet.table))

    def _taker(self, table: FileTable) -> Callable[[int, Line], Iterator[Problem]]:
        if table is PATIENTS:
            return self._take_patient
        if table is ADMISSIONS:
            return self._take_admission
        if table is RUNS:
            return self._take_run
        for kind, rows in ROW_TABLES.items():
            if rows is table:
                return partial(self._take_row, kind)
        annex = next(annex for annex in self.annexes if annex.table is table)
        return partial(self._take_annexed, annex)

    def _take_patient(self, index: int, line: Line) -> Iterator[Problem]:
        ref = key_text(line, PATIENT_REF)
        yield from (
            [ref] if isinstance(ref, Problem) else self._keep(self.patients, ref, index, line, PATIENT_REF)
        )

    def _take_admission(self, index: int, line: Line) -> Iterator[Problem]:
        ref, patient = key_text(line, CASE_REF), key_text(line, PATIENT_REF)
        self.center_codes |= {line.cells[CENTER_CODE].strip()} if CENTER_CODE in line.cells else set()
        if found := _problems(ref, patient):
            yield from found
            return
        yield from self._keep(self.admissions, str(ref), index, line, CASE_REF)
        self.patient_of.setdefault(str(ref), str(patient))

    def _take_run(self, index: int, line: Line) -> Iterator[Problem]:
        ref, number = key_text(line, CASE_REF), run_number(line)
        if isinstance(ref, Problem) or isinstance(number, Problem):
            yield from _problems(ref, number)
            return
        yield from self._keep(self.runs.setdefault(ref, {}), number, index, line, RUN_NUMBER)

    def _take_row(self, kind: str, index: int, line: Line) -> Iterator[Problem]:
        ref, number, row = key_text(line, CASE_REF), run_number(line), key_text(line, ROW_REF)
        if isinstance(ref, Problem) or isinstance(number, Problem) or isinstance(row, Problem):
            yield from _problems(ref, number, row)
            return
        yield from self._keep(self.rows[kind].setdefault(ref, {}), (number, row), index, line, ROW_REF)

    def _take_annexed(self, annex: Annex, index: int, line: Line) -> Iterator[Problem]:
        ref, key = key_text(line, CASE_REF), annex.key(line)
        if isinstance(ref, Problem) or isinstance(key, Problem):
            yield from _problems(ref, key)
            return
        kept = self.annexed[annex.kind].setdefault(ref, {})
        yield from self._keep(kept, key, index, line, annex.table.keys[1])

    def _keep(
        self, kept: dict[Any, int], key: Hashable, index: int, line: Line, column: str
    ) -> Iterator[Problem]:
        if key in kept:
            first = self.sheets[line.table.entity].numbers[kept[key]]
            yield line.problem(column, TWICE.format(row=first))
        else:
            kept[key] = index


def key_text(line: Line, name: str) -> str | Problem:
    """A key as the file gives it, or what is wrong with it."""
    cell = line.cells.get(name, "")
    try:
        text = check_text(unguarded(cell).strip(), LONGEST_KEY)
    except Rejected as rejected:
        return line.problem(name, rejected.message)
    return text or line.problem(name, NEEDED)


def run_number(line: Line) -> int | Problem:
    low, high = Run.item_field(RUN_NUMBER).item.hard.widest
    text = plain_digits(line.cells.get(RUN_NUMBER, ""))
    if text.isascii() and text.isdigit() and len(text) < 4 and low <= int(text) <= high:
        return int(text)
    return line.problem(RUN_NUMBER, NO_RUN_NUMBER.format(low=low, high=high))


def _problems(*parts: object) -> list[Problem]:
    return [part for part in parts if isinstance(part, Problem)]
