"""Days, years and distances between moments."""

from datetime import date, datetime

from django.utils import timezone


def local_day(moment: datetime | date) -> date:
    """The calendar date in Asia/Shanghai."""
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


def whole_years(born: date, on: date) -> int:
    """Completed years by the calendar, not days divided by 365."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def hours(later: datetime, earlier: datetime) -> float:
    return (later - earlier).total_seconds() / 3600


def minutes(later: datetime, earlier: datetime) -> float:
    return (later - earlier).total_seconds() / 60
