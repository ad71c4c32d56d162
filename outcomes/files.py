"""Follow-ups in files: one row per case and window, judged as the form judges them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from crf.entry import plain_digits
from crf.hiding import hide, restore
from crf.pairs import Pair
from crf.questions import Problem as Told
from outcomes.contact import Contact
from outcomes.files_facts import contact_of
from outcomes.models import FollowUp
from outcomes.problems import problems, unanswered
from outcomes.recording import CLOSED, WITHDRAWN
from outcomes.windows import YEARLY, Why, parse_key, window_key
from registry.files.annexes import AnnexRow
from registry.files.dossiers import CaseFile
from registry.files.judging import warning_as_error
from registry.files.problems import Level, Problem
from registry.files.sheets import Line
from registry.files.tables import CASE_REF, table_of
from registry.models import Case
from registry.models.parts import Part

WINDOW, YEAR = "fu_window", "fu_year"
NO_WINDOW = Pair(
    "There is no such follow-up window; YN needs a year from 6 on, the others none",
    "没有此随访时间窗；YN 须填 6 及以上的年数，其他时间窗不填",
)
NOT_OF_CASE = Pair("This case has no such follow-up window", "此病例没有该随访时间窗")
UNANSWERED = Pair("Please answer this", "请填写此项")
KIND = "followup"
# A death closes windows on the page; in a file it may be told in any order, and rules compare the dates.
CLOSING = (Why.IN_HOSPITAL, Why.DECLINED)


class FollowUpFile:
    """The file ``followups.csv``."""

    table = table_of(KIND, (CASE_REF, WINDOW, YEAR), {KIND: FollowUp}, frozenset({YEAR}))
    kind = KIND
    model: type[Part] = FollowUp
    example: Sequence[dict[str, str]] = (
        {
            "fu_window": "D30",
            "fu_date": "2026-03-31",
            "fu_method": "1",
            "fu_respondent": "1",
            "fu_vital_status": "1",
            "fu_residence": "1",
            "fu_readmissions": "0",
            "fu_work_status": "3",
            "fu_dialysis": "0",
            "fu_home_oxygen": "0",
            "fu_mrs": "2",
            "fu_cpc": "1",
            "fu_eq5d_mobility": "1",
            "fu_eq5d_selfcare": "1",
            "fu_eq5d_activity": "2",
            "fu_eq5d_pain": "1",
            "fu_eq5d_anxiety": "2",
            "fu_eq5d_vas": "80",
        },
    )

    def key(self, line: Line) -> Hashable | Problem:
        """Code and year of the window."""
        code, year = (plain_digits(line.cells.get(name, "")) for name in (WINDOW, YEAR))
        try:
            found = parse_key(f"Y{int(year)}" if code == YEARLY else code)
        except (KeyError, ValueError):
            return line.problem(WINDOW, NO_WINDOW)
        return line.problem(YEAR, NO_WINDOW) if year and code != YEARLY else found

    def stored(self, cases: Iterable[int]) -> dict[int, dict[Hashable, Any]]:
        found: dict[int, dict[Hashable, Any]] = defaultdict(dict)
        for row in FollowUp.objects.filter(case__in=list(cases)):
            found[row.case_id][row.fu_window, row.fu_year] = row
        return found

    def new(self, case: Case, key: Any, by: Any) -> FollowUp:
        code, year = key
        row = FollowUp(case=case, center_id=case.center_id, fu_window=code, fu_year=year)
        row.recorded_by = by
        return row

    def cells(self, part: Any) -> dict[str, str]:
        return {WINDOW: part.fu_window, YEAR: "" if part.fu_year is None else str(part.fu_year)}

    def order(self, part: Any) -> tuple[int, int]:
        """Windows in the order of their list."""
        codes = FollowUp.item_field(WINDOW).item.codes.codes
        return codes.index(part.fu_window), part.fu_year or 0

    def settle(self, cases: Sequence[CaseFile]) -> None:
        """Repeated, as hiding one answer can decide about another."""
        for each, row in _lined(cases):
            for _ in range(3):
                contact = contact_of(each, row.part, cases, timezone.localdate())
                conditional = [item.name for item in row.part.items() if item.when and not item.system]
                if not [name for name in conditional if _move(contact, name)]:
                    break

    def judge(self, cases: Sequence[CaseFile], *, strict: bool) -> Iterator[Problem]:
        today = timezone.localdate()
        for each, row in _lined(cases):
            if row.is_new or id(row.part) in each.annex_changed:
                for problem in _judged(each, row, cases, today):
                    is_open = strict and problem.level == Level.WARNING
                    yield warning_as_error(problem) if is_open else problem


def _lined(cases: Iterable[CaseFile]) -> list[tuple[CaseFile, AnnexRow]]:
    return [(each, row) for each in cases for row in each.annexed.get(KIND, {}).values() if row.line]


def _move(contact: Contact, name: str) -> bool:
    if contact.holds(name):
        return restore(contact.part, name)
    return hide(contact.part, name, timezone.now())


def _judged(each: CaseFile, row: AnnexRow, cases: Sequence[CaseFile], today: date) -> Iterator[Problem]:
    line = row.line
    assert line is not None  # noqa: S101 - asked of rows with a line
    if row.is_new and each.case.withdrawn_at:
        yield line.problem(WINDOW, WITHDRAWN)
        return
    try:
        contact = contact_of(each, row.part, cases, today, needs_window=True)
    except KeyError:
        yield line.problem(WINDOW, NOT_OF_CASE, window_key(row.part.fu_window, row.part.fu_year))
        return
    if row.is_new and contact.task.why in CLOSING:
        yield line.problem(WINDOW, CLOSED[contact.task.why])
    yield from _found(line, contact)


def _found(line: Line, contact: Contact) -> Iterator[Problem]:
    told = problems(contact)
    for name, listed in told.items():
        for problem in listed:
            if problem.rule != "entry" and not problem.is_settled:
                yield _as_problem(line, name, problem)
    for item in unanswered(contact):
        if item.name not in told:
            yield Problem(line.table.file, line.number, item.name, "", UNANSWERED, Level.NOTE)


def _as_problem(line: Line, name: str, problem: Told) -> Problem:
    level = Level.ERROR if problem.is_error else Level.WARNING
    return Problem(
        line.table.file, line.number, name, line.cells.get(name, ""), problem.message, level, problem.rule
    )
