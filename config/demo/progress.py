"""How complete each case is, counted from plain rows: what the page counts when somebody saves."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from config.demo.gaps import Row
from config.demo.people import NO_DOCUMENT, years_old
from crf.conditions import Condition
from crf.items import Item, Requirement
from registry.progress import SectionState
from registry.sections import HOME, ONLY_ROWS, SECTIONS, TABLES

Resolve = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class _Questions:
    """Fields of one table that are asked in one section under one condition."""

    section: str
    when: Condition | None
    needed: tuple[str, ...]
    optional: tuple[str, ...]


def _questions(kind: str) -> list[_Questions]:
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in TABLES[kind].items():
        if (kind, item.name) in HOME:
            when = item.when.text if item.when else ""
            groups.setdefault((HOME[kind, item.name], when), []).append(item)
    return [_group(section, items) for (section, _), items in groups.items()]


def _group(section: str, items: list[Item]) -> _Questions:
    needed = tuple(item.name for item in items if item.requirement != Requirement.OPTIONAL)
    optional = tuple(item.name for item in items if item.requirement == Requirement.OPTIONAL)
    return _Questions(section, items[0].when, needed, optional)


_QUESTIONS = {kind: _questions(kind) for kind in TABLES}


@dataclass(slots=True)
class _Count:
    answered: int = 0
    applicable: int = 0
    asked: int = 0
    touched: int = 0

    def __iadd__(self, other: "_Count") -> "_Count":
        self.answered += other.answered
        self.applicable += other.applicable
        self.asked += other.asked
        self.touched += other.touched
        return self

    def state(self) -> SectionState:
        if not self.asked:
            return SectionState.HIDDEN
        if self.answered == self.applicable and (self.touched or self.applicable):
            return SectionState.COMPLETE
        return SectionState.PARTIAL if self.touched else SectionState.UNTOUCHED


Counts = dict[str, _Count]


def count(kind: str, row: Row, resolve: Resolve, memory: dict[str, bool], counts: Counts) -> None:
    """Adds the questions of one row. ``resolve`` gives all that conditions can see from it; ``memory``
    holds the answers of conditions that were asked of the same view before."""
    missing = row.get("notes", {}).get("missing", ())
    for group in _QUESTIONS[kind]:
        if group.when is None or _holds(group.when, resolve, memory):
            total = counts.setdefault(group.section, _Count())
            answered = _given(group.needed, row, missing)
            total.answered += answered
            total.applicable += len(group.needed)
            total.asked += len(group.needed) + len(group.optional)
            total.touched += answered + _given(group.optional, row, missing)


def _given(names: tuple[str, ...], row: Row, missing: Container[str]) -> int:
    return sum(row.get(name) is not None or name in missing for name in names)


def _holds(when: Condition, resolve: Resolve, memory: dict[str, bool]) -> bool:
    held = memory.get(when.text)
    if held is None:
        held = memory[when.text] = when.holds(resolve) is True
    return held


def _seen_from(row: Row, view: dict[str, Any]) -> Resolve:
    """The row's own values first, then those around it."""
    return lambda name: row[name] if name in row else view.get(name)


def derived(start: datetime | None, patient: Row) -> dict[str, Any]:
    """The derived variables that conditions ask for."""
    born = patient.get("birth_date")
    if start is None or born is None:
        return {}
    days, years = (start.date() - born).days, years_old(born, start.date())
    return {
        "age_days": days,
        "age_years": years,
        "age_group": "N" if days <= 28 else "P" if years < 18 else "A",
    }


def progress_row(case: Any) -> dict[str, Any]:
    """The stored progress of a made case without errors or open warnings."""
    stay: Counts = {}
    identity = {"contact_phone": case.person.phone or None}
    case_view = {**case.perinatal, **case.patient, **case.outcome, **case.admission, **identity}
    views = [_view(case, run, case_view) for run in case.runs]
    memory: dict[str, bool] = {}
    for kind, row in _case_rows(case):
        count(kind, row, _seen_from(row, views[0]), memory, stay)
    needed = 1 + (case.person.document_type != NO_DOCUMENT)
    stay["patient"] += _Count(needed, needed, 0, needed)
    return _stored(stay, [_run_counts(run, view) for run, view in zip(case.runs, views, strict=True)])


def _case_rows(case: Any) -> Iterable[tuple[str, Row]]:
    return (
        ("patient", case.patient),
        ("perinatal", case.perinatal),
        ("admission", case.admission),
        ("outcome", case.outcome),
    )


def _view(case: Any, run: Any, case_view: dict[str, Any]) -> dict[str, Any]:
    own = dict(case_view)
    for part in (*run.parts.values(), run.run):
        own |= part
    return own | derived(run.run["run_start_at"], case.patient)


def _run_counts(run: Any, view: dict[str, Any]) -> Counts:
    counts: Counts = {}
    memory: dict[str, bool] = {}
    for kind, row in (("run", run.run), *run.parts.items()):
        count(kind, row, view.get, memory, counts)
    for kind, rows in run.groups.items():
        for row in rows:
            count(kind, row, _seen_from(row, view), {}, counts)
    return counts


def _stored(stay: Counts, runs: list[Counts]) -> dict[str, Any]:
    sections = [
        _section(section.key, number, stay, counts)
        for section in SECTIONS
        for number, counts in (enumerate(runs, 1) if section.per_run else [(None, {})])
    ]
    return {
        "answered": sum(section["answered"] for section in sections),
        "applicable": sum(section["applicable"] for section in sections),
        "sections": sections,
    }


def _section(key: str, number: int | None, stay: Counts, counts: Counts) -> dict[str, Any]:
    total = _Count()
    for found in (stay, counts):
        if key in found:
            total += found[key]
    total.asked = total.asked or int(key in ONLY_ROWS)
    return {
        "key": key,
        "run": number,
        "answered": total.answered,
        "applicable": total.applicable,
        "state": total.state().value,
    }
