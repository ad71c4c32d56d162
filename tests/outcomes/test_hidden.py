"""Answers of fields that no longer apply are dropped after 30 days, where the case is open."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django_celery_beat.models import PeriodicTask

from centers.models import Role, User
from outcomes.models import FollowUp
from outcomes.tasks import drop_old_hidden_answers
from registry.actions import submission
from registry.models import Admission, Course, Patient
from tests.factories.cases import identify, make_complete, make_draft
from tests.factories.people import make_center, person_with
from tests.national.builder import follow_up

pytestmark = pytest.mark.django_db


def kept(days):
    return {"text": "1", "at": (timezone.now() - timedelta(days=days)).isoformat()}


def hidden(model, **where):
    return sorted(model.objects.get(**where).notes.get("hidden", {}))


@pytest.fixture
def center(everything):
    return make_center()


@pytest.fixture
def coordinator(center):
    return person_with(Role.COORDINATOR, center)


def hide_old_and_new(case):
    notes = {"hidden": {"old": kept(31), "new": kept(29)}, "missing": {"urgency": "unknown"}}
    Course.objects.filter(run__case=case).update(notes=notes)
    for model, where in ((Admission, {"case": case}), (Patient, {"cases": case})):
        model.objects.filter(**where).update(notes={"hidden": {"old": kept(31)}})


def test_old_ones_of_an_open_case_are_dropped(center, coordinator):
    case = make_draft(center, coordinator)
    hide_old_and_new(case)
    version = Course.objects.get(run__case=case).version

    assert drop_old_hidden_answers() == 3
    assert drop_old_hidden_answers() == 0

    course = Course.objects.get(run__case=case)
    event = Course.pgh_event_model.objects.filter(pgh_obj_id=course.pk).latest("pgh_id")
    assert list(course.notes["hidden"]) == ["new"]
    assert (course.notes["missing"], course.version) == ({"urgency": "unknown"}, version)
    assert (Admission.objects.get(case=case).notes, Patient.objects.get(cases=case).notes) == ({}, {})
    assert event.pgh_context["user"] == User.objects.system().pk
    assert "30 days" in event.pgh_context["reason"]


def test_frozen_case_keeps_its_own_until_it_is_reopened(center, coordinator):
    case = make_complete(center, coordinator)
    hide_old_and_new(case)
    submission.submit(case, by=coordinator, identify=identify)

    assert drop_old_hidden_answers() == 0
    submission.recall(case, by=coordinator)

    assert drop_old_hidden_answers() == 3
    assert hidden(Course, run__case=case) == ["new"]


def test_follow_up_never_freezes(center, coordinator):
    case = make_complete(center, coordinator)
    submission.submit(case, by=coordinator, identify=identify)
    contact = follow_up(case, "D30", date(2026, 4, 1))
    FollowUp.objects.filter(pk=contact.pk).update(notes={"hidden": {"old": kept(31), "new": kept(1)}})

    assert drop_old_hidden_answers() == 1
    assert hidden(FollowUp, pk=contact.pk) == ["new"]


def test_it_is_done_every_night(db):
    task = PeriodicTask.objects.get(task="outcomes.drop_hidden")

    assert (task.enabled, task.crontab.hour, str(task.crontab.timezone)) == (True, "2", "Asia/Shanghai")
