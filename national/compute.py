"""From the analysis table to table documents, exact and released, one per year."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from national.policy import policy
from national.statistics.base import Rows, Statistic
from national.stats.suppression import suppress
from national.stats.table import ALL, Table

Tables = dict[int | None, Table]  # by year; None is all years together


def tables(statistic: Statistic, years: Sequence[int] | None = None, up_to: int | None = None) -> Tables:
    """The tables of a statistic for some years, or all of them, or all until ``up_to``.

    A joint statistic is always computed over all years, since its years are protected together.
    """
    rows = _fetch(statistic, None if statistic.joint else years, up_to)
    if statistic.joint:
        return _by_year(suppress(statistic.table(statistic.build(rows)), policy()))
    found = sorted({row[0] for row in rows})
    return {
        year: suppress(statistic.table(statistic.build([row for row in rows if row[0] == year])), policy())
        for year in found
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
