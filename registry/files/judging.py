"""What is wrong or remarkable in a dossier: conditions and rules as on the page, told at cell and row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from crf import notes
from crf.pairs import Pair
from registry.actions.submission import Check, check
from registry.files.annexes import Annex
from registry.files.dossiers import CaseFile, Dossier, settle_changes
from registry.files.identities import identifiers, masked
from registry.files.problems import Level, Problem
from registry.files.settling import settle_all
from registry.files.sheets import Line
from registry.files.tables import ADMISSIONS, PATIENTS, RUN_NUMBER, RUNS
from registry.files.telling import is_told, of_flag, of_gap, value_at
from registry.identity.store import facts_of
from registry.record import Record

NOT_OPEN = Pair(
    "Case {number} is not open for changes; stored is: {stored}",
    "病例 {number} 目前不能修改；已存为：{stored}",
)
ANOTHER_ROW = Pair(
    "Case {number} is not open for changes: no row can be added", "病例 {number} 目前不能增加新行"
)
ASK_REASON = Pair(
    "{message}. Give the reason in the column notes", "{message}；请在 notes 列写明原因"
)  # fmt: skip
NO_CONSENT = Pair("Without consent a case cannot be submitted", "未取得知情同意，不能提交")
STILL_IN_HOSPITAL = Pair(
    "The patient is still in hospital; a case is accepted after discharge", "患者仍在院，出院后方可通过"
)
OVERLAP = Pair(
    "Another case of this patient was on ECLS at this time", "此患者另有病例在该时间处于 ECLS 支持"
)
SET_ASIDE = Pair(
    "Not asked here: the answer is set aside and dropped after 30 days", "此处不适用：答案暂存，30 天后删除"
)
GAP = Pair("Runs are numbered 1, 2, 3 without a gap", "序号须从 1 起连续编号")
IN_HOSPITAL = 7


class Judge:
    """Judges dossiers. ``accept`` asks for what a submission and an acceptance ask."""

    def __init__(self, annexes: Sequence[Annex], *, accept: bool):
        self.annexes, self.accept = annexes, accept

    def judge(self, dossier: Dossier) -> Iterator[Problem]:
        """Every problem of the dossier; its cases are settled on the way. Each is told once."""
        self._settle(dossier)
        told = set()
        for problem in self._all(dossier):
            key = (problem.file, problem.row, problem.column, problem.rule, problem.message)
            if key not in told:
                told.add(key)
                yield problem

    def _settle(self, dossier: Dossier) -> None:
        """Stored cases about which the files say nothing new are left as they are."""
        for each in dossier.cases:
            each.record = Record(each.case, facts_of(dossier.texts | each.texts))
        for each in dossier.cases:
            settle_changes(each)
        touched = [each.record for each in dossier.named if each.is_touched]
        settle_all(touched, [each.record for each in dossier.cases])
        for annex in self.annexes:
            annex.settle(dossier.cases)
        for each in dossier.cases:
            settle_changes(each)

    def _all(self, dossier: Dossier) -> Iterator[Problem]:
        yield from _closed_patient(dossier)
        yield from _overlapping(dossier)
        for each in dossier.cases:
            yield from _closed_case(each, dossier)
            if each.is_touched or (self.accept and each.plan and each.case.is_editable):
                yield from self._case(each)
        for annex in self.annexes:
            if any(each.annexed.get(annex.kind) for each in dossier.named):
                yield from annex.judge(dossier.cases, strict=self.accept)

    def _case(self, each: CaseFile) -> Iterator[Problem]:
        yield from _numbers(each)
        yield from _set_aside(each)
        found = each.found = check(each.record)
        for flag in found.errors:
            if flag.rule != "entry" or (self.accept and not is_told(each, flag)):
                yield of_flag(each, flag, Level.ERROR)
        for flag in found.open_warnings:
            problem = of_flag(each, flag, Level.WARNING)
            yield warning_as_error(problem) if self.accept else problem
        level = Level.ERROR if self.accept else Level.NOTE
        for gap in found.unanswered:
            yield of_gap(each, gap, level)
        if self.accept:
            yield from _not_acceptable(each, found)


def warning_as_error(problem: Problem) -> Problem:
    """What acceptance makes of a warning without a reason."""
    message = Pair(
        *(text.format(message=said) for text, said in zip(ASK_REASON, problem.message, strict=True))
    )
    return replace(problem, message=message, level=Level.ERROR)


def _closed_patient(dossier: Dossier) -> Iterator[Problem]:
    """What differs of a patient some of whose cases are not open."""
    closed = next(
        (each.case for each in dossier.cases if not each.is_new and not each.case.is_editable), None
    )
    if dossier.is_new or closed is None or dossier.line is None:
        return
    for part in (dossier.patient, dossier.patient.perinatal):
        yield from _differences(dossier.cases[0], part, closed.number)
    names = {str(kind): name for name, kind in identifiers(PATIENTS).items()}
    for kind, text in dossier.texts.items():
        if text != dossier.stored_texts.get(kind):
            yield _not_open(dossier.line, names[kind], masked(kind, text), closed.number, "••••")


def _closed_case(each: CaseFile, dossier: Dossier) -> Iterator[Problem]:
    if each.is_new or each.case.is_editable or each.plan is None:
        return
    for place in each.record.places:
        if place.part is not dossier.patient and place.part is not dossier.patient.perinatal:
            yield from _differences(each, place.part, each.case.number)
    for part in each.added:
        if line := each.lines.get(id(part)):
            yield line.problem(line.table.keys[-1], ANOTHER_ROW.format(number=each.case.number))
    if each.texts != each.stored_texts and each.line:
        yield _not_open(each.line, "medical_record_no", "••••", each.case.number, "••••")


def _differences(each: CaseFile, part: Any, number: str) -> Iterator[Problem]:
    line, before = each.lines.get(id(part)), each.before.get(id(part))
    if line is None or before is None:
        return
    for name in each.changed.get(id(part), ()):
        stored = part.item_field(name).written(before.values[name]) or before.notes.get("missing", {}).get(
            name, ""
        )
        text = ";".join(stored) if isinstance(stored, list) else stored
        yield _not_open(line, name, line.cells.get(name, ""), number, text or "–")


def _not_open(line: Line, name: str, value: str, number: str, stored: str) -> Problem:
    return line.problem(name, NOT_OPEN.format(number=number, stored=stored), value)


def _not_acceptable(each: CaseFile, found: Check) -> Iterator[Problem]:
    line = each.line
    row = line.number if line else 0
    if not found.consented:
        yield Problem(ADMISSIONS.file, row, "data_consent", "", NO_CONSENT)
    if each.case.outcome.discharge_status == IN_HOSPITAL:
        yield Problem(ADMISSIONS.file, row, "discharge_status", str(IN_HOSPITAL), STILL_IN_HOSPITAL)


def _numbers(each: CaseFile) -> Iterator[Problem]:
    numbers = [run.run_number for run in each.record.runs]
    if not each.is_new and numbers != list(range(1, len(numbers) + 1)):
        line = each.lines.get(id(each.record.runs[-1]))
        yield Problem(RUNS.file, line.number if line else 0, RUN_NUMBER, str(numbers[-1]), GAP)


def _set_aside(each: CaseFile) -> Iterator[Problem]:
    """Cells whose answers do not apply."""
    for place in each.record.places:
        line = each.lines.get(id(place.part))
        for name in place.part.notes.get("hidden", {}):
            if line and line.cells.get(name) and notes.get(place.part.notes, "hidden", name):
                yield Problem(
                    line.table.file, line.number, name, line.cells[name], SET_ASIDE, Level.NOTE, "hidden"
                )


def _overlapping(dossier: Dossier) -> Iterator[Problem]:
    """A run that begins while another case of the patient is on support."""
    if len(dossier.cases) < 2:
        return
    for each in dossier.cases:
        others = [run for other in dossier.cases if other is not each for run in other.case.runs.all()]
        for run in each.case.runs.all() if each.is_new else ():
            if any(_was_on(other, run.run_start_at) for other in others):
                line = each.lines.get(id(run))
                yield Problem(
                    RUNS.file,
                    line.number if line else 0,
                    "run_start_at",
                    value_at(line, "run_start_at", run),
                    OVERLAP,
                )


def _was_on(run: Any, at: Any) -> bool:
    if at is None or run.run_start_at is None or run.run_start_at > at:
        return False
    return run.run_stop_at is None or run.run_stop_at >= at
