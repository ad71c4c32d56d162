"""What changed between two signed versions of a case, in words: fields, and whole rows that came or went."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from crf.entry import shortest
from crf.items import MISSING_LABELS, Item, Missing
from crf.pairs import Pair, listed
from crf.questions import REASONS
from crf.units import measured
from registry.case_page.row_views import ADD_LABELS
from registry.models import Submission
from registry.record import ROW_GROUPS
from registry.sections import HOME, SECTIONS, TABLES, Section

Content = Mapping[str, Any]  # place key to its answers and notes, as frozen in a submission
KEY = re.compile(r"(?P<kind>[a-z_]+?)(?P<run>\d*)(\.\d+)?")


class How(StrEnum):
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Told:
    """An answer of a row that came or went."""

    label: str
    text: str


@dataclass(frozen=True)
class Change:
    """One field that reads otherwise, or one row with what it says. ``label`` names row and run too."""

    section: str
    how: How
    label: str
    old: str = ""
    new: str = ""
    reason: str = ""
    row: tuple[Told, ...] = ()


@dataclass(frozen=True)
class ChangedSection:
    section: Section
    number: int
    changes: list[Change]


def changes(new: Submission, old: Submission | None) -> list[Change]:
    """In the order of the sections; none for a first submission."""
    if old is None:
        return []
    order = [section.key for section in SECTIONS]
    return sorted(_changes(new.content, old.content), key=lambda each: order.index(each.section))


def by_section(found: list[Change]) -> list[ChangedSection]:
    """The sections with a change."""
    numbered = enumerate(SECTIONS, 1)
    groups = [
        (section, number, [each for each in found if each.section == section.key])
        for number, section in numbered
    ]
    return [ChangedSection(section, number, group) for section, number, group in groups if group]


def unchanged(found: list[Change], version: Submission) -> list[Section]:
    """The sections with an answer in this version that read as before."""
    touched = {each.section for each in found}
    told = {
        HOME.get((_kind(key), name)) for key, place in version.content.items() for name in place["answers"]
    }
    return [each for each in SECTIONS if each.key in told and each.key not in touched]


def _changes(new: Content, old: Content) -> Iterator[Change]:
    runs = {_run(key) for key in [*old, *new]} - {""}
    for key in dict.fromkeys([*old, *new]):
        prefix = f"R{_run(key)} · " if len(runs) > 1 and _run(key) else ""
        if _kind(key) in ROW_GROUPS and (key not in old or key not in new):
            yield _whole_row(key, new, old, prefix)
        else:
            yield from _fields(key, new, old, prefix)


def _kind(key: str) -> str:
    match = KEY.fullmatch(key)
    return match["kind"] if match else key


def _run(key: str) -> str:
    match = KEY.fullmatch(key)
    return match["run"] if match else ""


def _whole_row(key: str, new: Content, old: Content, prefix: str) -> Change:
    """A row that is only in one of the versions."""
    kind, is_new = _kind(key), key in new
    version = new if is_new else old
    told = tuple(Told(str(item.label), text) for item in _items(kind) if (text := _text(item, version[key])))
    return Change(
        section=HOME[(kind, _items(kind)[0].name)],
        how=How.ADDED if is_new else How.REMOVED,
        label=prefix + _row_name(key, version),
        row=told,
    )


def _fields(key: str, new: Content, old: Content, prefix: str) -> Iterator[Change]:
    kind, before, after = _kind(key), old.get(key, {}), new.get(key, {})
    if kind in ROW_GROUPS:
        prefix = f"{prefix}{_row_name(key, new)} · "
    for item in _items(kind):
        texts = _text(item, before), _text(item, after)
        if texts[0] != texts[1]:
            yield Change(
                section=HOME[(kind, item.name)],
                how=How.CHANGED,
                label=f"{prefix}{item.label}",
                old=texts[0],
                new=texts[1],
                reason=_reason(after, item.name),
            )


def _items(kind: str) -> list[Item]:
    """The fields of a table that the page asks."""
    return [item for item in TABLES[kind].items() if (kind, item.name) in HOME]


def _row_name(key: str, version: Content) -> str:
    """Complication 2, Limb ischemia: what it is, which of its kind, and what its first field says."""
    kind = _kind(key)
    number = [each for each in version if _kind(each) == kind and _run(each) == _run(key)].index(key) + 1
    first = _text(_items(kind)[0], version[key])
    name = f"{ADD_LABELS[kind]} {number}"
    return str(Pair("{name}, {first}", "{name}，{first}").format(name=name, first=first)) if first else name


def _text(item: Item, version: Mapping[str, Any]) -> str:
    """An answer of a frozen version in words, in the unit it was entered in."""
    answer, notes = version.get("answers", {}).get(item.name), version.get("notes", {})
    if answer is None:
        missing = notes.get("missing", {}).get(item.name)
        return str(MISSING_LABELS[Missing(missing)]) if missing else ""
    if item.codes:
        labels = {str(option.code): str(option.label) for option in item.codes}
        codes = answer if isinstance(answer, list) else [answer]
        return listed(labels.get(str(code), str(code)) for code in codes)
    if entered := notes.get("entered", {}).get(item.name):
        return measured(answer, entered["unit"])
    return measured(shortest(answer) if item.kind == "decimal" else answer, item.unit)


def _reason(version: Mapping[str, Any], name: str) -> str:
    given = version.get("notes", {}).get("reason", {}).get(name, {})
    return listed(str(REASONS.get(text, text)) for text in given.values())
