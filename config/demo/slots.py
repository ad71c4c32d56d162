"""Which admission begins where and when: the skeleton that cases are filled into."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from config.demo.centers import CHILDREN, DemoCenter
from config.demo.chance import Chance, stream
from config.demo.recipe import SHANGHAI, Recipe

SECOND_RUN = 0.045  # of admissions have a second run
TRANSFERRED = 0.015  # of admissions leave for a larger center on ECLS
ARRANGED_CENTERS = 2  # the centers of the demonstration accounts have work of every kind waiting
ARRANGED_FROM = 14  # admissions a center needs before some of them are arranged


class Phase(StrEnum):
    """Where an arranged admission stands; OPEN ones follow from their dates."""

    OPEN = "open"
    RUNNING = "running"  # on ECLS today
    DRAFT = "draft"
    RETURNED = "returned"
    SUBMITTED = "submitted"


# Days before the cut at which the arranged admissions of a center began.
ARRANGED = (
    (Phase.RUNNING, 1.3),
    (Phase.RUNNING, 4.6),
    (Phase.DRAFT, 16.4),
    (Phase.DRAFT, 26.6),
    (Phase.RETURNED, 62.7),
    (Phase.RETURNED, 80.4),
    (Phase.SUBMITTED, 47.6),
    (Phase.SUBMITTED, 54.3),
    (Phase.SUBMITTED, 69.8),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One admission to come. ``sent_to`` and ``came_from`` are keys of the other half of a transfer."""

    key: int
    center: int
    start: datetime
    runs: int = 1
    phase: Phase = Phase.OPEN
    sent_to: int | None = None
    came_from: int | None = None


def make_slots(recipe: Recipe, centers: list[DemoCenter]) -> list[Slot]:
    """All admissions; their runs add up to the recipe's."""
    slots = [
        slot for center in centers for year in recipe.calendar for slot in _of_year(recipe, center, year)
    ]
    slots = [replace(slot, key=key) for key, slot in enumerate(slots)]
    for center in centers[:ARRANGED_CENTERS]:
        _arrange(slots, center, recipe)
    _transfer(slots, centers, recipe)
    return slots


def _of_year(recipe: Recipe, center: DemoCenter, year: int) -> list[Slot]:
    chance = stream(recipe.seed, "slots", center.index, year)
    runs = center.runs.get(year, 0)
    doubles = min(sum(chance.yes(SECOND_RUN) for _ in range(runs)), runs // 2)
    first, last = _span(recipe, year)
    starts = sorted(_working_hours(chance, chance.moment(first, last), last) for _ in range(runs - doubles))
    return [Slot(0, center.index, start, runs=1 + (place < doubles)) for place, start in enumerate(starts)]


def _span(recipe: Recipe, year: int) -> tuple[datetime, datetime]:
    first = datetime(year, 1, 1, tzinfo=SHANGHAI)
    last = min(
        datetime(year + 1, 1, 1, tzinfo=SHANGHAI) - timedelta(minutes=1), recipe.cut - timedelta(hours=8)
    )
    return (first, last) if first < last else (last - timedelta(days=30), last)


def _working_hours(chance: Chance, moment: datetime, last: datetime) -> datetime:
    """Two of five starts at night are moved into the day, as bedside practice has it."""
    if 8 <= moment.hour < 20 or chance.yes(0.6):
        return moment
    return min(moment.replace(hour=chance.randrange(8, 20)), last)


def _arrange(slots: list[Slot], center: DemoCenter, recipe: Recipe) -> None:
    """Give the newest admissions of the center the phases of ``ARRANGED``."""
    own = sorted((slot for slot in slots if slot.center == center.index), key=lambda slot: slot.start)
    if len(own) < ARRANGED_FROM:
        return
    for place, (slot, (phase, days)) in enumerate(zip(reversed(own), ARRANGED, strict=False)):
        start = recipe.cut - timedelta(minutes=round(24 * 60 * days) + place * 7)
        slots[slot.key] = replace(slot, start=start, phase=phase, runs=slot.runs)


def _transfer(slots: list[Slot], centers: list[DemoCenter], recipe: Recipe) -> None:
    """Join admissions of small and of large centers: one patient, moved while on ECLS."""
    chance = stream(recipe.seed, "transfers")
    adult = [center for center in centers if center.kind != CHILDREN]
    large = {center.index for center in sorted(adult, key=lambda center: -center.size)[: len(adult) // 4]}
    small = {center.index for center in adult} - large
    settled = recipe.cut - timedelta(days=90)
    free = [slot for slot in slots if slot.runs == 1 and slot.phase == Phase.OPEN and slot.start < settled]
    senders = [slot for slot in free if slot.center in small]
    receivers = {
        year: [slot for slot in free if slot.center in large and slot.start.year == year]
        for year in recipe.calendar
    }
    chance.shuffle(senders)
    for sender in senders[: round(len(slots) * TRANSFERRED)]:
        if there := receivers.get(sender.start.year):
            receiver = there.pop(chance.randrange(len(there)))
            slots[sender.key] = replace(sender, sent_to=receiver.key)
            slots[receiver.key] = replace(receiver, start=sender.start, came_from=sender.key)
