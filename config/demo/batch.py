"""Made cases as rows of the database: keys given, everything in the order the guards demand."""

from dataclasses import dataclass

from django.db import models

from config.demo import load
from config.demo.cases import MadeCase
from config.demo.gaps import Row
from config.demo.identities import Sealer
from config.demo.tables import Table
from outcomes.models import FollowUp
from registry.models import (
    Admission,
    Baseline,
    Cannula,
    Case,
    Course,
    Diagnosis,
    HospitalOutcome,
    Identifier,
    ModeSegment,
    Patient,
    PatientKey,
    Perinatal,
    Progress,
    ReviewNote,
    Run,
    Submission,
    Weaning,
)

# Parents first; a part can be written only while its case is a draft.
ORDER: tuple[type[models.Model], ...] = (
    Patient, Case, Perinatal, Admission, HospitalOutcome, Run, Baseline, Course, Weaning, Diagnosis, Cannula,
    ModeSegment, Progress, PatientKey, Identifier, Submission, ReviewNote, FollowUp,
)  # fmt: skip
TABLES = {model: Table(model) for model in ORDER}
KEYED = (Patient, Case, Run, Diagnosis, Cannula, ModeSegment, Identifier, Submission, ReviewNote, FollowUp)


@dataclass(frozen=True, slots=True)
class Place:
    """A center as the database knows it, and the people who work there."""

    id: int
    code: str
    coordinator_id: int
    reviewers: tuple[int, ...]

    def number(self, case: MadeCase, letter: str = "") -> str:
        return f"{self.code}-{case.created_at.year % 100:02d}-{letter}{case.serial:04d}"

    def reviewer(self, case: MadeCase) -> int:
        return self.reviewers[case.serial % len(self.reviewers)]


class Batch:
    """The text of one batch of cases, table by table. ``moves`` follow once the rows are in."""

    def __init__(self, cases: list[MadeCase], places: list[Place], sealer: Sealer):
        self.sealer = sealer
        self.places = places
        self.lines: dict[type[models.Model], list[str]] = {model: [] for model in ORDER}
        self.moves: list[Row] = []
        self._keys = {model: load.new_keys(TABLES[model], number) for model, number in _needed(cases).items()}

    def add(self, model: type[models.Model], row: Row, shared: Row) -> None:
        self.lines[model].append(TABLES[model].line(row, shared))

    def key(self, model: type[models.Model]) -> int:
        return next(self._keys[model])


def _needed(cases: list[MadeCase]) -> dict[type[models.Model], int]:
    """How many keys of each table the cases take."""
    runs = [run for case in cases for run in case.runs]
    return {
        Patient: len(cases),
        Case: len(cases),
        Run: len(runs),
        Diagnosis: sum(len(run.diagnoses) for run in runs),
        Cannula: sum(len(run.cannulas) for run in runs),
        ModeSegment: sum(len(run.segments) for run in runs),
        Identifier: 5 * len(cases),
        Submission: sum(len(case.way.submissions) for case in cases),
        ReviewNote: sum(len(case.way.steps) for case in cases),
        FollowUp: sum(len(case.follow_ups) for case in cases),
    }
