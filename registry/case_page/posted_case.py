"""From a submitted section, or a part of it, to the changes it asks for."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import QueryDict

from crf.answering import Entry
from crf.items import Item
from crf.posted import posted, sent_json
from registry.actions.saving import PartChange
from registry.record import CASE_KINDS, ROW_GROUPS
from registry.sections import Section
from registry.slots import read_offer

KEY = re.compile(r"(?P<kind>[a-z_]+)(?P<run>\d{1,2})?(\.(?P<row>\d{1,18}|new\d{1,4}))?")


def section_changes(data: QueryDict, section: Section, run_number: int) -> list[PartChange]:
    """One change for each row of answers that was named; nothing outside the section and run is touched.

    Whether the rows exist is found out by whoever writes them.
    """
    asked = _asked(section)
    versions, base = sent_json(data, "versions"), sent_json(data, "base")
    found: dict[str, PartChange] = {}
    for key, name in _named(data):
        kind = _kind(key, run_number)
        if kind not in asked:
            continue
        change = found.setdefault(key, PartChange(key, {}, _whole(versions.get(key)), _object(base.get(key))))
        if not name:
            change.delete = kind in ROW_GROUPS and data.get(f"{key}!delete") == "1"
        elif (item := asked[kind].get(name)) and (entry := posted(data, f"{key}.{name}", item)):
            change.entries[name] = entry
    for change in found.values():
        _add_offer(change, data.get(f"{change.key}!offer", ""))
    changes = [change for change in found.values() if change.entries or change.delete]
    return sorted(changes, key=_turn)


def _add_offer(change: PartChange, offer: str) -> None:
    """With the first value of an expected row of daily values come its time point and time."""
    if change.is_new and any(not entry.is_empty or entry.missing for entry in change.entries.values()):
        for name, text in read_offer(offer).items():
            change.entries.setdefault(name, Entry(text=text))
            change.offered = True


def _turn(change: PartChange) -> tuple[bool, int, str]:
    """Stored rows first, then new ones in the order of their numbers."""
    return (True, len(change.key), change.key) if change.is_new else (False, 0, "")


def _asked(section: Section) -> dict[str, dict[str, Item]]:
    """By table, the fields the section may write."""
    found: dict[str, dict[str, Item]] = {}
    for block in section.blocks:
        found.setdefault(block.kind, {}).update({item.name: item for item in block.items()})
    return found


def _named(data: QueryDict) -> Iterator[tuple[str, str]]:
    """Row key and field of everything that was sent; the field is empty where the row itself is meant."""
    seen = set()
    for posted_name in data:
        name, _, about = posted_name.partition("!")
        key, _, field = (name, "", "") if about == "delete" else name.rpartition(".")
        if key and (key, field) not in seen:
            seen.add((key, field))
            yield key, field


def _kind(key: str, run_number: int) -> str:
    """The table of a row key, or "" for a key that no row of this run can have."""
    found = KEY.fullmatch(key)
    if not found:
        return ""
    kind, run, row = found["kind"], found["run"], found["row"]
    right_run = run is None if kind in CASE_KINDS else run == str(run_number)
    return kind if right_run and (row is not None) == (kind in ROW_GROUPS) else ""


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _whole(value: object) -> int:
    return value if isinstance(value, int) else -1
