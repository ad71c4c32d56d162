"""Folders of files for the tests: the example case, varied cell by cell."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from outcomes.files import FollowUpFile
from registry.files.example import CASE, PATIENT, example_rows

Rows = dict[str, list[dict[str, str]]]
CODES = {PATIENT: "P", CASE: "C"}


def example(**changed: dict[str, str]) -> Rows:
    """The rows of the example by file; ``runs={...}`` changes cells of the first row of that file."""
    rows = {name: [dict(cells) for cells in listed] for name, listed in example_rows().items()}
    rows["followups.csv"] = [{"case_ref": CASE, **cells} for cells in FollowUpFile.example]
    for name, cells in changed.items():
        rows[f"{name}.csv"][0] |= cells
    return rows


def copies(number: int) -> Rows:
    """The example several times over, each with its own keys and numbers."""
    found: Rows = {}
    for n in range(number):
        for name, rows in example().items():
            found.setdefault(name, []).extend(
                {key: _own(key, cell, n) for key, cell in row.items()} for row in rows
            )
    return found


def _own(name: str, cell: str, n: int) -> str:
    if name in ("patient_ref", "case_ref", "medical_record_no", "id_document_no"):
        return f"{cell}-{n:05}"
    return cell


def text_of(rows: list[dict[str, str]], header: list[str] | None = None) -> str:
    names = header or list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write(folder: Path, rows: Mapping[str, Any], encoding: str = "utf-8") -> Path:
    """Files without a row are left out; a text is written as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, listed in rows.items():
        if listed:
            text = listed if isinstance(listed, str) else text_of(listed)
            (folder / name).write_bytes(text.encode(encoding))
    return folder
