"""Finished editions and running jobs as the pages show them."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from centers.models import Job, JobState
from crf.pairs import Pair
from national.models import ReportEdition, ReportFile
from national.report.build import Step
from national.report.packing import MANIFEST
from national.report.steps import STEPS, label, steps_for

FILE_WORDS = {
    "zh.pdf": gettext_lazy("Report in Chinese"),
    "en.pdf": gettext_lazy("Report in English"),
    "xlsx": gettext_lazy("All tables"),
    "zip": gettext_lazy("Everything, with CSV files"),
    "json": gettext_lazy("Manifest with checksums"),
}


@dataclass(frozen=True)
class FileLink:
    """A file with the words of its link."""

    file: ReportFile
    words: Any
    kind: str


@dataclass
class Shelved:
    """An edition with the files that are offered one by one; the CSV files are in the archive."""

    edition: ReportEdition
    files: list[FileLink] = field(default_factory=list)

    @property
    def reports(self) -> list[FileLink]:
        return [link for link in self.files if link.kind == "PDF"]

    @property
    def others(self) -> list[FileLink]:
        return [link for link in self.files if link.kind != "PDF"]


def editions_on_shelf(**only: Any) -> list[Shelved]:
    """Editions, newest year and data cut first, in three queries however many there are."""
    found: QuerySet[ReportEdition] = ReportEdition.objects.filter(**only).select_related(
        "snapshot", "published_by"
    )
    found = found.defer("snapshot__results").prefetch_related("files")
    return [Shelved(edition, links(list(edition.files.all()))) for edition in found]


def links(files: list[ReportFile]) -> list[FileLink]:
    """Links in the order reports, tables, archive, manifest."""
    found = []
    for ending, words in FILE_WORDS.items():
        for file in files:
            if (
                file.name.endswith(ending)
                and "/" not in file.name
                and (ending != "json" or file.name == MANIFEST)
            ):
                found.append(FileLink(file, words, file.name.rsplit(".", 1)[1].upper()))
    return found


def published_years() -> list[tuple[int, list[Shelved]]]:
    """Public editions by year, newest first."""
    shelf = editions_on_shelf(published_at__isnull=False)
    return [(year, list(group)) for year, group in groupby(shelf, key=lambda one: one.edition.snapshot.year)]


@dataclass(frozen=True)
class StepLine:
    """One line of the list of steps: ``state`` is done, now, failed or wait."""

    label: Pair
    state: str
    seconds: str

    @property
    def is_now(self) -> bool:
        return self.state == "now"


class JobView:
    """A report job in words."""

    def __init__(self, job: Job):
        self.job = job
        self.result: dict[str, Any] = job.result or {}

    @property
    def is_over(self) -> bool:
        return self.job.is_over

    @property
    def is_done(self) -> bool:
        return self.job.state == JobState.DONE

    @property
    def has_failed(self) -> bool:
        return self.job.state == JobState.FAILED

    @property
    def can_restart(self) -> bool:
        return self.job.state in (JobState.FAILED, JobState.CANCELED)

    @property
    def year(self) -> int:
        return int(self.job.params["year"])

    @property
    def languages(self) -> list[str]:
        return list(self.job.params["languages"])

    @property
    def reason(self) -> Pair:
        return Pair(*self.result.get("reason", ("", "")))

    @cached_property
    def edition(self) -> Shelved | None:
        if "edition" not in self.result:
            return None
        return next(iter(editions_on_shelf(pk=self.result["edition"])), None)

    @property
    def failed_step(self) -> str:
        return self.job.step_label

    @cached_property
    def steps(self) -> list[StepLine]:
        plan = steps_for(self.languages)
        at = (
            plan.index(self.result["step"])
            if self.result.get("step") in plan
            else (len(plan) if self.is_done else 0)
        )
        return [self._line(step, place, at) for place, step in enumerate(plan)]

    def _line(self, step: Step, place: int, at: int) -> StepLine:
        seconds = self.result.get("seconds", {}).get(step)
        words = STEPS[step].label
        if place == at and self.job.state == JobState.RUNNING:
            words = label(step, self.result.get("done", 0), self.result.get("total", 1))
        return StepLine(
            words, self._state(place, at), _seconds(seconds) if place < at or self.is_done else ""
        )

    def _state(self, place: int, at: int) -> str:
        if place < at:
            return "done"
        if place > at or self.job.state in (JobState.QUEUED, JobState.CANCELED):
            return "wait"
        return "failed" if self.has_failed else "now"


def _seconds(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 1:
        return _("under 1 s")
    return _("%(count)d s") % {"count": round(seconds)}
