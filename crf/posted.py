"""Reading answers from a submitted form.

A field is named ``<row key>.<field>``; beside it come ``!missing``, ``!unit`` and ``!reason.<rule>``. A row
has ``<row key>!delete``. ``versions`` and ``base`` say what the page showed: JSON objects by row key and
by field name. Names that no question of the section has are ignored.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

from crf.answering import Entry
from crf.items import Item
from crf.questions import Question


def posted(data: QueryDict, name: str, item: Item) -> Entry | None:
    """What came in for the field ``item`` under ``name``; None when the form did not hold it.

    Reasons that come without a text leave the answer as it is (``Entry.text`` is None).
    """
    missing = data.get(f"{name}!missing", "")
    reasons = _reasons(data, name)
    if name not in data and not missing and not reasons:
        return None
    several = item.kind == "multi_choice"
    text: Any = [each for each in data.getlist(name) if each] if several else data.get(name, "")
    if name not in data and not missing:
        text = None
    return Entry(text=text, unit=data.get(f"{name}!unit", ""), missing=missing, reasons=reasons)


def entries(data: QueryDict, questions: Iterable[Question]) -> dict[str, Entry]:
    """The entries of one row, by field name."""
    found = ((question.item.name, posted(data, question.name, question.item)) for question in questions)
    return {name: entry for name, entry in found if entry is not None}


def sent_json(data: QueryDict, name: str) -> dict[str, Any]:
    """A JSON object sent along; empty when it is missing or no object."""
    try:
        value = json.loads(data.get(name, "{}"))
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _reasons(data: QueryDict, name: str) -> dict[str, str]:
    """Reasons by rule. A text typed for "other" takes the place of the word."""
    prefix = f"{name}!reason."
    found = {key[len(prefix) :]: str(data[key]) for key in data if key.startswith(prefix)}
    return {
        rule: (str(data.get(f"{name}!why.{rule}", "")).strip()[:200] or reason)
        if reason == "other"
        else reason
        for rule, reason in found.items()
    }
