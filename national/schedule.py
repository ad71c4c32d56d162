"""The schedule of refreshes, and the rule that each period's work happens once."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django_celery_beat.models import IntervalSchedule, PeriodicTask

from national.models import RefreshKind, RefreshLog, RefreshState
from national.store import Moment

REFRESH_TASK = "national-refresh"
NIGHTLY_TASK = "national-nightly"
SHORTEST, LONGEST = 1, 1440  # minutes
LEASE = timedelta(minutes=20)  # a refresh that runs longer is taken to be dead
ATTEMPTS = 3


def interval_minutes() -> int:
    """Minutes between scheduled refreshes."""
    return PeriodicTask.objects.select_related("interval").get(name=REFRESH_TASK).interval.every


@transaction.atomic
def set_interval(minutes: int) -> None:
    """Change the schedule; beat takes it up within seconds. Raises ValueError outside 1 to 1,440 minutes."""
    if not SHORTEST <= minutes <= LONGEST:
        raise ValueError(f"the interval is between {SHORTEST} and {LONGEST} minutes")
    every, _ = IntervalSchedule.objects.get_or_create(every=minutes, period=IntervalSchedule.MINUTES)
    task = PeriodicTask.objects.select_for_update().get(name=REFRESH_TASK)
    task.interval = every
    task.save()  # tells beat


def claim(kind: RefreshKind, moment: Moment, period: str | None = None) -> RefreshLog | None:
    """The log row of this period's work, or None when somebody did it, is doing it, or it failed too often.

    Two schedulers, a redelivered message or a retry end up at the same row; a dead worker's is taken over.
    """
    if period is None:
        return RefreshLog.objects.create(kind=kind, as_of=moment.as_of, started_at=moment.at)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO national_refreshlog (kind, period, state, "full", as_of, started_at, attempts, cases, facts,
                                             results, detail, error)
            VALUES (%(kind)s, %(period)s, 'running', false, %(as_of)s, %(at)s, 1, 0, 0, 0, '{}', '')
            ON CONFLICT (kind, period) DO UPDATE
                SET state = 'running', started_at = %(at)s, finished_at = NULL,
                    attempts = national_refreshlog.attempts + 1
                WHERE national_refreshlog.attempts < %(attempts)s
                  AND (national_refreshlog.state = 'failed'
                       OR (national_refreshlog.state = 'running' AND national_refreshlog.started_at < %(dead)s))
            RETURNING id
            """,
            {
                "kind": kind,
                "period": period,
                "as_of": moment.as_of,
                "at": moment.at,
                "attempts": ATTEMPTS,
                "dead": moment.at - LEASE,
            },
        )
        found = cursor.fetchone()
    return RefreshLog.objects.get(pk=found[0]) if found else None


def give_up_on_the_dead(at: datetime) -> int:
    """Say of refreshes whose worker vanished that they failed. What they had begun was rolled back."""
    dead = RefreshLog.objects.filter(state=RefreshState.RUNNING, started_at__lt=at - LEASE)
    return dead.update(state=RefreshState.FAILED, error="the worker stopped", finished_at=at)


def minute(at: datetime) -> str:
    """The period of a scheduled refresh."""
    return at.strftime("%Y-%m-%dT%H:%MZ")


def forget_old_logs(at: datetime) -> int:
    """Delete log rows without news after a day, and uneventful ones after a year."""
    quiet = RefreshLog.objects.filter(state="done", cases=0, results=0, started_at__lt=at - timedelta(days=1))
    old = RefreshLog.objects.filter(state="done", started_at__lt=at - timedelta(days=366))
    return quiet.delete()[0] + old.delete()[0]
