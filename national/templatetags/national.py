"""Charts in templates."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from national.charts.figure import Figure

register = template.Library()


@register.inclusion_tag("national/partials/figure.html")
def chart(figure: Figure | None, css: str = "c12") -> dict[str, Any]:
    """A chart in its card: drawn by the browser from plain data, or our own finished drawing."""
    if figure is None:
        return {"figure": None}
    return {
        "figure": figure,
        "css": css,
        "chart_id": f"chart-{figure.key}",
        "svg": _own_drawing(figure),
    }


def _own_drawing(figure: Figure) -> SafeString:
    """The tile grid is made of our own tags, and its words are escaped where they enter it."""
    return mark_safe(figure.svg or "")  # noqa: S308
