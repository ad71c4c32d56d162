"""Small marks for templates: icons and the strip that shows a value against its usual range."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from crf.section_names import section_label as named
from crf.strips import drawn, strip

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=500, typed=True)  # a safe text and its unsafe twin are told apart
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
@lru_cache(maxsize=50, typed=True)
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


@register.simple_tag
def range_strip(usual: Any, possible: Any = None, value: Any = None, tone: str = "") -> SafeString:
    """The usual range shaded inside the possible one, with the value as a mark."""
    return drawn(strip(usual, possible, value, tone))


@register.simple_tag
def page_numbers(page: Page) -> list[Any]:
    """Numbers around the page that is open, with the paginator's ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
