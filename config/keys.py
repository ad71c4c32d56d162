"""Secrets: from the environment, or made once in the data directory where that is allowed.

A registry on a laptop needs keys too, but nobody should have to think of them. So demo and local
registries generate them into ``keys.json`` (mode 0600) on first use; production demands variables.
"""

import base64
import json
import os
import secrets
from functools import cache
from pathlib import Path

from config.environment import env, registry_mode
from config.servers.embedded import data_directory, prepare_directory

NAMES = ("SECRET_KEY", "REGISTRY_MASTER_KEY", "REGISTRY_HASH_KEY")


def key(name: str) -> str:
    """The secret called ``name``: SECRET_KEY is text, the other two are 32 bytes in base64."""
    if value := env(name):
        return value
    if registry_mode() == "production":
        raise SystemExit(f"{name} must be set in production; .env.example says how to make one.")
    return _generated_keys()[name]


def key_bytes(name: str) -> bytes:
    """A 32-byte key; anything of another length stops the start."""
    try:
        raw = base64.b64decode(key(name), validate=True)
    except ValueError:
        raw = b""
    if len(raw) != 32:
        raise SystemExit(f"{name} must be 32 bytes in base64; .env.example says how to make one.")
    return raw


@cache
def _generated_keys() -> dict[str, str]:
    path = data_directory() / "keys.json"
    if not path.exists():
        prepare_directory(path.parent)
        _write_once(path)
    stored: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return stored


def _write_once(path: Path) -> None:
    """Write new keys so that of two processes starting at once, both end up with the same file."""
    fresh = {name: base64.b64encode(secrets.token_bytes(32)).decode() for name in NAMES}
    fresh["SECRET_KEY"] = secrets.token_urlsafe(48)
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(fresh, file, indent=1)
    try:
        os.link(partial, path)
    except FileExistsError:
        pass
    finally:
        partial.unlink()
