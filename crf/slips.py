"""A number that is unusual in the unit it was entered in, but usual in another one the field accepts."""

from dataclasses import dataclass
from typing import Any

from crf.entry import Rejected, parse_number
from crf.ranges import is_usual


@dataclass(frozen=True)
class Slip:
    """The unit that was probably meant, and the value in the field's own unit if it was."""

    unit: str
    value: str


def slip(column: Any, text: Any, unit: str, age_group: str | None) -> Slip | None:
    """The first other accepted unit that makes ``text`` usual for the age group; None where none does."""
    item = column.item
    if not item.soft or not item.alt_units:
        return None
    try:
        number = parse_number(str(text))
    except Rejected:
        return None
    entered = unit or item.unit
    if is_usual(item, age_group, column.to_stored(number, entered)):
        return None
    for other in (item.unit, *(each.name for each in item.alt_units)):
        value = column.to_stored(number, other)
        if other != entered and is_usual(item, age_group, value):
            return Slip(other, column.written(value))
    return None
