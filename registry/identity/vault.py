"""One patient's identifiers, opened: rows of ciphertext on one side, texts on the other.

Nothing here decides who may look; ``store`` does, and row-level security below it.
"""

from collections.abc import Mapping
from typing import Any

from registry.identity import keys, sealing
from registry.identity.lookup import hasher
from registry.models import Case, Identifier, IdentifierKind, Patient, PatientKey


class Vault:
    """The sealed rows of a patient with the key that opens them."""

    def __init__(self, patient: Patient, key: sealing.DataKey | None, rows: list[Identifier]) -> None:
        self.patient, self.key = patient, key
        self._rows = {(row.kind, row.case_id): row for row in rows}

    @classmethod
    def of(cls, patient: Patient) -> "Vault":
        """Read in two queries. Empty, without a key, where the scope does not reach identities."""
        stored = PatientKey.objects.filter(patient=patient).first()
        return cls(patient, opened_key(stored), list(Identifier.objects.filter(patient=patient)))

    def text(self, kind: str, case: Case | None = None) -> str | None:
        """The stored text; None when there is none. ``SealBrokenError`` when it does not open."""
        row = self._rows.get((kind, _case_id(kind, case)))
        if row is None or self.key is None:
            return None
        return self.key.open(place(kind, row.case_id), bytes(row.sealed))

    def texts(self, case: Case | None = None) -> dict[str, str]:
        """Every stored text by kind; the record number is that of ``case``."""
        found = {kind: self.text(kind, case) for kind, owner in self._rows if owner == _case_id(kind, case)}
        return {kind: text for kind, text in found.items() if text is not None}

    def put(
        self, kind: str, text: str, case: Case | None = None, *, document_type: int | None = None
    ) -> bool:
        """Store, replace or (empty text) delete; False when nothing changed, and nothing is rewritten."""
        if text == (self.text(kind, case) or ""):
            return False
        owner = _case_id(kind, case)
        row = self._rows.pop((kind, owner), None)
        if not text:
            if row is not None:
                row.delete()
            return row is not None
        self._rows[kind, owner] = self._sealed(row, kind, owner, text, document_type)
        return True

    def _sealed(
        self, row: Identifier | None, kind: str, owner: int | None, text: str, document_type: int | None
    ) -> Identifier:
        row = row or Identifier(
            center_id=self.patient.center_id, patient=self.patient, case_id=owner, kind=kind
        )
        row.sealed = self._key_to_write().seal(place(kind, owner), text)
        row.lookup = lookup_hash(self.patient.center_id, kind, text, document_type)
        row.save()
        return row

    def _key_to_write(self) -> sealing.DataKey:
        if self.key is None:
            self.key = sealing.new_data_key(self.patient.pk)
            wrapped_row(self.patient, self.key).save(force_insert=True)
        return self.key


def opened_key(stored: PatientKey | None) -> sealing.DataKey | None:
    """The data key in a row; None without a row. Raises when the ring cannot open it."""
    if stored is None:
        return None
    wrapped = sealing.WrappedKey(stored.key_id, bytes(stored.wrapped))
    return sealing.unwrap(stored.patient_id, wrapped, keys.master_keys())


def wrapped_row(patient: Patient, key: sealing.DataKey) -> PatientKey:
    """An unsaved row with the key under the current master key."""
    wrapped = sealing.wrap(key, keys.master_keys())
    return PatientKey(
        center_id=patient.center_id, patient=patient, wrapped=wrapped.wrapped, key_id=wrapped.master_key_id
    )


def new_rows(
    patient: Patient, texts: Mapping[str, str], record_numbers: Mapping[int, str]
) -> tuple[PatientKey, list[Identifier]]:
    """Unsaved rows of a new patient with a known primary key, for loading in bulk.

    ``texts`` is by kind, ``record_numbers`` by primary key of the case.
    """
    key = sealing.new_data_key(patient.pk)
    wanted: list[tuple[str, int | None, str]] = [(kind, None, text) for kind, text in texts.items()]
    wanted += [(IdentifierKind.RECORD_NO, case_id, text) for case_id, text in record_numbers.items()]
    return wrapped_row(patient, key), [_new_row(patient, key, *each) for each in wanted]


def _new_row(patient: Patient, key: sealing.DataKey, kind: str, owner: int | None, text: str) -> Identifier:
    return Identifier(
        center_id=patient.center_id,
        patient=patient,
        case_id=owner,
        kind=kind,
        sealed=key.seal(place(kind, owner), text),
        lookup=lookup_hash(patient.center_id, kind, text, patient.id_document_type),
    )


def place(kind: str, case_id: Any) -> str:
    """What a ciphertext is bound to beside its patient."""
    return f"{kind}/{case_id}" if case_id is not None else str(kind)


def lookup_hash(center_id: int, kind: str, text: str, document_type: int | None) -> str:
    """The hash by which record and document numbers are found; empty for other kinds."""
    if kind == IdentifierKind.RECORD_NO:
        return hasher().record_number(center_id, text)
    if kind == IdentifierKind.DOCUMENT_NO:
        return hasher().document(center_id, document_type, text)
    return ""


def _case_id(kind: str, case: Case | None) -> int | None:
    if kind != IdentifierKind.RECORD_NO:
        return None
    return case.pk if case is not None else None
