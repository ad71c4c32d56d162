"""What fields and codes mean, for the side panel of a form."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from crf.codelists.complication_codes import COMP_CODE
from crf.codes import Option
from crf.items import Item
from crf.pairs import Pair, listed
from crf.units import unit_label
from registry.sections import SECTIONS

NO_MARKUP = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}
MAJOR = Pair("Major", "主要并发症")


def scripts() -> SafeString:
    """Both for the scripts of the page, in the active language."""
    return _scripts(get_language())


@cache
def _scripts(language: str | None) -> SafeString:
    return SafeString(
        _script("definitions", field_meanings()) + _script("option-definitions", option_meanings())
    )


def _script(name: str, found: dict[str, Any]) -> str:
    """As Django's ``json_script``, but with its characters as they are: escaped, Chinese is twice as long."""
    text = json.dumps(found, ensure_ascii=False).translate(NO_MARKUP)
    return f'<script id="{name}" type="application/json">{text}</script>'


def field_meanings() -> dict[str, dict[str, str]]:
    """Of every field of the case page."""
    return meanings(item for section in SECTIONS for block in section.blocks for item in block.items())


def meanings(items: Iterable[Item]) -> dict[str, dict[str, str]]:
    """By field name: label, definition and units."""
    return {item.name: _of_field(item) for item in items}


def option_meanings() -> dict[str, dict[str, dict[str, str]]]:
    """By field and code: what a complication code means, and the mark of a major one."""
    return {"comp_code": {str(option.code): _of_option(option) for option in COMP_CODE}}


def _of_field(item: Item) -> dict[str, str]:
    units = [
        f"1 {unit_label(item.unit)} = {unit.factor:.6g} {unit_label(unit.name)}" for unit in item.alt_units
    ]
    return {"label": str(item.label), "text": str(item.definition), "units": listed(units)}


def _of_option(option: Option) -> dict[str, str]:
    text = str(Pair(option.facts.get("definition_en", ""), option.facts.get("definition_zh", "")))
    major = str(MAJOR) if option.facts.get("major") == "yes" else ""
    return {"label": f"{option.code} {option.label}", "text": text, "major": major}
