"""Envelope encryption of identity values (AES-256-GCM, NIST SP 800-38D).

Each patient has a random data key. The master key wraps it, the data key seals the values. Patient and
kind are authenticated with every ciphertext, so a value copied into another row does not open. Erasing
a patient's identity means deleting the wrapped key: copies in history and backups stay closed.

Layout of a sealed value: 1 byte format (1), 12 bytes nonce, ciphertext with its 16-byte tag.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from registry.identity.keys import KEY_BYTES, KeyRing

FORMAT = b"\x01"
NONCE_BYTES = 12


class SealBrokenError(Exception):
    """A sealed value does not open: wrong key, altered bytes, or a value that belongs to another row."""


@dataclass(frozen=True)
class WrappedKey:
    """A data key under a master key: what the database stores."""

    master_key_id: str
    wrapped: bytes


@dataclass(frozen=True)
class DataKey:
    """The opened data key of one patient."""

    patient_id: int
    secret: bytes = field(repr=False)

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits that name this key beside each value it sealed."""
        return hmac.new(self.secret, b"ecls-registry data key name", hashlib.sha256).hexdigest()[:16]

    def seal(self, kind: str, text: str) -> bytes:
        """Encrypt a text of that kind; the same text gives other bytes each time."""
        return _seal(self.secret, text.encode(), self._bound(kind))

    def open(self, kind: str, sealed: bytes) -> str:
        """The text again, or ``SealBrokenError``."""
        return _open(self.secret, sealed, self._bound(kind)).decode()

    def _bound(self, kind: str) -> bytes:
        return f"identifier/{self.patient_id}/{kind}".encode()


def new_data_key(patient_id: int) -> DataKey:
    """A random 256-bit key for that patient."""
    return DataKey(patient_id, secrets.token_bytes(KEY_BYTES))


def wrap(key: DataKey, ring: KeyRing) -> WrappedKey:
    """Put the data key under the current master key."""
    master = ring.current
    return WrappedKey(master.id, _seal(master.secret, key.secret, _wrapping(key.patient_id)))


def unwrap(patient_id: int, stored: WrappedKey, ring: KeyRing) -> DataKey:
    """Open a stored data key. ``UnknownMasterKeyError`` or ``SealBrokenError`` when that cannot be."""
    master = ring.get(stored.master_key_id)
    return DataKey(patient_id, _open(master.secret, bytes(stored.wrapped), _wrapping(patient_id)))


def rewrap(patient_id: int, stored: WrappedKey, ring: KeyRing) -> WrappedKey:
    """The same data key under the current master key; unchanged if it already is."""
    if stored.master_key_id == ring.current.id:
        return stored
    return wrap(unwrap(patient_id, stored, ring), ring)


def _wrapping(patient_id: int) -> bytes:
    return f"data key/{patient_id}".encode()


def _seal(key: bytes, plain: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, bound)


def _open(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    sealed = bytes(sealed)
    if sealed[:1] != FORMAT:
        raise SealBrokenError("Unknown format of a sealed value.")
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, body, bound)
    except (InvalidTag, ValueError):
        raise SealBrokenError("A sealed value does not open.") from None
