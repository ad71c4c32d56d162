"""From the parts people edit to the catalog Django reads.

Each area of the registry keeps its own ``locale/<locale>/parts/<area>.po``. They are merged into
``LC_MESSAGES/django.po`` and ``.mo``, which are products of the build and not kept in the repository.
"""

from collections.abc import Iterator
from pathlib import Path

import polib

from config.environment import BASE_DIR

LOCALE = BASE_DIR / "locale"
METADATA = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "zh_Hans",
    "Plural-Forms": "nplurals=1; plural=0;",
}

Key = tuple[str | None, str]
"""A message: its context (or None) and its English text."""


class ContradictionError(ValueError):
    """Two parts translate one message differently."""


def compile_catalogs() -> list[Path]:
    """Write the catalogs of every locale that has parts; the written ``.mo`` files are returned."""
    return [_write(folder.parent) for folder in sorted(LOCALE.glob("*/parts"))]


def merge(folder: Path) -> polib.POFile:
    """All parts of one locale as one catalog; empty translations are left out."""
    catalog = polib.POFile()
    catalog.metadata = METADATA
    seen: dict[Key, polib.POEntry] = {}
    for path, entry in _entries(folder):
        key = (entry.msgctxt, entry.msgid)
        if key not in seen:
            seen[key] = entry
            catalog.append(entry)
        elif _texts(seen[key]) != _texts(entry):
            raise ContradictionError(f"{path.name} translates {entry.msgid!r} differently from another part.")
    return catalog


def translated_keys(folder: Path) -> set[Key]:
    return {(entry.msgctxt, entry.msgid) for entry in merge(folder)}


def _entries(folder: Path) -> Iterator[tuple[Path, polib.POEntry]]:
    for path in sorted((folder / "parts").glob("*.po")):
        for entry in polib.pofile(str(path), encoding="utf-8"):
            if not entry.obsolete and any(_texts(entry)):
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
                yield path, entry


def _texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _write(folder: Path) -> Path:
    catalog = merge(folder)
    target = folder / "LC_MESSAGES"
    target.mkdir(exist_ok=True)
    catalog.save(str(target / "django.po"))
    catalog.save_as_mofile(str(target / "django.mo"))
    return target / "django.mo"
