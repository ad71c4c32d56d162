"""One made case, written into a batch."""

from datetime import date, datetime
from typing import Any

from django.db import models

from centers.copy_text import JsonText
from config.demo import frozen
from config.demo.batch import Batch
from config.demo.cases import MadeCase
from config.demo.gaps import Row
from config.demo.progress import progress_row
from config.demo.recipe import SHANGHAI
from config.demo.whole_runs import RunRows
from outcomes.models import FollowUp
from registry.actions.submission import DICTIONARY_VERSION
from registry.models import (
    Admission,
    Case,
    HospitalOutcome,
    Identifier,
    Patient,
    PatientKey,
    Perinatal,
    Progress,
    ReviewNote,
    Run,
    Submission,
)
from registry.models.case import CaseState
from registry.models.review import NoteKind
from registry.sections import TABLES


class Writer:
    """One case on its way into the batch."""

    def __init__(self, batch: Batch, case: MadeCase):
        self.batch, self.case = batch, case
        self.place = batch.places[case.center]
        self.patient_id, self.case_id = batch.key(Patient), batch.key(Case)
        edited = case.way.steps[0].at if case.way.steps else case.created_at
        self.shared = {"center_id": self.place.id, "version": 1, "updated_at": edited, "edited_at": edited}
        self.answers: list[frozen.Place] = []

    def write(self) -> None:
        self._patient()
        self._case()
        for run in self.case.runs:
            self._run(run)
        progress = progress_row(self.case)
        self._add(Progress, progress, case_id=self.case_id, edited_by_id=self.place.coordinator_id)
        self._review()
        for row in self.case.follow_ups:
            self._follow_up(row)

    def _add(self, model: type[models.Model], row: Row, **own: Any) -> None:
        self.batch.add(model, {**row, **own}, self.shared)

    def _answers(self, kind: str, key: str, row: Row) -> None:
        self.answers.append((kind, key, row))

    def _patient(self) -> None:
        case, place = self.case, self.place
        columns = self.batch.sealer.patient_columns(case.person, place.id)
        self._add(Patient, case.patient, id=self.patient_id, number=place.number(case, "P"), **columns)
        self._add(Perinatal, case.perinatal, patient_id=self.patient_id)
        self._answers("patient", "patient", case.patient)
        self._answers("perinatal", "perinatal", case.perinatal)
        key, rows = self.batch.sealer.rows(
            case.person, case.record_no, place.id, self.patient_id, self.case_id, columns["document_hash"]
        )
        self._add(PatientKey, key, patient_id=self.patient_id)
        for row in rows:
            self._add(Identifier, row)

    def _case(self) -> None:
        case = self.case
        self._add(
            Case,
            {},
            id=self.case_id,
            patient_id=self.patient_id,
            number=self.place.number(case),
            created_at=case.created_at,
            state_changed_at=case.created_at,
            created_by_id=self.place.coordinator_id,
        )
        self._add(Admission, case.admission, case_id=self.case_id)
        self._add(HospitalOutcome, case.outcome, case_id=self.case_id)
        self._answers("admission", "admission", case.admission)
        self._answers("outcome", "outcome", case.outcome)

    def _run(self, rows: RunRows) -> None:
        run_id, number = self.batch.key(Run), rows.run["run_number"]
        self._add(Run, rows.run, id=run_id, case_id=self.case_id)
        self._answers("run", f"run{number}", rows.run)
        for kind, row in rows.parts.items():
            self._add(TABLES[kind], row, run_id=run_id)
            self._answers(kind, f"{kind}{number}", row)
        for kind, group in rows.groups.items():
            for position, row in enumerate(group, 1):
                key = self.batch.key(TABLES[kind])
                self._add(TABLES[kind], row, id=key, run_id=run_id, position=position)
                self._answers(kind, f"{kind}{number}.{key}", row)

    def _follow_up(self, row: Row) -> None:
        self._add(
            FollowUp,
            row,
            case_id=self.case_id,
            recorded_by_id=self.place.coordinator_id,
            recorded_at=_noon(row["fu_date"]),
            updated_at=_noon(row["fu_date"]),
        )

    def _review(self) -> None:
        way = self.case.way
        if way.state == CaseState.DRAFT:
            return
        submissions = self._submissions()
        for step in way.steps:
            own = step.kind == NoteKind.SUBMITTED
            self._add(
                ReviewNote,
                {},
                case_id=self.case_id,
                submission_id=submissions[step.version],
                kind=step.kind.value,
                message=step.message,
                by_id=self.place.coordinator_id if own else self.place.reviewer(self.case),
                at=step.at,
            )
        self.batch.move(self._move())

    def _submissions(self) -> dict[int, int]:
        """Primary keys of the frozen versions, by version."""
        steps, keys = self.case.way.submissions, {}
        now = frozen.content(iter(self.answers))
        for step in steps:
            keys[step.version] = self.batch.key(Submission)
            signed = frozen.before_the_question(now) if step.version < len(steps) else now
            text = frozen.canonical_text(signed)
            self._add(
                Submission,
                {},
                id=keys[step.version],
                case_id=self.case_id,
                version=step.version,
                content=JsonText(text),
                warnings=frozen.warnings(signed),
                sha256=frozen.digest(text),
                dictionary_version=DICTIONARY_VERSION,
                submitted_at=step.at,
                submitted_by_id=self.place.coordinator_id,
            )
        return keys

    def _move(self) -> Row:
        """The state to come, and who brought the case there."""
        way, decided = self.case.way, self.case.way.decided_at
        return {
            "case_id": self.case_id,
            "state": way.state.value,
            "changed_at": way.steps[-1].at,
            "submissions": len(way.submissions),
            "submitted_at": way.submissions[-1].at,
            "submitted_by": self.place.coordinator_id,
            "accepted_at": decided,
            "accepted_by": self.place.reviewer(self.case) if decided else None,
        }


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=SHANGHAI)
