"""Manifest and archive of an edition: every file with its size and SHA-256, and no time but the data cut."""

import hashlib
import io
import json
import zipfile
from datetime import UTC
from typing import Any

from national.report.edition import cut_at

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "zip": "application/zip",
}
MANIFEST = "manifest.json"


def media_type(name: str) -> str:
    return MEDIA_TYPES[name.rsplit(".", 1)[1]]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def manifest(snapshot: dict[str, Any], files: dict[str, bytes]) -> bytes:
    """JSON that lists the files in name order and says which snapshot and code they come from."""
    document = {
        "report": "annual",
        "year": snapshot["year"],
        "edition": snapshot["edition"],
        "provisional": bool(snapshot["provisional"]),
        "demonstration": bool(snapshot.get("demonstration", False)),
        "data_cut": cut_at(snapshot).isoformat(),
        "snapshot_sha256": snapshot["sha256"],
        "definition_version": snapshot["definition_version"],
        "code_revision": snapshot["code_revision"],
        "files": [
            {"name": name, "bytes": len(content), "sha256": digest(content), "media_type": media_type(name)}
            for name, content in sorted(files.items())
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def archive(snapshot: dict[str, Any], files: dict[str, bytes]) -> bytes:
    """A zip whose entries are in name order and carry the data cut as their time."""
    moment = cut_at(snapshot).astimezone(UTC)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type, entry.external_attr, entry.create_system = (
                zipfile.ZIP_DEFLATED,
                0o644 << 16,
                3,
            )
            package.writestr(entry, content)
    return target.getvalue()
