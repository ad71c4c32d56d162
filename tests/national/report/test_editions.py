"""From cases to finished files, and from a job's row to its end."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from centers.models import DemoMarker, Job, JobState, Role
from national.models import ReportEdition, ReportFile, Snapshot
from national.report import editions, jobs
from national.report.editions import annual_report, read, snapshot_document
from national.report.suppression import NotReleasable
from national.report.tasks import build_annual_report, resend_reports
from national.snapshots import NoAcceptedRun
from tests.factories.people import person_with
from tests.national.builder import case


@pytest.fixture
def runs(center: Any, refreshed: Any) -> None:
    """Twelve accepted cases of 2024, one of which died."""
    for _ in range(11):
        case(center)
    case(center, status=5, days=12)
    refreshed()


@pytest.fixture
def admin(db: None) -> Any:
    return person_with(Role.ADMIN)


def queued(admin: Any, **changes: Any) -> Job:
    params = {"year": 2024, "languages": ["zh"]}
    return Job.objects.create(kind=jobs.KIND, requested_by=admin, params=params, steps=100, **changes)


def test_report_of_a_year_has_its_files(runs: None) -> None:
    edition = annual_report(2024, ["en", "zh"])

    assert (edition.languages, edition.snapshot.edition, edition.snapshot.provisional) == ("zh en", 0, True)
    names = set(edition.files.values_list("name", flat=True))
    assert names >= {"ecls-report-2024-edition0-zh.pdf", "ecls-report-2024-edition0-en.pdf", "manifest.json"}
    assert all(len(read(file)) == file.size for file in edition.files.all())


def test_equal_figures_reuse_the_edition(runs: None) -> None:
    first = annual_report(2024, ["zh"])
    again = annual_report(2024, ["zh"])

    assert (again.pk, ReportEdition.objects.count(), Snapshot.objects.count()) == (first.pk, 1, 1)


def test_same_snapshot_built_twice_gives_the_same_bytes(runs: None) -> None:
    snapshot = annual_report(2024, ["zh"]).snapshot
    kept = dict(ReportFile.objects.values_list("name", "sha256"))
    files = editions.build(snapshot_document(snapshot), ["zh"], editions.echarts())

    assert {name: editions.digest(content) for name, content in files.items()} == kept


def test_published_digest_is_not_that_of_the_exact_figures(runs: None) -> None:
    snapshot = editions.freeze(2024)

    document = snapshot_document(snapshot)
    assert document["sha256"] != snapshot.sha256
    assert all(
        "value" not in cell
        for t in document["results"]
        for row in t["rows"]
        for cell in row["cells"].values()
    )


def test_a_year_without_runs_has_no_report(runs: None) -> None:
    with pytest.raises(NoAcceptedRun):
        annual_report(2019, ["zh"])


def test_lost_race_leaves_the_winners_files_only(runs: None, monkeypatch: Any) -> None:
    winner = annual_report(2024, ["zh"])
    before = set(default_storage.listdir(editions.FOLDER)[0])
    document = snapshot_document(winner.snapshot)
    files = editions.build(document, ["zh"], editions.echarts())

    with pytest.raises(editions.IntegrityError):
        editions._keep(winner.snapshot, "zh", False, files)

    left = set(default_storage.listdir(editions.FOLDER)[0]) - before
    assert [name for name in left if default_storage.listdir(f"{editions.FOLDER}/{name}")[1]] == []


def test_demonstration_files_are_another_edition(runs: None) -> None:
    plain = annual_report(2024, ["zh"])
    DemoMarker.objects.create()
    demo = annual_report(2024, ["zh"])

    assert (plain.demonstration, demo.demonstration, plain.snapshot_id == demo.snapshot_id) == (
        False,
        True,
        True,
    )


def test_job_runs_to_its_end(runs: None, admin: Any) -> None:
    job = queued(admin)

    build_annual_report(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.step, job.finished_at is not None) == (JobState.DONE, 100, True)
    assert job.result is not None
    assert ReportEdition.objects.get().pk == UUID(job.result["edition"])
    assert set(job.result["seconds"]) == {"freeze", "compute", "check", "draw", "typeset_zh", "pack"}


def test_second_message_for_a_job_does_nothing(runs: None, admin: Any) -> None:
    job = queued(admin)
    build_annual_report(str(job.pk))
    ended = Job.objects.get(pk=job.pk).finished_at

    build_annual_report(str(job.pk))

    assert Job.objects.get(pk=job.pk).finished_at == ended


def test_job_whose_worker_died_is_taken_over_with_its_snapshot(runs: None, admin: Any) -> None:
    snapshot = editions.freeze(2024)
    past = timezone.now() - timedelta(minutes=11)
    job = queued(
        admin, state=JobState.RUNNING, started_at=past, heartbeat_at=past, result={"snapshot": snapshot.pk}
    )

    build_annual_report(str(job.pk))

    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert ReportEdition.objects.get().snapshot == snapshot


def test_job_of_a_living_worker_is_left_alone(runs: None, admin: Any) -> None:
    now = timezone.now()
    job = queued(admin, state=JobState.RUNNING, started_at=now, heartbeat_at=now)

    build_annual_report(str(job.pk))

    job.refresh_from_db()
    assert (job.state, ReportEdition.objects.count()) == (JobState.RUNNING, 0)


def test_stopped_job_ends_at_its_next_step(runs: None, admin: Any, monkeypatch: Any) -> None:
    job = queued(admin)

    def stopped_meanwhile(year: int, progress: Any, **_: Any) -> Any:
        jobs.stop(job)
        progress("compute", 0, 1)

    monkeypatch.setattr(jobs, "freeze", stopped_meanwhile)
    build_annual_report(str(job.pk))

    job.refresh_from_db()
    assert (job.state, ReportEdition.objects.count()) == (JobState.CANCELED, 0)


def test_failure_names_the_step_and_says_why(admin: Any, everything: None) -> None:
    job = queued(admin)

    build_annual_report(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.step_label_en) == (JobState.FAILED, "Compute the indicators")
    assert job.error == "There is no accepted run in 2024."
    assert job.result is not None
    assert job.result["reason"] == ["There is no accepted run in 2024.", "2024 年没有已通过的例次。"]


def test_unexpected_failure_tells_nothing_of_the_inside(runs: None, admin: Any, monkeypatch: Any) -> None:
    job = queued(admin)

    def break_down(*_: Any, **__: Any) -> None:
        raise RuntimeError("password of the moon")

    monkeypatch.setattr("national.report.build.typeset", break_down)
    build_annual_report(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.step_label_zh) == (JobState.FAILED, "排版中文 PDF")
    assert "moon" not in f"{job.error} {job.result}"
    assert ReportEdition.objects.count() == 0


def test_escaped_small_cell_is_named_as_the_reason(runs: None, admin: Any, monkeypatch: Any) -> None:
    job = queued(admin)

    def refuse(_: Any) -> None:
        raise NotReleasable("x")

    monkeypatch.setattr("national.report.build.check_released", refuse)
    build_annual_report(str(job.pk))

    job.refresh_from_db()
    assert (job.step_label_en, job.error.split(".")[0]) == (
        "Check small cells",
        "A small cell would have been shown",
    )


def test_starting_twice_gives_one_job(admin: Any) -> None:
    first = jobs.start(2024, ["en", "zh"], by=admin)
    second = jobs.start(2024, ["zh", "en"], by=admin)

    assert (second.pk, first.params) == (first.pk, {"year": 2024, "languages": ["zh", "en"]})


def test_sweep_sends_lost_jobs_again(admin: Any, monkeypatch: Any) -> None:
    sent: list[Any] = []
    monkeypatch.setattr(jobs, "send", sent.append)
    past = timezone.now() - timedelta(minutes=11)
    lost, dead, fresh = queued(admin), queued(admin), queued(admin)
    Job.objects.filter(pk=lost.pk).update(created_at=past)
    Job.objects.filter(pk=dead.pk).update(state=JobState.RUNNING, heartbeat_at=past)

    resend_reports()

    assert set(sent) == {lost.pk, dead.pk}
    assert fresh.pk not in sent


def test_command_writes_the_files(runs: None, tmp_path: Any) -> None:
    call_command("annual_report", year=2024, lang=["en"], out=tmp_path / "out")

    written = {
        str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    assert written == set(ReportFile.objects.values_list("name", flat=True))
    assert (tmp_path / "out" / "ecls-report-2024-edition0-en.pdf").read_bytes().startswith(b"%PDF-")


def test_command_says_when_there_is_nothing_to_report(everything: None, tmp_path: Any) -> None:
    with pytest.raises(CommandError, match="no accepted run started in 2019"):
        call_command("annual_report", year=2019, out=tmp_path)
