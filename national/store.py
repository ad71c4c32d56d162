"""Writing results: only what changed is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Q

from national import compute
from national.models import Audience, Result
from national.statistics.base import Statistic
from national.stats.canonical import sha256
from national.versions import code_version, definition_version

KEY = ("statistic", "year", "audience", "center_id")
VALUES = ("as_of", "definition_version", "code_version", "computed_at", "provisional", "sha256", "table")


@dataclass(frozen=True)
class Moment:
    """When figures are made: the day of the data cut and the time, given by whoever starts the work."""

    as_of: date
    at: datetime


def update_statistic(statistic: Statistic, years: Sequence[int] | None, moment: Moment) -> list[int | None]:
    """Compute a statistic for some years (or all) and store the tables that changed; their years are returned."""
    tables = compute.tables(statistic, years)
    open_years = _open_years()
    fresh = [
        Result(
            statistic=statistic.key,
            year=year,
            audience=Audience.SOCIETY,
            as_of=moment.as_of,
            definition_version=definition_version(statistic),
            code_version=code_version(),
            computed_at=moment.at,
            provisional=year is None or year in open_years,
            sha256=sha256(table),
            table=table,
        )
        for year, table in tables.items()
    ]
    changed = _changed(fresh)
    save(changed)
    gone = _remove(statistic, None if statistic.pooled else years, tables.keys())
    return [result.year for result in changed] + gone


def stamp(moment: Moment) -> None:
    """Say of all exact results that they hold as of this day; writes only once a day."""
    Result.objects.filter(audience=Audience.SOCIETY, as_of__lt=moment.as_of).update(as_of=moment.as_of)


def save(results: Iterable[Result]) -> int:
    """Insert or replace results by their key; the number written."""
    results = list(results)
    for result in results:
        result.pk = None
    Result.objects.bulk_create(
        results, update_conflicts=True, unique_fields=list(KEY), update_fields=list(VALUES), batch_size=100
    )
    return len(results)


def _changed(fresh: Sequence[Result]) -> list[Result]:
    """The results that are not stored exactly so: other figures, another definition, or a lock."""
    names = ("statistic", "year", "sha256", "definition_version", "provisional")
    stored = set(Result.objects.filter(audience=Audience.SOCIETY).values_list(*names))
    return [result for result in fresh if tuple(getattr(result, name) for name in names) not in stored]


def _remove(
    statistic: Statistic, years: Sequence[int] | None, present: Iterable[int | None]
) -> list[int | None]:
    """Delete exact results of years that have no runs any more."""
    gone = Result.objects.filter(statistic=statistic.key, audience=Audience.SOCIETY)
    if years is not None:
        gone = gone.filter(year__in=years)
    present = list(present)
    kept = Q(year__in=[year for year in present if year is not None])
    gone = gone.exclude(kept | Q(year=None) if None in present else kept)
    found = list(gone.values_list("year", flat=True))
    gone.delete()
    return found


def _open_years() -> set[int]:
    """Years with runs that are not locked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT year FROM national_runfact WHERE state <> 'locked'")
        return {year for (year,) in cursor.fetchall()}
