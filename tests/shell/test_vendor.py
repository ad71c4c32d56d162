"""What comes from elsewhere is what the list says, with its license."""

import hashlib
import json

from config.environment import BASE_DIR

VENDOR = BASE_DIR / "static" / "vendor"
ENTRIES = json.loads((VENDOR / "vendor.json").read_text())
OPEN_LICENSES = {"MIT", "Apache-2.0", "BSD-3-Clause", "ISC"}


def test_every_vendored_file_is_listed_and_nothing_else() -> None:
    found = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}

    assert found == {entry["file"] for entry in ENTRIES} | {"vendor.json"}


def test_every_vendored_file_is_unchanged() -> None:
    hashes = {e["file"]: hashlib.sha256((VENDOR / e["file"]).read_bytes()).hexdigest() for e in ENTRIES}

    assert hashes == {entry["file"]: entry["sha256"] for entry in ENTRIES}


def test_every_package_brings_an_open_license() -> None:
    packages = {(entry["package"], entry["version"]) for entry in ENTRIES}
    licensed = {(e["package"], e["version"]) for e in ENTRIES if e["file"].endswith("/LICENSE")}

    assert packages == licensed
    assert {entry["license"] for entry in ENTRIES} <= OPEN_LICENSES
