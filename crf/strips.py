"""The strip beside a number: its usual range shaded inside the possible one, with the value as a mark."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.safestring import SafeString

WIDTH = 150
MARGIN = 12
"""Room of the strip outside the usual range when no possible range is known, on each side."""


@dataclass(frozen=True)
class Strip:
    """Start and width of the usual range and the left edge of the mark, in pixels."""

    start: float
    width: float
    mark: float | None
    tone: str

    def __html__(self) -> str:
        """Heights and corners are those of the style sheet."""
        name = f"mark {self.tone}".strip()
        mark = "" if self.mark is None else f'<rect class="{name}" x="{self.mark:.4g}"/>'
        return (
            f'<svg class="rng" viewBox="0 0 {WIDTH} 14" aria-hidden="true"><rect class="all"/>'
            f'<rect class="usual" x="{self.start:.4g}" width="{self.width:.4g}"/>{mark}</svg>'
        )


def strip(usual: Any, possible: Any = None, value: Any = None, tone: str = "") -> Strip | None:
    """``usual`` and ``possible`` are (low, high) pairs in the unit of the value, either end may be None;
    ``tone`` is "", "w" (unusual) or "e" (impossible). Without a usual range nothing is drawn.
    """
    low, high = _pair(usual)
    if low is None or high is None or high <= low:
        return None
    floor, ceiling = _outer(low, high, _pair(possible))
    mark = _number(value)
    return Strip(
        start=_at(low, floor, ceiling),
        width=round(_at(high, floor, ceiling) - _at(low, floor, ceiling), 1),
        mark=None if mark is None else round(_at(mark, floor, ceiling) - 2, 1),
        tone=tone,
    )


def drawn(found: Strip | None) -> SafeString:
    return SafeString(found.__html__() if found else "")


def _outer(low: float, high: float, possible: tuple[float | None, float | None]) -> tuple[float, float]:
    """Ends of the strip. A possible range far wider than the usual one would squeeze it, so it is capped."""
    room = (high - low) * MARGIN / (100 - 2 * MARGIN)
    floor = low - 4 * room if possible[0] is None else max(possible[0], low - 4 * room)
    ceiling = high + 4 * room if possible[1] is None else min(possible[1], high + 4 * room)
    return min(floor, low - room / 2), max(ceiling, high + room / 2)


def _at(value: float, floor: float, ceiling: float) -> float:
    share = (value - floor) / (ceiling - floor)
    return round(2 + min(1.0, max(0.0, share)) * (WIDTH - 4), 1)


def _pair(pair: Any) -> tuple[float | None, float | None]:
    low, high = pair or (None, None)
    return _number(low), _number(high)


def _number(value: Any) -> float | None:
    if value is None or value == "" or isinstance(value, bool):
        return None
    try:
        return float(Decimal(str(value)))
    except (InvalidOperation, ValueError):
        return None
