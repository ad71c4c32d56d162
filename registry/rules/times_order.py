"""Comparing times of different precision."""

from datetime import datetime
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


def lies_between(c: Any, name: str, earliest: datetime | None, latest: datetime | None) -> bool:
    """The moment called ``name`` is inside both limits; by calendar date when it is known to the day only.

    None is no limit. Not evaluable while the moment is not answered.
    """
    moment = getattr(c, name)
    known = local_day if c.is_day(name) else (lambda limit: limit)
    return (earliest is None or known(moment) >= known(earliest)) and (
        latest is None or known(moment) <= known(latest)
    )
