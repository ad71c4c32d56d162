"""Locking a year makes its figures final; withdrawing consent takes a case out of them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from centers.models import Role, SecurityEvent
from centers.rls import EVERYTHING, scope
from national.models import Audience, Result
from national.snapshots import freeze
from registry.actions import consent, locking
from registry.models import Case, ReviewNote
from tests.factories.people import make_membership, person_with
from tests.national import builder

CHINA = ZoneInfo("Asia/Shanghai")
pytestmark = pytest.mark.django_db


def start(*day):
    return [builder.run(datetime(*day, tzinfo=CHINA))]


@pytest.fixture
def admin(center):
    return person_with(Role.ADMIN)


@pytest.fixture
def year(center, other):
    """2024 by the clock of Shanghai: two accepted cases, one submitted; and one of 2025."""
    return {
        "first": builder.case(center, runs=start(2024, 1, 1, 0, 30)),
        "second": builder.case(other, runs=start(2024, 12, 31, 23, 30)),
        "waiting": builder.case(center, runs=start(2024, 5, 5), state="submitted"),
        "later": builder.case(center, runs=start(2025, 1, 1, 0, 30)),
    }


def states(year):
    return {name: Case.objects.get(pk=case.pk).state for name, case in year.items()}


def lock(client, person, **data):
    client.force_login(person)
    return client.post(reverse("national:lock_year", args=[2024]), data)


def test_admin_locks_the_year_that_was_typed(client, admin, year):
    client.force_login(admin)
    address = reverse("national:lock_year", args=[2024])
    assert address in client.get(reverse("national:report_list")).content.decode()
    page = client.get(address)
    assert [case.pk for case in page.context["open_cases"]] == [year["waiting"].pk]

    assert lock(client, admin, typed="2025").status_code == 422
    assert set(states(year).values()) == {"accepted", "submitted"}
    assert lock(client, admin, typed="2024").status_code == 302

    assert states(year) == {
        "first": "locked",
        "second": "locked",
        "waiting": "submitted",
        "later": "accepted",
    }
    event = Case.pgh_event_model.objects.filter(pgh_obj_id=year["first"].pk).latest("pgh_id")
    note = ReviewNote.objects.get(case=year["first"], kind="locked")
    logged = SecurityEvent.objects.get(object="year 2024")
    assert (event.pgh_context["user"], note.by, logged.user) == (admin.pk, admin, admin)
    assert logged.details == {"locked_cases": 2}


def test_locked_year_is_final_and_its_report_edition_one(client, admin, year, refreshed, moment):
    refreshed(full=True)
    assert freeze(2024, moment.at).edition == 0

    locking.lock_year(2024, by=admin)
    refreshed()

    found = freeze(2024, moment.at)
    provisional = dict(Result.objects.filter(audience=Audience.SOCIETY).values_list("year", "provisional"))
    assert (found.edition, found.provisional) == (1, False)
    assert (provisional[2024], provisional[2025]) == (False, True)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DIRECTOR, Role.COORDINATOR])
def test_nobody_else_locks_a_year(client, center, year, role):
    person = person_with(role, center)

    assert lock(client, person, typed="2024").status_code == 403
    with pytest.raises(PermissionDenied):
        locking.lock_year(2024, by=person)


def test_cases_of_the_own_center_are_left_to_others(admin, center, year):
    make_membership(admin, Role.DIRECTOR, center)

    assert locking.lock_year(2024, by=admin) == 1
    assert states(year)["first"] == "accepted"


def test_year_that_goes_on_is_not_locked(client, admin, year):
    client.force_login(admin)
    from django.utils import timezone

    this_year = timezone.localdate().year
    builder.case(year["first"].center, runs=start(this_year, 1, 2))

    answer = client.post(reverse("national:lock_year", args=[this_year]), {"typed": str(this_year)})

    assert answer.status_code == 422
    assert not Case.objects.filter(state="locked").exists()


def public_runs():
    table = Result.objects.get(statistic="activity_by_year", year=2024, audience=Audience.PUBLIC).table
    everyone = {"age_group": "all", "support_type": "all"}
    row = next(row for row in table["rows"] if everyone.items() <= row.items())
    return row["cells"]["runs"]["released"]


def test_public_total_falls_when_consent_is_withdrawn(center, refreshed):
    cases = [builder.case(center, runs=start(2024, 2, day)) for day in range(1, 21)]
    coordinator = person_with(Role.COORDINATOR, center)
    refreshed(full=True, publish=True)
    before = public_runs()

    with scope(EVERYTHING):
        for case in cases[:6]:
            consent.withdraw(case, "患者书面撤回", by=coordinator)
    refreshed(publish=True)

    assert (before, public_runs()) == (20, 14)
