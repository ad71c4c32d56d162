"""What the database itself holds about follow-ups."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from centers.models import Center
from centers.rls import Scope, scope
from outcomes.models import FollowUp
from registry.models import Case, TouchedRun
from tests.outcomes.people import center, survivor


@pytest.fixture
def places(db: None) -> tuple[Center, Case]:
    where = center("D01")
    return where, survivor(where, 1, started=date(2025, 10, 2))


def test_a_follow_up_of_an_accepted_case_is_saved_and_marks_the_case(
    places: tuple[Center, Case], everything: None
) -> None:
    where, case = places
    TouchedRun.objects.all().delete()
    FollowUp.objects.create(center=where, case=case, fu_window="Y1", fu_vital_status=1)
    assert [(mark.case_id, mark.run_id) for mark in TouchedRun.objects.all()] == [(case.pk, None)]


def test_one_row_per_window_and_one_per_later_year(places: tuple[Center, Case], everything: None) -> None:
    where, case = places
    FollowUp.objects.create(center=where, case=case, fu_window="Y1")
    FollowUp.objects.create(center=where, case=case, fu_window="YN", fu_year=6)
    FollowUp.objects.create(center=where, case=case, fu_window="YN", fu_year=7)
    for window, year in (("Y1", None), ("YN", 6), ("YN", None), ("Y2", 6), ("YN", 5), ("Y9", None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            FollowUp.objects.create(center=where, case=case, fu_window=window, fu_year=year)


def test_another_center_neither_sees_nor_writes_it(places: tuple[Center, Case]) -> None:
    where, case = places
    other = center("D02")
    with scope(Scope(read=(where.pk,), write=(where.pk,))):
        FollowUp.objects.create(center=where, case=case, fu_window="Y1")
    with scope(Scope(read=(other.pk,), write=(other.pk,))):
        assert not FollowUp.objects.exists()
        assert FollowUp.objects.update(fu_mrs=1) == 0
        for owner in (where, other):
            with pytest.raises(DatabaseError), transaction.atomic():
                FollowUp.objects.create(center=owner, case=case, fu_window="Y2")


def test_a_row_never_moves_to_another_window(places: tuple[Center, Case], everything: None) -> None:
    where, case = places
    FollowUp.objects.create(center=where, case=case, fu_window="Y1")
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUp.objects.update(fu_window="Y2")


def test_each_write_leaves_a_history_row(places: tuple[Center, Case], everything: None) -> None:
    where, case = places
    row = FollowUp.objects.create(center=where, case=case, fu_window="Y1", fu_mrs=2)
    FollowUp.objects.filter(pk=row.pk).update(fu_mrs=3)
    FollowUp.objects.filter(pk=row.pk).delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pgh_label, fu_mrs FROM outcomes_followupevent ORDER BY pgh_id")
        assert cursor.fetchall() == [("insert", 2), ("update", 3), ("delete", 3)]
