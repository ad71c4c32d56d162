"""A case from its first answer to acceptance, through the actions, as the plain role."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from centers.access import scope_for
from centers.models import Role
from centers.refusals import refused_by_database
from centers.rls import scope
from registry import record
from registry.actions import review, submission
from registry.actions.refusals import StateConflict
from registry.flags import flags
from registry.models import Case, Run, TouchedRun
from registry.progress import unanswered
from tests.factories.cases import IDENTITY, identify, make_complete, make_draft
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def center(everything):
    return make_center()


@pytest.fixture
def coordinator(center):
    return person_with(Role.COORDINATOR, center)


@pytest.fixture
def reviewer(center):
    return person_with(Role.REVIEWER)


def test_new_case_is_numbered_and_empty(center, coordinator):
    first, second = make_draft(center, coordinator), make_draft(center, coordinator)

    assert first.number.endswith("-0001")
    assert second.number.endswith("-0002")
    assert first.state == "draft"


def test_complete_case_has_nothing_open(center, coordinator):
    case = make_complete(center, coordinator)

    held = record.load(Case.objects.all(), identity=IDENTITY, pk=case.pk)

    assert [(flag.rule, flag.field) for flag in flags(held)] == []
    assert [(gap.place.key, gap.item.name) for gap in unanswered(held)] == []
    assert case.progress.answered == case.progress.applicable > 40


def test_submit_accept_freezes_the_case(center, coordinator, reviewer):
    case = make_complete(center, coordinator)
    with scope(scope_for(coordinator)):
        frozen = submission.submit(case, by=coordinator, identify=identify)
    case.refresh_from_db()
    assert (case.state, frozen.version, len(frozen.sha256)) == ("submitted", 1, 64)
    with scope(scope_for(reviewer)):
        review.accept(case, by=reviewer)
    case.refresh_from_db()
    assert case.state == "accepted"

    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        Run.objects.filter(case=case).update(support_type=1)

    assert refused_by_database(refusal.value)


def test_returned_case_is_open_again(center, coordinator, reviewer):
    case = make_complete(center, coordinator)
    submission.submit(case, by=coordinator, identify=identify)
    with scope(scope_for(reviewer)):
        review.send_back(case, "请核对上机时间", by=reviewer)

    assert Run.objects.filter(case=case).update(awake_ecls=1) == 1
    assert case.review_notes.first().message == "请核对上机时间"


def test_nobody_accepts_a_case_of_their_own_center(center, coordinator):
    case = make_complete(center, coordinator)
    submission.submit(case, by=coordinator, identify=identify)
    own = person_with(Role.REVIEWER)
    from tests.factories.people import make_membership

    make_membership(own, Role.DIRECTOR, center)

    with pytest.raises(PermissionDenied):
        review.accept(case, by=own)


def test_patient_still_in_hospital_is_not_accepted(center, coordinator, reviewer):
    outcome = {
        "discharge_status": "7",
        "discharge_at": "",
        "died": "0",
        "cpc_discharge": "",
        "rrt_at_discharge": "",
    }
    case = make_complete(center, coordinator, outcome=outcome)
    submission.submit(case, by=coordinator, identify=identify)

    with pytest.raises(StateConflict):
        review.accept(case, by=reviewer)


def test_every_change_marks_the_case_as_touched(center, coordinator):
    case = make_draft(center, coordinator)
    TouchedRun.objects.all().delete()

    Run.objects.filter(case=case).update(awake_ecls=1)

    assert set(TouchedRun.objects.values_list("case_id", "run_id")) == {(case.pk, case.runs.get().pk)}
