"""What is stored of patients that the files name, read in sets and in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from registry.files.annexes import Annex, AnnexRow
from registry.files.dossiers import CaseFile, Dossier
from registry.identity.vault import Vault, opened_key
from registry.models import Case, Identifier, IdentifierKind, Patient, PatientKey
from registry.record import with_everything


def stored_dossiers(patients: Sequence[int], annexes: Sequence[Annex]) -> dict[int, Dossier]:
    """The dossiers of these patients, by primary key, with every case of theirs."""
    cases = _cases(patients)
    vaults = vaults_of([case.patient for case in cases] + _without_cases(patients, cases))
    annexed = {annex.kind: annex.stored([case.pk for case in cases]) for annex in annexes}
    found = {pk: _dossier(vault) for pk, vault in vaults.items()}
    for case in cases:
        dossier = found[case.patient_id]
        dossier.cases.append(_case_file(case, dossier, vaults[case.patient_id], annexed))
    return found


def _cases(patients: Iterable[int]) -> list[Case]:
    return list(with_everything(Case.objects.filter(patient__in=patients)).order_by("pk"))


def _without_cases(patients: Iterable[int], cases: list[Case]) -> list[Patient]:
    """Patients whose drafts were all deleted."""
    missing = set(patients) - {case.patient_id for case in cases}
    return list(Patient.objects.select_related("perinatal").filter(pk__in=missing)) if missing else []


def vaults_of(patients: Iterable[Patient]) -> dict[int, Vault]:
    """The opened identities of patients, in two queries."""
    by_pk: dict[int, Patient] = {}
    for patient in patients:
        by_pk.setdefault(patient.pk, patient)
    keys = {key.patient_id: key for key in PatientKey.objects.filter(patient__in=by_pk)}
    rows: dict[int, list[Identifier]] = defaultdict(list)
    for row in Identifier.objects.filter(patient__in=by_pk):
        rows[row.patient_id].append(row)
    return {pk: Vault(patient, opened_key(keys.get(pk)), rows[pk]) for pk, patient in by_pk.items()}


def _dossier(vault: Vault) -> Dossier:
    texts = vault.texts()
    return Dossier(vault.patient, False, None, [], dict(texts), texts)


def _case_file(
    case: Case, dossier: Dossier, vault: Vault, annexed: dict[str, dict[int, dict[Hashable, Any]]]
) -> CaseFile:
    case.patient = dossier.patient  # one patient in memory, whatever the number of their cases
    texts = record_number(vault, case)
    rows = {
        kind: {key: AnnexRow(part, None, is_new=False) for key, part in by_case.get(case.pk, {}).items()}
        for kind, by_case in annexed.items()
    }
    return CaseFile(case, None, False, annexed=rows, texts=dict(texts), stored_texts=texts)


def record_number(vault: Vault, case: Case) -> dict[str, str]:
    """The hospital number of one case."""
    text = vault.text(IdentifierKind.RECORD_NO, case)
    return {IdentifierKind.RECORD_NO.value: text} if text is not None else {}
