"""Answers drawn from the dictionary: valid ones with what they mean, and texts nobody expects."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from crf.items import Item
from tests.registry.rules.answers import SHANGHAI

WITHOUT_LIMITS = (0, 1000)
WEIRD = [
    "NaN", "1e400", "-0", "１２", "12,5", "12.", ".5", "+3", "−4", "0x1F", "1 2", "∞", "true", "None", "null",
    "2026-02-30", "2026-03-01 24:00", "2026-03-01T12:00", "20260301", "t", "n", "+2", "0145", "99:99",
    "unknown", "not_done", "not_applicable", "'unknown", "=1+1", "@SUM(A1)", "-1", "'=x", "1;1", "1；2", ";", "",
    "   ", "\t1", "1\n", "\x00", "a\x00b", "\ud800", "😀", "‮abc", "ﬁ", "NONE", "none", "0", "1", "88", "N03",
]  # fmt: skip


def valid_answer(field: Any) -> st.SearchStrategy[tuple[Any, Any]]:
    """A text as a person writes it, and the value it means."""
    item: Item = field.item
    if item.kind == "multi_choice":
        return _offered(item, several=True)
    if item.codes:
        return _offered(item, several=False)
    return {
        "integer": _number,
        "reference": _number,
        "decimal": _number,
        "datetime": _moment,
        "date": _day,
        "time": _clock,
        "string": _line,
        "text": _line,
    }[item.kind](item)


def _offered(item: Item, *, several: bool) -> st.SearchStrategy[tuple[Any, Any]]:
    codes = [option.code for option in item.codes or () if option.offered]
    if not several:
        return st.sampled_from(codes).map(lambda code: (str(code), code))
    chosen = st.lists(st.sampled_from(codes), min_size=1, unique=True)
    return chosen.map(lambda found: ([str(code) for code in found], [c for c in codes if c in found]))


def limits(item: Item) -> tuple[Decimal, Decimal]:
    low, high = item.hard.widest if item.hard else WITHOUT_LIMITS
    return Decimal(str(low)), Decimal(str(high))


def step(item: Item) -> Decimal:
    return Decimal(1).scaleb(-item.places)


def _number(item: Item) -> st.SearchStrategy[tuple[Any, Any]]:
    low, high = limits(item)
    steps = st.integers(int(low / step(item)), int(high / step(item)))
    inside = steps.map(lambda count: count * step(item))
    return st.one_of(st.sampled_from([low, high]), inside).map(lambda number: (f"{number:f}", number))


def _moment(item: Item) -> st.SearchStrategy[tuple[Any, Any]]:
    days = st.datetimes(datetime(1900, 1, 2), datetime(2099, 12, 31), timezones=st.just(UTC))
    return days.map(lambda at: at.replace(second=0, microsecond=0).astimezone(SHANGHAI)).map(
        lambda at: (f"{at:%Y-%m-%d %H:%M}", at)
    )


def _day(item: Item) -> st.SearchStrategy[tuple[Any, Any]]:
    return st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda day: (day.isoformat(), day))


def _clock(item: Item) -> st.SearchStrategy[tuple[Any, Any]]:
    return st.times().map(lambda at: (f"{at:%H:%M}", time(at.hour, at.minute)))


def _line(item: Item) -> st.SearchStrategy[tuple[Any, Any]]:
    storable = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    texts = st.one_of(
        st.text(storable, min_size=1, max_size=200),
        st.sampled_from(["=1+1", "unknown", "'-x", " padded ", "\tx\n"]),
    )
    return texts.filter(lambda text: bool(text.strip())).map(lambda text: (text, text))
