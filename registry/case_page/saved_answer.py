"""What a script is told after a save: versions, what the server says of answers, and what stands around them.

Nothing of it is a control: what somebody is typing in is never drawn anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from crf.answering import entered_unit
from crf.questions import Question
from registry.actions.saving import PartChange, Saved, seen
from registry.case_page.page import CasePage
from registry.record import Place

Field = tuple[str, str]  # row key and name
DECIDE_RANGES = frozenset({"birth_date", "run_start_at"})  # the age group, and with it every usual range


@dataclass
class Written:
    """Which fields a save concerned: those that were sent, and those whose answers changed beside them."""

    sent: list[Field]
    others: list[Field]
    rows: list[str]
    added: dict[str, str] = field(default_factory=dict)


def written(changes: Iterable[PartChange], saved: Saved) -> Written:
    """A sender who had seen an older version of a row is told all of it."""
    known = {place.key: place for place in saved.record.places}
    rows = {change.key: saved.added.get(change.key, change.key) for change in changes}
    sent = [(rows[change.key], name) for change in changes for name in change.entries]
    news = [(key, item.name) for key in saved.stale if key in known for item in known[key].part.items()]
    others = [each for each in dict.fromkeys([*saved.moved, *news]) if each not in sent]
    return Written([each for each in sent if each[0] in known], others, [*rows.values()], saved.added)


def repeated(changes: Iterable[PartChange], page: CasePage, added: dict[str, str]) -> Written:
    """For a request that was carried out before: everything about its rows as it is now."""
    rows = [added.get(change.key, change.key) for change in changes]
    known = {place.key: place for place in page.record.places}
    fields = [(key, item.name) for key in rows if key in known for item in known[key].part.items()]
    return Written([], fields, rows, added)


def answer(request: HttpRequest, page: CasePage, about: Written, context: dict[str, Any]) -> dict[str, Any]:
    """The answer as JSON; ``context`` is that of the case page's templates."""
    places = {place.key: place for place in page.record.places}
    frame = render_to_string("registry/partials/case_frame.html", context, request)
    return {
        "saved_at": f"{timezone.localtime():%H:%M:%S}",
        "versions": {key: places[key].part.version for key in about.rows if key in places},
        "added": about.added,
        "gone": [key for key in about.rows if key not in places],
        "fields": {
            f"{key}.{name}": _field(page, places[key], name, is_news=(key, name) in about.others)
            for key, name in _concerned(page, about)
        },
        "shared": page.shared_values,
        "computed": page.computed,
        "frame": frame,
    }


def _concerned(page: CasePage, about: Written) -> list[Field]:
    """What was written, every field with a flag, and all ranges where the age group may have changed."""
    flagged = [(flag.place.key, flag.field) for flag in page.flags]
    ranged: list[Field] = []
    if any(name in DECIDE_RANGES for _, name in about.sent):
        ranged = [
            (place.key, item.name)
            for place in page.places_in_view
            for item in place.part.items()
            if item.soft
        ]
    asked = {place.key: place.part._fields_by_name() for place in page.places_in_view}
    return [
        (key, name)
        for key, name in dict.fromkeys([*about.sent, *about.others, *flagged, *ranged])
        if name in asked.get(key, ())
    ]


def _field(page: CasePage, place: Place, name: str, *, is_news: bool) -> dict[str, Any]:
    question = page.question(place, name)
    found: dict[str, Any] = {
        "seen": seen(place.part, name),
        "mark": question.mark,
        "judged": question.judged,
    }
    if question.usual:
        found["usual"] = question.usual_text
    return found | ({"answer": control_state(question)} if is_news else {})


def control_state(question: Question) -> dict[str, Any]:
    """What the control of a question shows."""
    part, name = question.part, question.item.name
    unit = entered_unit(part, name) or question.item.unit
    return {"text": part.displayed(name), "missing": question.missing or "", "unit": unit}
