"""What the rows of one run are drawn from, and how tables of laboratory values are drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from config.demo.chance import Chance
from config.demo.fates import Stretch
from config.demo.gaps import Row
from config.demo.illness import ARTERIAL, ECPR, PULMONARY, Illness
from config.demo.people import Person

# Name, share of records that have it, mean, standard deviation, lowest, highest, decimal places.
Figure = tuple[str, float, float, float, float, float, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """One run at the bedside. ``until`` is its stop, or the day of the data while it goes on."""

    chance: Chance
    person: Person
    illness: Illness
    stretch: Stretch
    until: datetime
    number: int
    group: str  # N, P or A
    weight: float  # kg
    source: int  # of the admission
    admitted: datetime
    earlier: datetime | None  # stop of the run before
    is_alive: bool  # leaves the hospital alive
    is_brain_dead: bool
    was_intubated: bool

    @property
    def start(self) -> datetime:
        return self.stretch.start

    @property
    def hours(self) -> float:
        return (self.until - self.start) / timedelta(hours=1)

    @property
    def is_adult(self) -> bool:
        return self.group == "A"

    @property
    def is_arterial(self) -> bool:
        return self.illness.mode in ARTERIAL

    @property
    def is_pulmonary(self) -> bool:
        return self.illness.support_type == PULMONARY

    @property
    def is_ecpr(self) -> bool:
        return self.illness.support_type == ECPR


def figures(chance: Chance, table: Iterable[Figure]) -> Row:
    """The values of a table that were measured."""
    return {
        name: chance.figure(mean, deviation, low, high, places)
        for name, share, mean, deviation, low, high, places in table
        if chance.yes(share)
    }
