"""A batch of patients from their places in the files to rows of text, without asking the database."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from centers.models import Center
from crf.pairs import Pair
from registry.files.annexes import Annex
from registry.files.dossiers import Builder, CaseFile, Dossier
from registry.files.folder import Folder
from registry.files.identities import identifiers, masked
from registry.files.judging import Judge
from registry.files.plans import PatientPlan
from registry.files.problems import Problem
from registry.files.rows import Batch, Signing, Writer
from registry.files.tables import PATIENTS
from registry.identity.lookup import hasher
from registry.models import Case, IdentifierKind, Patient, Run, Submission
from registry.record import ROW_GROUPS
from registry.sections import TABLES

SAME_DOCUMENT = Pair(
    "This document belongs to patient {number} of the center. Use the key of that patient",
    "此证件属于本中心患者 {number}，请使用该患者的关联编号",
)
WEIGHT = 4000  # about how many rows make a batch
REFILL = 50


class Grant:
    """Primary keys and numbers that a batch may use. ``refill`` fetches more keys where the database is at hand."""

    def __init__(
        self,
        keys: dict[str, list[int]],
        numbers: dict[str, list[str]],
        refill: Callable[[str, int], list[int]] | None = None,
    ):
        self._keys, self._numbers, self._refill = keys, numbers, refill

    @classmethod
    def made_up(cls) -> "Grant":
        """For reading without storing."""
        return _MadeUp({}, {})

    def take(self, model: type[Any]) -> int:
        table = model._meta.db_table
        stock = self._keys.setdefault(table, [])
        if not stock and self._refill:
            stock += self._refill(table, REFILL)
        return stock.pop(0) if self._refill else stock.pop()

    def number(self, kind: str) -> str:
        return self._numbers[kind].pop(0)


class _MadeUp(Grant):
    _last = 0

    def take(self, model: type[Any]) -> int:
        self._last -= 1
        return self._last

    def number(self, kind: str) -> str:
        return "–"


def in_batches(plans: Iterable[PatientPlan]) -> Iterator[list[PatientPlan]]:
    """Plans in their order, a few thousand rows at a time."""
    batch: list[PatientPlan] = []
    weight = 0
    for plan in plans:
        batch.append(plan)
        weight += plan.weight
        if weight >= WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def grant_for(
    plans: Iterable[PatientPlan],
    accept: bool,
    new_keys: Callable[[str, int], list[int]],
    new_numbers: Callable[[str, int], list[str]],
) -> Grant:
    """As many keys and numbers as the new patients and cases need; rows of stored cases fetch their own."""
    plans = list(plans)
    wanted, stored = _wanted(plans, accept), any(plan.pk for plan in plans)
    counts = {model._meta.db_table: number for model, number in wanted.items() if number}
    keys = {} if stored else {table: new_keys(table, number) for table, number in counts.items()}
    for stock in keys.values():
        stock.reverse()
    numbers = {
        kind: new_numbers(kind, wanted[model]) if wanted[model] else []
        for kind, model in (("patient", Patient), ("case", Case))
    }
    return Grant(keys, numbers, new_keys if stored else None)


def _wanted(plans: Iterable[PatientPlan], accept: bool) -> Counter[Any]:
    wanted: Counter[Any] = Counter()
    for plan in plans:
        wanted[Patient] += plan.pk is None
        for case in plan.cases:
            wanted[Case] += case.pk is None
            wanted[Run] += len(case.run_numbers)
            wanted[Submission] += accept
            for kind in ROW_GROUPS:
                wanted[TABLES[kind]] += len(case.rows.get(kind, ()))
    return wanted


@dataclass
class Judged:
    """What became of a batch. ``documents`` are those whose owner must be the only one: hash, where, whose."""

    problems: list[Problem] = field(default_factory=list)
    batch: Batch = field(default_factory=Batch)
    counts: Counter[str] = field(default_factory=Counter)
    documents: list[tuple[str, Problem, str]] = field(default_factory=list)


class Reader:
    """Reads, judges and writes batches as text."""

    def __init__(self, folder: Folder, center: Center, by: Any, annexes: Sequence[Annex], signing: Signing):
        self.folder, self.center, self.by, self.annexes, self.signing = folder, center, by, annexes, signing

    def read(
        self, plans: Sequence[PatientPlan], grant: Grant, stored: Mapping[int, Dossier] | None = None
    ) -> Judged:
        """``stored`` gives the dossiers of patients the center has; they are brought up to date in memory."""
        result = Judged()
        builder = Builder(self.center, self.by, self.folder, grant.take, grant.number)
        judge = Judge(self.annexes, accept=bool(self.signing.accept))
        writer = Writer(result.batch, self.signing, grant.take, self.annexes)
        for plan in plans:
            dossier = stored[plan.pk] if plan.pk and stored else builder.new_patient(plan)
            found = [*builder.complete(dossier, plan), *judge.judge(dossier)]
            result.problems += found
            result.documents += self._document(dossier, plan)
            count(result.counts, dossier, accepting=bool(self.signing.accept))
            writer.write(dossier)
        return result

    def _document(self, dossier: Dossier, plan: PatientPlan) -> list[tuple[str, Problem, str]]:
        number = dossier.texts.get(IdentifierKind.DOCUMENT_NO)
        if not number or dossier.line is None:
            return []
        kind = dossier.patient.id_document_type
        column = next(
            name for name, each in identifiers(PATIENTS).items() if each == IdentifierKind.DOCUMENT_NO
        )
        problem = dossier.line.problem(column, SAME_DOCUMENT, masked(IdentifierKind.DOCUMENT_NO, number))
        owner = plan.ref if dossier.is_new else dossier.patient.number
        return [(hasher().document(self.center.pk, kind, number), problem, owner)]


def count(counts: Counter[str], dossier: Dossier, *, accepting: bool) -> None:
    """How many cases and annexed rows are new, changed or as they were."""
    for each in dossier.named:
        counts[_kind(each)] += 1
        counts["accepted"] += accepting and each.case.is_editable
        for rows in each.annexed.values():
            for row in rows.values():
                if row.line:
                    changed = id(row.part) in each.annex_changed
                    counts[f"rows {'new' if row.is_new else 'changed' if changed else 'unchanged'}"] += 1


def _kind(each: CaseFile) -> str:
    return "new" if each.is_new else "changed" if each.is_touched else "unchanged"
