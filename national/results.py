"""Reading stored results: the only way pages, commands and reports come to figures."""

from collections.abc import Mapping
from typing import Any

from national.documents import joined
from national.models import Audience, Result
from national.stats.table import ALL


def latest(
    statistic: str, *, year: int | str | None = None, audience: str = Audience.PUBLIC
) -> dict[str, Any] | None:
    """The current table of a statistic: all years, one ``year``, or ``"all"`` for all years together.

    Beside the table's own keys the document has ``audience``, ``as_of`` (of the newest part),
    ``as_of_by_year``, ``provisional`` (years that are not locked), ``definition_version``, ``code_version``
    and ``computed_at``. None when nothing is stored. Public documents hold released figures only; exact ones
    are found only inside a scope that reads all centers.
    """
    rows = list(Result.objects.filter(statistic=statistic, audience=audience, center=None).order_by("year"))
    if not rows:
        return None
    table = joined([row.table for row in rows], max(row.as_of for row in rows).year)
    if table is None:
        return None
    document: dict[str, Any] = {**table, **_stamps(rows, audience)}
    if year is not None:
        document["rows"] = [line for line in document["rows"] if line["year"] == year]
    return document


def _stamps(rows: list[Result], audience: str) -> dict[str, Any]:
    newest = max(rows, key=lambda row: (row.as_of, row.computed_at))
    return {
        "audience": str(audience),
        "as_of": newest.as_of.isoformat(),
        "as_of_by_year": {str(row.year or ALL): row.as_of.isoformat() for row in rows},
        "provisional": [row.year for row in rows if row.year is not None and row.provisional],
        "definition_version": newest.definition_version,
        "code_version": newest.code_version,
        "computed_at": newest.computed_at.isoformat(),
    }


def years(audience: str = Audience.PUBLIC) -> list[int]:
    """The years for which anything is stored, ascending."""
    found = Result.objects.filter(audience=audience, year__isnull=False).values_list("year", flat=True)
    return sorted({year for year in found if year is not None})


def cells(document: Mapping[str, Any], **place: Any) -> dict[str, Any] | None:
    """The cells of the row at ``place``, for instance ``year=2024, age_group="all", support_type="all"``."""
    for line in document["rows"]:
        if all(line[name] == level for name, level in place.items()):
            return line["cells"]
    return None
