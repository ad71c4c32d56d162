"""A patient with all cases in memory: what is stored, and what the files say of it."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from centers.models import Center
from registry.files.annexes import Annex, AnnexRow
from registry.files.filling import Before, Filling, changed_fields
from registry.files.folder import Folder, RowKey
from registry.files.identities import Texts, read_texts
from registry.files.plans import NO_RUN, CasePlan, PatientPlan
from registry.files.problems import Problem
from registry.files.refs import new_places, ref_of
from registry.files.sheets import Line
from registry.files.tables import ADMISSIONS, PATIENTS, ROW_TABLES, RUN_NUMBER, RUNS
from registry.models import Case, CaseState, Patient, Perinatal, Run
from registry.models.parts import Part
from registry.record import CASE_PARTS, ROW_GROUPS, RUN_PARTS
from registry.sections import TABLES

Take = Callable[[type[Any]], int]
"""Gives the next primary key of a table."""


@dataclass(eq=False)
class CaseFile:
    """One case. ``plan`` is None where the files do not speak of it: it is there for what it tells of others."""

    case: Case
    plan: CasePlan | None
    is_new: bool
    line: Line | None = None
    lines: dict[int, Line] = field(default_factory=dict)  # by id of the row of answers
    before: dict[int, Before] = field(default_factory=dict)
    changed: dict[int, list[str]] = field(default_factory=dict)
    annex_changed: set[int] = field(default_factory=set)
    added: list[Any] = field(default_factory=list)  # runs and rows that a stored case did not have
    annexed: dict[str, dict[Hashable, AnnexRow]] = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)  # its hospital number
    stored_texts: Texts = field(default_factory=dict)
    record: Any = None
    found: Any = None  # the check of a case that was judged

    @property
    def is_touched(self) -> bool:
        return self.is_new or bool(self.changed or self.added) or self.texts != self.stored_texts


@dataclass(eq=False)
class Dossier:
    """One patient with every case of the center."""

    patient: Patient
    is_new: bool
    line: Line | None
    cases: list[CaseFile]
    texts: Texts = field(default_factory=dict)
    stored_texts: Texts = field(default_factory=dict)

    @property
    def named(self) -> list[CaseFile]:
        """The cases the files speak of."""
        return [each for each in self.cases if each.plan]


class Builder:
    """Makes dossiers of plans. New rows get their primary keys from ``take`` and their numbers from
    ``numbers``; nothing is stored, and no query is made."""

    def __init__(
        self,
        center: Center,
        by: Any,
        folder: Folder,
        take: Take,
        numbers: Callable[[str], str],
    ):
        self.center, self.by, self.folder, self.take, self.numbers = center, by, folder, take, numbers

    def new_patient(self, plan: PatientPlan) -> Dossier:
        patient = Patient(
            id=self.take(Patient), center=self.center, number=self.numbers("patient"), source_ref=plan.ref
        )
        Perinatal(patient=patient, center=self.center)
        return Dossier(patient, True, None, [])

    def complete(self, dossier: Dossier, plan: PatientPlan) -> Iterator[Problem]:
        """Adds the cases, runs and rows of the plan and puts in what the files say."""
        if plan.index is not None:
            dossier.line = self.folder.line(PATIENTS, plan.index)
        known = {each.case.pk: each for each in dossier.cases}
        for case_plan in plan.cases:
            if case_plan.pk is None:
                dossier.cases.append(self._new_case(dossier.patient, case_plan))
            else:
                known[case_plan.pk].plan = case_plan
        yield from self._fill_patient(dossier)
        for each in dossier.named:
            yield from self._fill_case(each, dossier)

    def _new_case(self, patient: Patient, plan: CasePlan) -> CaseFile:
        case = Case(
            id=self.take(Case),
            center=self.center,
            patient=patient,
            number=self.numbers("case"),
            source_ref=plan.ref,
            state=CaseState.DRAFT,
            created_by=self.by,
        )
        for kind in CASE_PARTS:
            model: Any = TABLES[kind]
            model(case=case, center=self.center)
        cache(case, "runs", [self._new_run(case, number) for number in plan.run_numbers])
        return CaseFile(case, plan, True)

    def _new_run(self, case: Case, number: int) -> Run:
        run = Run(id=self.take(Run), center=self.center, case=case, run_number=number)
        for kind in RUN_PARTS:
            model: Any = TABLES[kind]
            model(run=run, center=self.center)
        for group in ROW_GROUPS.values():
            cache(run, group, [])
        return run

    def _fill_patient(self, dossier: Dossier) -> Iterator[Problem]:
        line, patient = dossier.line, dossier.patient
        if line is None:
            return
        parts = {"patient": patient, "perinatal": patient.perinatal}
        for each in dossier.cases:
            self._remember(each, line, parts.values(), new=dossier.is_new)
        yield from Filling(line, parts, not dossier.is_new).fill()
        texts, problems = read_texts(line, patient.id_document_type)
        dossier.texts = dossier.stored_texts | texts
        yield from problems

    def _fill_case(self, each: CaseFile, dossier: Dossier) -> Iterator[Problem]:
        plan = each.plan
        assert plan is not None  # noqa: S101 - asked of named cases only
        if plan.admission is not None:
            yield from self._fill_admission(each, self.folder.line(ADMISSIONS, plan.admission), dossier)
        runs = {run.run_number: run for run in each.case.runs.all()}
        for number, index in plan.runs.items():
            if number not in runs:
                runs[number] = self._added_run(each, number)
            yield from self._fill_run(each, runs[number], self.folder.line(RUNS, index))
        yield from self._fill_rows(each, plan, runs)
        for annex in self.folder.annexes:
            yield from self._fill_annex(each, annex, plan.annexed.get(annex.kind, {}))

    def _fill_admission(self, each: CaseFile, line: Line, dossier: Dossier) -> Iterator[Problem]:
        each.line = line
        parts = {kind: getattr(each.case, kind) for kind in CASE_PARTS}
        self._remember(each, line, parts.values(), new=each.is_new)
        yield from Filling(line, parts, not each.is_new).fill()
        texts, problems = read_texts(line, dossier.patient.id_document_type)
        each.texts = each.stored_texts | texts
        yield from problems

    def _added_run(self, each: CaseFile, number: int) -> Run:
        """A further run of a stored case. A gap in the numbers is told when the case is judged."""
        run = self._new_run(each.case, number)
        cache(each.case, "runs", [*each.case.runs.all(), run])
        each.added.append(run)
        each.added += [getattr(run, kind) for kind in RUN_PARTS]
        return run

    def _fill_run(self, each: CaseFile, run: Run, line: Line) -> Iterator[Problem]:
        parts: dict[str, Part] = {"run": run, **{kind: getattr(run, kind) for kind in RUN_PARTS}}
        new = each.is_new or run in each.added
        self._remember(each, line, parts.values(), new=new)
        yield from Filling(line, parts, not new).fill()

    def _fill_rows(self, each: CaseFile, plan: CasePlan, runs: dict[Any, Run]) -> Iterator[Problem]:
        fillings: list[Filling] = []
        for kind, rows in plan.rows.items():
            for number in dict.fromkeys(number for number, _ref in rows):
                if run := runs.get(number):
                    fillings += self._rows_of_run(each, kind, run, rows)
                else:
                    index = next(index for (other, _ref), index in rows.items() if other == number)
                    line = self.folder.line(ROW_TABLES[kind], index)
                    yield line.problem(RUN_NUMBER, NO_RUN)
        for filling in fillings:
            yield from filling.fill()

    def _rows_of_run(self, each: CaseFile, kind: str, run: Run, rows: dict[RowKey, int]) -> Iterator[Filling]:
        """The rows of one group in the order of the file, made where they are not there yet."""
        group = ROW_GROUPS[kind]
        stored = list(getattr(run, group).all())
        by_ref = {ref_of(row): row for row in stored}
        refs = [ref for number, ref in rows if number == run.run_number]
        places = new_places([ref for ref in refs if ref not in by_ref], [row.position for row in stored])
        table = ROW_TABLES[kind]
        for ref in refs:
            line, row = self.folder.line(table, rows[run.run_number, ref]), by_ref.get(ref)
            is_new = row is None
            if row is None:
                row = self._new_row(kind, run, *places[ref])
                stored.append(row)
                each.added += [] if each.is_new else [row]
            self._remember(each, line, [row], new=is_new)
            yield Filling(line, {kind: row}, not is_new, _Positions(run))
        cache(run, group, sorted(stored, key=lambda row: (row.position, row.pk)))

    def _new_row(self, kind: str, run: Run, position: int, ref: str) -> Any:
        model: Any = TABLES[kind]
        return model(id=self.take(model), run=run, center=self.center, position=position, source_ref=ref)

    def _fill_annex(self, each: CaseFile, annex: Annex, rows: dict[Hashable, int]) -> Iterator[Problem]:
        known = each.annexed.setdefault(annex.kind, {})
        for key, index in rows.items():
            line = self.folder.line(annex.table, index)
            if key not in known:
                known[key] = AnnexRow(annex.new(each.case, key, self.by), line, is_new=True)
            row = known[key]
            row.line = line
            self._remember(each, line, [row.part], new=row.is_new)
            yield from Filling(line, {annex.kind: row.part}, not row.is_new).fill()

    def _remember(self, each: CaseFile, line: Line, parts: Iterable[Any], *, new: bool) -> None:
        for part in parts:
            each.lines[id(part)] = line
            if not new:
                each.before[id(part)] = Before.of(part)


class _Positions(dict[str, dict[str, int]]):
    """Positions by key of the row, by group, of one run; read when all its rows are there."""

    def __init__(self, run: Run):
        super().__init__()
        self._run = run

    def get(self, group: str, default: Any = None) -> dict[str, int]:
        return {ref_of(row): row.position for row in getattr(self._run, group).all()}


def cache(owner: Any, group: str, rows: list[Any]) -> None:
    """Makes ``owner.group.all()`` give these rows without a query."""
    vars(owner).setdefault("_prefetched_objects_cache", {})[group] = rows


def settle_changes(each: CaseFile) -> None:
    """Which fields of which stored rows read otherwise now."""
    parts = {id(place.part): place.part for place in each.record.places}
    annexed = {id(row.part): row.part for rows in each.annexed.values() for row in rows.values()}
    found = {key: changed_fields((parts | annexed)[key], before) for key, before in each.before.items()}
    each.changed = {key: names for key, names in found.items() if names and key in parts}
    each.annex_changed = {key for key, names in found.items() if names and key in annexed}
