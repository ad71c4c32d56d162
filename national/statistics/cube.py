"""Age group by support type with all totals: the shape several statistics share."""

from collections.abc import Callable
from typing import Any

from national.statistics.base import AGE_GROUP, SUPPORT_TYPE, Lines, Rows, in_order
from national.stats.table import row

PLACES = """year,
    CASE WHEN grouping(age_group) = 1 THEN 'all' ELSE age_group END,
    CASE WHEN grouping(support_type) = 1 THEN 'all' WHEN support_type = 0 THEN 'U' ELSE support_type::text END"""
GROUPS = "GROUP BY year, CUBE (age_group, support_type)"


def lines(rows: Rows, cells: Callable[..., dict[str, Any]], empty: tuple[Any, ...]) -> Lines:
    """Rows ``(year, age_group, support_type, *figures)`` on the full grid; ``empty`` figures where there are none."""
    found = {tuple(place): figures for *place, figures in ((*r[:3], r[3:]) for r in rows)}
    ages = in_order((age for _, age, _ in found), AGE_GROUP.levels)
    types = in_order((kind for _, _, kind in found), SUPPORT_TYPE.levels)
    return [
        row(
            {"year": year, "age_group": age, "support_type": kind},
            cells(*found.get((year, age, kind), empty)),
        )
        for year in sorted({place[0] for place in found})
        for age in ages
        for kind in types
    ]
