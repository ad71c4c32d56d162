"""Pages of the annual report: who may do what, what they show, what is handed out."""

import hashlib
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from centers.models import Job, JobState, Role, SecurityEvent
from centers.rls import READ_ALL, scope
from national.models import ReportEdition, ReportFile, Snapshot
from national.report import editions, jobs
from tests.factories.people import make_center, person_with
from tests.national.report import sample


@pytest.fixture
def edition(db: None) -> ReportEdition:
    document = sample.snapshot()
    snapshot = Snapshot.objects.create(
        year=2025, edition=1, provisional=False, cut_at=document["cut_at"], sha256="9f" * 32,
        definition_version="1.0", code_version="0a1b2c3d4e5f", results=[],
    )  # fmt: skip
    files = {"ecls-report-2025-edition1-zh.pdf": b"%PDF-1.7 zh", "ecls-tables-2025-edition1.xlsx": b"PK",
             "csv/outcomes.csv": b"a", "manifest.json": b"{}"}  # fmt: skip
    return editions._keep(snapshot, "zh", False, files)


@pytest.fixture
def admin(db: None) -> Any:
    return person_with(Role.ADMIN)


def signed_in(client: Any, user: Any) -> Any:
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("role", "status"),
    [(None, 302), (Role.COORDINATOR, 403), (Role.DIRECTOR, 403), (Role.REVIEWER, 403), (Role.ADMIN, 200)],
)
def test_admin_pages_and_files_by_role(
    client: Any, edition: ReportEdition, role: str | None, status: int
) -> None:
    if role:
        center = make_center() if role in (Role.COORDINATOR, Role.DIRECTOR) else None
        signed_in(client, person_with(role, center))
    job = Job.objects.create(
        kind=jobs.KIND, requested_by=person_with(Role.ADMIN), params={"year": 2025, "languages": ["zh"]}
    )
    file = edition.files.get(name="ecls-report-2025-edition1-zh.pdf")

    answers = [
        client.get(reverse("national:report_list")),
        client.get(reverse("national:report_job", args=[job.pk])),
        client.get(reverse("national:report_file", args=[file.pk])),
    ]
    acts = [
        client.post(reverse("national:report_start"), {"year": 2025, "languages": "zh"}),
        client.post(reverse("national:report_stop", args=[job.pk])),
        client.post(reverse("national:report_restart", args=[job.pk])),
        client.post(reverse("national:report_publish", args=[edition.pk]), {"public": "1"}),
    ]

    assert [answer.status_code for answer in answers] == [status] * 3
    allowed = {200: [422, 302, 302, 302]}
    assert [answer.status_code for answer in acts] == allowed.get(status, [status] * 4)


def test_starting_queues_a_job_and_shows_it(
    client: Any, admin: Any, monkeypatch: Any, django_capture_on_commit_callbacks: Any
) -> None:
    sent: list[Any] = []
    monkeypatch.setattr(jobs, "send", sent.append)
    monkeypatch.setattr("national.forms.report.years", lambda _: [2024, 2025])
    signed_in(client, admin)

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("national:report_start"), {"year": "2025", "languages": ["zh", "en"]})

    job = Job.objects.get()
    assert answer.url == reverse("national:report_job", args=[job.pk])
    assert (job.params, job.requested_by, sent) == (
        {"year": 2025, "languages": ["zh", "en"]},
        admin,
        [job.pk],
    )


@pytest.mark.parametrize(
    ("state", "status"), [(JobState.RUNNING, 200), (JobState.DONE, 286), (JobState.FAILED, 286)]
)
def test_polling_ends_with_the_job(client: Any, admin: Any, state: str, status: int) -> None:
    over = timezone.now() if state != JobState.RUNNING else None
    params = {"year": 2025, "languages": ["zh"]}
    result = {"step": "draw", "done": 3, "total": 8, "seconds": {}}
    job = Job.objects.create(
        kind=jobs.KIND, requested_by=admin, params=params, state=state, finished_at=over, result=result
    )

    answer = signed_in(client, admin).get(
        reverse("national:report_job", args=[job.pk]), headers={"HX-Request": "true"}
    )

    assert answer.status_code == status
    assert ("hx-trigger" in answer.content.decode()) == (state == JobState.RUNNING)
    assert ("3 / 8" in answer.content.decode()) == (state == JobState.RUNNING)


def test_download_is_an_attachment_and_is_logged(client: Any, admin: Any, edition: ReportEdition) -> None:
    file = edition.files.get(name="ecls-report-2025-edition1-zh.pdf")

    answer = signed_in(client, admin).get(reverse("national:report_file", args=[file.pk]))

    assert hashlib.sha256(b"".join(answer.streaming_content)).hexdigest() == file.sha256
    assert answer["Content-Disposition"] == 'attachment; filename="ecls-report-2025-edition1-zh.pdf"'
    assert (answer["Content-Type"], answer["Content-Length"]) == ("application/pdf", "11")
    with scope(READ_ALL):
        event = SecurityEvent.objects.get(kind="download")
    assert (event.user, event.object) == (admin, "report file ecls-report-2025-edition1-zh.pdf")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_public_sees_published_editions_only(
    client: Any, admin: Any, edition: ReportEdition, lang: str
) -> None:
    page, file = reverse("national:public_reports", args=[lang]), edition.files.first()
    assert file is not None
    address = reverse("national:public_report_file", args=[lang, file.pk])
    before = client.get(page).content.decode(), client.get(address).status_code

    ReportEdition.objects.update(published_at=timezone.now(), published_by=admin)
    after = client.get(page).content.decode(), client.get(address).status_code

    link = reverse("national:public_report_file", args=[lang, edition.files.get(name="manifest.json").pk])
    assert (link in before[0], before[1]) == (False, 404)
    assert (link in after[0], after[1]) == (True, 200)


def test_publishing_is_a_recorded_switch(client: Any, admin: Any, edition: ReportEdition) -> None:
    signed_in(client, admin)
    address = reverse("national:report_publish", args=[edition.pk])

    client.post(address, {"public": "1"})
    edition.refresh_from_db()
    assert (edition.is_published, edition.published_by) == (True, admin)

    client.post(address, {"public": "0"})
    edition.refresh_from_db()
    assert (edition.is_published, edition.published_by) == (False, None)
    with scope(READ_ALL):
        assert SecurityEvent.objects.filter(kind="setting_changed").count() == 2


def test_list_asks_the_same_number_of_questions_for_one_edition_and_three(
    client: Any, admin: Any, edition: ReportEdition, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    signed_in(client, admin)
    client.get(reverse("national:report_list"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("national:report_list"))
    for languages in ("en", "zh en"):
        editions._keep(edition.snapshot, languages, False, {"manifest.json": b"{}"})

    with django_assert_num_queries(len(one)):
        client.get(reverse("national:report_list"))


def test_file_of_no_edition_is_not_found(client: Any, admin: Any, db: None) -> None:
    missing = reverse("national:report_file", args=["00000000-0000-4000-8000-000000000000"])

    assert signed_in(client, admin).get(missing).status_code == 404
    assert ReportFile.objects.count() == 0
