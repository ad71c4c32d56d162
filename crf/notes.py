"""What a table of answers keeps beside its typed columns, in one JSON column keyed by field name.

=========== ==============================================================================
``missing``   why a value is absent: unknown, not_done, not_applicable
``entered``   text and unit as entered, when the unit is not the field's own
``rejected``  the text of an entry that is no value of its field; the column is null
``reason``    by rule: why a warning is right as it stands
``precision`` "day" when a time is known to the day only
``hidden``    answers of fields that no longer apply, with the time they were hidden
=========== ==============================================================================
"""

from typing import Any

from django.db import models

SECTIONS = ("missing", "entered", "rejected", "reason", "precision", "hidden")

Notes = dict[str, dict[str, Any]]


def put(notes: Notes, section: str, name: str, value: Any) -> None:
    """Sets one note, or takes it away when ``value`` is empty; empty sections disappear."""
    kept = notes.setdefault(section, {})
    if value:
        kept[name] = value
    else:
        kept.pop(name, None)
    if not kept:
        del notes[section]


def get(notes: Notes, section: str, name: str) -> Any:
    return notes.get(section, {}).get(name)


class NotesField(models.JSONField):
    """The notes of a row; never null."""

    def __init__(self, **options: Any):
        super().__init__(**{"default": dict, "blank": True, **options})

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs
