"""Freezing a year: the set of results a report is made from."""

from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from centers.rls import READ_ALL, scope
from national import compute
from national.documents import joined, released
from national.models import Snapshot
from national.statistics import DEFINITION_VERSION, STATISTICS
from national.stats.canonical import sha256
from national.stats.table import Table
from national.versions import code_version


class NoAcceptedRun(ValueError):
    """There is nothing to freeze in this year."""


def freeze(year: int, cut_at: datetime) -> Snapshot:
    """The snapshot of ``year`` with the figures of all years until then; an equal one is reused.

    Raises NoAcceptedRun when there is none in the year. Editions are numbered once the year is locked.
    """
    with transaction.atomic(), scope(READ_ALL):
        results = tables_until(year, timezone.localtime(cut_at).year)
        digest = sha256(results)
        provisional = _is_open(year)
        known = Snapshot.objects.filter(year=year, sha256=digest, provisional=provisional).first()
        if known is not None:
            return known
        return Snapshot.objects.create(
            year=year,
            edition=0 if provisional else _next_edition(year),
            provisional=provisional,
            cut_at=cut_at,
            sha256=digest,
            definition_version=DEFINITION_VERSION,
            code_version=code_version(),
            results=results,
        )


def tables_until(year: int, current_year: int) -> list[Table]:
    """Every statistic over all years until ``year``, computed now; years before ``current_year`` are complete."""
    documents = [
        joined(compute.tables(statistic, up_to=year).values(), current_year)
        for statistic in STATISTICS.values()
    ]
    found = [document for document in documents if document is not None]
    if not any(line["year"] == year for document in found for line in document["rows"]):
        raise NoAcceptedRun(f"no accepted run started in {year}")
    return found


def table_of(snapshot: Snapshot, statistic: str) -> Table:
    """One statistic of a snapshot, released figures only."""
    return next(released(table) for table in snapshot.results if table["statistic"] == statistic)


def _next_edition(year: int) -> int:
    last = Snapshot.objects.filter(year=year, provisional=False).order_by("-edition").first()
    return last.edition + 1 if last else 1


def _is_open(year: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM national_runfact WHERE year = %s AND state <> 'locked')", [year]
        )
        return bool(cursor.fetchone()[0])
