"""One picture with the words that belong to it."""

from dataclasses import dataclass

from national.charts.theme import Option


@dataclass(frozen=True)
class Figure:
    """A chart ready to be drawn: an ECharts option, or a finished SVG of our own; size in CSS pixels."""

    key: str
    title: str
    note: str
    description: str
    width: int
    height: int
    option: Option | None = None
    svg: str | None = None
