"""Pages of the annual report: building and publishing for admins, reading for everybody."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from centers.access import Can, check_can
from centers.models import Job, SecurityEventKind
from centers.security_log import record
from national.forms.report import ReportForm
from national.models import ReportEdition, ReportFile
from national.report import jobs
from national.report.shelf import JobView, editions_on_shelf, published_years
from national.views.locking import standings

POLLING_ENDS = 286
"""The status at which htmx stops asking."""


@require_GET
def report_list(request: HttpRequest) -> HttpResponse:
    check_can(request.user, Can.BUILD_REPORT)
    return _report_list(request, ReportForm())


@require_POST
def report_start(request: HttpRequest) -> HttpResponse:
    check_can(request.user, Can.BUILD_REPORT)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _report_list(request, form, status=422)
    job = jobs.start(form.cleaned_data["year"], form.cleaned_data["languages"], by=request.user)
    return redirect("national:report_job", job=job.pk)


def _report_list(request: HttpRequest, form: ReportForm, status: int = 200) -> HttpResponse:
    recent = [JobView(job) for job in jobs.jobs().select_related("requested_by")[:8]]
    context = {"form": form, "editions": editions_on_shelf(), "jobs": recent, "years": standings()}
    return render(request, "national/report_list.html", context, status=status)


@require_GET
def report_job(request: HttpRequest, job: UUID) -> HttpResponse:
    check_can(request.user, Can.BUILD_REPORT)
    shown = JobView(get_object_or_404(jobs.jobs(), pk=job))
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "national/report_job.html", {"job": shown})
    status = POLLING_ENDS if shown.is_over else 200
    return render(request, "national/partials/report_progress.html", {"job": shown}, status=status)


@require_POST
def report_stop(request: HttpRequest, job: UUID) -> HttpResponse:
    check_can(request.user, Can.BUILD_REPORT)
    jobs.stop(get_object_or_404(jobs.jobs(), pk=job))
    return redirect("national:report_job", job=job)


@require_POST
def report_restart(request: HttpRequest, job: UUID) -> HttpResponse:
    """Build the same report again after it failed or was stopped."""
    check_can(request.user, Can.BUILD_REPORT)
    ended: Job = get_object_or_404(jobs.jobs(), pk=job)
    again = jobs.start(ended.params["year"], ended.params["languages"], by=request.user)
    return redirect("national:report_job", job=again.pk)


@require_POST
def report_publish(request: HttpRequest, edition: UUID) -> HttpResponse:
    """Show an edition to the public, or take it from there."""
    check_can(request.user, Can.BUILD_REPORT)
    found = get_object_or_404(ReportEdition.objects.select_related("snapshot"), pk=edition)
    public = request.POST.get("public") == "1"
    found.published_at = timezone.now() if public else None
    found.published_by = request.user if public else None  # type: ignore[assignment]
    found.save(update_fields=["published_at", "published_by"])
    record(SecurityEventKind.SETTING_CHANGED, object=str(found), published=public)
    messages.info(request, _("The edition is public.") if public else _("The edition is no longer public."))
    return redirect("national:report_list")


@require_GET
def report_file(request: HttpRequest, file: UUID) -> FileResponse:
    check_can(request.user, Can.BUILD_REPORT)
    found = get_object_or_404(ReportFile, pk=file)
    record(SecurityEventKind.DOWNLOAD, object=f"report file {found.name}", edition=str(found.edition_id))
    return _download(found)


@login_not_required  # published editions are for everybody
@require_GET
def public_reports(request: HttpRequest, lang: str) -> HttpResponse:
    return render(request, "national/reports.html", {"years": published_years()})


@login_not_required  # published editions are for everybody
@require_GET
def public_report_file(request: HttpRequest, lang: str, file: UUID) -> FileResponse:
    return _download(get_object_or_404(ReportFile, pk=file, edition__published_at__isnull=False))


def _download(file: ReportFile) -> FileResponse:
    """The stored bytes, always as a download under the file's own name."""
    options: dict[str, Any] = {"content_type": file.media_type, "filename": file.name.rsplit("/", 1)[-1]}
    response = FileResponse(default_storage.open(file.stored_as), as_attachment=True, **options)
    response["Content-Length"] = file.size
    return response
