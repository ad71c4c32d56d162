"""Growth between the years of one table."""

from copy import deepcopy
from typing import Any

from national.stats.growth import growth
from national.stats.table import Table, column, key


def with_growth(table: Table, complete_before: int, measure: str = "runs", name: str = "growth") -> Table:
    """A copy with ``name`` = change of ``measure`` against the same place one year before, as a fraction.

    Years from ``complete_before`` on are not over and have none. The released change is taken from released
    counts only, so it can never tell a withheld one; the exact one only where exact counts are present.
    """
    table = deepcopy(table)
    table["measures"] = {**table["measures"], name: "percent"}
    counts, year = column(table, measure), table["dimensions"].index("year")
    for line in table["rows"]:
        place = key(table, line)
        before = counts.get((*place[:year], place[year] - 1, *place[year + 1 :]))
        complete = place[year] < complete_before
        line["cells"][name] = _change(before if complete else None, counts[place])
    return table


def _change(before: Any, now: Any) -> dict[str, Any]:
    cell: dict[str, Any] = {"released": None, "reason": None}
    exact = "value" in now
    if exact:
        cell["value"] = growth(before["value"], now["value"]) if before else None
    if before is None:
        return cell
    change = growth(before["released"], now["released"])
    if change is not None:
        cell["released"] = round(change, 3 if min(before["released"], now["released"]) >= 100 else 2)
    elif before["released"] is None or now["released"] is None:
        cell["reason"] = "complementary" if exact else "small_cell"
    return cell
