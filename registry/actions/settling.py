"""Answers and conditions in step: what no longer applies goes out of sight, what applies again comes back."""

from dataclasses import dataclass, field

from django.utils import timezone

from crf.hiding import hide, restore
from registry.models.parts import Part
from registry.record import Place, Record

ROUNDS = 5  # hiding one answer can decide about another


@dataclass
class Settled:
    """The fields whose answers went aside, and those whose answers are shown again."""

    hidden: list[tuple[Place, str]] = field(default_factory=list)
    restored: list[tuple[Place, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.hidden or self.restored)

    @property
    def parts(self) -> list[Part]:
        """The rows that changed."""
        return list({id(place.part): place.part for place, _ in (*self.hidden, *self.restored)}.values())


def settle(held: Record) -> Settled:
    """Hides answers of fields that no longer apply, brings back those that apply again, and stores them."""
    done = settled(held)
    for part in done.parts:
        part.version += 1
        part.save()
    return done


def settled(held: Record) -> Settled:
    """The same in memory."""
    done = Settled()
    for _ in range(ROUNDS):
        moved = [found for place in held.places if (found := settle_place(place))]
        for found in moved:
            done.hidden += found.hidden
            done.restored += found.restored
        if not moved:
            break
        for place in held.places:
            place.forget_derived()
    return done


def settle_place(place: Place) -> Settled:
    """The same for one row, once; false if nothing moved."""
    done = Settled()
    for item in place.part.items():
        if item.when is None or item.system:
            continue
        if place.holds(item.name):
            if restore(place.part, item.name):
                done.restored.append((place, item.name))
        elif hide(place.part, item.name, timezone.now()):
            done.hidden.append((place, item.name))
    return done
