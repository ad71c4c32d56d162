"""The published data dictionary, derived from the fields, code lists and rules that are in use.

Plain values only, in a fixed order, so that two publications of the same forms are the same bytes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from crf.codes import CodeList
from crf.items import Item, Ranges, Unit
from crf.pairs import Pair
from crf.rules import Rule

COLUMNS = (
    "name", "label_en", "label_zh", "section", "entity", "type", "decimal_places", "unit", "alt_units", "choices",
    "soft_range", "hard_range", "requirement", "condition", "missing_reasons", "written_by", "definition_en", "definition_zh",
    "rules", "source",
)  # fmt: skip


@dataclass(frozen=True)
class Form:
    """One case report form: its number, name and the items it asks, by entity."""

    number: int
    name: str
    title: Pair
    repeat: Pair
    items: tuple[tuple[str, Item], ...]


def field_entry(entity: str, item: Item, rules: Iterable[Rule]) -> dict[str, Any]:
    """One field as the dictionary prints it; the keys are ``COLUMNS``."""
    return {
        "name": item.name,
        "label_en": item.label.en,
        "label_zh": item.label.zh,
        "section": item.section,
        "entity": item.entity or entity,
        "type": item.kind,
        "decimal_places": item.places or None,
        "unit": item.unit or None,
        "alt_units": [_unit(unit) for unit in item.alt_units],
        "choices": item.codes.name if item.codes else None,
        "soft_range": _ranges(item.soft),
        "hard_range": _ranges(item.hard),
        "requirement": str(item.requirement),
        "condition": item.when.text if item.when else None,
        "missing_reasons": [str(reason) for reason in item.missing_reasons],
        "written_by": "registry" if item.system else "person",
        "definition_en": item.definition.en,
        "definition_zh": item.definition.zh,
        "rules": [rule.number for rule in rules if item.name in rule.fields],
        "source": item.source,
    }


def rule_entry(rule: Rule) -> dict[str, Any]:
    """One rule; ``statement`` is the name of what must hold."""
    return {
        "id": rule.number,
        "severity": str(rule.severity),
        "asked_for": rule.on,
        "statement": rule.name,
        "fields": list(rule.fields),
        "message_en": rule.message.en,
        "message_zh": rule.message.zh,
        "source": rule.source,
    }


def form_entry(form: Form, rules: Sequence[Rule]) -> dict[str, Any]:
    return {
        "number": form.number,
        "id": form.name,
        "title_en": form.title.en,
        "title_zh": form.title.zh,
        "repeat_en": form.repeat.en,
        "repeat_zh": form.repeat.zh,
        "fields": [field_entry(entity, item, rules) for entity, item in form.items],
    }


def code_lists(forms: Iterable[Form]) -> list[dict[str, Any]]:
    """Every list the forms use, by name."""
    found = {item.codes.name: item.codes for form in forms for _, item in form.items if item.codes}
    return [_code_list(found[name]) for name in sorted(found)]


def _code_list(codes: CodeList) -> dict[str, Any]:
    options = [
        {"code": option.code, "en": option.en, "zh": option.zh} | dict(sorted(option.facts.items()))
        for option in codes
    ]
    return {
        "name": codes.name,
        "title_en": codes.title.en,
        "title_zh": codes.title.zh,
        "source": codes.source,
        "items": options,
    }


def _unit(unit: Unit) -> dict[str, str]:
    """``entered = stored * factor``"""
    return {"unit": unit.name, "factor": f"{unit.factor.normalize():f}"}


def _ranges(ranges: Ranges | None) -> dict[str, list[float]] | None:
    return {group: list(bounds) for group, bounds in sorted(ranges.by_group.items())} if ranges else None
