"""What a chapter is made of, ready for the typesetter: plain text in small records that become JSON."""

from dataclasses import dataclass, field
from typing import Literal

from national.charts.figure import Figure
from national.charts.labels import Pair

Level = Literal["", "total", "part"]


@dataclass(frozen=True)
class Column:
    """A printed column; ``width`` is its share of the line."""

    head: str
    width: float = 1
    align: Literal["left", "right"] = "right"


@dataclass(frozen=True)
class Line:
    """A printed row; totals are set bold, parts are indented."""

    cells: list[str]
    level: Level = ""


@dataclass(frozen=True)
class Sheet:
    """A printed table with its caption; ``summary`` says what it holds, for readers who hear it."""

    title: str
    note: str
    columns: list[Column]
    lines: list[Line]


@dataclass(frozen=True)
class Chapter:
    """One statistic: the verdict in a sentence, figures, tables, and the facts one needs to argue with them."""

    key: str
    title: str
    verdict: str
    paragraphs: list[str] = field(default_factory=list)
    blocks: list[Figure | Sheet] = field(default_factory=list)
    reading: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)


def left(head: str, width: float = 1.6) -> Column:
    return Column(head, width, "left")


NO_TABLE: Pair = ("This statistic is not part of the snapshot.", "本快照不含此项统计。")
