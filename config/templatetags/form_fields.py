"""How a field of a Django form is shown: which shape it takes, and its control with our classes.

Forms of the case report have their own way (``crf``); these serve sign-in, people, centers and filters.
"""

from dataclasses import dataclass
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

TIMES: dict[type[forms.Field], str] = {
    forms.DateTimeField: "datetime",
    forms.DateField: "date",
    forms.TimeField: "time",
}


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    chosen: bool


@register.simple_tag
def shape_of(field: BoundField) -> str:
    """hidden, check, checks, seg, select, time or box."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checks"
    if isinstance(widget, forms.RadioSelect):
        return "seg"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if isinstance(widget, forms.Select):
        return "select"
    return "time" if time_kind(field) else "box"


@register.simple_tag
def options_of(field: BoundField) -> list[Option]:
    """The options of a bar; "nothing chosen" is no option of it."""
    value = field.value()
    chosen = {str(part) for part in value} if isinstance(value, list | tuple | set) else {str(value)}
    choices = field.field.choices  # type: ignore[attr-defined]
    return [
        Option(str(code), str(label), str(code) in chosen)
        for code, label in choices
        if code not in ("", None) or isinstance(field.field, forms.NullBooleanField)
    ]


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The control with our class, its error and its help tied to it."""
    attrs: dict[str, Any] = {"class": _classes(field)}
    if field.errors:
        attrs["aria-invalid"] = "true"
    if described := _described_by(field):
        attrs["aria-describedby"] = described
    if kind := time_kind(field):
        attrs |= {"data-datetime": kind, "autocomplete": "off"}
    return field.as_widget(attrs=attrs)


def time_kind(field: BoundField) -> str:
    """Whether the text box takes a typed time, and of which kind."""
    if getattr(field.field.widget, "input_type", "") not in ("text", "date", "time", "datetime-local"):
        return ""
    named = str(field.field.widget.attrs.get("data-datetime", ""))
    return named or next((kind for cls, kind in TIMES.items() if isinstance(field.field, cls)), "")


def _classes(field: BoundField) -> str:
    widget = field.field.widget
    own = str(widget.attrs.get("class", ""))
    if isinstance(widget, forms.CheckboxInput):
        return own
    base = "form-select" if isinstance(widget, forms.Select) else "form-control"
    return " ".join(filter(None, (base, own, "is-invalid" if field.errors else "")))


def _described_by(field: BoundField) -> str:
    names = [f"{field.auto_id}_error"] if field.errors else []
    return " ".join([*names, *([f"{field.auto_id}_help"] if field.help_text else [])])
