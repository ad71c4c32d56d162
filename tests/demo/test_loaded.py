"""What stands in the database after seeding is what the pages themselves would have made of it."""

import json
import stat
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from centers.models import Center, CenterYear, DemoMarker, Membership, User
from config.demo.accounts import FILE
from outcomes.due import Group, due_list, of_group
from outcomes.loading import load_contact
from outcomes.models import FollowUp
from outcomes.problems import blocking, problems, unanswered
from outcomes.windows import window_key
from registry import progress, record
from registry.actions import submission
from registry.actions.cases import create_patient
from registry.actions.settling import settled
from registry.identity import documents
from registry.identity.store import facts
from registry.identity.vault import Vault
from registry.models import Case, Patient
from registry.models.case import CaseState
from tests.demo.conftest import SMALL


def held(case: Case) -> record.Record:
    return record.load(Case.objects.all(), identity=facts(case), pk=case.pk)


def in_order(warning: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(warning.items())


@pytest.fixture
def finished(seeded: Path) -> list[Case]:
    """Every case that was submitted at least once."""
    return list(Case.objects.exclude(state=CaseState.DRAFT))


def test_every_submitted_case_passes_every_rule(finished: list[Case]) -> None:
    found = [submission.check(held(case)) for case in finished]

    assert len(found) > 100
    assert [flag for check in found for flag in check.errors] == []
    assert [flag for check in found for flag in check.open_warnings] == []
    assert [field for check in found for field in check.unanswered] == []
    assert all(check.may_submit for check in found)


def test_frozen_version_is_the_one_a_submission_would_freeze(finished: list[Case]) -> None:
    for case in finished:
        now, latest = held(case), case.submissions.latest("version")
        content = submission.canonical(now)

        assert latest.content == content
        assert latest.sha256 == submission.digest(content)
        told = [submission.told(flag) for flag in submission.check(now).settled]
        assert sorted(latest.warnings, key=in_order) == sorted(told, key=in_order)
        assert case.submissions.count() == case.submissions_count


def test_stored_progress_is_what_saving_would_store(finished: list[Case]) -> None:
    for case in finished:
        stored = [dict(section) for section in case.progress.sections]
        sections = progress.by_section(held(case))

        assert stored == [progress._stored(section) for section in sections]
        assert case.progress.answered == case.progress.applicable == sum(s.applicable for s in sections)


def test_the_drafts_people_open_hold_no_answer_that_the_next_save_would_hide(seeded: Path) -> None:
    drafts = Case.objects.filter(center__center_code__in=["D01", "D02"], state=CaseState.DRAFT)

    assert drafts
    assert [draft.number for draft in drafts if settled(held(draft)).hidden] == []


def test_identities_open_and_belong_to_nobody(seeded: Path) -> None:
    patients = list(Patient.objects.filter(id_document_type=1)[:20])

    for patient in patients:
        vault = Vault.of(patient)
        number = vault.text("document_no")
        assert number is not None
        assert number[2:6] == "0000"
        assert documents.id_card_checksum_ok(number)
        assert documents.id_card_birth_date(number) == patient.birth_date
        assert (vault.text("name") or "")[1] == "演"


def test_follow_ups_keep_their_rules(seeded: Path) -> None:
    rows = list(FollowUp.objects.select_related("case"))
    contacts = [load_contact(row.case, window_key(row.fu_window, row.fu_year), SMALL.as_of) for row in rows]

    assert len(rows) > 50
    assert [found for contact in contacts if blocking(found := problems(contact))] == []
    assert [fields for contact in contacts if (fields := unanswered(contact))] == []


def test_account_center_has_contacts_to_make(seeded: Path) -> None:
    lines = due_list(Case.objects.filter(center__center_code="D01"), SMALL.as_of)

    assert len(of_group(lines, Group.OVERDUE)) >= 2
    assert len(lines) > 10


def test_account_centers_have_work_of_every_kind(seeded: Path) -> None:
    center = Center.objects.get(center_code="D01")
    states = list(Case.objects.filter(center=center).values_list("state", flat=True))

    assert states.count("draft") >= 3
    assert states.count("returned") >= 2
    assert states.count("submitted") >= 2
    running = Case.objects.filter(center=center, runs__run_stop_at=None, runs__run_start_at__isnull=False)
    assert running.exists()


def test_every_active_year_has_a_profile(seeded: Path) -> None:
    assert CenterYear.objects.filter(center__center_code="D01").count() == SMALL.years


def test_numbers_go_on_where_the_data_ends(seeded: Path) -> None:
    account = User.objects.get(email="coordinator@demo.invalid")
    center = Center.objects.get(center_code="D01")

    patient = create_patient(center, by=account)

    assert patient.number.startswith("D01-")
    assert Patient.objects.filter(number=patient.number).count() == 1


def test_accounts_can_sign_in_and_nobody_else_reads_the_file(seeded: Path) -> None:
    path = seeded / FILE
    accounts = json.loads(path.read_text(encoding="utf-8"))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [account["role"] for account in accounts] == [
        "coordinator",
        "director",
        "coordinator",
        "reviewer",
        "admin",
    ]
    assert [account["center"] for account in accounts] == ["D01", "D01", "D02", None, None]
    for account in accounts:
        user = User.objects.get(email=account["email"])
        assert user.check_password(account["password"])
        assert Membership.objects.filter(user=user, role=account["role"]).exists()
    assert not User.objects.get(email="reviewer-1@demo.invalid").has_usable_password()


def test_marker_carries_the_recipe(seeded: Path) -> None:
    assert DemoMarker.objects.get().recipe["seed"] == SMALL.seed


def test_running_twice_says_so(seeded: Path) -> None:
    with pytest.raises(CommandError, match="there already"):
        call_command("seed_demo")
