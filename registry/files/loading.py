"""Loading a folder: everything is read and judged, and then stored in one transaction, or nothing is.

Patients that are new are read, judged and written as text in processes of their own, batch by batch, while
this one puts the batch before into the tables. Patients the center knows are compared with what is stored.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from centers.copying import Loader
from centers.models import Center
from registry.actions.moving import move_cases
from registry.actions.numbers import next_numbers
from registry.actions.review import figures_changed
from registry.files.annexes import Annex
from registry.files.batches import Grant, Judged, Reader, grant_for, in_batches
from registry.files.changing import store_changes
from registry.files.dossiers import Dossier
from registry.files.folder import Folder
from registry.files.plans import Known, PatientPlan, Planner
from registry.files.pool import judged
from registry.files.problems import Problem, Problems
from registry.files.rows import ORDER, Batch, Signing, table_text
from registry.files.stored import stored_dossiers
from registry.models import Case

LOCK = 0x6C6F6164  # with the center's key: one load of a center at a time
Say = Callable[[str], None]


@dataclass
class Report:
    """What a load did, or would do."""

    counts: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    files: int = 0
    is_stored: bool = False


class Load:
    """One load of one folder into one center. ``accept`` is the reason for accepting the cases at once."""

    def __init__(
        self,
        folder: Folder,
        center: Center,
        problems: Problems,
        *,
        by: Any,
        annexes: Sequence[Annex] = (),
        accept: str = "",
        dry_run: bool = False,
        processes: int = 1,
        say: Say = lambda line: None,
    ):
        self.folder, self.center, self.problems, self.by = folder, center, problems, by
        self.annexes, self.dry_run, self.processes, self.say = annexes, dry_run, processes, say
        self.signing = Signing(by.pk, timezone.now(), accept)
        self.report = Report(files=len(folder.sheets))
        self.documents: dict[str, str] = {}

    def run(self) -> Report:
        """Inside a scope that reads, writes and identifies the center. Rolls back what must not stay."""
        with transaction.atomic():
            self._wait_for_others()
            self.known = Known(self.center.pk)
            self.documents = dict(self.known.documents)
            planner = Planner(self.folder, self.known)
            self.problems.add_all(planner.plan())
            loader = Loader()
            loader.prepare()
            self._load(list(planner.plans.values()), loader)
            self.report.is_stored = not (self.dry_run or self.problems.errors)
            if not self.report.is_stored:
                transaction.set_rollback(True)
            elif self.report.counts["accepted"]:
                transaction.on_commit(lambda: figures_changed.send(sender=Case, case_id=None))
        return self.report

    def _wait_for_others(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, self.center.pk % 2**31])

    def _load(self, plans: list[PatientPlan], loader: Loader) -> None:
        new = [plan for plan in plans if plan.pk is None]
        known = [plan for plan in plans if plan.pk is not None]
        reader = Reader(self.folder, self.center, self.by, self.annexes, self.signing)
        done, total = 0, len(plans)
        work = ((batch, self._grant(batch, loader)) for batch in in_batches(new))
        for size, result in judged(reader, work, self.processes):
            self._take(result, loader)
            done += size
            self.say(f"  {done:,} / {total:,}")
        for batch in in_batches(known):
            self._known(batch, reader, loader)
            done += len(batch)
            self.say(f"  {done:,} / {total:,}")

    def _grant(self, batch: Iterable[PatientPlan], loader: Loader) -> Grant:
        """Keys and numbers for a batch; made-up ones where nothing will be stored."""
        accept = bool(self.signing.accept)
        if self.dry_run or self.problems.errors:
            return Grant.made_up()
        return grant_for(batch, accept, loader.new_keys, self._numbers)

    def _numbers(self, kind: str, wanted: int) -> list[str]:
        """The next numbers, without those that records in the files or in the center use as their keys."""
        if kind == "patient":
            taken = self.folder.patients.keys() | self.known.patients.keys()
        else:
            taken = self.folder.admissions.keys() | self.known.cases.keys()
        return next_numbers(self.center, kind, timezone.localdate().year, wanted, taken)

    def _take(self, result: Judged, loader: Loader, stored: Iterable[Dossier] = ()) -> None:
        """Tells the problems of a batch and, as long as there are no errors, stores it."""
        self.problems.add_all(result.problems)
        self.problems.add_all(self._same_documents(result.documents))
        self.report.counts += result.counts
        self.report.rows += result.batch.rows
        if self.dry_run or self.problems.errors:
            return
        for dossier in stored:
            self.report.rows += store_changes(dossier, self.annexes, self.by)
        store(result.batch, self.annexes, loader)

    def _same_documents(self, documents: Iterable[tuple[str, Problem, str]]) -> Iterator[Problem]:
        """Patients whose document another one has, in the center or in the files."""
        for digest, problem, ref in documents:
            owner = self.documents.setdefault(digest, ref)
            if owner != ref:
                yield replace(problem, message=problem.message.format(number=owner))

    def _known(self, plans: Sequence[PatientPlan], reader: Reader, loader: Loader) -> None:
        dossiers = stored_dossiers([plan.pk for plan in plans if plan.pk], self.annexes)
        result = reader.read(plans, self._grant(plans, loader), dossiers)
        self._take(result, loader, dossiers.values())


def store(batch: Batch, annexes: Sequence[Annex], loader: Loader) -> None:
    """Puts the rows in, parents first, and walks the accepted cases to their state."""
    for model in (*ORDER, *(annex.model for annex in annexes)):
        loader.copy_rows(table_text(model), batch.lines.get(model, []))
    move_cases(loader, batch.moves)


def open_folder(directory: Path, annexes: Sequence[Annex], problems: Problems) -> Folder:
    """The folder with its keys read."""
    folder = Folder(directory, annexes)
    problems.add_all(folder.open())
    return folder
