"""Lists of cases: filters, order and the few facts each row shows, in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import ExtractYear
from django.http import QueryDict
from django.utils import timezone

from centers.rls import Centers
from crf.codelists.run import ECLS_MODE
from crf.pairs import Pair
from registry.codes import ECPR, VENOUS_MODES, mode_class
from registry.derived import local_day, whole_years
from registry.desks.standing import STILL_OPEN, is_open_too_long
from registry.models import Case, CaseState, Run
from registry.sections import BY_KEY

PAGE_SIZE = 50
FIRST_RUN_FACTS = ("support_type", "initial_mode", "run_start_at", "run_stop_at")

ORDERS: dict[str, tuple[str, ...]] = {
    "number": ("number",),
    "-number": ("-number",),
    "start": ("run_start_at", "pk"),
    "-start": ("-run_start_at", "-pk"),
    "-edited": ("-progress__edited_at", "-pk"),
}
MODE_FILTERS: dict[str, tuple[Pair, Q]] = {
    "va": (
        Pair("VA", "VA"),
        ~Q(support_type=ECPR) & ~Q(initial_mode__in=VENOUS_MODES) & Q(initial_mode__isnull=False),
    ),
    "vv": (Pair("VV", "VV"), ~Q(support_type=ECPR) & Q(initial_mode__in=VENOUS_MODES)),
    "ecpr": (Pair("ECPR", "ECPR"), Q(support_type=ECPR)),
}


def with_first_run(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with what their first run says: type, mode, start and stop of flow."""
    first = Run.objects.filter(case=OuterRef("pk"), run_number=1)
    return cases.annotate(**{name: Subquery(first.values(name)[:1]) for name in FIRST_RUN_FACTS})


def with_last_stop(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with the end of their last run; null while it goes on."""
    last = Run.objects.filter(case=OuterRef("pk")).order_by("-run_number")
    return cases.annotate(last_stop_at=Subquery(last.values("run_stop_at")[:1]))


@dataclass(frozen=True)
class Filters:
    """What the list was asked for. Unknown values count as not asked."""

    state: str = ""
    mode: str = ""
    year: int | None = None
    order: str = "-number"

    @classmethod
    def asked(cls, data: QueryDict) -> "Filters":
        year = data.get("year", "")
        return cls(
            state=data.get("state", "") if data.get("state") in CaseState.values else "",
            mode=data.get("mode", "") if data.get("mode") in MODE_FILTERS else "",
            year=int(year) if year.isdecimal() and len(year) == 4 else None,
            order=data.get("order", "") if data.get("order") in ORDERS else "-number",
        )

    def apply(self, cases: QuerySet[Case]) -> QuerySet[Case]:
        """The cases asked for, in the order asked for."""
        if self.state:
            cases = cases.filter(state=self.state)
        if self.mode:
            cases = cases.filter(MODE_FILTERS[self.mode][1])
        if self.year:
            cases = cases.annotate(year=ExtractYear("run_start_at")).filter(year=self.year)
        return cases.order_by(*ORDERS[self.order])

    @property
    def is_narrow(self) -> bool:
        return bool(self.state or self.mode or self.year)


@dataclass(frozen=True)
class CaseRow:
    """One line of a list."""

    case: Any
    name: str

    @property
    def mode_class(self) -> str:
        return mode_class(self.case.support_type, self.case.initial_mode)

    @property
    def mode_text(self) -> str:
        if self.case.support_type == ECPR:
            return "ECPR"
        return self.case.initial_mode or "—"

    @property
    def mode_label(self) -> str:
        return ECLS_MODE.label(self.case.initial_mode)

    @property
    def next_step(self) -> str:
        """Continue with the first section that is not complete."""
        open_ones = [
            each for each in self.case.progress.sections if each["state"] not in ("complete", "hidden")
        ]
        return str(BY_KEY[open_ones[0]["key"]].title) if open_ones else ""

    @property
    def delay(self) -> Pair | None:
        """What is said of a case that has been open for too long; of lists that know the last stop."""
        is_late = is_open_too_long(self.case.state, self.case.last_stop_at, timezone.localdate())
        return STILL_OPEN if is_late else None

    @property
    def age(self) -> int | None:
        """Completed years at the start of flow."""
        born, start = self.case.patient.birth_date, self.case.run_start_at
        return whole_years(born, local_day(start)) if born and start else None

    @property
    def days_on(self) -> int | None:
        """Day of support of a run that has not stopped; None otherwise."""
        start, stop = self.case.run_start_at, self.case.run_stop_at
        return (timezone.localdate() - local_day(start)).days + 1 if start and not stop else None


def rows(cases: list[Any], names: dict[int, str]) -> list[CaseRow]:
    return [CaseRow(case, names.get(case.patient_id, "")) for case in cases]


def years_of(cases: QuerySet[Case], centers: Centers) -> list[int]:
    """The years in which the visible runs began, newest first."""
    runs = Run.objects.filter(run_number=1, run_start_at__isnull=False)
    if centers != "*":
        runs = runs.filter(center_id__in=centers)
    found = runs.annotate(year=ExtractYear("run_start_at")).values_list("year", flat=True).distinct()
    return sorted(found, reverse=True)
