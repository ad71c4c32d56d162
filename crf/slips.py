"""A number that is unusual or impossible in the unit it was entered in, but not in another one the field accepts."""

from dataclasses import dataclass
from typing import Any

from crf.entry import Rejected, parse_number
from crf.ranges import is_possible, is_usual


@dataclass(frozen=True)
class Slip:
    """The unit that was probably meant, and the value in the field's own unit if it was."""

    unit: str
    value: str


def slip(column: Any, text: Any, unit: str, age_group: str | None) -> Slip | None:
    """The first other accepted unit that makes ``text`` usual for the age group, or, where it is impossible as
    entered, possible; None where none does."""
    item = column.item
    if not item.soft or not item.alt_units:
        return None
    try:
        number = parse_number(str(text))
    except Rejected:
        return None
    values = {name: column.to_stored(number, name) for name in item.units}
    entered = values.pop(unit or item.unit)
    for fits in (is_usual, is_possible):
        if fits(item, age_group, entered):
            return None
        meant = next((name for name, value in values.items() if fits(item, age_group, value)), None)
        if meant:
            return Slip(meant, column.displayed(values[meant]))
    return None
