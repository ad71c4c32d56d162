"""Answers of fields that do not apply: kept aside for 30 days instead of lost."""

from datetime import datetime
from typing import Any

from crf import notes
from crf.answering import Entry, answer, clear, entered_unit
from crf.models import Answers

KEPT_DAYS = 30


def hide(part: Answers, name: str, at: datetime) -> bool:
    """Moves the field's answer aside; True if there was one."""
    if not (part.is_answered(name) or part.rejected(name)):
        return False
    kept: dict[str, Any] = {"text": part.written(name), "at": at.isoformat()}
    if reason := part.missing(name):
        kept["missing"] = reason
    if unit := entered_unit(part, name):
        kept["unit"] = unit
    clear(part, name)
    notes.put(part.notes, "hidden", name, kept)
    return True


def restore(part: Answers, name: str) -> bool:
    """Brings back what was moved aside, unless the field has been answered anew; True if it did."""
    kept = notes.get(part.notes, "hidden", name)
    if not kept:
        return False
    notes.put(part.notes, "hidden", name, None)
    if not part.is_answered(name) and part.rejected(name) is None:
        answer(part, name, Entry(kept["text"], unit=kept.get("unit", ""), missing=kept.get("missing", "")))
    return True


def forget(part: Answers, before: datetime) -> bool:
    """Drops what was moved aside before that moment; True if there was something. The row is not saved."""
    kept = part.notes.get("hidden", {})
    old = [name for name, answer in kept.items() if datetime.fromisoformat(answer["at"]) < before]
    for name in old:
        notes.put(part.notes, "hidden", name, None)
    return bool(old)
