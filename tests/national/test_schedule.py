"""Each period's work happens once, whoever asks; a refresh leaves no trace when it fails."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from national import tasks
from national.facts.refresh import refreshing
from national.models import RefreshKind, RefreshLog, RefreshState, RunFact
from national.policy import settings_are_allowed
from national.refresh import recorded, refresh
from national.schedule import ATTEMPTS, claim, forget_old_logs, give_up_on_the_dead, minute
from registry.actions.review import figures_changed
from registry.models import TouchedRun
from tests.national.builder import case

pytestmark = pytest.mark.django_db


def test_two_schedulers_share_one_period(moment):
    first = claim(RefreshKind.SCHEDULED, moment, minute(moment.at))

    assert first is not None
    assert claim(RefreshKind.SCHEDULED, moment, minute(moment.at + timedelta(seconds=20))) is None
    assert claim(RefreshKind.SCHEDULED, moment, minute(moment.at + timedelta(minutes=1))) is not None


def test_the_work_of_a_dead_worker_is_taken_over(moment):
    first = claim(RefreshKind.NIGHTLY, moment, "2026-11-22")
    later = replace(moment, at=moment.at + timedelta(minutes=30))

    taken = claim(RefreshKind.NIGHTLY, later, "2026-11-22")

    assert (taken.pk, taken.attempts) == (first.pk, 2)


def test_a_finished_period_is_never_done_again(moment):
    row = claim(RefreshKind.NIGHTLY, moment, "2026-11-22")
    RefreshLog.objects.filter(pk=row.pk).update(state=RefreshState.DONE)

    assert (
        claim(RefreshKind.NIGHTLY, replace(moment, at=moment.at + timedelta(hours=5)), "2026-11-22") is None
    )


def test_a_failing_period_is_tried_three_times(moment):
    for attempt in range(ATTEMPTS):
        row = claim(RefreshKind.NIGHTLY, moment, "2026-11-22")
        assert row.attempts == attempt + 1
        with pytest.raises(ZeroDivisionError):
            recorded(row, lambda: 1 // 0)

    assert claim(RefreshKind.NIGHTLY, moment, "2026-11-22") is None
    row.refresh_from_db()
    assert (row.state, row.error) == ("failed", "ZeroDivisionError: integer division or modulo by zero")


def test_a_refresh_that_fails_keeps_the_marks(center, moment, monkeypatch):
    case(center)
    waiting = TouchedRun.objects.count()

    def fail(*args, **kwargs):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    monkeypatch.setattr("national.refresh.release", fail)
    with pytest.raises(DatabaseError):
        refresh(moment)

    assert TouchedRun.objects.count() == waiting > 0
    assert not RunFact.objects.exists()


def test_tasks_record_what_they_did(center):
    case(center)

    tasks.scheduled_refresh()
    tasks.scheduled_refresh()
    tasks.refresh_now()
    tasks.nightly()

    done = list(RefreshLog.objects.order_by("pk").values_list("kind", "state", "cases"))
    assert done[0] == ("scheduled", "done", 1)
    assert [kind for kind, _, _ in done[-2:]] == ["acceptance", "nightly"]
    assert {state for _, state, _ in done} == {"done"}


def test_a_case_that_enters_the_figures_asks_for_a_refresh(broker, servers):
    import redis

    figures_changed.send(sender=None, case_id=1)

    with redis.Redis(unix_socket_path=str(servers.broker.socket)) as client:
        assert client.llen("celery") == 1
        assert b"national.refresh_now" in client.lindex("celery", 0)


def test_no_broker_is_no_reason_to_refuse_an_acceptance(monkeypatch, caplog):
    def away(**kwargs):
        raise ConnectionError("no broker")

    monkeypatch.setattr(tasks.refresh_now, "apply_async", away)

    figures_changed.send(sender=None, case_id=1)

    assert "figures follow with the schedule" in caplog.text


def test_a_refresh_whose_worker_vanished_is_shown_as_failed(moment):
    claim(RefreshKind.ACCEPTANCE, moment)

    assert give_up_on_the_dead(moment.at + timedelta(minutes=5)) == 0
    assert give_up_on_the_dead(moment.at + timedelta(minutes=21)) == 1

    row = RefreshLog.objects.get()
    assert (row.state, row.error) == ("failed", "the worker stopped")


def test_uneventful_logs_are_forgotten(moment):
    for days, cases in ((0, 0), (2, 0), (2, 3), (400, 3)):
        at = moment.at - timedelta(days=days)
        RefreshLog.objects.create(
            kind="scheduled",
            period=f"{days} {cases}",
            state="done",
            as_of=at.date(),
            started_at=at,
            cases=cases,
        )

    forget_old_logs(moment.at)

    assert set(RefreshLog.objects.values_list("period", flat=True)) == {"0 0", "2 3"}


@pytest.mark.django_db(transaction=True)
def test_a_refresh_beside_another_one_leaves_the_work_to_it(moment):
    """Two connections: while one refreshes, a scheduled refresh ends at once and raises no alarm."""
    from threading import Thread

    from django.db import connections

    def beside():
        tasks.scheduled_refresh()
        connections.close_all()

    with refreshing():
        thread = Thread(target=beside)
        thread.start()
        thread.join()

    row = RefreshLog.objects.get()
    assert (row.state, row.detail) == ("done", {"busy": True})


@pytest.mark.parametrize(
    ("setting", "value", "code"),
    [("SMALL_CELL_MIN", 4, "national.E001"), ("VOLUME_CUT_POINTS", [20, 5], "national.E002")],
)
def test_settings_that_would_release_small_cells_are_refused(settings, setting, value, code):
    assert settings_are_allowed() == []

    setattr(settings, setting, value)

    assert [error.id for error in settings_are_allowed()] == [code]
