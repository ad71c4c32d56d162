"""The two secrets behind identities: a ring of master keys and one hash key.

They come from the settings ``REGISTRY_MASTER_KEYS`` and ``REGISTRY_HASH_KEY`` and are never stored in
the database. The first master key wraps new data keys; the others only open what they once wrapped.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32


class KeySettingsError(ImproperlyConfigured):
    """A key setting is missing or unusable. The message never holds key material."""


class UnknownMasterKeyError(Exception):
    """A data key was wrapped under a master key that is not on the ring."""

    def __init__(self, key_id: str) -> None:
        super().__init__(f"No master key {key_id!r} in REGISTRY_MASTER_KEYS.")
        self.key_id = key_id


@dataclass(frozen=True)
class MasterKey:
    """One 256-bit key and the name it is known by."""

    id: str
    secret: bytes = field(repr=False)


@dataclass(frozen=True)
class KeyRing:
    """Master keys in order; the first is current."""

    keys: tuple[MasterKey, ...]

    @property
    def current(self) -> MasterKey:
        return self.keys[0]

    def get(self, key_id: str) -> MasterKey:
        """The key of that name; ``UnknownMasterKeyError`` if it is not on the ring."""
        for key in self.keys:
            if key.id == key_id:
                return key
        raise UnknownMasterKeyError(key_id)


def new_key() -> str:
    """A fresh 256-bit key in base64, for a settings file."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def master_keys() -> KeyRing:
    """The ring of the settings."""
    return parse_master_keys(getattr(settings, "REGISTRY_MASTER_KEYS", ""))


def hash_key() -> bytes:
    """The key behind every lookup hash. Changing it makes all stored hashes unfindable."""
    return parse_hash_key(getattr(settings, "REGISTRY_HASH_KEY", ""))


@lru_cache(maxsize=8)
def parse_master_keys(text: str) -> KeyRing:
    """Read ``id:base64,id:base64`` or one bare base64 key, which is named after its fingerprint."""
    keys = tuple(_parse_master_key(part.strip()) for part in text.split(",") if part.strip())
    if not keys:
        raise KeySettingsError(
            "Set REGISTRY_MASTER_KEYS to id:key[,id:key...], each key 32 bytes in base64; the first one is current."
        )
    if len({key.id for key in keys}) < len(keys):
        raise KeySettingsError("REGISTRY_MASTER_KEYS uses the same key id twice.")
    if len({key.secret for key in keys}) < len(keys):
        raise KeySettingsError("REGISTRY_MASTER_KEYS holds the same key twice.")
    return KeyRing(keys)


@lru_cache(maxsize=8)
def parse_hash_key(text: str) -> bytes:
    """Read the base64 hash key; its own setting, apart from the master keys."""
    if not text.strip():
        raise KeySettingsError("Set REGISTRY_HASH_KEY to 32 bytes in base64.")
    return _decoded(text.strip(), "REGISTRY_HASH_KEY")


def _parse_master_key(part: str) -> MasterKey:
    name, separator, encoded = part.rpartition(":")
    secret = _decoded(encoded, "REGISTRY_MASTER_KEYS")
    if separator and not 1 <= len(name) <= 32:
        raise KeySettingsError("A key id in REGISTRY_MASTER_KEYS has 1 to 32 characters.")
    return MasterKey(name or _fingerprint(secret), secret)


def _decoded(encoded: str, setting: str) -> bytes:
    try:
        secret = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise KeySettingsError(f"A key in {setting} is not base64.") from None
    if len(secret) != KEY_BYTES:
        raise KeySettingsError(f"A key in {setting} has {len(secret)} bytes instead of {KEY_BYTES}.")
    return secret


def _fingerprint(secret: bytes) -> str:
    """Eight hexadecimal digits that name a key whatever its place on the ring."""
    return hmac.new(secret, b"ecls-registry key name", hashlib.sha256).hexdigest()[:8]
