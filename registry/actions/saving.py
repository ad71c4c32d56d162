"""The one way answers are written: whole sections, single fields and rows of a grid."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from django.db import transaction

from centers.access import Can, check_can
from crf.answering import Entry, answer, as_displayed
from crf.models import Answers
from crf.pairs import Pair
from crf.saving import save_fields
from registry import progress
from registry.actions import requests
from registry.actions.expected_rows import begun_elsewhere, values
from registry.actions.refusals import Difference, EditConflict, StateConflict, WouldHide
from registry.actions.settling import settle
from registry.derived import local_day
from registry.flags import Flag, flags
from registry.identity.store import document_changed, facts
from registry.models import Case, SavedRequest
from registry.models.parts import Row
from registry.record import ROW_GROUPS, Place, Record, read
from registry.sections import TABLES

ROW_GONE = Pair("Somebody else deleted this row. Please reload the page", "此行已被他人删除，请刷新页面")


@dataclass
class PartChange:
    """New entries for one row: what the sender saw (``version``, ``base``) decides about conflicts.

    ``base`` gives, for each field, what the form showed before it was edited, as ``seen`` writes it.
    """

    key: str
    entries: dict[str, Entry]
    version: int = 0
    base: dict[str, Any] = field(default_factory=dict)
    delete: bool = False
    offered: bool = False  # a new row for an expected time, whose time point and time came with it

    @property
    def is_new(self) -> bool:
        """A row that does not exist yet, under the key its sender gave it."""
        return self.key.partition(".")[2].startswith("new")


@dataclass
class Saved:
    """What a save did: the record as it is now, its flags and progress, rows that were added (by the
    sender's key), fields whose answers went aside or came back, as (row key, name), and the keys of rows
    of which the sender had seen an older version."""

    record: Record
    added: dict[str, str]
    flags: list[Flag]
    sections: list[progress.SectionProgress]
    moved: list[tuple[str, str]]
    stale: set[str]


class Held(Protocol):
    """A row on a page: how the page names it, and what it holds."""

    @property
    def key(self) -> str: ...

    @property
    def part(self) -> Answers: ...


Identify = Callable[[Case], dict[str, Any]]
Claim = Callable[[Case], SavedRequest | None]


@transaction.atomic
def save_case(
    number: str,
    changes: Iterable[PartChange],
    *,
    by: Any,
    run_number: int | None = None,
    identify: Identify = facts,
    may_hide: bool = True,
    by_hand: bool = False,
    claim: Claim | None = None,
) -> Saved:
    """Writes changes to a case, all or nothing.

    The case row is locked, so saves of one case queue up; versions decide what is stale. A stale change
    is still taken if every field its sender edited reads as the sender saw it; what was not edited is left
    as somebody else made it. Without ``may_hide`` a change is refused that takes answers out of sight. The
    last field somebody edited ``by_hand`` is remembered as the place to go on. ``claim`` takes the key of a
    request as soon as the case is held, whatever its state.
    Raises StateConflict, EditConflict, WouldHide, PermissionDenied, Case.DoesNotExist and what ``claim`` raises.
    """
    case = held_case(number, by)
    claimed = claim(case) if claim else None
    if not case.is_editable:
        raise StateConflict
    held = read(case)
    held.identity = identify(case)
    written = _write(held, list(changes), run_number)
    saved = _settled(written, by, may_hide=may_hide, by_hand=by_hand)
    if claimed and saved.added:
        requests.remember(claimed, {"added": saved.added})
    return saved


def held_case(number: str, by: Any) -> Case:
    """The case, locked until the end of the transaction for somebody who may write it.

    No answer is read before or with the lock: a statement sees what was stored when it began, and who
    waited for somebody else's save would go on with the answers of before. Row-level security locks no row
    that may not be written, so those who may only read are told that by a second look.
    """
    try:
        # With its center, as later statements lock that: who empties all tables waits for both at once.
        locked = Case.objects.select_for_update(of=("self",), no_key=True)
        case = locked.select_related("center").get(number=number)
    except Case.DoesNotExist:
        check_can(by, Can.ENTER_DATA, Case.objects.only("center_id").get(number=number).center_id)
        raise
    check_can(by, Can.ENTER_DATA, case.center_id)
    return case


@dataclass
class _Written:
    """What was changed in a record: ``added`` rows by the sender's key, and the rows it had seen an older
    version of."""

    record: Record
    changes: list[PartChange]
    added: dict[str, str]
    stale: set[str]


def _write(held: Record, changes: list[PartChange], run_number: int | None) -> _Written:
    """Carries the changes out."""
    _refuse_stale(held, changes)
    known = {place.key: place for place in held.places}
    changes = [
        edited_only(known[change.key], change) if change.key in known else change for change in changes
    ]
    stale = {
        each.key for each in changes if each.key in known and each.version != known[each.key].part.version
    }
    document_type = held.case.patient.id_document_type
    added = {change.key: key for change in changes if (key := _apply(held, change, run_number))}
    if added or any(change.delete for change in changes):
        held = read(held.case, held.identity)
    if held.case.patient.id_document_type != document_type:
        document_changed(held.case.patient)
    return _Written(held, changes, added, stale | (known.keys() & added.values()))


def _settled(written: _Written, by: Any, *, may_hide: bool, by_hand: bool) -> Saved:
    """What follows from the changes: answers that go out of sight, flags, progress."""
    held = written.record
    done = settle(held)
    if done.hidden and not may_hide:
        raise WouldHide(done.hidden)
    found = flags(held)
    moved = [(place.key, name) for place, name in (*done.hidden, *done.restored)]
    sections = progress.store(held, by, found, _last_place(written) if by_hand else "")
    return Saved(held, written.added, found, sections, moved, written.stale)


def _last_place(written: _Written) -> str:
    """The last field that was sent, as the page calls it now."""
    names = [
        (written.added.get(change.key, change.key), name)
        for change in written.changes
        for name in change.entries
    ]
    return ".".join(names[-1]) if names else ""


def refuse_stale(place: Held, change: PartChange) -> list[Difference]:
    """The fields of a stale change that its sender and somebody else both edited, to different ends."""
    if change.version == place.part.version:
        return []
    return [
        Difference(place.key, name, theirs=place.part.displayed(name), yours=entry.text)
        for name, entry in change.entries.items()
        if not entry.leaves_answer
        and _edited_by_others(place, change, name)
        and _sent(entry) not in (change.base.get(name) or "", seen(place.part, name))
        and as_displayed(place.part, name, entry) != seen(place.part, name)
    ]


def seen(part: Answers, name: str) -> Any:
    """What a form shows of a field, in one value: its text, or the reason why there is none."""
    reason = part.missing(name)
    return f"!{reason}" if reason else part.displayed(name) or ""


def _sent(entry: Entry) -> Any:
    return f"!{entry.missing}" if entry.missing else entry.text or ""


def _edited_by_others(place: Held, change: PartChange, name: str) -> bool:
    return seen(place.part, name) != (change.base.get(name) or "")


def edited_only(place: Held, change: PartChange) -> PartChange:
    """The change without the fields that only somebody else edited since the page was made."""
    if change.version == place.part.version:
        return change
    entries = {
        name: entry
        for name, entry in change.entries.items()
        if entry.leaves_answer
        or not _edited_by_others(place, change, name)
        or _sent(entry) != (change.base.get(name) or "")
    }
    return replace(change, entries=entries)


def _refuse_stale(held: Record, changes: list[PartChange]) -> None:
    known = {place.key: place for place in held.places}
    found = [
        difference
        for change in changes
        if change.key in known
        for difference in refuse_stale(known[change.key], change)
    ]
    if found:
        raise EditConflict(found)


def _apply(held: Record, change: PartChange, run_number: int | None) -> str | None:
    """Carries out one change; the key of the row if it is a new one."""
    if change.is_new:
        return _add_row(held, change, run_number)
    try:
        place = held.place(change.key)
    except KeyError:
        if _is_untouched(change):
            return None
        raise StateConflict(ROW_GONE) from None
    if change.delete and isinstance(place.part, Row):
        place.part.delete()
    else:
        save_fields(place.part, change.entries, anchor=anchor_of(place))
    return None


def _is_untouched(change: PartChange) -> bool:
    """A row that was sent along as it was shown, or is to be deleted."""
    return change.delete or all(
        _sent(entry) == (change.base.get(name) or "") for name, entry in change.entries.items()
    )


def _add_row(held: Record, change: PartChange, run_number: int | None) -> str | None:
    """A new row of a group, unless nothing was entered in it."""
    if change.delete or all(entry.is_empty and not entry.missing for entry in change.entries.values()):
        return None
    kind = change.key.partition(".")[0].rstrip("0123456789")
    run = next((run for run in held.runs if run.run_number == (run_number or 1)), None)
    if run is None:
        raise StateConflict(ROW_GONE)
    if change.offered and (begun := begun_elsewhere(held, run, change.entries)):
        save_fields(begun.part, values(change.entries), anchor=anchor_of(begun))
        return begun.key
    rows = held.row_places(ROW_GROUPS[kind], run)
    last = max((place.part.position for place in rows), default=0)  # type: ignore[attr-defined]
    model: Any = TABLES[kind]
    row = model(center_id=held.case.center_id, run=run, position=last + 1)
    for name, entry in change.entries.items():
        answer(row, name, entry, anchor=anchor_of(held.place(f"run{run.run_number}")))
    row.save()
    return Place(held, kind, row, run).key


def anchor_of(place: Place) -> Any:
    """The day a bare clock time means: of the start of flow, else of admission."""
    moment = place.resolve("run_start_at") or place.resolve("admission_at")
    return local_day(moment) if moment else None
