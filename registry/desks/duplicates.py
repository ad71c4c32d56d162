"""The duplicate desk of the society: pairs of cases that may be of one person, side by side, without names."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from centers.access import Can, can
from crf.pairs import Pair
from registry.derived import local_day, whole_years
from registry.models import Admission, Case, HospitalOutcome, Patient, PossibleDuplicate
from registry.models.duplicates import Reason, Side

PAIRS_SHOWN = 50
TABS = ("open", "waiting", "decided")
AGE = Pair("Age at start of flow (years)", "上机年龄（岁）")


@dataclass(frozen=True)
class Fact:
    """One line of the comparison: the text of each case."""

    label: str
    texts: tuple[str, str]

    @property
    def differs(self) -> bool:
        return "" not in self.texts and self.texts[0] != self.texts[1]


@dataclass(frozen=True)
class Beside:
    """A pair as a reviewer sees it: the new case and the one that was there."""

    new: PossibleDuplicate
    known: PossibleDuplicate
    may_decide: bool

    @property
    def cases(self) -> tuple[Case, Case]:
        return self.new.case, self.known.case

    @property
    def answer_note(self) -> str:
        """What the asked center wrote beside its answer."""
        return self.known.answer_note

    @property
    def facts(self) -> list[Fact]:
        return [
            self._coded("patient", Patient, "sex"),
            Fact(_label(Patient, "birth_date"), self._texts(_birth_date)),
            Fact(str(AGE), self._texts(_age)),
            self._coded("admission", Admission, "admission_source"),
            self._coded("outcome", HospitalOutcome, "discharge_status"),
        ]

    def _coded(self, part: str, table: Any, name: str) -> Fact:
        codes = table.item_field(name).item.codes
        return Fact(
            _label(table, name), self._texts(lambda case: codes.label(getattr(getattr(case, part), name)))
        )

    def _texts(self, read: Any) -> tuple[str, str]:
        return read(self.new.case), read(self.known.case)


def _label(table: Any, name: str) -> str:
    return str(table.item_field(name).item.label)


def _birth_date(case: Case) -> str:
    return str(case.patient.birth_date or "")


def _age(case: Case) -> str:
    start, born = case.runs.all()[0].run_start_at, case.patient.birth_date
    return str(whole_years(born, local_day(start))) if start and born else ""


def flagged(visible: QuerySet[PossibleDuplicate]) -> QuerySet[PossibleDuplicate]:
    """One row for each pair that the society has to decide."""
    return _worked_on(visible.for_the_society())  # type: ignore[attr-defined]


def is_flagged() -> Exists:
    """For a query of cases: whether a pair of the case waits for the society."""
    return Exists(PossibleDuplicate.objects.for_the_society().filter(case=OuterRef("pk")))


def pairs(visible: QuerySet[PossibleDuplicate], tab: str, user: Any) -> tuple[list[Beside], bool]:
    """The pairs of a tab and whether there are more: the oldest first, decided ones the latest first."""
    found = list(_of_tab(visible, tab).values_list("pair", flat=True)[: PAIRS_SHOWN + 1])
    return _beside(visible, found[:PAIRS_SHOWN], user), len(found) > PAIRS_SHOWN


def _of_tab(visible: QuerySet[PossibleDuplicate], tab: str) -> QuerySet[PossibleDuplicate]:
    if tab == "decided":
        return visible.filter(side=Side.NEW).exclude(ruling="").order_by("-ruled_at", "-pk")
    if tab == "waiting":
        asked = visible.filter(reason=Reason.HANDOVER, answer="", ruling="", case__withdrawn_at=None)
        return _worked_on(asked).order_by("created_at", "pk")
    return flagged(visible).order_by("created_at", "pk")


def _worked_on(rows: QuerySet[PossibleDuplicate]) -> QuerySet[PossibleDuplicate]:
    """One side of each pair, unless consent for the other side was withdrawn."""
    other = PossibleDuplicate.objects.filter(pair=OuterRef("pair"), side=Side.KNOWN)
    return rows.filter(Exists(other.filter(case__withdrawn_at=None)), side=Side.NEW)


def _beside(visible: QuerySet[PossibleDuplicate], wanted: list[UUID], user: Any) -> list[Beside]:
    rows = visible.filter(pair__in=wanted).select_related(
        "ruled_by", "case__center", "case__patient", "case__admission", "case__outcome"
    )
    sides = {(row.pair, row.side): row for row in rows.prefetch_related("case__runs")}
    found = [(sides.get((pair, Side.NEW)), sides.get((pair, Side.KNOWN))) for pair in wanted]
    return [Beside(new, known, _may_decide(user, new, known)) for new, known in found if new and known]


def _may_decide(user: Any, *rows: PossibleDuplicate) -> bool:
    return all(can(user, Can.REVIEW, row.center_id) for row in rows)
