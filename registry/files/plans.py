"""Which patients, cases and rows the files speak of, and which of them the center has already."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from crf.pairs import Pair
from registry.files.folder import Folder, RowKey
from registry.files.problems import Problem
from registry.files.tables import (
    ADMISSIONS,
    CASE_REF,
    PATIENT_REF,
    PATIENTS,
    ROW_TABLES,
    RUN_NUMBER,
    RUNS,
    FileTable,
)
from registry.models import Case, Patient

NO_ADMISSION = Pair("No row of admissions.csv has this key", "admissions.csv 中没有此关联编号")
NO_PATIENT = Pair("No row of patients.csv has this key", "patients.csv 中没有此关联编号")
NO_CASE_OF_PATIENT = Pair(
    "No row of admissions.csv names this patient; a patient comes with an admission",
    "admissions.csv 中没有此患者；患者须与入院记录一同导入",
)
OTHER_PATIENT = Pair("This case belongs to another patient", "此病例属于另一名患者")
GAP = Pair("Runs are numbered 1, 2, 3 without a gap", "序号须从 1 起连续编号")
NO_RUN = Pair("No row of runs.csv has this number in the case", "runs.csv 中此病例没有该序号")


@dataclass
class CasePlan:
    """A case of the files: its key in the database, if it is there, and the places of its rows."""

    ref: str
    pk: int | None
    admission: int | None
    runs: dict[int, int]
    rows: dict[str, dict[RowKey, int]]
    annexed: dict[str, dict[Hashable, int]]

    @property
    def run_numbers(self) -> list[int]:
        """Of a new case; one without a row of its own has an empty first run."""
        return sorted(self.runs) or [1]


@dataclass
class PatientPlan:
    """A patient of the files with their cases."""

    ref: str
    pk: int | None
    index: int | None
    cases: list[CasePlan] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """About how many rows this is."""
        return 1 + sum(1 + len(case.runs) + sum(map(len, case.rows.values())) for case in self.cases)


class Known:
    """What a center has already, by the key files use: the one it was loaded with, else its number."""

    def __init__(self, center_id: int):
        patients = Patient.objects.filter(center_id=center_id)
        cases = Case.objects.filter(center_id=center_id)
        self.patients = {
            ref or number: pk for ref, number, pk in patients.values_list("source_ref", "number", "pk")
        }
        self.cases: dict[str, tuple[int, int]] = {
            ref or number: (pk, patient)
            for ref, number, pk, patient in cases.values_list("source_ref", "number", "pk", "patient_id")
        }
        self.documents: dict[str, str] = dict(
            patients.exclude(document_hash="").values_list("document_hash", "number")
        )


class Planner:
    """Puts the keys of a folder together; ``plans`` says what does not fit."""

    def __init__(self, folder: Folder, known: Known):
        self.folder, self.known = folder, known
        self.plans: dict[object, PatientPlan] = {}

    def plan(self) -> Iterator[Problem]:
        for ref, index in self.folder.patients.items():
            pk = self.known.patients.get(ref)
            self.plans[_key(ref, pk)] = PatientPlan(ref, pk, index)
        for ref in self._case_refs():
            yield from self._case(ref)
        for plan in self.plans.values():
            if plan.pk is None and not plan.cases and plan.index is not None:
                yield self._at(PATIENTS, plan.index, PATIENT_REF, plan.ref, NO_CASE_OF_PATIENT)

    def _case_refs(self) -> list[str]:
        """Every case the files name, in the order of the admissions, then of the other files."""
        named: list[Iterable[str]] = [
            self.folder.admissions,
            self.folder.runs,
            *self.folder.rows.values(),
            *self.folder.annexed.values(),
        ]
        return list(dict.fromkeys(ref for refs in named for ref in refs))

    def _case(self, ref: str) -> Iterator[Problem]:
        pk, patient_pk = self.known.cases.get(ref, (None, None))
        admission = self.folder.admissions.get(ref)
        if pk is None and admission is None:
            yield self._orphan(ref)
            return
        plan = CasePlan(
            ref,
            pk,
            admission,
            self.folder.runs.get(ref, {}),
            {kind: rows[ref] for kind, rows in self.folder.rows.items() if ref in rows},
            {kind: rows[ref] for kind, rows in self.folder.annexed.items() if ref in rows},
        )
        owner = self._owner(ref, patient_pk)
        if isinstance(owner, Problem):
            yield owner
            return
        owner.cases.append(plan)
        if pk is None:
            yield from self._gaps(plan)

    def _owner(self, ref: str, known_patient: int | None) -> PatientPlan | Problem:
        named = self.folder.patient_of.get(ref)
        if named is None:
            return self.plans.setdefault(known_patient, PatientPlan("", known_patient, None))
        pk = self.known.patients.get(named)
        index = self.folder.admissions[ref]
        if known_patient is not None and pk != known_patient:
            return self._at(ADMISSIONS, index, PATIENT_REF, named, OTHER_PATIENT)
        if pk is None and named not in self.folder.patients:
            return self._at(ADMISSIONS, index, PATIENT_REF, named, NO_PATIENT)
        return self.plans.setdefault(_key(named, pk), PatientPlan(named, pk, None))

    def _gaps(self, plan: CasePlan) -> Iterator[Problem]:
        """Runs of a new case count from 1, and its rows name one of them."""
        numbers = sorted(plan.runs)
        if numbers and numbers != list(range(1, len(numbers) + 1)):
            yield self._at(RUNS, plan.runs[numbers[-1]], RUN_NUMBER, str(numbers[-1]), GAP)
        known = set(plan.run_numbers)
        for kind, rows in plan.rows.items():
            for (number, _ref), index in rows.items():
                if number not in known:
                    yield self._at(ROW_TABLES[kind], index, RUN_NUMBER, str(number), NO_RUN)

    def _orphan(self, ref: str) -> Problem:
        """The first row that names a case nobody knows."""
        if ref in self.folder.runs:
            return self._at(RUNS, min(self.folder.runs[ref].values()), CASE_REF, ref, NO_ADMISSION)
        for kind, rows in self.folder.rows.items():
            if ref in rows:
                return self._at(ROW_TABLES[kind], min(rows[ref].values()), CASE_REF, ref, NO_ADMISSION)
        annex = next(annex for annex in self.folder.annexes if ref in self.folder.annexed[annex.kind])
        index = min(self.folder.annexed[annex.kind][ref].values())
        return self._at(annex.table, index, CASE_REF, ref, NO_ADMISSION)

    def _at(self, table: FileTable, index: int, column: str, value: str, message: Pair) -> Problem:
        return Problem(table.file, self.folder.sheets[table.entity].numbers[index], column, value, message)


def _key(ref: str, pk: int | None) -> object:
    return ref if pk is None else pk
