"""How complete a case is: which fields are asked here, which are answered, section by section."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from crf.items import Item, Requirement
from crf.models import Answers
from crf.pairs import Pair
from registry.flags import Flag, flags
from registry.models import Progress
from registry.models.identity import IDENTITY_ITEMS
from registry.record import Place, Record
from registry.sections import HOME, ONLY_ROWS, SECTIONS


class SectionState(StrEnum):
    """The six states of the progress rail."""

    UNTOUCHED = "untouched"
    PARTIAL = "partial"
    COMPLETE = "complete"
    WARNED = "warned"
    WRONG = "wrong"
    HIDDEN = "hidden"


STATE_MARKS = {
    SectionState.UNTOUCHED: ("none", Pair("not started", "未开始")),
    SectionState.PARTIAL: ("half", Pair("in part", "部分")),
    SectionState.COMPLETE: ("done", Pair("complete", "完整")),
    SectionState.WARNED: ("alert", Pair("has warnings", "有提示")),
    SectionState.WRONG: ("bad", Pair("has errors", "有错误")),
    SectionState.HIDDEN: ("lock", Pair("does not apply", "不适用")),
}


@dataclass(frozen=True)
class SectionProgress:
    """Counts of the required fields of a section, in one run or for the whole case."""

    key: str
    run: int | None
    answered: int
    applicable: int
    asked: int
    touched: int
    errors: int
    warnings: int

    @property
    def state(self) -> SectionState:
        if not self.asked:
            return SectionState.HIDDEN
        if self.errors:
            return SectionState.WRONG
        if self.warnings:
            return SectionState.WARNED
        if self.answered == self.applicable and (self.touched or self.applicable):
            return SectionState.COMPLETE
        return SectionState.PARTIAL if self.touched else SectionState.UNTOUCHED

    @property
    def mark(self) -> str:
        """Name of the shape in the rail."""
        return STATE_MARKS[self.state][0]

    @property
    def state_label(self) -> Pair:
        return STATE_MARKS[self.state][1]


@dataclass(frozen=True)
class Unanswered:
    """A required field without a value or a missing reason."""

    place: Place
    item: Item


def is_required(place: Place, item: Item) -> bool:
    """Asked here, and needed before submission."""
    if item.system or item.requirement == Requirement.OPTIONAL:
        return False
    return item.when is None or item.when.holds(place.resolve) is True


def unanswered(record: Record) -> list[Unanswered]:
    """Every required field of the case that is still open, identity included."""
    return [
        Unanswered(place, item)
        for place in record.places
        for item in place.part.items()
        if is_required(place, item) and not place.part.is_answered(item.name)
    ] + _unanswered_identity(record)


def _unanswered_identity(record: Record) -> list[Unanswered]:
    place = record.place("patient")
    items = [item for item in IDENTITY_ITEMS.values() if is_required(place, item)]
    return [Unanswered(place, item) for item in items if not record.identity.get(item.name)]


def by_section(record: Record, found: Iterable[Flag] | None = None) -> list[SectionProgress]:
    """The progress of each section, of each run for those that repeat with the run."""
    known = list(flags(record) if found is None else found)
    counts = _counted(record)
    return [
        _progress(record, section.key, run, known, counts)
        for section in SECTIONS
        for run in ([run.run_number for run in record.runs] if section.per_run else [None])
    ]


@dataclass(slots=True)
class _Count:
    """Questions of a section that are asked in one run, or outside any run."""

    answered: int = 0
    applicable: int = 0
    asked: int = 0
    touched: int = 0


_Counts = dict[tuple[str, int | None], _Count]


def _counted(record: Record) -> _Counts:
    """Every question of the case once, by section and run."""
    counts: _Counts = defaultdict(_Count)
    for place in record.places:
        run = place.run.run_number if place.run else None
        for item in place.part.items():
            key = HOME.get((place.kind, item.name))
            if key and place.holds(item.name):
                _count(counts[key, run], place.part, item)
    return counts


def _count(count: _Count, part: Answers, item: Item) -> None:
    count.asked += 1
    count.touched += _touched(part, item.name)
    if item.requirement != Requirement.OPTIONAL:
        count.applicable += 1
        count.answered += part.is_answered(item.name)


def _progress(
    record: Record, key: str, run: int | None, found: list[Flag], counts: _Counts
) -> SectionProgress:
    mine = [flag for flag in found if _belongs(flag, key, run)]
    extra, given = _identity_counts(record) if key == "patient" else (0, 0)
    asked = [each for (section, number), each in counts.items() if section == key and _counts_in(run, number)]
    return SectionProgress(
        key=key,
        run=run,
        answered=given + sum(each.answered for each in asked),
        applicable=extra + sum(each.applicable for each in asked),
        asked=sum(each.asked for each in asked) or int(key in ONLY_ROWS),
        touched=given + sum(each.touched for each in asked),
        errors=sum(flag.is_error for flag in mine),
        warnings=sum(not flag.is_error and not flag.is_settled for flag in mine),
    )


def _counts_in(run: int | None, number: int | None) -> bool:
    """What stands outside any run counts in each."""
    return run is None or number in (None, run)


def _identity_counts(record: Record) -> tuple[int, int]:
    if not record.is_identity_known:
        return 0, 0
    place = record.place("patient")
    needed = [item.name for item in IDENTITY_ITEMS.values() if is_required(place, item)]
    return len(needed), sum(bool(record.identity.get(name)) for name in needed)


def _touched(part: Answers, name: str) -> bool:
    return part.is_answered(name) or part.rejected(name) is not None


def _belongs(flag: Flag, key: str, run: int | None) -> bool:
    number = flag.place.run.run_number if flag.place.run else None
    return flag.section == key and (number is None or run in (None, number))


def store(
    record: Record, by: Any, found: Iterable[Flag] | None = None, last_place: str = ""
) -> list[SectionProgress]:
    """Recomputes and saves the case's progress; returns it. ``found`` are the flags, where they are known."""
    sections = by_section(record, found)
    told = {"edited_by": by, **stored(sections)} | ({"last_place": last_place} if last_place else {})
    row = Progress(case_id=record.case.pk, center_id=record.case.center_id, **told)
    Progress.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["case"], update_fields=[*told, "edited_at"]
    )
    return sections


def stored(sections: list[SectionProgress]) -> dict[str, Any]:
    """The progress of a case as its row holds it."""
    return {
        "answered": sum(section.answered for section in sections),
        "applicable": sum(section.applicable for section in sections),
        "errors": sum(section.errors for section in sections),
        "warnings": sum(section.warnings for section in sections),
        "sections": [_stored(section) for section in sections],
    }


def _stored(section: SectionProgress) -> dict[str, object]:
    return {
        "key": section.key,
        "run": section.run,
        "answered": section.answered,
        "applicable": section.applicable,
        "state": section.state,
    }
