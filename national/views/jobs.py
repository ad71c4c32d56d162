"""The jobs page: the schedule of the figures, the last refreshes, and what went wrong."""

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from centers.access import Can, check_can
from centers.models import Job, JobState, SecurityEventKind
from centers.security_log import record
from national.apps import refresh_soon
from national.forms.jobs import IntervalForm
from national.models import RefreshKind, RefreshLog, RefreshState
from national.schedule import interval_minutes, set_interval
from national.statistics import STATISTICS
from registry.models import TouchedRun

SHOWN = 15
KINDS = {
    RefreshKind.SCHEDULED: gettext_lazy("Scheduled"),
    RefreshKind.ACCEPTANCE: gettext_lazy("After a review"),
    RefreshKind.COMMAND: gettext_lazy("Command"),
    RefreshKind.NIGHTLY: gettext_lazy("Nightly comparison"),
}
TONES = {"running": "info", "done": "ok", "different": "err", "failed": "err"}
STATES = {
    RefreshState.RUNNING: gettext_lazy("Running"),
    RefreshState.DONE: gettext_lazy("Done"),
    RefreshState.DIFFERENT: gettext_lazy("Differences found"),
    RefreshState.FAILED: gettext_lazy("Failed"),
}


@require_GET
def jobs(request: HttpRequest) -> HttpResponse:
    check_can(request.user, Can.EDIT_SCHEDULE)
    return _page(request, IntervalForm(initial={"minutes": interval_minutes()}))


@require_POST
def change_interval(request: HttpRequest) -> HttpResponse:
    check_can(request.user, Can.EDIT_SCHEDULE)
    form = IntervalForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    before, minutes = interval_minutes(), form.cleaned_data["minutes"]
    set_interval(minutes)
    record(SecurityEventKind.SETTING_CHANGED, object="refresh interval", before=before, minutes=minutes)
    messages.success(request, _("The figures are now refreshed every %(n)s minutes.") % {"n": minutes})
    return redirect("national:jobs")


@require_POST
def refresh_now(request: HttpRequest) -> HttpResponse:
    check_can(request.user, Can.EDIT_SCHEDULE)
    refresh_soon()
    messages.info(request, _("A worker refreshes the figures now."))
    return redirect("national:jobs")


@require_POST
def acknowledge(request: HttpRequest, log: int) -> HttpResponse:
    """Take an alarm off the page; its row stays."""
    check_can(request.user, Can.EDIT_SCHEDULE)
    row = get_object_or_404(_alarms(), pk=log)
    row.acknowledged_at = timezone.now()
    row.save(update_fields=["acknowledged_at"])
    record(SecurityEventKind.SETTING_CHANGED, object=f"alarm of {row}", state=row.state)
    return redirect("national:jobs")


def _page(request: HttpRequest, form: IntervalForm, status: int = 200) -> HttpResponse:
    latest = RefreshLog.objects.filter(finished_at__isnull=False).first()
    context = {
        "form": form,
        "latest": latest,
        "waiting": TouchedRun.objects.values("case_id").distinct().count(),
        "alarms": [_told(row) for row in _alarms()[:SHOWN]],
        "refreshes": [_told(row) for row in _eventful()[:SHOWN]],
        "failed_jobs": Job.objects.filter(state=JobState.FAILED).select_related("requested_by")[:SHOWN],
    }
    return render(request, "national/jobs.html", context, status=status)


def _alarms() -> QuerySet[RefreshLog]:
    wrong = (RefreshState.DIFFERENT, RefreshState.FAILED)
    return RefreshLog.objects.filter(state__in=wrong, acknowledged_at=None)


def _eventful() -> QuerySet[RefreshLog]:
    """Refreshes that found something to do, and every comparison."""
    quiet = Q(state=RefreshState.DONE, cases=0, results=0) & ~Q(
        kind__in=(RefreshKind.NIGHTLY, RefreshKind.COMMAND)
    )
    return RefreshLog.objects.exclude(quiet)


def _told(row: RefreshLog) -> dict[str, Any]:
    """A log row in words."""
    seconds = (row.finished_at - row.started_at).total_seconds() if row.finished_at else None
    return {
        "row": row,
        "kind": KINDS[RefreshKind(row.kind)],
        "state": STATES[RefreshState(row.state)],
        "tone": TONES[row.state],
        "seconds": seconds,
        "statistics": [STATISTICS[key].label for key in row.detail.get("results", {}) if key in STATISTICS],
        "years": ", ".join(row.detail.get("runs_by_year", {})),
    }
