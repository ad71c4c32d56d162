"""Storing what was answered."""

from datetime import date

from crf.answering import Entry, answer
from crf.models import Answers


def save_fields(part: Answers, entries: dict[str, Entry], *, anchor: date | None = None) -> bool:
    """Answers fields of one row and stores it if anything changed; its version grows by one."""
    changed = [name for name, entry in entries.items() if answer(part, name, entry, anchor=anchor)]
    if not changed:
        return False
    part.version += 1
    part.save()
    return True
