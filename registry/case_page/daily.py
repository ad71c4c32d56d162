"""Today's row of every patient on support, for one page. A running case is an open one without a stop."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from registry.actions.saving import seen
from registry.case_page.columns import GRID_FIELDS
from registry.case_page.grid import GridRow, blank
from registry.case_page.page import CasePage
from registry.derived import local_day
from registry.flags import flags_of
from registry.models import Case, Run
from registry.record import Place, Record, with_everything
from registry.slots import open_slots


@dataclass(frozen=True)
class DailyLine:
    """One patient: the case and its run, the masked name, and the row of today."""

    page: CasePage
    row: GridRow
    name: str

    @property
    def case(self) -> Case:
        return self.page.case

    @property
    def run(self) -> Run:
        return self.page.run

    @property
    def saves_to(self) -> str:
        address = reverse("registry:save_section", args=[self.case.number, "support"])
        return f"{address}?run={self.page.run_number}"

    @property
    def base(self) -> dict[str, Any]:
        """What each value read when the page was made."""
        return {name: shown for name in GRID_FIELDS if (shown := seen(self.row.part, name))}


def running(cases: Any) -> list[Record]:
    """The open cases on support, the longest first, in a fixed number of queries."""
    found = with_everything(
        cases.editable().filter(
            pk__in=Run.objects.filter(run_start_at__lte=timezone.now(), run_stop_at=None).values("case_id")
        )
    )
    return sorted((Record(case) for case in found), key=lambda held: (_start(held), held.case.number))


def _start(held: Record) -> datetime:
    return max(run.run_start_at for run in held.runs if run.run_start_at and not run.run_stop_at)


def lines(records: Iterable[Record], names: dict[int, str]) -> list[DailyLine]:
    """One line for each patient who has a row today; lines that are not stored are numbered over the page."""
    found = []
    for number, held in enumerate(records, 1):
        held.is_identity_known = False
        line = _line(held, number, names.get(held.case.patient_id, ""))
        found += [line] if line else []
    return found


def _line(held: Record, number: int, name: str) -> DailyLine | None:
    """The line of one patient: the stored row of today, else the expected one, if there is any."""
    run = next(run for run in reversed(held.runs) if run.run_start_at and not run.run_stop_at)
    rows = sorted((place for place in held.row_places("support_records", run) if _at(place)), key=_at)
    today = [place for place in rows if local_day(_at(place)) == timezone.localdate()]
    stored = today[-1] if today else None
    page = CasePage(
        held,
        run_number=run.run_number or 1,
        editable=True,
        found=list(flags_of(stored)) if stored else [],
        progress=[],
    )
    before = _before(page, [place for place in rows if place is not stored])
    if stored:
        return DailyLine(page, GridRow(page, stored, stored.key, _at(stored), before=before), name)
    row = _expected(page, [place.part for place in rows], number, before)
    return DailyLine(page, row, name) if row else None


def _before(page: CasePage, rows: list[Place]) -> GridRow | None:
    """The last row up to today, which today's values are compared with."""
    earlier = [place for place in rows if local_day(_at(place)) <= timezone.localdate()]
    return GridRow(page, earlier[-1], earlier[-1].key, _at(earlier[-1])) if earlier else None


def _expected(page: CasePage, rows: list[Any], number: int, before: GridRow | None) -> GridRow | None:
    slots = [slot for slot in open_slots(page.run, rows, timezone.now()) if slot.day == timezone.localdate()]
    if not slots:
        return None
    key = f"support{page.run_number}.new{number}"
    return GridRow(page, blank(page, slots[-1]), key, slots[-1].at, slots[-1].offer, before)


def _at(place: Place) -> Any:
    return place.part.measured_at  # type: ignore[attr-defined]


def versions(found: Iterable[DailyLine]) -> str:
    return json.dumps({line.row.key: line.row.part.version for line in found if not line.row.offer})


def bases(found: Iterable[DailyLine]) -> str:
    return json.dumps({line.row.key: line.base for line in found if not line.row.offer}, ensure_ascii=False)
