"""Background work of the annual report. The message carries an id; the job's row says what is to be done."""

from uuid import UUID

from celery import shared_task

from national.report import jobs


@shared_task(name="national.build_annual_report")
def build_annual_report(job_id: str) -> None:
    """Build one report; a second message for the same job finds nothing to do."""
    if job := jobs.claim(UUID(job_id)):
        jobs.run(job)


@shared_task(name="national.resend_reports")
def resend_reports() -> None:
    """Send jobs again whose message or worker was lost."""
    for job in jobs.waiting_or_dead():
        jobs.send(job.pk)
