"""How it goes: durations and outcomes, decided by severity, age, type of support and center.

The shares aimed at are those published registries report: adult respiratory about 57 % alive at discharge,
cardiac 48 %, ECPR 30 %, newborns with lung failure 70 %.
"""

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from config.demo.centers import DemoCenter
from config.demo.chance import Chance, Weighted, whole_hours
from config.demo.illness import CARDIAC, ECPR, PULMONARY, Illness
from config.demo.people import Person
from config.demo.slots import Phase, Slot

RECOVERED, DIED, WITHDRAWN, VAD, HEART, LUNG, COMPLICATION, FAMILY, MOVED = 1, 2, 3, 4, 5, 6, 8, 10, 12
HOME, REHAB, OTHER_HOSPITAL, ON_ECLS, HOPELESS, DEAD, IN_HOSPITAL, HOSPICE = 1, 2, 3, 4, 5, 6, 7, 8

ALIVE_AT_DISCHARGE = {
    ("A", PULMONARY): 0.57,
    ("A", CARDIAC): 0.48,
    ("A", ECPR): 0.30,
    ("P", PULMONARY): 0.62,
    ("P", CARDIAC): 0.56,
    ("P", ECPR): 0.42,
    ("N", PULMONARY): 0.71,
    ("N", CARDIAC): 0.47,
    ("N", ECPR): 0.42,
}
HOURS = {PULMONARY: (205, 0.75), CARDIAC: (122, 0.68), ECPR: (68, 0.95)}  # median, sigma of the logarithm
LONGEST_HOURS = 1300
WARD_DAYS = {PULMONARY: 15, CARDIAC: 14, ECPR: 19}
SEVERITY_EFFECT, AGE_EFFECT = 0.85, 0.30  # log-odds of death per standard deviation
# A wide spread of the odds pulls the mean toward one half; stretching the center undoes it.
STRETCH = math.sqrt(1 + 0.346 * (SEVERITY_EFFECT**2 + AGE_EFFECT**2))

_WAY_OF_DYING = Weighted({"on_ecls": 42, "withdrawn": 21, "hopeless": 22, "later": 15})
_WAY_HOME = Weighted({HOME: 74, REHAB: 9, OTHER_HOSPITAL: 16.3, HOSPICE: 0.7})


@dataclass(frozen=True, slots=True)
class Stretch:
    """One run from start to stop of flow; open while ``stop`` is None."""

    start: datetime
    stop: datetime | None
    reason: int | None

    @property
    def over(self) -> datetime:
        """The stop of a run that has ended."""
        if self.stop is None:
            raise ValueError("The run goes on.")
        return self.stop


@dataclass(frozen=True, slots=True)
class Fate:
    """The course of one admission. ``death`` is known to the hospital, ``late_death`` only later."""

    runs: tuple[Stretch, ...]
    status: int | None
    left: datetime | None
    death: datetime | None = None
    late_death: datetime | None = None
    alive_at_30_days: bool | None = None

    @property
    def end(self) -> datetime | None:
        """The end of the stay."""
        return self.left or self.death

    def known_by(self, cut: datetime) -> "Fate":
        """The same course as far as it has gone by ``cut``."""
        runs = tuple(_so_far(run, cut) for run in self.runs if run.start < cut)
        if runs[-1].stop is None or self.end is None or self.end >= cut or len(runs) < len(self.runs):
            return Fate(runs, None, None)
        return replace(self, death=self.death if self.death and self.death < cut else None)


def _so_far(run: Stretch, cut: datetime) -> Stretch:
    return run if run.stop and run.stop < cut else Stretch(run.start, None, None)


def handover(chance: Chance, start: datetime) -> datetime:
    """When a patient sent away on ECLS changes hands."""
    return start + whole_hours(chance.skewed(20, 0.6, 5, 72))


def draw_fate(
    chance: Chance,
    slot: Slot,
    person: Person,
    illness: Illness,
    center: DemoCenter,
    cut: datetime,
    received: datetime | None = None,
) -> Fate:
    """``received`` is when another center handed the patient over."""
    alive = chance.yes(_odds_share(person, illness, center, slot))
    hours = _run_hours(chance, illness, slot, cut, alive)
    if received:
        hours = max(hours, (received - slot.start) / timedelta(hours=1) + chance.between(20, 60))
    earlier, start = _first_run(chance, slot, hours) if slot.runs > 1 else ((), slot.start)
    stop = start + whole_hours(hours)
    limit = _days_left(slot, stop, cut)
    if alive:
        return _survivor(chance, illness, center, (*earlier, Stretch(start, stop, RECOVERED)), limit)
    return _death(chance, (*earlier, Stretch(start, stop, DIED)), limit)


def sent_away(start: datetime, at: datetime) -> Fate:
    """The first center's part of a run that continues elsewhere."""
    return Fate((Stretch(start, at, MOVED),), ON_ECLS, at)


def _odds_share(person: Person, illness: Illness, center: DemoCenter, slot: Slot) -> float:
    share = ALIVE_AT_DISCHARGE[person.age_group, illness.support_type]
    odds = math.log(share / (1 - share)) * STRETCH + center.effect
    odds -= SEVERITY_EFFECT * (illness.severity + 0.6 * (slot.runs - 1))
    if person.age_group == "A":
        odds -= AGE_EFFECT * (illness.age_years - 52) / 16.5
    return 1 / (1 + math.exp(-odds))


def _run_hours(chance: Chance, illness: Illness, slot: Slot, cut: datetime, alive: bool) -> float:
    median: float
    median, sigma = HOURS[illness.support_type]
    if illness.support_type == ECPR and not alive:
        median *= 0.6  # early deaths after arrest
    hours = chance.skewed(median * math.exp(0.1 * illness.severity), sigma, 1.5, LONGEST_HOURS)
    gone = (cut - slot.start) / timedelta(hours=1)
    if slot.phase == Phase.RUNNING:
        return max(hours, gone * 1.2 + 24)
    return min(hours, 0.4 * gone) if slot.phase in (Phase.RETURNED, Phase.SUBMITTED) else hours


def _days_left(slot: Slot, stop: datetime, cut: datetime) -> float:
    """Within how many days of the stop the stay must end; arranged admissions are over by now."""
    if slot.phase in (Phase.RETURNED, Phase.SUBMITTED):
        return max((cut - stop) / timedelta(days=1) - 6, 1)
    return 150


def _first_run(chance: Chance, slot: Slot, hours: float) -> tuple[tuple[Stretch, ...], datetime]:
    """A run before the last one, and the start of the last one."""
    stop = slot.start + whole_hours(min(hours, chance.skewed(120, 0.6, 12, 400)))
    reason = RECOVERED if chance.yes(0.8) else COMPLICATION
    again = stop + whole_hours(chance.skewed(40, 1.0, 2, 200))
    return (Stretch(slot.start, stop, reason),), again


def _survivor(
    chance: Chance, illness: Illness, center: DemoCenter, runs: tuple[Stretch, ...], limit: float
) -> Fate:
    last = runs[-1]
    last = replace(last, reason=_reason_to_stop(chance, illness, center))
    left = last.over + whole_hours(
        24 * min(chance.skewed(WARD_DAYS[illness.support_type], 0.6, 3, 150), limit)
    )
    status = _WAY_HOME.draw(chance)
    late = _late_death(chance, left, hospice=status == HOSPICE)
    return Fate((*runs[:-1], last), status, left, late_death=late)


def _reason_to_stop(chance: Chance, illness: Illness, center: DemoCenter) -> int:
    transplants = center.size > 2 and illness.age_years >= 18
    if transplants and illness.support_type == CARDIAC and chance.yes(0.08):
        return VAD if chance.yes(0.6) else HEART
    if transplants and illness.diagnosis in ("R17", "R19", "R26") and chance.yes(0.5):
        return LUNG
    return COMPLICATION if chance.yes(0.025) else RECOVERED


def _late_death(chance: Chance, left: datetime, *, hospice: bool) -> datetime | None:
    """Deaths after discharge: some in the first months, then about two in a hundred each year."""
    if hospice:
        return left + whole_hours(24 * chance.skewed(25, 0.8, 1, 120))
    if chance.yes(0.075):
        return left + whole_hours(24 * chance.skewed(75, 1.1, 2, 365))
    return left + whole_hours(24 * (200 + chance.expovariate(1 / (45 * 365))))


def _death(chance: Chance, runs: tuple[Stretch, ...], limit: float) -> Fate:
    last = runs[-1]
    way = _WAY_OF_DYING.draw(chance)
    if way == "on_ecls":
        return Fate(runs, DEAD, None, death=last.over)
    if way == "hopeless":
        return _hopeless(chance, runs)
    if way == "withdrawn":
        ended = replace(last, reason=WITHDRAWN)
        return Fate(
            (*runs[:-1], ended), DEAD, None, death=last.over + whole_hours(chance.skewed(1, 1, 0.1, 20))
        )
    days = min(chance.skewed(6, 0.9, 0.6, 90), limit)
    ended = replace(last, reason=RECOVERED)
    return Fate((*runs[:-1], ended), DEAD, None, death=last.over + whole_hours(24 * days))


def _hopeless(chance: Chance, runs: tuple[Stretch, ...]) -> Fate:
    """Taken home to die: the death is learned of in most, very few are alive a month later."""
    ended = replace(runs[-1], reason=FAMILY if chance.yes(0.7) else WITHDRAWN)
    left = ended.over + whole_hours(chance.skewed(3, 0.7, 1.5, 20))
    fate = Fate((*runs[:-1], ended), HOPELESS, left)
    if chance.yes(0.68):
        return replace(fate, death=left + whole_hours(chance.skewed(7, 1.2, 0.3, 200)))
    return replace(fate, alive_at_30_days=True if chance.yes(0.12) else None)
