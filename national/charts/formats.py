"""How figures are written: 8,412; 52.6%; 51.5–53.7; ``*`` for withheld, a dash for "no such figure"."""

from typing import Any

WITHHELD = "*"
NONE = "–"
SMALL_DENOMINATOR = 100  # below this a percentage is shown without decimals


def count(value: int | None, withheld: bool = True) -> str:
    if value is None:
        return WITHHELD if withheld else NONE
    return f"{value:,}"


def decimals_for(denominator: int | None) -> int:
    return 0 if denominator is not None and denominator < SMALL_DENOMINATOR else 1


def percent_number(share: float, denominator: int | None = None) -> str:
    """A share (0 to 1) as a percentage without its sign, rounded half away from zero."""
    places = decimals_for(denominator)
    scaled = round(abs(share) * 100 + 1e-9, places)
    return f"{'−' if share < 0 else ''}{scaled:,.{places}f}"


def percent(share: float, denominator: int | None = None) -> str:
    return percent_number(share, denominator) + "%"


def growth(share: float) -> str:
    """Change against the year before, always with its sign."""
    return ("+" if share > 0 else "") + percent(share)


def interval(proportion: dict[str, Any]) -> str:
    """The 95% interval of a proportion, or nothing when it has no bounds."""
    lower, upper, denominator = proportion["lower"], proportion["upper"], proportion["denominator"]
    if lower is None or upper is None:
        return ""
    return f"{percent_number(lower, denominator)}–{percent_number(upper, denominator)}"


def ratio(proportion: dict[str, Any]) -> str:
    return f"{proportion['numerator']:,} / {proportion['denominator']:,}"


def proportion_percent(proportion: dict[str, Any]) -> str:
    return percent(proportion["proportion"], proportion["denominator"])


def quantity(value: float) -> str:
    """A median or quartile: whole from 10 upward, one decimal below."""
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:,.1f}"


def spread(quantiles: dict[str, Any]) -> str:
    return f"{quantity(quantiles['q1'])}–{quantity(quantiles['q3'])}"
