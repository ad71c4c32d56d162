"""From the registry to finished files: freeze, build, keep; and never build the same edition twice."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from centers.models import DemoMarker
from national import snapshots
from national.charts.labels import Lang
from national.charts.library import echarts
from national.documents import released
from national.models import ReportEdition, ReportFile, Snapshot
from national.report.build import LANGUAGES, Progress, build, silent
from national.report.packing import digest, media_type
from national.stats.canonical import sha256

FOLDER = "reports"


def annual_report(
    year: int, languages: Sequence[Lang], progress: Progress = silent, snapshot: Snapshot | None = None
) -> ReportEdition:
    """The finished report of a year: from ``snapshot`` or from one frozen now; an equal one is reused.

    Raises NoAcceptedRun when there is none in the year, NotReleasable when a small cell escaped suppression.
    """
    snapshot = snapshot or freeze(year, progress)
    names, demonstration = " ".join(in_order(languages)), DemoMarker.objects.exists()
    known = ReportEdition.objects.filter(snapshot=snapshot, languages=names, demonstration=demonstration)
    if edition := known.first():
        return edition
    document = snapshot_document(snapshot, demonstration=demonstration)
    files = build(document, in_order(languages), echarts(), progress)
    try:
        return _keep(snapshot, names, demonstration, files)
    except IntegrityError:  # another worker finished the same edition first: its files are the same bytes
        return known.get()


def in_order(languages: Sequence[str]) -> list[Lang]:
    """Known languages in printing order, each once."""
    return [lang for lang in LANGUAGES if lang in languages]


def freeze(year: int, progress: Progress = silent, at: datetime | None = None) -> Snapshot:
    """The snapshot of the year as the database stands at one moment."""
    progress("freeze", 0, 1)
    moment = at or timezone.now()
    progress("compute", 0, 1)
    try:
        with transaction.atomic():
            _see_one_moment()
            return snapshots.freeze(year, moment)
    except IntegrityError:  # frozen by another worker in the same moment
        with transaction.atomic():
            return snapshots.freeze(year, moment)


def _see_one_moment() -> None:
    """Let all statistics of this transaction read one state of the data, whatever is accepted meanwhile.

    Inside a longer transaction (a test) the level can no longer be chosen.
    """
    if len(connection.savepoint_ids) == 0 and connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def snapshot_document(snapshot: Snapshot, *, demonstration: bool = False) -> dict[str, Any]:
    """What a report is made from: released figures only.

    Its SHA-256 is that of the released figures. The digest of the exact ones stays inside: with it a reader
    could try the four possible values of a hidden cell.
    """
    results = [released(table) for table in snapshot.results]
    return {
        "year": snapshot.year,
        "edition": snapshot.edition,
        "provisional": snapshot.provisional,
        "demonstration": demonstration,
        "cut_at": snapshot.cut_at.isoformat(),
        "definition_version": snapshot.definition_version,
        "code_revision": snapshot.code_version,
        "sha256": sha256(results),
        "results": results,
        "earlier_editions": [_earlier(one) for one in _earlier_editions(snapshot)],
    }


def _earlier_editions(snapshot: Snapshot) -> list[Snapshot]:
    """Numbered editions of the year before this one; their number is fixed once this one exists."""
    before = Snapshot.objects.filter(year=snapshot.year, edition__gt=0, edition__lt=snapshot.edition)
    return list(before.defer("results").order_by("edition"))


def _earlier(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "edition": snapshot.edition,
        "cut_at": snapshot.cut_at.isoformat(),
        "provisional": snapshot.provisional,
        "definition_version": snapshot.definition_version,
        "code_revision": snapshot.code_version,
    }


def _keep(snapshot: Snapshot, languages: str, demonstration: bool, files: dict[str, bytes]) -> ReportEdition:
    """Store the files, then name them all in one transaction: readers see the whole edition or nothing."""
    edition = ReportEdition(snapshot=snapshot, languages=languages, demonstration=demonstration)
    rows = [_stored(edition, name, content) for name, content in sorted(files.items())]
    try:
        with transaction.atomic():
            edition.save(force_insert=True)
            ReportFile.objects.bulk_create(rows)
    except IntegrityError:
        for row in rows:
            default_storage.delete(row.stored_as)
        raise
    return edition


def _stored(edition: ReportEdition, name: str, content: bytes) -> ReportFile:
    number = uuid.uuid4()
    path = default_storage.save(
        f"{FOLDER}/{edition.pk}/{number}.{name.rsplit('.', 1)[1]}", ContentFile(content)
    )
    return ReportFile(
        id=number,
        edition=edition,
        name=name,
        media_type=media_type(name),
        size=len(content),
        sha256=digest(content),
        stored_as=path,
    )


def read(file: ReportFile) -> bytes:
    """The stored bytes. Raises OSError when they are not what was stored."""
    with default_storage.open(file.stored_as) as source:
        content = source.read()
    if digest(content) != file.sha256:
        raise OSError(f"{file.stored_as} is not the file that was stored")
    return content
