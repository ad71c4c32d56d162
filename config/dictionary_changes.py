"""What changed from one published version of the dictionary to the next, field by field."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from config.environment import BASE_DIR
from crf.dictionary import Form, field_entry
from crf.pairs import Pair
from registry.actions.submission import DICTIONARY_VERSION

EARLIER = BASE_DIR / "config" / "dictionary_versions"
"""One file for each version that was published before; never edited."""

NAMES = {
    "label": Pair("Name", "名称"),
    "type": Pair("Type", "类型"),
    "unit": Pair("Unit", "单位"),
    "choices": Pair("Code list", "代码表"),
    "codes": Pair("Codes", "代码"),
    "soft_range": Pair("Usual range", "常见范围"),
    "hard_range": Pair("Possible range", "可能范围"),
    "requirement": Pair("Requirement", "填写要求"),
    "condition": Pair("Condition", "适用条件"),
    "definition": Pair("Definition", "定义"),
}
NEW = Pair("New field", "新增字段")
FIRST = Pair("First published", "首次发布")
Facts = dict[str, Any]
Version = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """One change of one field: since which version, what, and the texts before and after."""

    version: str
    what: Pair
    before: Pair | None = None
    after: Pair | None = None


@cache
def earlier_versions() -> list[Version]:
    """The versions published before this one, oldest first."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in EARLIER.glob("*.json")]
    return sorted(found, key=lambda version: [int(part) for part in version["version"].split(".")])


def this_version(forms: list[Form]) -> Version:
    """The dictionary in use, in the shape of the earlier ones."""
    lists = {item.codes.name: item.codes for form in forms for _, item in form.items if item.codes}
    return {
        "version": DICTIONARY_VERSION,
        "fields": {item.name: field_entry(entity, item, ()) for form in forms for entity, item in form.items},
        "code_lists": {name: codes.codes for name, codes in lists.items()},
    }


def changes_of(name: str, versions: list[Version]) -> list[Change]:
    """The history of a field, newest first; ends where it was first published."""
    found: list[Change] = []
    for number, version in enumerate(versions):
        if name not in version["fields"]:
            continue
        before = versions[number - 1] if number else None
        if before is None or name not in before["fields"]:
            found.append(Change(version["version"], NEW if before else FIRST))
        else:
            found += [Change(version["version"], *each) for each in _differences(name, before, version)]
    return found[::-1]


def _differences(name: str, before: Version, after: Version) -> list[tuple[Pair, Pair, Pair]]:
    old, new = _facts(before, name), _facts(after, name)
    return [(NAMES[key], old[key], new[key]) for key in NAMES if old[key] != new[key]]


def _facts(version: Version, name: str) -> dict[str, Pair]:
    entry: Facts = version["fields"][name]
    codes = version["code_lists"].get(entry.get("choices"), [])
    plain = {key: _plain(entry.get(key)) for key in NAMES}
    return plain | {
        "label": Pair(entry["label_en"], entry["label_zh"]),
        "definition": Pair(entry.get("definition_en") or "", entry.get("definition_zh") or ""),
        "codes": _plain(" ".join(map(str, codes))),
    }


def _plain(value: Any) -> Pair:
    if isinstance(value, dict):
        limits = (f"{group} {low:g}–{high:g}" for group, (low, high) in sorted(value.items()))
        value = "; ".join(limits).replace("all ", "")
    return Pair(str(value or ""), str(value or ""))
