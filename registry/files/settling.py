"""Hiding answers that do not apply, for all cases of a patient at once and in memory."""

from collections.abc import Sequence

from django.utils import timezone

from crf.hiding import hide
from registry.actions.settling import settle_place, settled
from registry.record import Place, Record

OF_PATIENT = frozenset({"patient", "perinatal"})
ROUNDS = 5  # hiding one answer can decide about another


def settle_all(named: Sequence[Record], every: Sequence[Record]) -> None:
    """Settles the named records. What a patient shares between cases is hidden only if no case asks for it."""
    if len(every) < 2:
        for record in named:
            settled(record)
        return
    for _ in range(ROUNDS):
        moved = [place for record in named for place in _own(record) if settle_place(place)]
        moved += _hidden_everywhere(every)
        if not moved:
            return
        for record in every:
            for place in record.places:
                place.forget_derived()


def _own(record: Record) -> list[Place]:
    return [place for place in record.places if place.kind not in OF_PATIENT]


def _hidden_everywhere(records: Sequence[Record]) -> list[Place]:
    moved = []
    for kind in sorted(OF_PATIENT):
        places = [record.place(kind) for record in records]
        part = places[0].part
        for item in part.items():
            if item.when is None or item.system or any(place.holds(item.name) for place in places):
                continue
            if hide(part, item.name, timezone.now()):
                moved.append(places[0])
    return moved
