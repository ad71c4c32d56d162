"""The history of a case, read from the event tables the database keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps

from centers.models import User
from crf.items import Item
from registry.record import Place, Record


@dataclass(frozen=True)
class Change:
    """One field of one row, from one text to another, by whom and when."""

    at: datetime
    by: str
    reason: str
    place: str
    item: Item
    old: str
    new: str


def changes_of(record: Record) -> list[Change]:
    """Every change of an answer in this case, the newest first. One query per table of answers."""
    people = dict(User.objects.values_list("pk", "name"))
    found: list[Change] = []
    for kind in dict.fromkeys(place.kind for place in record.places):
        found += _of_kind(record, kind, people)
    return sorted(found, key=lambda change: change.at, reverse=True)


def last_change(place: Place, name: str) -> Change | None:
    """The last change of one field of a row."""
    people = dict(User.objects.values_list("pk", "name"))
    found = [
        change
        for change in _of_kind(place.record, place.kind, people)
        if change.place == place.key and change.item.name == name
    ]
    return found[-1] if found else None


def _of_kind(record: Record, kind: str, people: dict[int, str]) -> Iterator[Change]:
    places = {place.part.pk: place for place in record.of_kind(kind)}
    model = type(next(iter(places.values())).part)
    events = apps.get_model(model._meta.app_label, f"{model.__name__}Event").objects
    before: dict[int, Any] = {}
    for event in events.filter(pgh_obj_id__in=places).order_by("pgh_id"):
        yield from _differences(places[event.pgh_obj_id], before.get(event.pgh_obj_id), event, people)
        before[event.pgh_obj_id] = event


def _differences(place: Place, old: Any, new: Any, people: dict[int, str]) -> Iterator[Change]:
    context = new.pgh_context or {}
    for field in place.part.item_fields():
        texts = [_text(field, event) for event in (old, new)]
        if texts[0] != texts[1]:
            yield Change(
                at=new.pgh_created_at,
                by=people.get(context.get("user") or 0, ""),
                reason=context.get("reason", ""),
                place=place.key,
                item=field.item,
                old=texts[0],
                new=texts[1],
            )


def _text(field: Any, event: Any) -> str:
    """The answer in an event as a reader sees it: labels for codes, the missing reason in words."""
    if event is None:
        return ""
    value = getattr(event, field.name)
    if value is None:
        return str(event.notes.get("missing", {}).get(field.name, ""))
    if field.item.codes:
        return "；".join(
            field.item.codes.label(code) for code in (value if isinstance(value, list) else [value])
        )
    return str(field.written(value))
