"""Names, numbers and telephones of invented people, sealed as those of real ones are."""

from typing import Any

from config.demo.people import Person
from registry.identity import keys, sealing
from registry.identity.lookup import Hasher, hasher, identifies_a_person
from registry.identity.vault import place
from registry.models.identity import IdentifierKind


class Sealer:
    """Seals what identifies a patient under a new key of their own. Ciphertexts differ at each use."""

    def __init__(self) -> None:
        self.ring = keys.master_keys()
        self.hasher: Hasher = hasher()

    def patient_columns(self, person: Person, center_id: int) -> dict[str, Any]:
        """The hashes by which the person is recognized."""
        kind, number = person.document_type, person.document_no
        usable = identifies_a_person(kind, number)
        return {
            "person_key": self.hasher.person(kind, number) if usable else person.person_key,
            "document_hash": self.hasher.document(center_id, kind, number) if number else "",
        }

    def rows(
        self,
        person: Person,
        record_no: str,
        center_id: int,
        patient_id: int,
        case_id: int,
        document_hash: str,
    ) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """The wrapped key and the sealed values."""
        key = sealing.new_data_key(patient_id)
        wrapped = sealing.wrap(key, self.ring)
        texts = {
            IdentifierKind.NAME: person.name,
            IdentifierKind.DOCUMENT_NO: person.document_no,
            IdentifierKind.PHONE: person.phone,
            IdentifierKind.PHONE_2: person.phone_2,
        }
        rows = [
            _row(key, str(kind), None, text, document_hash if kind == IdentifierKind.DOCUMENT_NO else "")
            for kind, text in texts.items()
            if text
        ]
        lookup = self.hasher.record_number(center_id, record_no)
        rows.append(_row(key, str(IdentifierKind.RECORD_NO), case_id, record_no, lookup))
        return {"wrapped": wrapped.wrapped, "key_id": wrapped.master_key_id}, rows


def _row(key: sealing.DataKey, kind: str, case_id: int | None, text: str, lookup: str) -> dict[str, Any]:
    return {
        "patient_id": key.patient_id,
        "case_id": case_id,
        "kind": kind,
        "sealed": key.seal(place(kind, case_id), text),
        "lookup": lookup,
    }
