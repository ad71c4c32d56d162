"""Disclosure control of a table document: what of the exact figures others may see.

Rules (threshold k = 5, smallest denominator 10):

- a count of patients, runs or events from 1 to k - 1 is withheld, and so is every figure of its row;
- a proportion is withheld when its numerator or its complement is from 1 to k - 1, or its denominator is
  below 10; quantiles and curves likewise when fewer than 10 subjects stand behind them;
- a proportion, quantile or curve of nobody has no released value and no reason;
- further cells are withheld until no withheld count can be worked out from sums (`protection`);
- fractions of fewer than 100 are released as whole percentages, of 100 and more with one decimal;
- a survival curve ends where fewer than 10 are at risk;
- the numbers of subjects behind a curve of all years together are rounded to multiples of 5, so that taking away
  the visible years does not tell the number of a withheld one.

Numbers of centers are facilities, not patients, and are withheld only with their row.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from national.stats.protection import Need, System, protect
from national.stats.table import ALL, Cell, Key, Reason, Table, column, key, measures_of, sums

MINIMUM_THRESHOLD = 5


@dataclass(frozen=True)
class Policy:
    """Counts from 1 to ``threshold - 1`` are small; rates need ``min_denominator`` subjects."""

    threshold: int = 5
    min_denominator: int = 10
    whole_percent_below: int = 100
    rounding: int = 5

    def __post_init__(self) -> None:
        if self.threshold < MINIMUM_THRESHOLD:
            raise ValueError(
                f"the threshold for small cells may be raised above {MINIMUM_THRESHOLD}, never lowered"
            )

    def small(self, count: int) -> bool:
        """Whether a count is small enough to point at a person; 0 is not."""
        return 0 < count < self.threshold


def suppress(table: Table, policy: Policy | None = None, elsewhere: Iterable[Key] = ()) -> Table:
    """A copy of ``table`` with ``released`` and ``reason`` of every cell decided.

    ``elsewhere`` are places whose number of subjects another table of the same subjects withholds: their rows are
    withheld here as well.
    """
    policy, table = policy or Policy(), deepcopy(table)
    withheld = _suppress_counts(table, policy) | set(elsewhere)
    for measure in measures_of(table, "proportion"):
        _suppress_parts(table, measure, withheld, policy, "numerator", "denominator", round_proportion)
    for measure in measures_of(table, "quantiles"):
        _suppress_quantiles(table, measure, withheld, policy)
    for measure in measures_of(table, "curve"):
        _suppress_parts(table, measure, withheld, policy, "events", "n", shorten_curve)
        _suppress_at_risk(table, measure, policy)
        _round_pooled(table, measure, policy)
    for measure in measures_of(table, "percent") + measures_of(table, "shares"):
        _suppress_derived(table, measure, withheld, policy)
    return table


def _top(table: Table, places: Iterable[Key]) -> frozenset[Key]:
    """The totals of a year over every other dimension: published on their own, hidden last."""
    axes = [axis for axis, name in enumerate(table["dimensions"]) if name != "year"]
    return frozenset(place for place in places if all(place[axis] == ALL for axis in axes))


def _withhold(cell: Cell, reason: Reason) -> None:
    cell["released"], cell["reason"] = None, reason


def _suppress_counts(table: Table, policy: Policy) -> set[Key]:
    """Decide every count; the places where the first count (the unit of the table) is withheld are returned."""
    facility = set(table.get("facility_measures", []))
    counts = measures_of(table, "count")
    led: set[Key] = set()
    for position, measure in enumerate([m for m in counts if m not in facility]):
        hidden = _suppress_count(table, measure, led, policy)
        if position == 0:
            led = hidden
    for measure in facility & set(counts):
        for place, cell in column(table, measure).items():
            if place in led:
                _withhold(cell, "complementary")
    return led


def _suppress_count(table: Table, measure: str, led: set[Key], policy: Policy) -> set[Key]:
    cells = column(table, measure)
    values = {place: cell["value"] for place, cell in cells.items()}
    small = {place for place, value in values.items() if policy.small(value)}
    needs = {place: Need() for place in led & set(values)}
    needs |= {place: Need(policy.threshold - 1, reach=policy.threshold) for place in small}
    system = System(values, list(sums(table, values)), reluctant=_top(table, values))
    hidden = protect(system, needs)
    for place in hidden:
        _withhold(cells[place], "small_cell" if place in small else "complementary")
    return hidden


def _suppress_parts(
    table: Table,
    measure: str,
    withheld: set[Key],
    policy: Policy,
    part: str,
    whole: str,
    release: Callable[[dict[str, Any], Policy], Any],
) -> None:
    """Decide cells that are ``part`` of ``whole``; readers are taken to know every ``whole``."""
    cells = column(table, measure)
    k = {place: cell["value"][part] for place, cell in cells.items()}
    n = {place: cell["value"][whole] for place, cell in cells.items()}
    needs = {place: Need(min(1, n[place])) for place in withheld & set(k)}
    needs |= {place: need for place in k if (need := _part_need(k[place], n[place], policy))}
    system = System(k, list(sums(table, k)), ceilings=n, reluctant=_top(table, k))
    hidden = protect(system, needs)
    for place, cell in cells.items():
        if n[place] == 0:
            cell["released"] = None  # nothing to tell, hence nothing withheld
        elif place in hidden:
            _withhold(cell, _part_reason(k[place], n[place], policy))
        else:
            cell["released"] = release(cell["value"], policy)


def _part_need(k: int, n: int, policy: Policy) -> Need | None:
    threshold = min(policy.threshold, n)
    low, high = policy.small(k), policy.small(n - k)
    if low or high:
        return Need(min(policy.threshold - 1, n), threshold if low else None, n - threshold if high else None)
    return Need() if 0 < n < policy.min_denominator else None


def _part_reason(k: int, n: int, policy: Policy) -> Reason:
    if n < policy.min_denominator:
        return "small_denominator"
    return "small_cell" if policy.small(k) or policy.small(n - k) else "complementary"


def _decimals(n: int, policy: Policy) -> int:
    """Decimals of a fraction: whole percentages below the limit, one decimal of a percentage above it."""
    return 2 if n < policy.whole_percent_below else 3


def rounded(value: float | None, decimals: int) -> float | None:
    """``value`` with at most ``decimals`` decimals; None stays None."""
    return None if value is None else round(value, decimals)


def round_proportion(value: Mapping[str, Any], policy: Policy) -> dict[str, Any]:
    """A proportion as it may be released: counts exact, fractions without needless decimals."""
    decimals = _decimals(value["denominator"], policy)
    return {**value, **{end: rounded(value[end], decimals) for end in ("proportion", "lower", "upper")}}


def _suppress_quantiles(table: Table, measure: str, withheld: set[Key], policy: Policy) -> None:
    for place, cell in column(table, measure).items():
        n = cell["value"]["n"]
        if n == 0:
            cell["released"] = None
        elif n < policy.min_denominator:
            _withhold(cell, "small_denominator")
        elif place in withheld:
            _withhold(cell, "complementary")
        else:
            decimals = 0 if n < policy.whole_percent_below else 1
            cell["released"] = {"n": n} | {
                name: rounded(cell["value"][name], decimals) for name in ("median", "q1", "q3")
            }


def shorten_curve(value: Mapping[str, Any], policy: Policy) -> dict[str, Any]:
    """A curve as it may be released: until fewer than the smallest denominator are at risk, rounded."""
    kept = [i for i, n in enumerate(value["step_at_risk"]) if n >= policy.min_denominator]
    decimals = _decimals(value["n"], policy)
    released = {
        name: [rounded(value[name][i], decimals) for i in kept] for name in ("survival", "lower", "upper")
    }
    return {
        "n": value["n"],
        "events": value["events"],
        "times": [value["times"][i] for i in kept],
        **released,
        "at_risk": deepcopy(value["at_risk"]),
    }


def _suppress_at_risk(table: Table, measure: str, policy: Policy) -> None:
    """Withhold single numbers at risk below the smallest denominator, and those that would tell them."""
    cells = column(table, measure)
    days = max((len(cell["value"]["at_risk"]["n"]) for cell in cells.values()), default=0)
    for day in range(days):
        values = {place: cell["value"]["at_risk"]["n"][day] for place, cell in cells.items()}
        needs = {place: Need() for place, cell in cells.items() if cell["released"] is None}
        needs |= {
            place: Need(policy.threshold - 1, reach=policy.threshold) if policy.small(n) else Need()
            for place, n in values.items()
            if 0 < n < policy.min_denominator
        }
        for place in protect(System(values, list(sums(table, values))), needs):
            if cells[place]["released"] is not None:
                cells[place]["released"]["at_risk"]["n"][day] = None


def _round_pooled(table: Table, measure: str, policy: Policy) -> None:
    """Round the released numbers of subjects of curves that pool all years."""
    if "year" not in table["dimensions"]:
        return
    for line in table["rows"]:
        released = line["cells"][measure]["released"]
        if line["year"] == ALL and released is not None:
            released["n"] = _to_multiple(released["n"], policy.rounding)
            released["events"] = _to_multiple(released["events"], policy.rounding)
            released["at_risk"]["n"] = [_to_multiple(n, policy.rounding) for n in released["at_risk"]["n"]]


def _to_multiple(count: int | None, base: int) -> int | None:
    return None if count is None else base * round(count / base)


def _suppress_derived(table: Table, measure: str, withheld: set[Key], policy: Policy) -> None:
    """Shares and changes go with the count they come from: ``share_of_runs`` with ``runs``, others with their row."""
    base = measure.removeprefix("share_of_")
    counts = column(table, base) if base in table["measures"] else {}
    for line in table["rows"]:
        place = key(table, line)
        cell = line["cells"].get(measure)
        if cell is None:
            continue
        if place in withheld or (place in counts and counts[place]["released"] is None):
            _withhold(cell, "complementary")
        else:
            total = max((c["value"] for c in counts.values()), default=0)
            cell["released"] = rounded(cell["value"], _decimals(total, policy))
