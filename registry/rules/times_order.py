"""Comparing times of different precision."""

from typing import Any

from registry.derived import local_day


def not_before(c: Any, later: str, earlier: str) -> bool:
    """``later`` is not before ``earlier``; by calendar date when either is known to the day only.

    True as well while one of them is missing, so that several pairs can be asked in one rule.
    """
    first, second = c.get(earlier), c.get(later)
    if first is None or second is None:
        return True
    if c.is_day(later) or c.is_day(earlier):
        return local_day(second) >= local_day(first)
    return second >= first
