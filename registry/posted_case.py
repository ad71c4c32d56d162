"""From a submitted section to the changes it asks for."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import QueryDict

from crf.posted import entries, sent_json
from registry.actions.saving import PartChange
from registry.page import CasePage
from registry.sections import Section

NEW_ROW = re.compile(r"[a-z]+\d+\.new\d{1,4}")


def section_changes(data: QueryDict, page: CasePage, section: Section) -> list[PartChange]:
    """One change for each row of answers the form named; nothing outside the section is ever touched.

    A row may be asked in two blocks of a section: its entries are gathered into one change.
    """
    found: dict[str, PartChange] = {}
    versions, base = sent_json(data, "versions"), sent_json(data, "base")
    for key, questions in page.questions(section):
        change = found.setdefault(key, PartChange(key, {}, _whole(versions.get(key)), _object(base.get(key))))
        change.entries |= entries(data, questions)
        change.delete = change.delete or data.get(f"{key}!delete") == "1"
    return [
        *(change for change in found.values() if change.entries or change.delete),
        *_new_rows(data, page, section),
    ]


def _new_rows(data: QueryDict, page: CasePage, section: Section) -> Iterator[PartChange]:
    for block in section.blocks:
        if not block.rows:
            continue
        prefix = f"{block.kind}{page.run_number}.new"
        keys = {".".join(name.split(".")[:2]) for name in data if name.startswith(prefix)}
        for key in sorted(keys, key=lambda key: (len(key), key)):
            if NEW_ROW.fullmatch(key):
                yield PartChange(key, entries(data, page.new_row(block, key).questions))


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _whole(value: object) -> int:
    return value if isinstance(value, int) else -1
