"""The analysis table: each definition of outcome, time and episode, one case at a time."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from centers.rls import Scope, scope
from national.models import RunFact
from registry.models import Case
from tests.national.builder import CHINA, START, case, follow_up, move, run

pytestmark = pytest.mark.django_db


def fact(made):
    return RunFact.objects.get(case_id=made.pk)


def test_a_fact_is_complete_in_itself(center, refreshed):
    made = case(center, runs=[run(hours=100.5)], days=20)

    refreshed()

    row = fact(made)
    assert (row.center_id, row.year, row.province, row.state) == (center.pk, 2024, "31", "accepted")
    assert (row.age_group, row.age_years, row.age_band, row.sex) == ("A", 53, "50-59", 1)
    assert (row.support_type, row.initial_mode, row.diagnosis, row.diagnosis_group) == (
        2,
        "VA",
        "C01",
        "CARD-A",
    )
    assert (row.minutes, row.episode_minutes, row.head, row.first_run) == (6030, 6030, True, True)
    assert (row.survived_ecls, row.weaned, row.survived_to_discharge) == (True, True, True)
    assert (row.time_days, row.event, row.censor_reason) == (20, False, "discharged")


@pytest.mark.parametrize("state", ["draft", "submitted", "returned"])
def test_only_accepted_and_locked_cases_are_counted(center, refreshed, state):
    case(center, state="submitted" if state == "returned" else state)
    if state == "returned":
        move(Case.objects.get(), "returned")

    refreshed()

    assert not RunFact.objects.exists()


def test_a_case_leaves_the_figures_when_it_is_returned_or_withdrawn(center, refreshed):
    first, second = case(center), case(center)
    refreshed()

    move(first, "returned")
    Case.objects.filter(pk=second.pk).update(withdrawn_at=START)
    refreshed()

    assert not RunFact.objects.exists()


def test_the_year_is_that_of_the_start_in_china(center, refreshed):
    """31 December 2023, 17:00 in UTC, is already 2024 in Shanghai."""
    made = case(center, runs=[run(datetime(2024, 1, 1, 1, 0, tzinfo=CHINA))])

    refreshed()

    assert (fact(made).year, fact(made).started_on) == (2024, date(2024, 1, 1))


@pytest.mark.parametrize(
    ("born", "group", "years"),
    [
        (date(2024, 3, 1), "N", 0),
        (date(2024, 2, 2), "N", 0),  # 28 days
        (date(2024, 2, 1), "P", 0),  # 29 days
        (date(2006, 3, 2), "P", 17),
        (date(2006, 3, 1), "A", 18),
        (None, "U", None),
    ],
)
def test_age_groups_at_their_edges(center, refreshed, born, group, years):
    made = case(center, born=born)

    refreshed()

    assert (fact(made).age_group, fact(made).age_years) == (group, years)


@pytest.mark.parametrize(
    ("ended", "survived", "weaned"),
    [
        ({}, True, True),
        ({"alive_24h_after_stop": 0}, False, False),
        ({"alive_24h_after_stop": None}, None, None),
        ({"stop_reason": 2, "alive_24h_after_stop": None}, False, False),
        ({"stop_reason": 12, "alive_24h_after_stop": None}, None, None),
        ({"vad_after": 4}, True, False),
        ({"transplant_type": 1}, True, False),
        ({"transplant_type": 4}, True, True),  # a liver is no weaning failure
        ({"ecls_restarted": 1}, True, False),
        ({"vad_after": None}, True, None),
    ],
)
def test_survived_ecls_and_weaned(center, refreshed, ended, survived, weaned):
    made = case(center, runs=[run(**ended)])

    refreshed()

    assert (fact(made).survived_ecls, fact(made).weaned) == (survived, weaned)


DAY_10 = START + timedelta(days=10)
DAY_45 = START + timedelta(days=45)


@pytest.mark.parametrize(
    ("status", "outcome", "survived", "if_terminal_alive", "if_transfer_unknown"),
    [
        (1, {}, True, True, True),
        (2, {}, True, True, True),
        (3, {}, True, True, None),
        (4, {}, True, True, None),
        (8, {}, True, True, True),
        (6, {"died": 1, "death_at": DAY_10}, False, False, False),
        (5, {}, False, True, False),
        (5, {"alive_30d_known": 0, "died": 0}, False, True, False),
        (5, {"alive_30d_known": 1, "died": 0}, True, True, True),
        (5, {"died": 1, "death_at": DAY_10 + timedelta(days=2)}, False, True, False),
        (5, {"died": 1, "death_at": DAY_45}, True, True, True),
        (None, {}, None, None, None),
    ],
)
def test_survived_to_discharge_and_its_variants(
    center, refreshed, status, outcome, survived, if_terminal_alive, if_transfer_unknown
):
    made = case(center, status=status, days=10, **outcome)

    refreshed()

    row = fact(made)
    assert row.survived_to_discharge is survived
    assert row.survived_if_terminal_alive is if_terminal_alive
    assert row.survived_if_transfer_unknown is if_transfer_unknown


@pytest.mark.parametrize(
    ("status", "outcome", "time", "event"),
    [
        (1, {}, 10, False),  # known alive at discharge, not today
        (6, {"died": 1, "death_at": START + timedelta(hours=2)}, 0, True),  # the first day is legal
        (6, {"died": 1, "death_at": DAY_10}, 10, True),
        (5, {}, 10, True),
        (5, {"died": 1, "death_at": DAY_45}, 45, True),
        (5, {"alive_30d_known": 1, "died": 0}, 40, False),
        (1, {"alive_30d_known": 1, "died": 0}, 30, False),
        (1, {"died": 1, "death_at": DAY_45}, 45, True),
    ],
)
def test_time_and_event_of_survival(center, refreshed, status, outcome, time, event):
    made = case(center, status=status, days=10, runs=[run(hours=48)], **outcome)

    refreshed()

    assert (fact(made).time_days, fact(made).event) == (time, event)


def test_days_are_calendar_days_in_china(center, refreshed):
    """From 23:30 to 00:30 is one day, though an hour."""
    start = datetime(2024, 3, 1, 23, 30, tzinfo=CHINA)
    made = case(
        center, status=6, runs=[run(start, 1, stop_reason=2)], died=1, death_at=start + timedelta(hours=1)
    )

    refreshed()

    assert (fact(made).time_days, fact(made).minutes) == (1, 60)


def test_follow_up_moves_the_end_of_observation(center, refreshed):
    made = case(center, days=10)
    follow_up(made, "D180", date(2024, 9, 1))
    refreshed()
    assert (fact(made).time_days, fact(made).event, fact(made).censor_reason) == (184, False, "follow_up")

    follow_up(made, "Y1", date(2025, 3, 1), vital=3, fu_last_known_alive=date(2024, 12, 1))
    refreshed()
    assert (fact(made).time_days, fact(made).event, fact(made).censor_reason) == (275, False, "lost")

    follow_up(made, "Y2", date(2026, 3, 1), vital=2, fu_death_date=date(2025, 2, 1), fu_death_cause=4)
    refreshed()
    assert (fact(made).time_days, fact(made).event, fact(made).cause) == (337, True, 4)


def test_a_death_is_the_persons_whichever_admission_told_it(center, other, refreshed):
    first = case(center, person="same", days=10)
    case(other, person="same", runs=[run(DAY_45)], status=6, died=1, death_at=DAY_45 + timedelta(days=5))

    refreshed()

    assert (fact(first).time_days, fact(first).event, fact(first).survived_to_discharge) == (50, True, True)


HANDOVER = START + timedelta(hours=30)


def handed_over(center, other, *, gap_hours=3, **received):
    """The first run of a person here, and its continuation there."""
    sent = case(
        center,
        person="moved",
        status=4,
        days=1.25,
        runs=[run(hours=30, stop_reason=12, alive_24h_after_stop=None)],
    )
    arrived = HANDOVER + timedelta(hours=gap_hours)
    taken = case(
        other, person="moved", source=4, admitted=arrived, runs=[run(START, 200)], days=40, **received
    )
    return sent, taken


def test_a_run_continued_elsewhere_is_one_episode(center, other, refreshed):
    sent, taken = handed_over(center, other, status=6, died=1, death_at=START + timedelta(days=40))

    refreshed()

    head, tail = fact(sent), fact(taken)
    assert (head.head, head.first_run, head.episode_rows) == (True, True, 2)
    assert (tail.head, tail.first_run, tail.episode_rows) == (False, False, 1)
    assert (head.minutes, head.episode_minutes) == (30 * 60, 200 * 60)
    assert (head.survived_ecls, head.survived_to_discharge, head.discharge_status) == (True, False, 6)
    assert (head.time_days, head.event) == (40, True)
    assert head.quality_flags == []


def test_a_handover_more_than_a_day_apart_is_no_episode(center, other, refreshed):
    sent, taken = handed_over(center, other, gap_hours=25)

    refreshed()

    assert (fact(sent).head, fact(taken).head) == (True, True)
    assert (fact(sent).survived_ecls, fact(sent).survived_to_discharge) == (None, True)
    assert fact(sent).quality_flags == ["transfer_unlinked"]


def test_an_unlinked_transfer_is_censored_at_the_handover(center, refreshed):
    sent = case(center, status=4, runs=[run(hours=30, stop_reason=12, alive_24h_after_stop=None)], days=1.25)

    refreshed()

    assert (fact(sent).time_days, fact(sent).event, fact(sent).censor_reason) == (1, False, "transferred")


def test_an_episode_falls_apart_when_its_second_half_is_returned(center, other, refreshed):
    sent, taken = handed_over(center, other)
    refreshed()
    assert fact(sent).episode_rows == 2

    move(taken, "returned")
    refreshed()

    assert (fact(sent).episode_rows, fact(sent).survived_ecls) == (1, None)


def test_a_later_run_of_the_receiving_center_is_not_first(center, other, refreshed):
    case(
        center,
        person="moved",
        status=4,
        runs=[run(hours=30, stop_reason=12, alive_24h_after_stop=None)],
    )
    arrived = HANDOVER + timedelta(hours=2)
    again = START + timedelta(days=20)
    case(other, person="moved", source=4, admitted=arrived, runs=[run(START, 200), run(again, 50)], days=60)

    refreshed()

    rows = RunFact.objects.order_by("started_on", "head")
    assert sorted((r.head, r.first_run) for r in rows) == [(False, False), (True, False), (True, True)]


def test_correcting_an_identity_rewrites_both_persons(center, other, refreshed):
    sent, taken = handed_over(center, other)
    refreshed()

    taken.patient.person_key = "somebody else"
    taken.patient.save(update_fields=["person_key"])
    refreshed()

    assert (fact(sent).episode_rows, fact(taken).head) == (1, True)


def test_facts_are_written_by_the_refresh_alone(center, refreshed):
    made = case(center)
    refreshed()

    with scope(Scope(read="*", write="*", review="*")):
        assert RunFact.objects.filter(case_id=made.pk).update(survived_ecls=False) == 0
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO national_runfact SELECT * FROM national_runfact")


def test_facts_of_other_centers_are_invisible(center, other, refreshed):
    case(center)
    case(other)
    refreshed()

    with scope(Scope(read=(center.pk,))):
        assert [row.center_id for row in RunFact.objects.all()] == [center.pk]
    with scope(Scope()):
        assert not RunFact.objects.exists()
