"""Dates and times as people type them, without leaving the digits.

Accepted: ``2026-11-19 01:45``, ``261119 0145``, ``1119 0145``, ``11-19 1:45``, ``0145`` on the anchor's
day, ``t`` today, ``n`` now, ``-1`` yesterday, ``+2`` two days after the anchor; the last three take a
time as well. A day of birth (``past``) is never to come, so ``680304`` is in 1968. The clock is that of
Asia/Shanghai, 24 hours. The browser has the same table of examples.
"""

import re
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from crf.entry import Rejected, plain_digits
from crf.pairs import Pair

NOT_A_TIME = Pair("Write the time like 2026-11-19 01:45", "请按 2026-11-19 01:45 的格式填写")
NOT_A_DAY = Pair("Write the date like 2026-11-19", "请按 2026-11-19 的格式填写")
NO_SUCH_DAY = Pair("There is no such day", "没有这一天")
FIRST_YEAR, LAST_YEAR = 1880, 2200  # beyond them no driver reads a time of Shanghai back
NO_SUCH_YEAR = Pair("Please check the year", "请核对年份")
NO_24 = Pair("Midnight is 00:00 of the next day", "午夜请填次日 00:00")
TIME_NEEDED = Pair("Please add the time, like 01:45", "请补上时间，如 01:45")
NO_ANCHOR = Pair("Please add the date", "请补上日期")

CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(:00)?|(?P<packed>\d{4})"
FULL_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
SHORT_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")
PACKED_DAY = re.compile(r"(?:(\d{4}|\d{2}))?(\d{2})(\d{2})")
STEP = re.compile(r"([+-])(\d{1,3})")
BETWEEN_DAY_AND_CLOCK = re.compile(r"(?<=\d)T(?=\d)")  # the T of ISO 8601; a T of its own is today

Typed = tuple[datetime | date, str]


def parse_typed(
    text: object, *, now: datetime, anchor: date | None, time_needed: bool, past: bool = False
) -> Typed:
    """The moment and its precision: "" to the minute, "day" for a date alone (then at 12:00).

    ``anchor`` is the day a bare time belongs to; a day that is ``past`` has none. Raises Rejected when the
    text is no time, the day does not exist, or a time is needed and missing.
    """
    anchor = None if past else anchor
    plain = " ".join(BETWEEN_DAY_AND_CLOCK.sub(" ", plain_digits(str(text))).replace("：", ":").split())
    here = timezone.localtime(now)
    if plain.lower() == "n":
        return here.replace(second=0, microsecond=0), ""
    day_text, _, clock_text = plain.partition(" ")
    if not clock_text and _clock(day_text, packed=len(day_text) == 4 and anchor is not None):
        if anchor is None:
            raise Rejected(NO_ANCHOR)
        return _at(anchor, day_text), ""
    day = _day(day_text, here.date(), anchor, past)
    if clock_text:
        return _at(day, clock_text), ""
    if time_needed:
        raise Rejected(TIME_NEEDED)
    return timezone.make_aware(datetime.combine(day, time(12))), "day"


def parse_typed_clock(text: object) -> time:
    """A time of day alone. Raises Rejected."""
    plain = plain_digits(str(text))
    if not _clock(plain, packed=True):
        raise Rejected(Pair("Write the time like 01:45", "请按 01:45 的格式填写"))
    return _time(plain)


def _clock(text: str, *, packed: bool) -> re.Match[str] | None:
    found = re.fullmatch(CLOCK, text)
    return found if found and (packed or not found["packed"]) else None


def _at(day: date, clock: str) -> datetime:
    if not _clock(clock, packed=True):
        raise Rejected(NOT_A_TIME)
    return timezone.make_aware(datetime.combine(day, _time(clock)))


def _time(clock: str) -> time:
    digits = clock.replace(":00", "", 1) if clock.count(":") == 2 else clock
    hour, minute = (digits.split(":")) if ":" in digits else (digits[:2], digits[2:])
    if int(hour) == 24:
        raise Rejected(NO_24)
    if int(hour) > 23 or int(minute) > 59:
        raise Rejected(NOT_A_TIME)
    return time(int(hour), int(minute))


def _day(text: str, today: date, anchor: date | None, past: bool) -> date:
    if text.lower() == "t":
        return today
    if step := STEP.fullmatch(text):
        days = int(step[2])
        return (anchor or today) + timedelta(days) if step[1] == "+" else today - timedelta(days)
    if full := FULL_DAY.fullmatch(text):
        return _date(int(full[1]), int(full[2]), int(full[3]))
    if short := SHORT_DAY.fullmatch(text):
        return _nearest(int(short[1]), int(short[2]), today, anchor)
    if packed := PACKED_DAY.fullmatch(text):
        return _packed(packed, today, anchor, past)
    raise Rejected(NOT_A_TIME)


def _packed(found: re.Match[str], today: date, anchor: date | None, past: bool) -> date:
    year, month, day = found.groups()
    if year is None:
        return _nearest(int(month), int(day), today, anchor)
    if len(year) == 4:
        return _date(int(year), int(month), int(day))
    meant = _date(2000 + int(year), int(month), int(day))
    return _date(meant.year - 100, int(month), int(day)) if past and meant > today else meant


def _nearest(month: int, day: int, today: date, anchor: date | None) -> date:
    """Without a year: that of the anchor, else the latest such day that is not in the future."""
    year = (anchor or today).year
    found = _date(year, month, day)
    return _date(year - 1, month, day) if anchor is None and found > today else found


def _date(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Rejected(NO_SUCH_YEAR)
    try:
        return date(year, month, day)
    except ValueError:
        raise Rejected(NO_SUCH_DAY) from None
