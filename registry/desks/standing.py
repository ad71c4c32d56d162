"""V141: a case is submitted within six months of the end of its last run.

No rule about answers, since a submission makes it hold: it is said on the worklist and never asks for a reason.
"""

from calendar import monthrange
from datetime import date, datetime

from crf.pairs import Pair
from registry.derived import local_day
from registry.models.case import EDITABLE

MONTHS = 6
STILL_OPEN = Pair("Record still open 6 months after the run: submit or explain", "ECLS 结束 6 个月仍未提交")


def is_open_too_long(state: str, last_stop_at: datetime | None, today: date) -> bool:
    """A draft or returned case whose last run ended more than six calendar months ago."""
    if state not in EDITABLE or last_stop_at is None:
        return False
    return today > months_after(local_day(last_stop_at), MONTHS)


def months_after(day: date, months: int) -> date:
    """The same day months later, or the last day of a month that is too short for it."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))
