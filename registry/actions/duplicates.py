"""Flags for the society that two cases may be of one person, and what the society says of them.

Nothing is merged: a ruling is a record of what somebody looked at and found.
"""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from centers import security_log
from centers.access import Can, check_can
from centers.models import SecurityEventKind
from crf.pairs import Pair
from registry.actions.refusals import StateConflict
from registry.derived import hours as hours_between
from registry.identity.links import record_link
from registry.models import Case, PossibleDuplicate, Run
from registry.models.duplicates import LONGEST_NOTE, Reason, Ruling, Side

DECIDED_BEFORE = Pair(
    "Somebody else decided this meanwhile. Open it again to decide otherwise",
    "已有他人作出判断。如需更改，请先重新打开",
)
NOT_FOR_DECISION = Pair("This pair does not wait for the society", "这一对病例目前不需要学会判断")


@transaction.atomic
def flag_same_number(case: Case, known: Case, *, by: Any) -> UUID:
    """Two cases of one center with one hospital number, perhaps of two people."""
    check_can(by, Can.ENTER_DATA, case.center_id)
    pair, hours = uuid4(), _hours_before(known, case)
    for each, side, before in (
        (case, Side.NEW, hours),
        (known, Side.KNOWN, None if hours is None else -hours),
    ):
        PossibleDuplicate.objects.create(
            center_id=each.center_id,
            case=each,
            pair=pair,
            side=side,
            reason=Reason.NUMBER,
            hours=before,
            created_by=by,
        )
    record_link(case, pair, "unsure", by)
    return pair


def _hours_before(known: Case, case: Case) -> int | None:
    """From the start of flow of the known case to that of the other."""
    starts = dict(
        Run.objects.filter(case__in=[known, case], run_number=1).values_list("case_id", "run_start_at")
    )
    began, then = starts.get(known.pk), starts.get(case.pk)
    return round(hours_between(then, began)) if began and then else None


@transaction.atomic
def rule(pair: UUID, ruling: Ruling, note: str = "", *, by: Any) -> list[PossibleDuplicate]:
    """Society staff say whether the pair is one person; nobody of a center that is part of it.

    The same ruling again changes nothing. Raises StateConflict after another one, and where nothing was asked.
    """
    rows = _held(pair, by)
    if all(row.ruling == ruling for row in rows):
        return rows
    if any(row.ruling for row in rows):
        raise StateConflict(DECIDED_BEFORE)
    if not all(row.waits_for_society for row in rows):
        raise StateConflict(NOT_FOR_DECISION)
    _write(rows, ruling=ruling, ruled_at=timezone.now(), ruled_by=by, ruling_note=note.strip()[:LONGEST_NOTE])
    _record(rows, ruling, by)
    return rows


@transaction.atomic
def reopen(pair: UUID, *, by: Any) -> list[PossibleDuplicate]:
    """Takes a ruling back; without one nothing happens."""
    rows = _held(pair, by)
    if any(row.ruling for row in rows):
        _write(rows, ruling="", ruled_at=None, ruled_by=None, ruling_note="")
        _record(rows, "reopened", by)
    return rows


def _held(pair: UUID, by: Any) -> list[PossibleDuplicate]:
    """Both rows, locked. DoesNotExist for an unknown pair, PermissionDenied for a part of it."""
    seen = list(PossibleDuplicate.objects.filter(pair=pair).select_related("case").order_by("pk"))
    if not seen:
        raise PossibleDuplicate.DoesNotExist
    for row in seen:
        check_can(by, Can.REVIEW, row.center_id)
    rows = PossibleDuplicate.objects.select_for_update(of=("self",)).select_related("case")
    held = list(rows.filter(pair=pair).order_by("pk"))
    if len(held) != len(seen):
        raise PermissionDenied(Can.REVIEW)
    return held


def _write(rows: list[PossibleDuplicate], **columns: Any) -> None:
    for row in rows:
        for name, value in columns.items():
            setattr(row, name, value)
        row.save(update_fields=list(columns))


def _record(rows: list[PossibleDuplicate], act: str, by: Any) -> None:
    numbers = " and ".join(sorted(row.case.number for row in rows))
    security_log.record(
        SecurityEventKind.LINK, user=by, object=f"cases {numbers}", pair=str(rows[0].pair), act=act
    )
