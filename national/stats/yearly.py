"""Growth between the years of one table."""

from copy import deepcopy
from typing import Any

from national.stats.growth import growth
from national.stats.table import Table, column, key


def with_growth(table: Table, measure: str = "runs", name: str = "growth") -> Table:
    """A copy with ``name`` = change of ``measure`` against the same place one year before, as a fraction.

    The released change is taken from released counts only, so it can never tell a withheld one.
    """
    table = deepcopy(table)
    table["measures"] = {**table["measures"], name: "percent"}
    counts, year = column(table, measure), table["dimensions"].index("year")
    for line in table["rows"]:
        place = key(table, line)
        before = counts.get((*place[:year], place[year] - 1, *place[year + 1 :]))
        line["cells"][name] = _change(before, counts[place])
    return table


def _change(before: Any, now: Any) -> dict[str, Any]:
    if before is None:
        return {"value": None, "released": None, "reason": None}
    exact = growth(before["value"], now["value"])
    released = growth(before["released"], now["released"])
    decimals = 3 if min(before["value"], now["value"]) >= 100 else 2
    withheld = exact is not None and released is None
    return {
        "value": exact,
        "released": None if released is None else round(released, decimals),
        "reason": "complementary" if withheld else None,
    }
