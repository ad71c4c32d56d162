"""Dates and times as people type them."""

from datetime import date, datetime, time
from typing import Any


def parse_typed(text: Any, *, now: datetime, anchor: date | None, time_needed: bool) -> Any:
    raise NotImplementedError


def parse_typed_clock(text: Any) -> time:
    raise NotImplementedError
