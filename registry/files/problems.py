"""What is wrong or remarkable in files: told all at once, with place, value and both languages."""

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from crf.pairs import Pair
from registry.files.cells import guarded

SHOWN_LENGTH = 200  # characters of a value that are told
UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
HEADER = ("file", "row", "column", "value", "level", "rule", "message_en", "message_zh")


class Level(StrEnum):
    """An error keeps everything out; a warning does so at acceptance; a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


LEVEL_LABELS = {
    Level.ERROR: Pair("error", "错误"),
    Level.WARNING: Pair("warning", "提示"),
    Level.NOTE: Pair("note", "说明"),
}


@dataclass(frozen=True)
class Problem:
    """``row`` counts as a spreadsheet does: the header is row 1; 0 speaks of the whole file."""

    file: str
    row: int
    column: str
    value: str
    message: Pair
    level: Level = Level.ERROR
    rule: str = ""

    def __str__(self) -> str:
        """One line in the active language."""
        place = ", ".join(str(part) for part in (self.file, self.row or "", self.column) if part)
        value = f" [{shortened(self.value)}]" if self.value else ""
        rule = f" ({self.rule})" if self.rule else ""
        return f"{LEVEL_LABELS[self.level]}: {place}{value}: {self.message}{rule}"

    @property
    def cells(self) -> tuple[str, ...]:
        value = guarded(shortened(self.value))
        row = str(self.row) if self.row else ""
        return (self.file, row, self.column, value, self.level, self.rule, *self.message)


def shortened(value: str) -> str:
    """The beginning of a value on one line, without signs that would turn the line around."""
    begin = value[: SHOWN_LENGTH + 1]
    plain = "".join("�" if unicodedata.category(sign) in UNSHOWN else sign for sign in begin)
    return plain if len(plain) <= SHOWN_LENGTH else plain[:SHOWN_LENGTH] + "…"


class Problems:
    """Gathers problems: counts all, keeps the first ``kept`` to show, and writes all to a file if asked."""

    def __init__(self, path: Path | None = None, kept: int = 500):
        self.counts: Counter[Level] = Counter()
        self.shown: list[Problem] = []
        self._path, self._kept = path, kept
        self._file: Any = None

    def __enter__(self) -> Self:
        if self._path:
            self._file = self._path.open("w", encoding="utf-8-sig", newline="")
            self._writer = csv.writer(self._file, lineterminator="\n")
            self._writer.writerow(HEADER)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def add(self, problem: Problem) -> None:
        self.counts[problem.level] += 1
        if problem.level != Level.NOTE and len(self.shown) < self._kept:
            self.shown.append(problem)
        if self._file:
            self._writer.writerow(problem.cells)

    def add_all(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.add(problem)

    @property
    def errors(self) -> int:
        return self.counts[Level.ERROR]

    @property
    def not_shown(self) -> int:
        return self.counts[Level.ERROR] + self.counts[Level.WARNING] - len(self.shown)
