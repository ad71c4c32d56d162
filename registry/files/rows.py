"""A dossier as text for COPY: every new row of it, in tables that follow from the models."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from django.db import models

from centers.copy_text import JsonText, Table, cell
from crf.models import Answers
from registry import progress
from registry.actions.moving import MOVE_COLUMNS
from registry.actions.submission import DICTIONARY_VERSION, Check, canonical, canonical_text, digest_of, told
from registry.files.annexes import Annex
from registry.files.dossiers import CaseFile, Dossier, Take
from registry.flags import Flag
from registry.identity.lookup import hasher
from registry.identity.store import person_key_of
from registry.identity.vault import new_rows
from registry.models import (
    Case,
    CaseState,
    Identifier,
    IdentifierKind,
    Patient,
    PatientKey,
    Perinatal,
    Progress,
    ReviewNote,
    Run,
    Submission,
)
from registry.models.review import NoteKind
from registry.record import CASE_PARTS, ROW_GROUPS, RUN_PARTS
from registry.sections import TABLES

ORDER: tuple[type[models.Model], ...] = (
    Patient,
    Case,
    Perinatal,
    *(TABLES[kind] for kind in CASE_PARTS),
    Run,
    *(TABLES[kind] for kind in (*RUN_PARTS, *ROW_GROUPS)),
    Progress,
    PatientKey,
    Identifier,
    Submission,
    ReviewNote,
)
"""Parents first; the tables of annexes follow."""
UNNUMBERED = (Identifier, ReviewNote)


@cache
def table_text(model: Any) -> Table:
    """The shape of a table. Nothing refers to identifiers, notes and annexes: the database numbers them."""
    return Table(model, numbered=model not in UNNUMBERED and model in ORDER)


@dataclass
class Batch:
    """Rows to come, by model; ``moves`` follow once they are in."""

    lines: dict[Any, list[str]] = field(default_factory=lambda: defaultdict(list))
    moves: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return sum(map(len, self.lines.values()))


@dataclass(frozen=True)
class Signing:
    """Who acts and when, and why cases are accepted at once (empty: they stay drafts)."""

    by: int
    at: datetime
    accept: str = ""


class Writer:
    """Writes dossiers into a batch."""

    def __init__(self, batch: Batch, signing: Signing, take: Take, annexes: Sequence[Annex] = ()):
        self.batch, self.signing, self.take, self.annexes = batch, signing, take, annexes

    def write(self, dossier: Dossier) -> None:
        """Every new row; what changed of stored ones is not written here."""
        if dossier.is_new:
            self._patient(dossier)
        for each in dossier.named:
            if each.is_new:
                self._case(each)
            self._annexed(each)
            if self.signing.accept and each.case.is_editable:
                self._accept(each)

    def _patient(self, dossier: Dossier) -> None:
        patient = dossier.patient
        identify(patient, dossier.texts)
        self._add(patient)
        self._add(patient.perinatal)
        numbers = {each.case.pk: each.texts[IdentifierKind.RECORD_NO] for each in dossier.named if each.texts}
        if dossier.texts or numbers:
            key, rows = new_rows(patient, dossier.texts, numbers)
            for row in (key, *rows):
                self._add(row)

    def _case(self, each: CaseFile) -> None:
        case = each.case
        self._add(case)
        for kind in CASE_PARTS:
            self._add(getattr(case, kind))
        for run in each.record.runs:
            self._add(run)
            for kind in RUN_PARTS:
                self._add(getattr(run, kind))
            for group in ROW_GROUPS.values():
                for row in getattr(run, group).all():
                    self._add(row)
        sections = progress.by_section(each.record, flags_of(each.found))
        shown = {"case_id": case.pk, "center_id": case.center_id, "edited_by_id": self.signing.by}
        self._add_values(Progress, shown | {"edited_at": self.signing.at} | progress.stored(sections))

    def _annexed(self, each: CaseFile) -> None:
        for annex in self.annexes:
            for row in each.annexed.get(annex.kind, {}).values():
                if row.is_new:
                    self._add(row.part)

    def _accept(self, each: CaseFile) -> None:
        """The frozen version, the two steps of the review, and the moves."""
        case, signing = each.case, self.signing
        version, submission = case.submissions_count + 1, self.take(Submission)
        text = canonical_text(canonical(each.record))
        self._add_values(
            Submission,
            {
                "id": submission,
                "center_id": case.center_id,
                "case_id": case.pk,
                "version": version,
                "content": JsonText(text),
                "warnings": [told(flag) for flag in each.found.settled],
                "sha256": digest_of(text),
                "dictionary_version": DICTIONARY_VERSION,
                "submitted_at": signing.at,
                "submitted_by_id": signing.by,
            },
        )
        shared = {
            "center_id": case.center_id,
            "case_id": case.pk,
            "submission_id": submission,
            "at": signing.at,
        }
        for kind, message in ((NoteKind.SUBMITTED, ""), (NoteKind.ACCEPTED, signing.accept)):
            self._add_values(
                ReviewNote, shared | {"kind": kind.value, "message": message, "by_id": signing.by}
            )
        self.batch.moves.append(_move(case.pk, version, signing))

    def _add(self, row: Any) -> None:
        """A row as its model holds it, with the times and the version that a save would give it."""
        model: Any = type(row)
        for column in _times(model):
            setattr(row, column, self.signing.at)
        if isinstance(row, Answers):
            row.version = int(_is_answered(row))
        self.batch.lines[model].append(table_text(model).line(vars(row), {}))

    def _add_values(self, model: type[models.Model], values: dict[str, Any]) -> None:
        self.batch.lines[model].append(table_text(model).line(values, {}))


def flags_of(found: Check) -> list[Flag]:
    return [*found.errors, *found.open_warnings, *found.settled]


def identify(patient: Patient, texts: dict[str, str]) -> None:
    """Hash and person key of a new patient."""
    kind, number = patient.id_document_type, texts.get(IdentifierKind.DOCUMENT_NO, "")
    patient.document_hash = hasher().document(patient.center_id, kind, number) if number else ""
    patient.person_key = person_key_of(patient, kind, number)


def _move(case: int, version: int, signing: Signing) -> str:
    values = {
        "case_id": case,
        "state": CaseState.ACCEPTED.value,
        "changed_at": signing.at,
        "submissions": version,
        "submitted_at": signing.at,
        "submitted_by": signing.by,
        "accepted_at": signing.at,
        "accepted_by": signing.by,
    }
    return "\t".join(cell(values[name]) for name in MOVE_COLUMNS)


@cache
def _times(model: Any) -> tuple[str, ...]:
    """The columns that a save would fill with the present time."""
    return tuple(
        each.attname
        for each in model._meta.concrete_fields
        if getattr(each, "auto_now", False) or getattr(each, "auto_now_add", False)
    )


def _is_answered(row: Answers) -> bool:
    return bool(row.notes) or any(getattr(row, each.name) is not None for each in row.item_fields())
