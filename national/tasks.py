"""Background work on the figures. Each task may run twice, late or not at all: the next one makes up for it."""

from celery import shared_task

from national.models import RefreshKind
from national.refresh import moment_now, recorded, refresh, verify
from national.schedule import claim, forget_old_logs, give_up_on_the_dead, minute


@shared_task(name="national.scheduled_refresh")
def scheduled_refresh() -> None:
    """Take in what was touched; once per minute, however many schedulers ask."""
    moment = moment_now()
    give_up_on_the_dead(moment.at)
    if row := claim(RefreshKind.SCHEDULED, moment, minute(moment.at)):
        recorded(row, lambda: refresh(moment, wait=False))


@shared_task(name="national.refresh_now")
def refresh_now() -> None:
    """Right after a case entered or left the figures. While another refresh is at work, the schedule does it."""
    moment = moment_now()
    if row := claim(RefreshKind.ACCEPTANCE, moment):
        recorded(row, lambda: refresh(moment, wait=False))


@shared_task(
    name="national.nightly",
    autoretry_for=(Exception,),
    max_retries=2,
    retry_backoff=60,
)
def nightly() -> None:
    """Compute everything from nothing and compare; once per night, three tries."""
    moment = moment_now()
    if row := claim(RefreshKind.NIGHTLY, moment, moment.as_of.isoformat()):
        recorded(row, lambda: verify(moment))
        forget_old_logs(moment.at)
