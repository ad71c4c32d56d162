"""The history of a case, read from the event tables the database keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps

from centers.models import User
from centers.models.user import SYSTEM_EMAIL
from crf.items import MISSING_LABELS, Item, Missing
from crf.pairs import Pair, listed
from crf.units import measured
from registry.case_page.row_views import ADD_LABELS
from registry.record import ROW_GROUPS, Place, Record

SYSTEM = Pair("System", "系统")


@dataclass(frozen=True)
class Change:
    """One field of one row, from one text to another, by whom and when.

    ``where`` names the row and the run where the case has several: Complication 2, run 1.
    """

    at: datetime
    by: str
    reason: str
    place: str
    where: str
    item: Item
    old: str
    new: str


def changes_of(record: Record) -> list[Change]:
    """Every change of an answer in this case, the newest first. One query per table of answers."""
    people = _people()
    found: list[Change] = []
    for kind in dict.fromkeys(place.kind for place in record.places):
        found += _of_kind(record, kind, people)
    return sorted(found, key=lambda change: change.at, reverse=True)


def _people() -> dict[int, str]:
    """Names by key; the account of commands and scheduled work in the language of the reader."""
    rows = User.objects.values_list("pk", "name", "email")
    return {pk: str(SYSTEM) if email == SYSTEM_EMAIL else name for pk, name, email in rows}


def last_change(place: Place, name: str) -> Change | None:
    """The last change of one field of a row."""
    people = _people()
    found = [
        change
        for change in _of_kind(place.record, place.kind, people)
        if change.place == place.key and change.item.name == name
    ]
    return found[-1] if found else None


def _of_kind(record: Record, kind: str, people: dict[int, str]) -> Iterator[Change]:
    places = {place.part.pk: place for place in record.of_kind(kind)}
    names = {pk: _where(place) for pk, place in places.items()}
    model = type(next(iter(places.values())).part)
    events = apps.get_model(model._meta.app_label, f"{model.__name__}Event").objects
    before: dict[int, Any] = {}
    for event in events.filter(pgh_obj_id__in=places).order_by("pgh_id"):
        place, where = places[event.pgh_obj_id], names[event.pgh_obj_id]
        yield from _differences(place, where, before.get(event.pgh_obj_id), event, people)
        before[event.pgh_obj_id] = event


def _where(place: Place) -> str:
    """Complication 2, run 1: only as much as is needed to tell the row from others."""
    record, words = place.record, []
    if place.kind in ROW_GROUPS:
        rows = [each.part for each in record.row_places(ROW_GROUPS[place.kind], place.run)]
        words.append(f"{ADD_LABELS[place.kind]} {rows.index(place.part) + 1}")
    if place.run and len(record.runs) > 1:
        words.append(str(Pair("run {n}", "第 {n} 次辅助").format(n=place.run.run_number)))
    return str(Pair(", ", "，")).join(words)


def _differences(place: Place, where: str, old: Any, new: Any, people: dict[int, str]) -> Iterator[Change]:
    context = new.pgh_context or {}
    for field in place.part.item_fields():
        texts = [_text(field, event) for event in (old, new)]
        if texts[0] != texts[1]:
            yield Change(
                at=new.pgh_created_at,
                by=people.get(context.get("user") or 0, ""),
                reason=context.get("reason", ""),
                place=place.key,
                where=where,
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
        missing = event.notes.get("missing", {}).get(field.name)
        return str(MISSING_LABELS[Missing(missing)]) if missing else ""
    if field.item.codes:
        return listed(
            field.item.codes.label(code) for code in (value if isinstance(value, list) else [value])
        )
    precision = event.notes.get("precision", {}).get(field.name, "")
    return measured(field.displayed(value, precision), field.item.unit)
