"""Made cases as rows of the database: keys given, everything in the order the guards demand."""

from dataclasses import dataclass

from django.db import models

from centers.copy_text import Table, cell
from centers.copying import KeyStock, Loader
from config.demo.cases import MadeCase
from config.demo.gaps import Row
from config.demo.identities import Sealer
from outcomes.models import FollowUp
from registry.actions.moving import MOVE_COLUMNS, move_cases
from registry.models import (
    Admission,
    Baseline,
    Cannula,
    Case,
    Complication,
    Course,
    Diagnosis,
    Ecpr,
    Equipment,
    HospitalOutcome,
    Identifier,
    Infection,
    ModeSegment,
    Patient,
    PatientKey,
    Perinatal,
    PreEcls,
    Progress,
    ReviewNote,
    Run,
    Serial,
    Submission,
    SupportRecord,
    Weaning,
)

# Parents first; a part can be written only while its case is a draft.
ORDER: tuple[type[models.Model], ...] = (
    Patient, Case, Perinatal, Admission, HospitalOutcome, Run, Baseline, PreEcls, Ecpr, Course, Weaning,
    Diagnosis, Cannula, ModeSegment, SupportRecord, Equipment, Complication, Infection, Progress, PatientKey, Identifier, Submission, ReviewNote, FollowUp,
)  # fmt: skip
# Nothing refers to these rows, so the database numbers them.
UNNUMBERED: tuple[type[models.Model], ...] = (Identifier, ReviewNote, FollowUp, Serial)
LOADED: tuple[type[models.Model], ...] = (*ORDER, Serial)
TABLES = {model: Table(model, numbered=model not in UNNUMBERED) for model in LOADED}
# Keys that one case can take at most: two runs with four cannulas each, and so on.
MOST_KEYS: dict[type[models.Model], int] = {
    Patient: 1, Case: 1, Submission: 2, Run: 2, Diagnosis: 2, Cannula: 8, ModeSegment: 4,
    SupportRecord: 14, Equipment: 12, Complication: 12, Infection: 4,
}  # fmt: skip


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

    def __init__(self, places: list[Place], sealer: Sealer, keys: KeyStock):
        self.places, self.sealer, self._keys = places, sealer, keys
        self.lines: dict[type[models.Model], list[str]] = {model: [] for model in ORDER}
        self.moves: list[str] = []

    def add(self, model: type[models.Model], row: Row, shared: Row) -> None:
        self.lines[model].append(TABLES[model].line(row, shared))

    def move(self, row: Row) -> None:
        self.moves.append("\t".join(cell(row[name]) for name in MOVE_COLUMNS))

    def key(self, model: type[models.Model]) -> int:
        return self._keys.take(TABLES[model])

    def load(self, loader: Loader) -> int:
        """Parents first, then the moves between states; returns the number of rows."""
        rows = sum(loader.copy_rows(TABLES[model], self.lines[model]) for model in ORDER)
        move_cases(loader, self.moves)
        self._keys.top_up()
        return rows


def keys_for(loader: Loader, cases: int) -> KeyStock:
    """Enough keys for one batch that is written while another is loaded."""
    return KeyStock(loader, {TABLES[model].name: 2 * cases * most for model, most in MOST_KEYS.items()})
