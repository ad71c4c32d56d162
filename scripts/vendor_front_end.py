"""Refresh static/vendor from the npm tarballs; a maintainer's tool, never part of running the registry.

    python scripts/vendor_front_end.py

Needs ``npm`` for ``npm pack`` only. Every file kept is listed in static/vendor/vendor.json with its package,
version, license and SHA-256; tests/shell/test_vendor.py holds the tree to that list.
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"


@dataclass(frozen=True)
class Package:
    """One npm package: which of its files we keep, and under which license."""

    name: str
    version: str
    license: str
    files: tuple[str, ...]
    notices: tuple[str, ...]


PACKAGES = (
    Package("bootstrap", "5.3.9", "MIT", ("dist/css/bootstrap.min.css",), ("LICENSE",)),
    Package(
        "echarts",
        "6.1.0",
        "Apache-2.0",
        ("dist/echarts.common.min.js", "dist/echarts.min.js"),
        ("LICENSE", "NOTICE", "licenses/LICENSE-d3"),
    ),
)


def fetch(package: Package, into: Path) -> tarfile.TarFile:
    """The opened tarball of the exact version from the npm registry."""
    command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    name = subprocess.run(command, cwd=into, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603
    return tarfile.open(into / name.splitlines()[-1])


def without_source_map(content: bytes) -> bytes:
    """Drop the reference to a source map: the map is not kept, and the static file storage would ask for it."""
    return re.sub(rb"\s*(/\*#|//#) sourceMappingURL=.*\s*$", b"\n", content)


def keep(package: Package, archive: tarfile.TarFile) -> list[dict[str, str]]:
    """Write the package's files and return their entries for vendor.json."""
    folder = VENDOR / f"{package.name}-{package.version}"
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for member in (*package.files, *package.notices):
        stream = archive.extractfile(f"package/{member}")
        if stream is None:
            raise SystemExit(f"{package.name} {package.version} has no {member}")
        content = without_source_map(stream.read())
        target = folder / Path(member).name
        target.write_bytes(content)
        entries.append(
            {
                "package": package.name,
                "version": package.version,
                "license": package.license,
                "file": target.relative_to(VENDOR).as_posix(),
                "source": member,
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        )
    return entries


def main() -> None:
    entries: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            with fetch(package, Path(folder)) as archive:
                entries += keep(package, archive)
    (VENDOR / "vendor.json").write_text(json.dumps(entries, indent=2) + "\n")


if __name__ == "__main__":
    main()
