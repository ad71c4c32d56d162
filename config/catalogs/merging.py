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


def compile_catalogs() -> list[Path]:
    """Write the catalogs of every locale that has parts; the written ``.mo`` files are returned."""
    return [_write(folder.parent) for folder in sorted(LOCALE.glob("*/parts"))]


def merge(folder: Path) -> polib.POFile:
    """All parts of one locale as one catalog; the first part that has a message is believed."""
    catalog = polib.POFile()
    catalog.metadata = METADATA
    seen: set[Key] = set()
    for _path, entry in _entries(folder):
        if _key(entry) not in seen:
            seen.add(_key(entry))
            catalog.append(entry)
    return catalog


def contradictions(folder: Path) -> list[str]:
    """Messages that two parts translate differently, one sentence each."""
    first: dict[Key, tuple[str, list[str]]] = {}
    found = []
    for path, entry in _entries(folder):
        name, texts = first.setdefault(_key(entry), (path.name, _texts(entry)))
        if texts != _texts(entry):
            found.append(f"{entry.msgid}: {name} says {texts}, {path.name} says {_texts(entry)}")
    return found


def translated_keys(folder: Path) -> set[Key]:
    return {_key(entry) for entry in merge(folder)}


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


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
