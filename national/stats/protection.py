"""Which further cells must be hidden so that hidden counts cannot be worked out by subtraction.

The reader of a table knows its visible cells and that parts add up to totals. What that leaves open for a
hidden cell is the range between two linear programs over the hidden cells. A cell whose range is too narrow
gets company: the cheapest visible cell of its tightest sum is hidden as well, until the range is wide enough.
Hiding more never narrows a range, so each cell is settled once.

Method: primary and complementary suppression with an audit by linear programming (Willenborg and de Waal,
Elements of Statistical Disclosure Control, 2001, chapter 4).
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Need:
    """The uncertainty a hidden cell must keep: range at least ``width``, up to ``reach``, down to ``floor``."""

    width: int = 1
    reach: int | None = None
    floor: int | None = None

    def met_by(self, low: float, high: float) -> bool:
        """Whether a feasible range from ``low`` to ``high`` protects the cell."""
        return (
            high - low >= self.width - TOLERANCE
            and (self.reach is None or high >= self.reach - TOLERANCE)
            and (self.floor is None or low <= self.floor + TOLERANCE)
        )


@dataclass(frozen=True)
class System:
    """Counts that add up: ``sums`` pairs a total with its parts; a count is at most its ``ceilings`` entry.

    ``reluctant`` cells are hidden only when nothing else is left to hide.
    """

    values: Mapping[Any, int]
    sums: Sequence[tuple[Any, Sequence[Any]]]
    ceilings: Mapping[Any, int] = field(default_factory=dict)
    reluctant: frozenset[Any] = frozenset()


def protect(system: System, needs: Mapping[Any, Need]) -> set[Any]:
    """All cells to hide: those with a need, and the company they require."""
    # The same counts stand in several tables (runs, patients, first runs): they are settled once.
    return set(_protect(_Same(system, needs))) if needs else set()


class _Same:
    """A question to `protect`, equal to another when all its numbers are."""

    def __init__(self, system: System, needs: Mapping[Any, Need]):
        self.system, self.needs = system, needs
        sums = tuple((total, tuple(parts)) for total, parts in system.sums)
        self.key = (
            _items(system.values),
            sums,
            _items(system.ceilings),
            system.reluctant,
            tuple(needs.items()),
        )

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.key == other.key


def _items(mapping: Mapping[Any, int]) -> frozenset[tuple[Any, int]]:
    return frozenset(mapping.items())


@lru_cache(maxsize=512)
def _protect(question: _Same) -> frozenset[Any]:
    system, hidden = question.system, dict(question.needs)
    queue = list(hidden)
    while queue:
        cell = queue[0]
        if hidden[cell].met_by(*feasible_range(system, set(hidden), cell)):
            queue.pop(0)
            continue
        company = _company(system, cell, set(hidden))
        if company is None:
            queue.pop(0)
            continue
        hidden[company] = Need()
        queue.append(company)
    return frozenset(hidden)


def feasible_range(system: System, hidden: set[Any], cell: Hashable) -> tuple[float, float]:
    """The smallest and the largest value of ``cell`` that agree with everything visible."""
    unknown = sorted(hidden, key=str)
    equations = [_equation(unknown, total, parts) for total, parts in system.sums]
    rows = [row for row in equations if any(row)]
    sides = [sum(a * system.values[name] for a, name in zip(row, unknown, strict=True)) for row in rows]
    bounds = [(0, system.ceilings.get(name)) for name in unknown]
    target = [float(name == cell) for name in unknown]
    from scipy.optimize import linprog  # slow to load

    ends = []
    for sign in (1, -1):
        solution = linprog([sign * a for a in target], A_eq=rows or None, b_eq=sides or None, bounds=bounds)
        found = solution.fun if solution.status == 0 else None  # else: open-ended
        ends.append(-sign * float("inf") if found is None else sign * float(found))
    return ends[0], ends[1]


def _equation(unknown: Sequence[Any], total: Any, parts: Sequence[Any]) -> list[float]:
    return [float(name in parts) - float(name == total) for name in unknown]


def _company(system: System, cell: Any, hidden: set[Any]) -> Any | None:
    """The visible cell to hide next: where a hidden cell stands alone, else in the tightest sum around ``cell``.

    Within a sum the smallest part with a count goes first, then the total; empty parts and reluctant cells last.
    """
    related = [s for s in system.sums if hidden & {s[0], *s[1]}]
    related.sort(key=lambda relation: _urgency(system, relation, cell, hidden))
    both = [_visible(group, hidden) for total, parts in related for group in (parts, [total])]
    filled = [[name for name in group if system.values[name]] for group in both]
    for groups, reluctant in ((filled, False), (both, False), (both, True)):
        for group in groups:
            choices = [name for name in group if (name in system.reluctant) == reluctant]
            if choices:
                return min(choices, key=lambda name: (system.values[name], str(name)))
    return None


def _urgency(
    system: System, relation: tuple[Any, Sequence[Any]], cell: Any, hidden: set[Any]
) -> tuple[bool, bool, int]:
    """Lowest first: a sum that gives its only hidden cell away, one with ``cell``, one that absorbs little."""
    members = {relation[0], *relation[1]} & hidden
    slack = sum(system.values[name] for name in members if name != cell)
    return len(members) > 1, cell not in members, slack


def _visible(names: Sequence[Any], hidden: set[Any]) -> list[Any]:
    return [name for name in names if name not in hidden]
