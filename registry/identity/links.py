"""Pairs of cases in two centers: asking, answering and taking back, each over the wall for one act alone.

What is written in the other center's row names nobody: its history shows that another center acted, and
the security log, which only the acting center and the society read, holds who.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from centers import security_log
from centers.access import Can, check_can
from centers.history import acting
from centers.models import SecurityEventKind
from centers.rls import READ_ALL, Scope, scope
from crf.pairs import Pair
from registry.actions.refusals import StateConflict
from registry.identity.lookup import is_random
from registry.identity.matching import nearest_elsewhere
from registry.models import Case, PossibleDuplicate, Run
from registry.models.duplicates import LONGEST_NOTE, Answer, Reason, Side

FROM_ELSEWHERE = "by another center"  # stands in the history where the acting person is left out
ANSWERED_BEFORE = Pair(
    "This was answered otherwise meanwhile. Take that answer back first", "此前已有不同的回复，请先撤回原回复"
)
RULED_BEFORE = Pair("The society has decided on this already", "学会已就此作出判断")


@transaction.atomic
def tell_elsewhere(case: Case, reason: Reason, *, by: Any) -> UUID | None:
    """Puts a new case beside the nearest one of the person in another center; None where there is none.

    Called right after ``matching.match_person``, which counts and records who asks. With ``HANDOVER`` the other
    center is asked whether it handed the patient over; else only the society sees the pair.
    """
    check_can(by, Can.ENTER_DATA, case.center_id)
    if is_random(case.patient.person_key):
        return None
    started = Run.objects.filter(case=case).order_by("run_number").values_list("run_start_at", flat=True)
    with scope(READ_ALL):
        found = nearest_elsewhere(case.patient.person_key, started.first(), case.center_id)
    if found is None:
        return None
    pair, hours = uuid4(), found.hours
    common = {"pair": pair, "reason": reason}
    PossibleDuplicate.objects.create(
        center_id=case.center_id, case=case, side=Side.NEW, hours=hours, created_by=by, **common
    )
    with over_the_wall(found.center_id), acting(user=None, reason=FROM_ELSEWHERE):
        PossibleDuplicate.objects.create(
            center_id=found.center_id,
            case_id=found.case_id,
            side=Side.KNOWN,
            hours=None if hours is None else -hours,
            **common,
        )
    record_link(case, pair, "asked" if reason == Reason.HANDOVER else "unsure", by)
    return pair


@contextmanager
def over_the_wall(*centers: int) -> Iterator[None]:
    """Read and write the rows of these centers, for one act on a pair."""
    with scope(Scope(read=centers, write=centers)):
        yield


def record_link(case: Case, pair: UUID, act: str, by: Any) -> None:
    security_log.record(
        SecurityEventKind.LINK,
        user=by,
        center=case.center_id,
        object=f"case {case.number}",
        pair=str(pair),
        act=act,
    )


@transaction.atomic
def answer(asked: PossibleDuplicate, given: Answer, note: str = "", *, by: Any) -> None:
    """The asked center says whether it handed the patient over; the asking one learns only that.

    The same answer again changes nothing. Raises StateConflict after another answer or a ruling.
    """
    check_can(by, Can.ENTER_DATA, asked.center_id)
    rows = _held(asked)
    own = rows[asked.pk]
    if own.answer == given:
        return
    if own.answer or own.ruling:
        raise StateConflict(RULED_BEFORE if own.ruling else ANSWERED_BEFORE)
    own.answered_by, own.answer_note = by, note.strip()[:LONGEST_NOTE]
    _set_answer(rows, own, given)
    record_link(own.case, own.pair, given, by)


@transaction.atomic
def take_back(asked: PossibleDuplicate, *, by: Any) -> None:
    """The question is open again. Raises StateConflict once the society has ruled."""
    check_can(by, Can.ENTER_DATA, asked.center_id)
    rows = _held(asked)
    own = rows[asked.pk]
    if own.ruling:
        raise StateConflict(RULED_BEFORE)
    if own.answer:
        own.answered_by, own.answer_note = None, ""
        _set_answer(rows, own, "")
        record_link(own.case, own.pair, "taken back", by)


def _set_answer(rows: dict[int, PossibleDuplicate], own: PossibleDuplicate, given: str) -> None:
    now = timezone.now() if given else None
    for row in rows.values():
        row.answer, row.answered_at = given, now
        with over_the_wall(row.center_id), acting_for(row, own):
            row.save(update_fields=["answer", "answered_at", "answered_by", "answer_note"])


@contextmanager
def acting_for(row: PossibleDuplicate, own: PossibleDuplicate) -> Iterator[None]:
    """The person acts in the own center; in the other one nobody is named."""
    if row.center_id == own.center_id:
        yield
    else:
        with acting(user=None, reason=FROM_ELSEWHERE):
            yield


def _held(row: PossibleDuplicate) -> dict[int, PossibleDuplicate]:
    """Both rows of a pair by primary key, locked in one order."""
    with scope(READ_ALL):
        centers = PossibleDuplicate.objects.filter(pair=row.pair).values_list("center_id", flat=True)
        ids = tuple(centers)
    with over_the_wall(*ids):
        held = PossibleDuplicate.objects.select_for_update(of=("self",)).select_related("case")
        return {each.pk: each for each in held.filter(pair=row.pair).order_by("pk")}


def forget_pairs(case: Case) -> None:
    """A draft that is deleted takes its pairs along, in the other center too."""
    _forget(PossibleDuplicate.objects.filter(case=case))


def forget_questions(case: Case) -> None:
    """Nobody answers for a case whose patient withdrew consent; what was answered or decided stays."""
    _forget(PossibleDuplicate.objects.filter(case=case, reason=Reason.HANDOVER, answer="", ruling=""))


def _forget(rows: Iterable[PossibleDuplicate]) -> None:
    for row in rows:
        for each in _held(row).values():
            with over_the_wall(each.center_id), acting_for(each, row):
                each.delete()
