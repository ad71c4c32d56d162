"""Writing a center's cases as files: the shape that loading reads, in an order that does not depend on keys.

The same content gives the same bytes. A record that came from files keeps the key it had there, one entered
on the pages has its registry number, so that a loaded export can be exported again without a difference.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any

from centers.models import Center
from registry.files.annexes import Annex
from registry.files.cells import cell_of, guarded
from registry.files.identities import identifiers
from registry.files.noting import notes_cell
from registry.files.refs import ref_of
from registry.files.stored import record_number, vaults_of
from registry.files.tables import (
    ADMISSIONS,
    CASE_REF,
    CASE_TABLES,
    NOTES,
    PATIENT_REF,
    PATIENTS,
    ROW_REF,
    ROW_TABLES,
    RUN_NUMBER,
    RUNS,
    FileTable,
)
from registry.identity.vault import Vault
from registry.models import Case, Patient
from registry.models.case import EDITABLE
from registry.record import ROW_GROUPS, RUN_PARTS, with_everything

BATCH = 500
REGISTRY_NUMBER = re.compile(r"[A-Z0-9]{1,12}-\d{2}-P?\d{4,}")
WITHHELD = "unknown"

Cells = dict[str, str]
Say = Callable[[str], None]


class Export:
    """One export. Without ``identities`` names, numbers and telephones read ``unknown``, and keys that a
    center chose itself give way to registry numbers, as they may identify too. ``signed`` leaves out what is
    open for changes and may hold errors."""

    def __init__(
        self,
        center: Center,
        annexes: Sequence[Annex] = (),
        *,
        identities: bool,
        signed: bool = False,
        say: Say = lambda line: None,
    ):
        self.center, self.annexes, self.identities, self.say = center, annexes, identities, say
        self.signed = signed
        self.counts: Counter[str] = Counter()
        self.tables = (*CASE_TABLES, *(annex.table for annex in annexes))

    def write(self, directory: Path) -> Counter[str]:
        """Writes every file; returns rows by file. Cases whose consent was withdrawn stay out."""
        directory.mkdir(parents=True, exist_ok=True)
        cases = Case.objects.filter(center=self.center, withdrawn_at=None)
        if self.signed:
            cases = cases.exclude(state__in=EDITABLE)
        with ExitStack() as stack:
            self._writers = {table.file: self._open(stack, directory, table) for table in self.tables}
            self._patients(Patient.objects.filter(center=self.center, cases__in=cases).distinct())
            self._cases(cases)
        return self.counts

    def _open(self, stack: ExitStack, directory: Path, table: FileTable) -> Any:
        """Only the person who asked may read names and numbers."""
        path = directory / table.file
        path.unlink(missing_ok=True)
        path.touch(0o600 if self.identities else 0o644)
        file = stack.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.header)
        return writer

    def _row(self, table: FileTable, cells: Cells) -> None:
        self._writers[table.file].writerow([cells.get(name, "") for name in table.header])
        self.counts[table.file] += 1

    def ref(self, record: Any) -> str:
        """The key of a patient or a case."""
        return self._named(record.source_ref, record.number)

    def _patients(self, patients: Any) -> None:
        for keys in self._in_order(patients):
            rows = list(Patient.objects.select_related("perinatal").filter(pk__in=keys))
            vaults = vaults_of(rows) if self.identities else {}
            for patient in sorted(rows, key=self.ref):
                self._patient(patient, vaults.get(patient.pk))

    def _patient(self, patient: Patient, vault: Vault | None) -> None:
        parts = {"patient": patient, "perinatal": patient.perinatal}
        cells = {PATIENT_REF: guarded(self.ref(patient))}
        self._row(
            PATIENTS,
            cells | self._identity(PATIENTS, vault.texts() if vault else None) | answers(PATIENTS, parts),
        )

    def _identity(self, table: FileTable, texts: dict[str, str] | None) -> Cells:
        if texts is None:
            return dict.fromkeys(identifiers(table), WITHHELD)
        return {name: guarded(texts.get(kind, "")) for name, kind in identifiers(table).items()}

    def _cases(self, cases: Any) -> None:
        done, total = 0, cases.count()
        for keys in self._in_order(cases):
            found = sorted(with_everything(Case.objects.filter(pk__in=keys)), key=self.ref)
            vaults = vaults_of([case.patient for case in found]) if self.identities else {}
            annexed = {annex.kind: annex.stored(keys) for annex in self.annexes}
            for case in found:
                self._case(case, vaults.get(case.patient_id), annexed)
            done += len(keys)
            self.say(f"  {done:,} / {total:,}")

    def _in_order(self, records: Any) -> Iterator[list[int]]:
        """Primary keys in the order of the keys in the files, in batches."""
        named = records.values_list("pk", "source_ref", "number")
        keys = iter([pk for _, pk in sorted((self._named(ref, number), pk) for pk, ref, number in named)])
        while batch := list(islice(keys, BATCH)):
            yield batch

    def _named(self, source_ref: str, number: str) -> str:
        own = source_ref and (self.identities or REGISTRY_NUMBER.fullmatch(source_ref))
        return source_ref if own else number

    def _case(self, case: Case, vault: Vault | None, annexed: dict[str, dict[int, dict[Any, Any]]]) -> None:
        ref = guarded(self.ref(case))
        keys = {CASE_REF: ref, PATIENT_REF: guarded(self.ref(case.patient))}
        texts = None if vault is None else record_number(vault, case)
        parts = {kind: getattr(case, kind) for kind in ADMISSIONS.kinds}
        self._row(ADMISSIONS, keys | self._identity(ADMISSIONS, texts) | answers(ADMISSIONS, parts))
        for run in sorted(case.runs.all(), key=lambda run: run.run_number):
            self._run(run, {CASE_REF: ref, RUN_NUMBER: str(run.run_number)})
        for annex in self.annexes:
            rows = annexed[annex.kind].get(case.pk, {}).values()
            for part in sorted(rows, key=annex.order):
                cells = {CASE_REF: ref, **annex.cells(part)}
                self._row(annex.table, cells | answers(annex.table, {annex.kind: part}))

    def _run(self, run: Any, keys: Cells) -> None:
        parts = {"run": run, **{kind: getattr(run, kind) for kind in RUN_PARTS}}
        self._row(RUNS, keys | answers(RUNS, parts))
        groups = {group: list(getattr(run, group).all()) for group in ROW_GROUPS.values()}
        refs = {
            group: {str(row.position): self._row_ref(row) for row in rows} for group, rows in groups.items()
        }
        for kind, group in ROW_GROUPS.items():
            for row in sorted(groups[group], key=lambda row: (row.position, row.pk)):
                cells = keys | {ROW_REF: guarded(self._row_ref(row))}
                self._row(ROW_TABLES[kind], cells | answers(ROW_TABLES[kind], {kind: row}, refs))

    def _row_ref(self, row: Any) -> str:
        return ref_of(row) if self.identities else str(row.position)


def answers(table: FileTable, parts: dict[str, Any], refs: dict[str, dict[str, str]] | None = None) -> Cells:
    """The cells of the answers of a line. ``refs`` gives the key of a row by its position, by group."""
    cells = {}
    for column in table.columns:
        if column.kind not in parts:
            continue
        cell = cell_of(parts[column.kind], column)
        if column.group and refs and cell:
            cell = guarded(refs.get(column.group, {}).get(cell, cell))
        cells[column.name] = cell
    return cells | {NOTES: notes_cell(list(parts.values()))}


def listed(counts: Counter[str], tables: Iterable[FileTable]) -> Iterator[str]:
    """One line for each file."""
    for table in tables:
        yield f"{table.file}: {counts[table.file]:,}"
