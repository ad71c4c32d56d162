"""V087 and V088: every number inside the possible and the usual range of the patient's age group."""

from collections.abc import Iterator
from typing import Any

from crf.entry import in_plain_digits
from crf.items import Item, Ranges
from crf.pairs import Pair
from crf.rules import Severity

Finding = tuple[str, Severity, str, Pair]

POSSIBLE = Pair(
    "Outside the possible range {low} to {high}. Please check", "超出可能范围 {low}–{high}，请核对"
)
BELOW = Pair("Below the usual range {low} to {high}", "低于常见范围 {low}–{high}")
ABOVE = Pair("Above the usual range {low} to {high}", "高于常见范围 {low}–{high}")


def findings(items: list[Item], answers: Any, *, skip: frozenset[str]) -> Iterator[Finding]:
    """For each number outside a range: rule, severity, field and message.

    Before the age group is known only the widest usual range warns. ``skip`` names fields for which a
    rule of their own has spoken.
    """
    group = answers.get("age_group")
    for item in items:
        value = answers.get(item.name) if item.soft or item.hard else None
        if value is None:
            continue
        if item.hard and not _inside(item.hard, group, value):
            yield "V087", Severity.ERROR, item.name, _worded(POSSIBLE, item.hard, group)
        elif item.soft and item.name not in skip and not _inside(item.soft, group, value):
            low, _ = item.soft.of(group)
            yield (
                "V088",
                Severity.WARNING,
                item.name,
                _worded(BELOW if value < low else ABOVE, item.soft, group),
            )


def is_possible(item: Item, age_group: str | None, value: Any) -> bool:
    """Inside the possible range of the age group."""
    return item.hard is None or _inside(item.hard, age_group, value)


def is_usual(item: Item, age_group: str | None, value: Any) -> bool:
    """Inside the usual range of the age group."""
    return item.soft is not None and _inside(item.soft, age_group, value)


def _inside(ranges: Ranges, group: str | None, value: Any) -> bool:
    low, high = ranges.of(group)
    return low <= float(value) <= high


def _worded(text: Pair, ranges: Ranges, group: str | None) -> Pair:
    low, high = ranges.of(group)
    return text.format(low=in_plain_digits(low), high=in_plain_digits(high))
