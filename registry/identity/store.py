"""Identities in the database: the only way in and the only way out.

Writing asks ``Can.ENTER_DATA``, showing asks ``Can.SEE_IDENTITY`` and is recorded. Ciphertext is rewritten
only when its text changes, so that history shows real changes alone. Texts never enter SQL, logs or tasks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from django.db import transaction
from django.utils import timezone

from centers import security_log
from centers.access import Can, check_can
from centers.history import acting
from centers.models import SecurityEventKind
from crf import notes
from registry.identity import documents, keys, sealing
from registry.identity.lookup import hasher, identifies_a_person, is_random, random_person_key
from registry.identity.vault import Vault, place
from registry.models import Case, Identifier, IdentifierKind, Patient, PatientKey

log = structlog.get_logger(__name__)

KEEP = object()
FACT_NAMES = {
    IdentifierKind.NAME: "patient_name",
    IdentifierKind.DOCUMENT_NO: "id_document_no",
    IdentifierKind.PHONE: "contact_phone",
    IdentifierKind.PHONE_2: "contact_phone_2",
    IdentifierKind.RECORD_NO: "medical_record_no",
}
STORED = "stored"  # stands for a text in conditions and rules, which need to know only that there is one
NO_FACTS: dict[str, Any] = dict.fromkeys(
    [*FACT_NAMES.values(), "id_number_is_valid", "id_number_birth_date", "id_number_sex"]
)


class DuplicateDocumentError(Exception):
    """Another patient of the center has the same identity document."""

    def __init__(self, patient: Patient) -> None:
        super().__init__(f"The document belongs to patient {patient.number}.")
        self.patient = patient


def write_identity(
    patient: Patient,
    values: Mapping[str, str],
    *,
    by: Any,
    case: Case | None = None,
    document_type: Any = KEEP,
) -> frozenset[str]:
    """Store the given kinds (an empty text deletes) and return those that changed; others stay.

    The record number belongs to ``case``. Raises ``DuplicateDocumentError``, and then nothing is stored.
    """
    check_can(by, Can.ENTER_DATA, patient.center_id)
    if case is not None and case.patient_id != patient.pk:
        raise ValueError("The case belongs to another patient.")
    if case is None and IdentifierKind.RECORD_NO in values:
        raise ValueError("A record number belongs to a case.")
    with transaction.atomic():
        return write_texts(patient, values, case, document_type)


def write_texts(
    patient: Patient, values: Mapping[str, str], case: Case | None, document_type: Any
) -> frozenset[str]:
    """``write_identity`` for callers that have asked who may, inside their transaction."""
    _wait_for_saves(patient)
    locked = Patient.objects.select_for_update().get(pk=patient.pk)
    kept_type = locked.id_document_type if document_type is KEEP else document_type
    vault = Vault.of(locked)
    changed = {
        kind
        for kind, text in values.items()
        if vault.put(kind, entered_text(kind, text, kept_type), case, document_type=kept_type)
    }
    if IdentifierKind.DOCUMENT_NO in changed or kept_type != locked.id_document_type:
        _set_document(locked, vault, kept_type)
        for name in ("id_document_type", "document_hash", "person_key", "notes"):
            setattr(patient, name, getattr(locked, name))
    return frozenset(changed)


def _wait_for_saves(patient: Patient) -> None:
    """A save of answers holds the row of its case and rewrites the patient's row as it read it."""
    list(Case.objects.select_for_update(no_key=True).filter(patient=patient).order_by("pk"))


def document_changed(patient: Patient) -> None:
    """Bring the hashes in line after the document type of a patient was saved with other answers."""
    with transaction.atomic():
        _set_document(patient, Vault.of(patient), patient.id_document_type)


def entered_text(kind: str, text: str, document_type: int | None) -> str:
    """A text as it is stored: names and resident numbers in their one form, any other as typed."""
    if kind == IdentifierKind.NAME:
        return documents.entered_name(text)
    return documents.entered_number(document_type, text) if kind == IdentifierKind.DOCUMENT_NO else text


def _set_document(patient: Patient, vault: Vault, document_type: int | None) -> None:
    """Type, hash and person key follow the document together."""
    number = vault.text(IdentifierKind.DOCUMENT_NO)
    known = bool(number) and document_type != documents.NO_DOCUMENT
    patient.document_hash = hasher().document(patient.center_id, document_type, number or "") if known else ""
    _refuse_duplicate(patient)
    patient.person_key = person_key_of(patient, document_type, number)
    patient.id_document_type = document_type
    for section in ("missing", "rejected"):
        notes.put(patient.notes, section, "id_document_type", None)
    patient.save(update_fields=["document_hash", "person_key", "id_document_type", "notes", "updated_at"])
    Identifier.objects.filter(patient=patient, kind=IdentifierKind.DOCUMENT_NO).exclude(
        lookup=patient.document_hash
    ).update(lookup=patient.document_hash)


def _refuse_duplicate(patient: Patient) -> None:
    """Said in words before the unique constraint says it."""
    if not patient.document_hash:
        return
    others = Patient.objects.filter(center_id=patient.center_id, document_hash=patient.document_hash)
    if other := others.exclude(pk=patient.pk).first():
        raise DuplicateDocumentError(other)


def person_key_of(patient: Patient, document_type: int | None, number: str | None) -> str:
    """The key of the document; without a usable one a random key, kept while it stays so."""
    if identifies_a_person(document_type, number):
        return hasher().person(document_type, number)
    return patient.person_key if is_random(patient.person_key) else random_person_key()


def masked_names(patients: Iterable[Patient]) -> dict[int, str]:
    """The masked name of each patient by primary key, in one query for any number of them."""
    rows = Identifier.objects.filter(
        patient__in=[patient.pk for patient in patients], kind=IdentifierKind.NAME
    ).values_list("patient_id", "sealed", "patient__data_key__wrapped", "patient__data_key__key_id")
    return {
        pk: _masked_name(pk, bytes(sealed), bytes(wrapped or b""), key_id)
        for pk, sealed, wrapped, key_id in rows
    }


def _masked_name(patient_id: int, sealed: bytes, wrapped: bytes, key_id: str | None) -> str:
    """A value that does not open must not take the whole list with it."""
    if key_id is None:
        return ""
    try:
        key = sealing.unwrap(patient_id, sealing.WrappedKey(key_id, wrapped), keys.master_keys())
        return documents.masked_name(key.open(place(IdentifierKind.NAME, None), sealed))
    except (sealing.SealBrokenError, keys.UnknownMasterKeyError):
        log.exception("identity_does_not_open", patient=patient_id)
        return ""


def masked(patient: Patient, case: Case | None = None) -> dict[str, str]:
    """What is stored of one patient, by kind, masked."""
    return _masked(Vault.of(patient).texts(case))


def _masked(texts: Mapping[str, str]) -> dict[str, str]:
    return {kind: _mask(kind, text) for kind, text in texts.items()}


def _mask(kind: str, text: str) -> str:
    return documents.masked_name(text) if kind == IdentifierKind.NAME else documents.masked_number(text)


def reveal(
    patient: Patient, *, by: Any, case: Case | None = None, kinds: Iterable[str] = IdentifierKind.values
) -> dict[str, str]:
    """The texts of one patient by kind. The security log holds who saw which kinds before they are sent."""
    check_can(by, Can.SEE_IDENTITY, patient.center_id)
    wanted = set(kinds)
    shown = {kind: text for kind, text in Vault.of(patient).texts(case).items() if kind in wanted}
    security_log.record(
        SecurityEventKind.REVEAL,
        user=by,
        center=patient.center_id,
        object=f"patient {patient.number}",
        shown=sorted(shown),
    )
    return shown


def facts(case: Case, on: Any = None) -> dict[str, Any]:
    """What conditions and rules may know of the identity of a case: no text of it.

    All None where the scope does not reach identities. ``on`` is the day the number is judged.
    """
    return facts_of(Vault.of(case.patient).texts(case), on)


@dataclass(frozen=True)
class Known:
    """The identity of a case without its texts: what conditions and rules may know, and what is shown masked."""

    facts: dict[str, Any]
    masked: dict[str, str]


def known(case: Case) -> Known:
    """Both, read once."""
    texts = Vault.of(case.patient).texts(case)
    return Known(facts_of(texts), _masked(texts))


def facts_of(texts: Mapping[str, str], on: Any = None) -> dict[str, Any]:
    """The same from the texts of a case by kind."""
    number = texts.get(IdentifierKind.DOCUMENT_NO)
    known = {name: STORED for kind, name in FACT_NAMES.items() if kind in texts}
    return (
        NO_FACTS
        | known
        | {
            "id_number_is_valid": documents.id_card_checksum_ok(number, on or timezone.localdate()),
            "id_number_birth_date": documents.id_card_birth_date(number),
            "id_number_sex": documents.id_card_sex(number),
        }
    )


def erase(patient: Patient, *, by: Any, reason: str) -> None:
    """Make the identity unreadable for ever: the wrapped key goes, and with it every copy in history.

    History keeps who erased it, when and why, without the texts.
    """
    check_can(by, Can.ENTER_DATA, patient.center_id)
    with transaction.atomic(), acting(user=by, reason=reason):
        Identifier.objects.filter(patient=patient).delete()
        PatientKey.objects.filter(patient=patient).delete()
        patient.document_hash, patient.person_key = "", random_person_key()
        patient.save(update_fields=["document_hash", "person_key", "updated_at"])
