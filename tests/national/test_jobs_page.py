"""The jobs page: only admins, the interval within its limits, alarms until they are seen."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django_celery_beat.models import PeriodicTask, PeriodicTasks

from centers.models import Role
from national.models import RefreshKind, RefreshLog, RefreshState
from national.schedule import interval_minutes
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db
PAGE, INTERVAL = "national:jobs", "national:change_interval"


@pytest.fixture
def admin(client, everything):
    user = person_with(Role.ADMIN)
    client.force_login(user)
    return user


def sign_in(client, role):
    center = make_center() if role in (Role.COORDINATOR, Role.DIRECTOR) else None
    client.force_login(person_with(role, center))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DIRECTOR, Role.REVIEWER])
def test_others_than_admins_are_refused(client, everything, role):
    sign_in(client, role)

    assert client.get(reverse(PAGE)).status_code == 403
    assert client.post(reverse(INTERVAL), {"minutes": 7}).status_code == 403
    assert interval_minutes() == 1


@pytest.mark.parametrize("minutes", [1, 60, 1440])
def test_an_admin_changes_the_interval_and_beat_is_told(client, admin, minutes):
    before = PeriodicTasks.last_change()

    answer = client.post(reverse(INTERVAL), {"minutes": minutes})

    assert answer.status_code == 302
    assert interval_minutes() == minutes
    assert PeriodicTasks.last_change() != before


@pytest.mark.parametrize("minutes", ["0", "1441", "", "1.5", "soon"])
def test_an_interval_outside_its_limits_is_refused(client, admin, minutes):
    answer = client.post(reverse(INTERVAL), {"minutes": minutes})

    assert answer.status_code == 422
    assert interval_minutes() == 1


def test_an_edited_interval_survives_the_next_migration(client, admin):
    from django.apps import apps

    from national.migrations import __name__ as package

    client.post(reverse(INTERVAL), {"minutes": 45})
    create = __import__(f"{package}.0003_schedule", fromlist=["create_schedules"]).create_schedules

    create(apps, None)

    assert interval_minutes() == 45
    assert PeriodicTask.objects.filter(name__startswith="national-").count() >= 2


def test_alarms_stay_until_they_are_seen(client, admin):
    at = datetime(2026, 11, 22, 3, 30, tzinfo=UTC)
    row = RefreshLog.objects.create(
        kind=RefreshKind.NIGHTLY,
        period="2026-11-22",
        state=RefreshState.DIFFERENT,
        as_of=at.date(),
        started_at=at,
        finished_at=at,
        detail={"runs_by_year": {"2024": 3}, "results": {"by_province": [2024]}},
    )
    page = client.get(reverse(PAGE), headers={"accept-language": "en"})
    assert page.status_code == 200
    assert page.context["alarms"][0]["years"] == "2024"

    client.post(reverse("national:acknowledge", args=[row.pk]))

    assert client.get(reverse(PAGE)).context["alarms"] == []
    assert len(client.get(reverse(PAGE)).context["refreshes"]) == 1


def test_uneventful_refreshes_are_not_listed(client, admin):
    at = datetime(2026, 11, 22, 3, 30, tzinfo=UTC)
    for minute in range(3):
        RefreshLog.objects.create(
            kind=RefreshKind.SCHEDULED,
            period=str(minute),
            state=RefreshState.DONE,
            as_of=at.date(),
            started_at=at,
            finished_at=at,
            cases=minute,
        )

    assert len(client.get(reverse(PAGE)).context["refreshes"]) == 2
