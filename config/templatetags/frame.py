"""Small marks for templates: icons and the strip that shows a value against its usual range."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template
from django.core.paginator import Page
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from crf.section_names import section_label as named

register = template.Library()

STRIP_WIDTH = 150
MARGIN = 12
"""Room of the strip outside the usual range when no possible range is known, on each side."""


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """One symbol of static/img/icons.svg; with a label it speaks, without one it is silent."""
    if label:
        return format_html(
            '<svg class="i {}" role="img" aria-label="{}"><use href="{}#{}"></use></svg>',
            css,
            label,
            static("img/icons.svg"),
            name,
        )
    return format_html(
        '<svg class="i {}" aria-hidden="true"><use href="{}#{}"></use></svg>',
        css,
        static("img/icons.svg"),
        name,
    )


@register.simple_tag
def dot(name: str) -> SafeString:
    """The round mark of a section: done, half, none, bad, alert or lock. The words stand beside it."""
    return format_html(
        '<svg class="dot" aria-hidden="true"><use href="{}#{}"></use></svg>', static("img/icons.svg"), name
    )


@register.filter
def section_label(section: str) -> str:
    """The name of a section of the forms in the language of the page."""
    return str(named(section))


@register.simple_tag
def comma() -> str:
    """What stands between the entries of a list, in the language of the page."""
    return ", " if (get_language() or "").startswith("en") else "、"


@register.filter
def listed(entries: Iterable[Any]) -> str:
    """The entries as one line of text."""
    return comma().join(map(str, entries))


@register.inclusion_tag("components/range_strip.html")
def range_strip(usual: Any, possible: Any = None, value: Any = None, tone: str = "") -> dict[str, Any]:
    """The usual range shaded inside the possible one, with the value as a mark.

    ``usual`` and ``possible`` are (low, high) pairs in the unit of the value, either end may be None;
    ``tone`` is "", "w" (unusual) or "e" (impossible). Without a usual range nothing is drawn.
    """
    low, high = _pair(usual)
    if low is None or high is None or high <= low:
        return {"drawn": False}
    floor, ceiling = _outer(low, high, _pair(possible))
    mark = _number(value)
    return {
        "drawn": True,
        "start": _at(low, floor, ceiling),
        "width": round(_at(high, floor, ceiling) - _at(low, floor, ceiling), 1),
        "mark": None if mark is None else round(_at(mark, floor, ceiling) - 2, 1),
        "tone": tone,
    }


def _outer(low: float, high: float, possible: tuple[float | None, float | None]) -> tuple[float, float]:
    """Ends of the strip. A possible range far wider than the usual one would squeeze it, so it is capped."""
    room = (high - low) * MARGIN / (100 - 2 * MARGIN)
    floor = low - 4 * room if possible[0] is None else max(possible[0], low - 4 * room)
    ceiling = high + 4 * room if possible[1] is None else min(possible[1], high + 4 * room)
    return min(floor, low - room / 2), max(ceiling, high + room / 2)


def _at(value: float, floor: float, ceiling: float) -> float:
    share = (value - floor) / (ceiling - floor)
    return round(2 + min(1.0, max(0.0, share)) * (STRIP_WIDTH - 4), 1)


def _pair(pair: Any) -> tuple[float | None, float | None]:
    low, high = pair or (None, None)
    return _number(low), _number(high)


def _number(value: Any) -> float | None:
    if value is None or value == "" or isinstance(value, bool):
        return None
    try:
        return float(Decimal(str(value)))
    except (InvalidOperation, ValueError):
        return None


@register.simple_tag
def page_numbers(page: Page) -> list[Any]:
    """Numbers around the page that is open, with the paginator's ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
