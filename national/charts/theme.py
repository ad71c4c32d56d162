"""Look of every chart: colors and shapes with a fixed meaning, axes, text. See the color table of the style sheet."""

from dataclasses import dataclass
from typing import Any

Option = dict[str, Any]

INK, INK_SOFT, AXIS, GRID, PAPER = "#14232D", "#566872", "#C6D1D7", "#ECF1F3", "#FFFFFF"
PRIMARY, PRIMARY_PALE, NEUTRAL = "#0B6072", "#C7E1E6", "#7C8C96"
SEQUENCE = ("#E4F1F3", "#B4D7DD", "#73B0BB", "#277586", "#0A4E5D")
SEQUENCE_INK = (INK, INK, INK, PAPER, PAPER)
FONT = "Noto Sans SC"
TEXT = 12


@dataclass(frozen=True)
class Mark:
    """A support type is told by color and by shape, everywhere the same."""

    color: str
    symbol: str


MARKS = {
    "1": Mark("#E07818", "circle"),
    "2": Mark("#0F5379", "rect"),
    "3": Mark("#6C41B9", "diamond"),
    "all": Mark(PRIMARY, "circle"),
    "U": Mark("#A9B5BC", "rect"),
}
STACK_ORDER = ("2", "1", "3")  # from the axis upward, as in the legend


def base(description: str) -> Option:
    """Settings every chart shares; the description is read to people who do not see the picture."""
    return {
        "animation": False,
        "backgroundColor": "transparent",
        "textStyle": {"fontFamily": FONT, "fontSize": TEXT, "color": INK_SOFT},
        "aria": {"enabled": True, "label": {"enabled": True, "description": description}},
    }


def category_axis(names: list[str], **more: Any) -> Option:
    return {
        "type": "category",
        "data": names,
        "axisTick": {"show": False},
        "axisLine": {"lineStyle": {"color": AXIS}},
        "axisLabel": {"color": INK_SOFT, "fontSize": TEXT, "lineHeight": 15, "interval": 0},
        **more,
    }


def value_axis(**more: Any) -> Option:
    label = {"color": INK_SOFT, "fontSize": TEXT} | more.pop("axisLabel", {})
    return {
        "type": "value",
        "axisLine": {"show": False},
        "axisTick": {"show": False},
        "splitLine": {"lineStyle": {"color": GRID}},
        "axisLabel": label,
        **more,
    }


def heading(text: str, left: int, top: int) -> Option:
    """A small bold title inside the picture, one per panel."""
    style = {"fontSize": TEXT, "fontWeight": "bold", "color": INK}
    return {"text": text, "left": left, "top": top, "padding": 0, "textStyle": style}


def legend(names: list[str], symbols: list[str], **place: Any) -> Option:
    entries = [{"name": name, "icon": symbol} for name, symbol in zip(names, symbols, strict=True)]
    text = {"color": INK, "fontSize": TEXT}
    return {"data": entries, "itemWidth": 11, "itemHeight": 11, "itemGap": 16, "textStyle": text} | place


def bold_label(text: str, position: str, **more: Any) -> Option:
    return {"show": True, "formatter": text, "position": position, "color": INK, "fontWeight": "bold"} | more


def whisker(start: list[Any], end: list[Any], color: str, width: float = 3) -> list[Option]:
    """One interval line between two points of the plane (a mark line, so that the option stays plain JSON)."""
    style = {"color": color, "width": width, "type": "solid", "cap": "round"}
    return [{"coord": start, "symbol": "none", "lineStyle": style}, {"coord": end, "symbol": "none"}]
