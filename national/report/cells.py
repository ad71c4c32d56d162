"""Released figures as printed cells: ``*`` where withheld, a dash where there is no such figure."""

from typing import Any

from national.charts import formats
from national.charts.released import Row, is_withheld, released


def absent(row: Row | None, measure: str) -> str:
    return formats.WITHHELD if is_withheld(row, measure) else formats.NONE


def count(row: Row | None, measure: str) -> str:
    value = released(row, measure)
    return absent(row, measure) if value is None else formats.count(value)


def growth(row: Row | None, measure: str = "growth") -> str:
    value = released(row, measure)
    return absent(row, measure) if value is None else formats.growth(value)


def share(row: Row | None, measure: str) -> str:
    value = released(row, measure)
    return absent(row, measure) if value is None else formats.percent(value)


def proportion(row: Row | None, measure: str) -> list[str]:
    """Five cells: n / N, percent, 95% interval, missing, and the bounds if all missing had died or lived."""
    value = released(row, measure)
    if not value or value["proportion"] is None:
        return [absent(row, measure)] * 5
    return [
        formats.ratio(value),
        formats.proportion_percent(value),
        formats.interval(value) or formats.NONE,
        formats.count(value["missing"]),
        bounds(value),
    ]


def bounds(value: dict[str, Any]) -> str:
    """Lowest and highest possible percentage, whatever became of the missing."""
    missing, everybody = value["missing"], value["denominator"] + value["missing"]
    if not missing:
        return formats.NONE
    low, high = value["numerator"] / everybody, (value["numerator"] + missing) / everybody
    return f"{formats.percent_number(low, everybody)}–{formats.percent_number(high, everybody)}"


def quantiles(row: Row | None, measure: str) -> list[str]:
    """Three cells: n, median, quartiles."""
    value = released(row, measure)
    if not value or value["median"] is None:
        return [absent(row, measure)] * 3
    return [formats.count(value["n"]), formats.quantity(value["median"]), formats.spread(value)]


def point(value: dict[str, Any] | None, n: int) -> str:
    """A point of a survival curve with its interval, or a dash where too few remain to quote one."""
    if value is None:
        return formats.NONE
    estimate = formats.percent_number(value["survival"], n)
    if value["lower"] is None or value["upper"] is None:
        return estimate
    low, high = (formats.percent_number(value[end], n) for end in ("lower", "upper"))
    return f"{estimate} ({low}–{high})"
