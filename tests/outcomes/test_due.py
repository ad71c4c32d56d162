"""The due list of a center."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from centers.models import Center
from outcomes.due import Group, after, due_list, of_group
from outcomes.models import FollowUp
from registry.models import Case, HospitalOutcome, Patient
from tests.outcomes.people import center, noon, survivor

TODAY = date(2026, 11, 22)


@pytest.fixture
def where(everything: None) -> Center:
    return center("D01")


def listed(group: Group | None = None, as_of: date = TODAY) -> list[tuple[str, str]]:
    lines = due_list(Case.objects.all(), as_of)
    chosen = lines if group is None else of_group(lines, group)
    return [(line.case.number[-4:], line.task.window.key) for line in chosen]


def test_tasks_stand_in_the_order_of_work(where: Center) -> None:
    survivor(where, 1, started=date(2025, 10, 2))  # year 1 ended on 16 November
    survivor(where, 2, started=date(2026, 10, 20))  # 30 days were up on 19 November, open to the 26th
    survivor(where, 3, started=date(2026, 6, 1))  # 180 days on 28 November
    survivor(where, 4, started=date(2025, 12, 20))  # year 1 opens on 5 November, target 20 December
    survivor(where, 5, started=date(2026, 9, 25))  # 30 days overdue since 1 November
    assert listed(Group.OVERDUE) == [("0005", "D30"), ("0001", "Y1")]
    assert listed(Group.SOON) == [("0002", "D30"), ("0003", "D180")]
    assert listed(Group.LATER) == [("0004", "Y1")]


def test_days_overdue_are_counted_from_the_end_of_the_window(where: Center) -> None:
    survivor(where, 1, started=date(2025, 10, 2))
    line = due_list(Case.objects.all(), TODAY)[0]
    assert (line.on, line.days_overdue) == (date(2026, 11, 16), 6)


@pytest.mark.parametrize(
    ("state", "expected"), [("draft", 0), ("submitted", 1), ("returned", 1), ("accepted", 1)]
)
def test_drafts_have_no_follow_up(where: Center, state: str, expected: int) -> None:
    survivor(where, 1, started=date(2025, 10, 2), state=state)
    assert len(listed()) == expected


def test_who_withdrew_consent_is_left_alone(where: Center) -> None:
    case = survivor(where, 1, started=date(2025, 10, 2))
    Case.objects.filter(pk=case.pk).update(withdrawn_at=noon(TODAY))
    assert listed() == []


def test_the_first_run_by_time_counts(where: Center) -> None:
    case = survivor(where, 1, started=date(2025, 10, 2), state="draft")
    first = case.runs.get()
    first.pk, first.run_number, first.run_start_at = None, 2, noon(date(2025, 10, 20))
    first.save()
    Case.objects.filter(pk=case.pk).update(state="submitted")
    line = due_list(Case.objects.all(), date(2025, 11, 1))[0]
    assert line.case.course.started == date(2025, 10, 2)


def test_midnight_in_shanghai_decides_the_day(where: Center) -> None:
    case = survivor(where, 1, started=date(2025, 10, 2), state="draft")
    case.runs.update(run_start_at="2025-10-01T16:30:00Z")  # half past midnight on the second
    Case.objects.filter(pk=case.pk).update(state="submitted")
    assert due_list(Case.objects.all(), TODAY)[0].case.course.started == date(2025, 10, 2)


def test_a_death_in_another_stay_closes_every_window_of_the_patient(where: Center) -> None:
    first = survivor(where, 1, started=date(2025, 10, 2))
    second = survivor(where, 2, started=date(2026, 8, 1), patient=Patient.objects.get(), state="draft")
    HospitalOutcome.objects.filter(case=second).update(
        discharge_status=6, died=1, death_at=noon(date(2026, 8, 9))
    )
    Case.objects.filter(pk=second.pk).update(state="submitted")
    assert listed(as_of=date(2026, 8, 8)) == [(first.number[-4:], "D180")]
    assert listed(as_of=date(2026, 8, 9)) == []


def test_a_death_learned_of_later_closes_every_window_of_the_patient(where: Center) -> None:
    first = survivor(where, 1, started=date(2025, 10, 2))
    survivor(where, 2, started=date(2026, 8, 1), patient=Patient.objects.get())
    FollowUp.objects.create(
        center=where, case=first, fu_window="Y1", fu_vital_status=2, fu_date=date(2026, 11, 1)
    )
    assert listed() == []


def test_a_row_without_vital_status_answers_nothing(where: Center) -> None:
    case = survivor(where, 1, started=date(2025, 10, 2))
    FollowUp.objects.create(center=where, case=case, fu_window="Y1")
    assert listed() == [("0001", "Y1")]
    FollowUp.objects.update(fu_vital_status=1)
    assert listed() == [("0001", "Y2")]


def test_after_one_comes_the_next_that_is_due(where: Center) -> None:
    survivor(where, 1, started=date(2025, 10, 2))
    survivor(where, 2, started=date(2026, 10, 20))
    lines = due_list(Case.objects.all(), TODAY)
    one, two = lines
    assert after(lines, one.case.number, "Y1") is two
    assert after(lines, two.case.number, "D30") is one
    assert after(lines, "elsewhere", "Y1") is one
    assert after([one], one.case.number, "Y1") is None


def test_fifty_cases_cost_as_many_queries_as_one(where: Center) -> None:
    survivor(where, 1, started=date(2025, 10, 2))
    counts = []
    for serials in (range(2, 2), range(2, 51)):
        for serial in serials:
            survivor(where, serial, started=date(2025, 10, 2))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            lines = due_list(Case.objects.all(), TODAY)
        counts.append((len(lines), len(queries)))
    assert counts == [(1, 3), (50, 3)]
