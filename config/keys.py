"""Secrets: from the environment, or made once in the data directory where that is allowed.

A registry on a laptop needs keys too, but nobody should have to think of them. So demo and local
registries generate them into ``keys.json`` (mode 0600) on first use; production demands variables.
"""

import base64
import json
import os
import secrets
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config.environment import env, registry_mode
from config.servers.embedded import data_directory, prepare_directory

NAMES = ("SECRET_KEY", "REGISTRY_MASTER_KEYS", "REGISTRY_HASH_KEY")


def key(name: str) -> str:
    """The secret called ``name``: text as the settings hold it."""
    if value := env(name):
        return value
    if registry_mode() == "production":
        raise SystemExit(f"{name} must be set in production; .env.example says how to make one.")
    return _generated_keys()[name]


def checked_key(name: str, parse: Callable[[str], object]) -> str:
    """The same, once ``parse`` can read it; anything else stops the start in one sentence."""
    text = key(name)
    try:
        parse(text)
    except ImproperlyConfigured as problem:
        raise SystemExit(f"{problem} .env.example says how to make one.") from None
    return text


@cache
def _generated_keys() -> dict[str, str]:
    path = data_directory() / "keys.json"
    stored = _read(path)
    if set(NAMES) - set(stored):
        prepare_directory(path.parent)
        _write(path, _fresh_keys() | stored)
        stored = _read(path)
    return stored


def _read(path: Path) -> dict[str, str]:
    stored: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return stored


def _fresh_keys() -> dict[str, str]:
    fresh = {name: base64.b64encode(secrets.token_bytes(32)).decode() for name in NAMES}
    return fresh | {"SECRET_KEY": secrets.token_urlsafe(48)}


def _write(path: Path, keys: dict[str, str]) -> None:
    """Write the file so that of two processes starting at once, both end up with the same keys."""
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(keys, file, indent=1)
    try:
        os.link(partial, path)
    except FileExistsError:
        _replace_incomplete(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def _replace_incomplete(partial: Path, path: Path) -> None:
    """A file of an earlier version may lack a key; a complete one was written by another process."""
    if set(NAMES) - set(_read(path)):
        partial.replace(path)
