"""The job of building a report: its row says how far it is, whoever asks; it may be run twice and die anywhere."""

import logging
import time
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from centers.models import Job, JobState
from crf.pairs import Pair
from national.models import ReportEdition, Snapshot
from national.report.build import Step
from national.report.editions import annual_report, freeze, in_order
from national.report.steps import label, percent_done
from national.report.suppression import NotReleasable
from national.snapshots import NoAcceptedRun

KIND = "annual_report"
LEASE = timedelta(minutes=10)
"""A running job that has said nothing for so long is taken to be dead. The longest step takes a minute or two."""
PATIENCE = timedelta(minutes=1)
"""A job that waits longer may have lost its message; a second one does no harm."""

log = logging.getLogger(__name__)

NO_RUNS = Pair("There is no accepted run in {year}.", "{year} 年没有已通过的例次。")
SMALL_CELL = Pair(
    "A small cell would have been shown. Nothing was printed; the statistics need a look.",
    "有小格未被隐藏，因此没有生成文件。请检查统计结果。",
)
BROKEN = Pair(
    "The step did not finish. The server's log has the details.", "这一步没有完成，详情见服务器日志。"
)


class Stopped(Exception):
    """Somebody stopped the job, or another worker took it over."""


def jobs() -> QuerySet[Job]:
    return Job.objects.filter(kind=KIND)


def start(year: int, languages: list[str], by: Any) -> Job:
    """Queue a report; the same one that is waiting or running already is returned instead of a second."""
    params = {"year": year, "languages": list(in_order(languages))}
    active = jobs().filter(state__in=[JobState.QUEUED, JobState.RUNNING], params=params)
    if job := active.first():
        return job
    job = Job.objects.create(kind=KIND, requested_by=by, params=params, steps=100)
    transaction.on_commit(partial(send, job.pk))
    return job


def send(job_id: UUID) -> None:
    """Tell a worker. Without a broker the job waits; the sweep sends it again."""
    from national.report.tasks import build_annual_report

    try:
        build_annual_report.apply_async((str(job_id),), retry=False, ignore_result=True)
    except Exception:
        log.warning("no broker: report %s waits", job_id, exc_info=True)


def stop(job: Job) -> bool:
    """Stop a waiting or running job; the worker notices at its next step."""
    active = jobs().filter(pk=job.pk, state__in=[JobState.QUEUED, JobState.RUNNING])
    return bool(active.update(state=JobState.CANCELED, finished_at=timezone.now()))


def claim(job_id: UUID) -> Job | None:
    """Take a job that waits, or whose worker is dead; None when there is nothing to do."""
    now = timezone.now()
    free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, heartbeat_at__lt=now - LEASE)
    taken = jobs().filter(free, pk=job_id).update(state=JobState.RUNNING, started_at=now, heartbeat_at=now)
    return Job.objects.get(pk=job_id) if taken else None


def waiting_or_dead() -> QuerySet[Job]:
    """Jobs that no worker is on: their message was lost, or their worker."""
    now = timezone.now()
    unheard = Q(state=JobState.QUEUED, created_at__lt=now - PATIENCE)
    return jobs().filter(unheard | Q(state=JobState.RUNNING, heartbeat_at__lt=now - LEASE))


def run(job: Job) -> None:
    """Build the report of a claimed job and say how it ended."""
    progress = Heartbeat(job)
    try:
        edition = annual_report(
            job.params["year"], job.params["languages"], progress, _snapshot_of(job, progress)
        )
    except Stopped:
        log.info("report %s was stopped", job.pk)
    except Exception as error:
        log.exception("report %s failed at %s", job.pk, progress.step)
        _fail(job, progress, _reason(error, job.params["year"]))
    else:
        _finish(job, progress, edition)


def _snapshot_of(job: Job, progress: "Heartbeat") -> Snapshot:
    """The snapshot the job froze before it was interrupted, else a new one."""
    frozen = (job.result or {}).get("snapshot")
    snapshot = Snapshot.objects.get(pk=frozen) if frozen else freeze(job.params["year"], progress)
    progress.result["snapshot"] = snapshot.pk
    return snapshot


class Heartbeat:
    """Progress of one run, written to the job's row; raises Stopped when the row says somebody stopped it."""

    def __init__(self, job: Job):
        self.job = job
        self.step: Step = "freeze"
        self.result: dict[str, Any] = {"seconds": {}}
        self._began = time.monotonic()

    def __call__(self, step: Step, done: int, total: int) -> None:
        if step != self.step:
            self.note_seconds()
        self.step = step
        words = label(step, done, total)
        alive = self._mine().update(
            heartbeat_at=timezone.now(),
            step=percent_done(self.job.params["languages"], step, done, total),
            step_label_zh=words.zh,
            step_label_en=words.en,
            result=self.result | {"step": step, "done": done, "total": total},
        )
        if not alive:
            raise Stopped

    def note_seconds(self) -> None:
        """Seconds the step that ends now has taken."""
        now = time.monotonic()
        self.result["seconds"][self.step] = round(now - self._began, 2)
        self._began = now

    def end(self, state: JobState, **fields: Any) -> bool:
        now = timezone.now()
        return bool(self._mine().update(state=state, finished_at=now, heartbeat_at=now, **fields))

    def _mine(self) -> QuerySet[Job]:
        """The job's row while this run owns it: a later claim has another time of start."""
        return jobs().filter(pk=self.job.pk, state=JobState.RUNNING, started_at=self.job.started_at)


def _finish(job: Job, progress: Heartbeat, edition: ReportEdition) -> None:
    progress.note_seconds()
    result = progress.result | {"step": "", "edition": str(edition.pk)}
    progress.end(JobState.DONE, step=100, step_label_zh="", step_label_en="", result=result)


def _fail(job: Job, progress: Heartbeat, reason: Pair) -> None:
    progress.note_seconds()
    words = label(progress.step)
    result = progress.result | {"step": progress.step, "reason": list(reason)}
    progress.end(
        JobState.FAILED, error=reason.en, step_label_zh=words.zh, step_label_en=words.en, result=result
    )


def _reason(error: Exception, year: int) -> Pair:
    """What a person is told; the log has the rest."""
    if isinstance(error, NotReleasable):
        return SMALL_CELL
    return NO_RUNS.format(year=year) if isinstance(error, NoAcceptedRun) else BROKEN
