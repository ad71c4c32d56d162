"""From the analysis table to table documents, exact and released, one per year."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from national.policy import policy
from national.statistics import STATISTICS
from national.statistics.base import Rows, Statistic
from national.stats.suppression import suppress
from national.stats.table import ALL, Key, Table, column

Tables = dict[int | None, Table]  # by year; None is all years together


def tables(statistic: Statistic, years: Sequence[int] | None = None, up_to: int | None = None) -> Tables:
    """The tables of a statistic for some years, or all of them, or all until ``up_to``.

    A statistic that pools its years is always computed over all of them.
    """
    years = None if statistic.pooled else years
    rows = _fetch(statistic, years, up_to)
    elsewhere = _withheld_subjects(statistic, years, up_to)
    parts = _by_year(statistic.table(statistic.build(rows)))
    return {
        year: suppress(table, policy(), [place for place in elsewhere if place[0] == year])
        for year, table in parts.items()
    }


def _fetch(statistic: Statistic, years: Sequence[int] | None, up_to: int | None) -> Rows:
    conditions = ["TRUE"]
    if years is not None:
        conditions.append("year = ANY (%(years)s)")
    if up_to is not None:
        conditions.append("year <= %(up_to)s")
    parameters: dict[str, Any] = {"years": list(years or ()), "up_to": up_to}
    with connection.cursor() as cursor:
        cursor.execute(statistic.sql.format(years=" AND ".join(conditions)), parameters)
        return cursor.fetchall()


def _by_year(table: Table) -> Tables:
    """One table per year of a table of several years."""
    parts: Tables = {}
    for line in table["rows"]:
        year = None if line["year"] == ALL else line["year"]
        parts.setdefault(year, {**table, "rows": []})["rows"].append(line)
    return parts


def _withheld_subjects(statistic: Statistic, years: Sequence[int] | None, up_to: int | None) -> set[Key]:
    """Places of this statistic whose number of subjects is withheld in the statistic that shows it."""
    if statistic.subjects is None:
        return set()
    other, measure = STATISTICS[statistic.subjects[0]], statistic.subjects[1]
    axes = [dimension.name for dimension in statistic.dimensions]
    return {
        tuple(level for name, level in zip(table["dimensions"], place, strict=True) if name in axes)
        for table in tables(other, years, up_to).values()
        for place, cell in column(table, measure).items()
        if cell["released"] is None
        and all(
            level == ALL for name, level in zip(table["dimensions"], place, strict=True) if name not in axes
        )
    }
