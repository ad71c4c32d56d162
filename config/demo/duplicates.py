"""Questions about handovers and flags for the society, on patients who really moved between two centers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db.models import F, QuerySet

from config.demo.batch import Place
from config.demo.fates import ON_ECLS
from config.demo.stays import ARRIVED_ON_ECLS
from registry.models import Case, PossibleDuplicate
from registry.models.duplicates import Answer, Reason, Ruling, Side

DAY = timedelta(days=1)
MOST = 12


@dataclass(frozen=True)
class Story:
    """How far one pair has come."""

    reason: Reason
    answer: str = ""
    ruling: str = ""


STORIES = (
    Story(Reason.HANDOVER),
    Story(Reason.PERSON),
    Story(Reason.HANDOVER, Answer.DENIED),
    Story(Reason.HANDOVER, Answer.CONFIRMED),
    Story(Reason.PERSON, ruling=Ruling.SAME),
    Story(Reason.HANDOVER, Answer.CONFIRMED),
)


def add_pairs(places: list[Place], worked_in: tuple[int, ...]) -> int:
    """Pairs for the latest transfers, those that ask a center ``worked_in`` first; returns the number of rows."""
    by_center = {place.id: place for place in places}
    rows = [
        row
        for place, (new, known) in enumerate(_transfers(worked_in)[:MOST])
        for row in _rows(STORIES[place % len(STORIES)], new, known, by_center)
    ]
    return len(PossibleDuplicate.objects.bulk_create(rows))


def _transfers(worked_in: tuple[int, ...]) -> list[tuple[Any, Any]]:
    """The receiving and the sending case of patients whose document names them in both centers."""
    sent = {case.person: case for case in _cases(outcome__discharge_status=ON_ECLS)}
    received = _cases(admission__admission_source=ARRIVED_ON_ECLS).order_by("-created_at", "number")
    found = [(case, sent[case.person]) for case in received if case.person in sent]
    return sorted(found, key=lambda pair: pair[1].center_id not in worked_in)


def _cases(**wanted: Any) -> QuerySet[Any]:
    started = Case.objects.filter(runs__run_number=1, **wanted)
    return started.annotate(person=F("patient__person_key"), start=F("runs__run_start_at"))


def _rows(story: Story, new: Any, known: Any, places: dict[int, Place]) -> list[PossibleDuplicate]:
    began: datetime = max(new.created_at, known.created_at)
    hours = round((new.start - known.start) / timedelta(hours=1))
    common = {
        "pair": uuid5(NAMESPACE_URL, f"{new.number} {known.number}"),
        "reason": story.reason,
        "created_at": began,
        "answer": story.answer,
        "answered_at": began + DAY if story.answer else None,
        "ruling": story.ruling,
        "ruled_at": began + 2 * DAY if story.ruling else None,
        "ruled_by_id": places[new.center_id].reviewers[0] if story.ruling else None,
    }
    own = {"created_by_id": new.created_by_id}
    there = {"answered_by_id": places[known.center_id].coordinator_id if story.answer else None}
    return [
        PossibleDuplicate(center_id=new.center_id, case=new, side=Side.NEW, hours=hours, **own, **common),
        PossibleDuplicate(
            center_id=known.center_id, case=known, side=Side.KNOWN, hours=-hours, **there, **common
        ),
    ]
