"""Answers for a rule without a database: written plainly, seen as a rule sees a case."""

import re
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from crf.rules import Answered
from registry import derived

SHANGHAI = ZoneInfo("Asia/Shanghai")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def meant(value: Any) -> Any:
    """ "2026-03-01 12:00" is a moment in Shanghai, "2026-03-01" a date; anything else is itself."""
    if isinstance(value, str) and MOMENT.fullmatch(value):
        return datetime.strptime(value, "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)
    if isinstance(value, str) and DAY.fullmatch(value):
        return date.fromisoformat(value)
    return value


class Given(Answered):
    """``values`` by name, rows by group, earlier and later runs, and which times are known to the day only."""

    def __init__(
        self,
        values: dict[str, Any],
        *,
        rows: dict[str, list[dict[str, Any]]] | None = None,
        runs: list[dict[str, Any]] | None = None,
        days: tuple[str, ...] = (),
    ):
        self.values = {name: meant(value) for name, value in values.items()}
        self._rows, self._runs, self._days = rows or {}, runs, days
        super().__init__(self._value)

    def _value(self, name: str) -> Any:
        if name in self.values or name not in derived.DERIVED:
            return self.values.get(name)
        return derived.value(name, self)

    def rows(self, group: str) -> list["Given"]:
        return [Given(row) for row in self._rows.get(group, [])]

    @property
    def runs(self) -> list["Given"]:
        return [Given(run) for run in self._runs] if self._runs is not None else [self]

    def has_answer(self, name: str) -> bool:
        return self._value(name) is not None

    def is_day(self, name: str) -> bool:
        return name in self._days
