"""When values of a run are expected: at 4 h, at 24 h, then each morning. Rows for them are offered, not stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from registry.derived import local_day
from registry.models import Run

MORNING = time(8)
MOST = 45  # days back that are offered
AFTER_START = (("H4", timedelta(hours=4)), ("H24", timedelta(hours=24)))
DAILY = "DAY"


@dataclass(frozen=True)
class Slot:
    """One expected time point of a run."""

    timepoint: str
    at: datetime

    @property
    def day(self) -> date:
        return local_day(self.at)

    @property
    def offer(self) -> str:
        """As the form carries it: code and local time."""
        return f"{self.timepoint} {timezone.localtime(self.at):%Y-%m-%d %H:%M}"


def open_slots(run: Run, rows: Iterable[Any], now: datetime) -> list[Slot]:
    """The expected time points without a row, up to today or the end of the run."""
    if run.run_start_at is None:
        return []
    taken = {row.timepoint for row in rows}
    days = {
        local_day(row.measured_at) for row in rows if row.measured_at and row.timepoint not in ("H4", "H24")
    }
    found = [
        slot
        for slot in _slots(run.run_start_at, run.run_stop_at, now)
        if (slot.day not in days if slot.timepoint == DAILY else slot.timepoint not in taken)
    ]
    return found[-MOST:]


def _slots(start: datetime, stop: datetime | None, now: datetime) -> Iterator[Slot]:
    """The 4 h and 24 h rows stand for the first two days; the one of today is offered before its hour."""
    last = min(local_day(stop or now), local_day(now))
    for timepoint, after in AFTER_START:
        if local_day(start + after) <= last and (stop is None or start + after <= stop):
            yield Slot(timepoint, start + after)
    first = local_day(start) + timedelta(days=2)
    for number in range(max(0, (last - first).days - MOST), (last - first).days + 1):
        morning = datetime.combine(first + timedelta(days=number), MORNING, timezone.get_current_timezone())
        if stop is None or morning <= stop:
            yield Slot(DAILY, morning)


def read_offer(text: str) -> dict[str, str]:
    """Time point and time of an offered row, as entries of its fields; empty for anything else."""
    timepoint, _, at = text.partition(" ")
    known = timepoint in (DAILY, *(name for name, _ in AFTER_START))
    return {"timepoint": timepoint, "measured_at": at} if known and at else {}
