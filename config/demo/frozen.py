"""The version of a case that was signed: the same content that a submission on the page freezes."""

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from config.demo.gaps import Row
from config.demo.recipe import SHANGHAI
from crf.fields import Codes, DecimalNumber, Moment
from crf.models import Answers
from registry.sections import TABLES

Content = dict[str, dict[str, Any]]
Place = tuple[str, str, Row]  # kind, key, answers


def _writer(field: Any) -> Callable[[Any], Any]:
    if isinstance(field, DecimalNumber):
        return f"{{:.{field.item.places}f}}".format
    if isinstance(field, Codes):
        return lambda value: [str(code) for code in value]
    if isinstance(field, Moment):
        return lambda value: f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    return field.written


def _writers(model: type[Answers]) -> list[tuple[str, Callable[[Any], Any]]]:
    return [(field.name, _writer(field)) for field in model.item_fields()]


_WRITERS = {kind: _writers(model) for kind, model in TABLES.items()}


def content(places: Iterator[Place]) -> Content:
    """Answers and notes by place."""
    return {key: {"answers": _answers(kind, row), "notes": row.get("notes", {})} for kind, key, row in places}


def _answers(kind: str, row: Row) -> dict[str, Any]:
    return {name: write(row[name]) for name, write in _WRITERS[kind] if row.get(name) is not None}


def warnings(frozen: Content) -> list[dict[str, str]]:
    """The warnings that were settled, as the submission names them."""
    return [
        {"rule": rule, "place": key, "field": name, "reason": reason}
        for key, place in frozen.items()
        for name, reasons in place["notes"].get("reason", {}).items()
        for rule, reason in reasons.items()
    ]


def canonical_text(frozen: Content) -> str:
    return json.dumps(frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def before_the_question(frozen: Content) -> Content:
    """The first version of a case that came back: one amount of blood was still wrong in it."""
    course = frozen["course1"]
    answers = course["answers"]
    if "rbc_units" not in answers:
        return frozen
    wrong = {**answers, "rbc_units": f"{float(answers['rbc_units']) * 2 + 1:.2f}"}
    return {**frozen, "course1": {**course, "answers": wrong}}
