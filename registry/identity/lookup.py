"""Keyed hashes that find a person or a record without storing the number in the clear.

HMAC-SHA-256 with a key of its own for every purpose (HKDF from ``REGISTRY_HASH_KEY``), so that a hash of
one kind says nothing about a hash of another. Record and document hashes are bound to one center.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from registry.identity import documents, keys

RESIDENT_FAMILY = "resident"
SHORTEST_NUMBER = 6
RANDOM_MARK = "r"


@dataclass(frozen=True)
class Hasher:
    """The lookup hashes under one secret; each is 64 hexadecimal digits."""

    secret: bytes = field(repr=False)

    def person(self, document_type: int | None, number: str | None) -> str:
        """One value per person in the nation; random when the document identifies nobody."""
        if not identifies_a_person(document_type, number):
            return random_person_key()
        return self._hash("person", _document(document_type, number or ""))

    def document(self, center_id: int, document_type: int | None, number: str) -> str:
        """Finds a document inside one center."""
        return self._hash("document", f"{center_id}|{_document(document_type, number)}")

    def record_number(self, center_id: int, number: str) -> str:
        """Finds a hospital number inside one center."""
        return self._hash("record number", f"{center_id}|{documents.normalized_number(number)}")

    def _hash(self, purpose: str, message: str) -> str:
        return hmac.new(_derived(self.secret, purpose), message.encode(), hashlib.sha256).hexdigest()


def hasher() -> Hasher:
    """The hasher of the settings."""
    return Hasher(keys.hash_key())


def random_person_key() -> str:
    """For a person without a usable document: matches nobody. The first sign tells it from a hash."""
    return RANDOM_MARK + secrets.token_hex(32)[1:]


def is_random(person_key: str) -> bool:
    """Whether this key came from no document."""
    return person_key.startswith(RANDOM_MARK)


def identifies_a_person(document_type: int | None, number: str | None) -> bool:
    """Whether this document may link records of different centers.

    A document of type "other" may be a number local to one hospital, a row of equal characters is a
    placeholder, and an unsound resident number is nobody's.
    """
    if document_type in (None, documents.NO_DOCUMENT, documents.OTHER_DOCUMENT) or not number:
        return False
    plain = documents.normalized_number(number)
    if len(plain) < SHORTEST_NUMBER or len(set(plain)) == 1:
        return False
    return not (
        document_type in documents.RESIDENT_NUMBER_TYPES and documents.id_card_checksum_ok(plain) is False
    )


def _document(document_type: int | None, number: str) -> str:
    """Family and number: the household register and the card of a person carry the same number."""
    plain = documents.normalized_number(number)
    if document_type in documents.RESIDENT_NUMBER_TYPES:
        return f"{RESIDENT_FAMILY}|{plain}"
    return f"{document_type}|{plain}"


@lru_cache(maxsize=32)
def _derived(secret: bytes, purpose: str) -> bytes:
    info = f"ecls-registry lookup: {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret)
