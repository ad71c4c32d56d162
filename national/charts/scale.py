"""Center scale: how many centers, and how many runs, fall into each class of yearly volume."""

import re

from national.charts import formats, theme
from national.charts.figure import Figure
from national.charts.labels import Lang, code_label, say
from national.charts.released import Document, Row, released, rows_of
from national.charts.theme import Option

TITLE = ("Centers and runs by volume class", "按年例次分级的中心数与例次")
NOTE = ("number and share of the whole", "数量及占全部的比例")
PANELS = {
    "centers": ("share_of_centers", ("Centers", "中心"), theme.PRIMARY),
    "runs": ("share_of_runs", ("Runs", "例次"), theme.SEQUENCE[2]),
}


def class_rows(table: Document, year: int) -> list[Row]:
    """The rows of the classes in their order, without the row of all centers."""
    rows = [row for row in rows_of(table, year=year) if row["volume_class"] != "all"]
    return sorted(rows, key=lambda row: _lowest(row["volume_class"]))


def _lowest(volume_class: str) -> float:
    """The number a class begins with."""
    digits = re.match(r"\d+", str(volume_class))
    return int(digits[0]) if digits else float("inf")


def _label(row: Row, measure: str, share_measure: str) -> str:
    amount, share = released(row, measure), released(row, share_measure)
    text = formats.count(amount)
    return f"{text} ({formats.percent(share)})" if amount is not None and share is not None else text


def _bars(rows: list[Row], measure: str, panel: int) -> Option:
    share_measure, _, color = PANELS[measure]
    data = [
        {
            "value": (released(row, share_measure) or 0) * 100,
            "label": theme.bold_label(_label(row, measure, share_measure), "right", distance=6),
        }
        for row in rows
    ]
    place = {"xAxisIndex": panel, "yAxisIndex": panel}
    return {"type": "bar", "barWidth": 18, "data": data, "itemStyle": {"color": color}} | place


def _axes(names: list[str], panel: int, top: float) -> tuple[Option, Option]:
    hidden = {"show": False, "min": 0, "max": top, "type": "value", "gridIndex": panel}
    classes = theme.category_axis(names, gridIndex=panel, inverse=True)
    classes["axisLabel"] |= {"color": theme.INK, "show": panel == 0}
    return hidden, classes


def volume_classes(table: Document, year: int, lang: Lang) -> Figure:
    """Two panels of horizontal bars on one scale of percent (statistic ``center_scale``)."""
    rows = class_rows(table, year)
    names = [code_label("volume_class", row["volume_class"], lang) for row in rows]
    shares = [released(row, share) or 0 for row in rows for share, _, _ in PANELS.values()]
    top = max([*shares, 0.1]) * 150  # room for the label behind the longest bar
    axes = [_axes(names, panel, top) for panel in (0, 1)]
    left, wide, gap = (118 if lang == "en" else 100), 256, 34
    description = f"{say(TITLE, lang)}. " + "; ".join(
        f"{name}: {_label(row, 'centers', 'share_of_centers')}, {_label(row, 'runs', 'share_of_runs')}"
        for name, row in zip(names, rows, strict=True)
    )
    option = theme.base(description) | {
        "title": [
            theme.heading(say(words, lang), left + panel * (wide + gap), 2)
            for panel, (_, words, _) in enumerate(PANELS.values())
        ],
        "grid": [
            {"left": left + panel * (wide + gap), "width": wide, "top": 26, "bottom": 8} for panel in (0, 1)
        ],
        "xAxis": [axis[0] for axis in axes],
        "yAxis": [axis[1] for axis in axes],
        "series": [_bars(rows, measure, panel) for panel, measure in enumerate(PANELS)],
    }
    height = 42 + 34 * max(len(rows), 1)
    return Figure("volume-classes", say(TITLE, lang), say(NOTE, lang), description, 680, height, option)
