"""The yearly profile of a center (form 11): fields, rules, rights, conflicts."""

import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from centers.models import Center, Role, User
from centers.models.center_year import CenterYear
from centers.profile import GROUPS, ProfilePage, problems
from centers.rls import EVERYTHING, READ_ALL, Scope, scope
from tests.factories.people import admin, coordinator_of, director_of, make_center, person_with, reviewer

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year
COMPLETE: dict[str, Any] = {
    "hospital_level": "3A",
    "hospital_type": "1",
    "bed_count": "2000",
    "icu_bed_count": "60",
    "programs": ["AC", "AR"],
    "elso_member": "0",
    "csecls_member": "1",
    "console_count": "4",
    "team_model": "1",
    "trained_staff_count": "12",
    "trained_physician_count": "5",
    "mobile_team": "1",
    "ecpr_24h": "1",
    "heart_transplant_center": "0",
    "lung_transplant_center": "0",
    "annual_runs": "35",
    "coordinator_name": "李薇",
    "coordinator_phone": "021-5555 0101",
    "ethics_approval_no": "2026-伦审-001",
}


def send(
    user: User, center: Center, year: int = YEAR, *, version: int = 0, base: Any = None, **answers: Any
) -> Any:
    client = Client()
    client.force_login(user)
    data = {f"profile.{name}": value for name, value in answers.items()}
    return client.post(
        f"/center/profile/{year}/?center={center.center_code}",
        {**data, "version": version, "base": json.dumps(base or {})},
    )


def stored(center: Center, year: int = YEAR) -> CenterYear:
    with scope(READ_ALL):
        return CenterYear.objects.get(center=center, profile_year=year)


def test_the_page_asks_every_field_of_the_form():
    asked = [name for _, names in GROUPS for name in names]
    own = [item.name for item in CenterYear.items() if not item.system]

    assert sorted(asked) == sorted(own)


def test_a_coordinator_fills_in_the_year_and_it_is_complete():
    center = make_center()
    user = coordinator_of(center)

    response = send(user, center, **COMPLETE)

    assert response.status_code == 302
    profile = stored(center)
    assert (profile.bed_count, profile.programs, profile.coordinator_name, profile.version) == (
        2000,
        ["AR", "AC"],
        "李薇",
        1,
    )
    page = ProfilePage(profile)
    assert (page.is_complete, page.unanswered, page.errors) == (True, [], [])


def test_S66_history_names_who_filled_it_in():
    center = make_center()
    user = director_of(center)

    send(user, center, bed_count="900")

    with scope(READ_ALL):
        events = stored(center).events.order_by("pgh_id")
        assert [(event.pgh_label, event.bed_count, event.pgh_context["user"]) for event in events] == [
            ("insert", None, user.pk),
            ("update", 900, user.pk),
        ]


def test_an_incomplete_year_names_what_is_missing():
    center = make_center()

    send(coordinator_of(center), center, bed_count="2000")

    page = ProfilePage(stored(center))
    assert not page.is_complete
    assert page.answered == 1
    assert "icu_bed_count" in [question.item.name for question in page.unanswered]


def test_a_wrong_entry_is_kept_as_typed_and_named():
    center = make_center()

    send(coordinator_of(center), center, bed_count="many", icu_bed_count="99999")

    profile = stored(center)
    assert (profile.bed_count, profile.icu_bed_count) == (None, None)
    assert (profile.written("bed_count"), profile.written("icu_bed_count")) == ("many", "99999")
    assert {name for name, found in problems(profile).items() if found[0].is_error} == {
        "bed_count",
        "icu_bed_count",
    }


# By rule: answers that keep it, answers that break it.
RULE_EXAMPLES = {
    "V136": (
        {"trained_staff_count": 5, "trained_physician_count": 5},
        {"trained_staff_count": 5, "trained_physician_count": 6},
    ),
    "V137": ({"trained_staff_count": 3}, {"trained_staff_count": 2}),
    "V138": ({"profile_year": YEAR}, {"profile_year": YEAR + 1}),
}
MORE_EXAMPLES = [({"trained_physician_count": 9}, set()), ({"bed_count": 200}, {"V088"})]


@pytest.mark.parametrize(
    ("answers", "rules"),
    [
        *[(kept, set()) for kept, _ in RULE_EXAMPLES.values()],
        *[(breaking, {rule}) for rule, (_, breaking) in RULE_EXAMPLES.items()],
        *MORE_EXAMPLES,
    ],
)
def test_rules(answers, rules):
    profile = CenterYear(**{"profile_year": YEAR, **answers})

    assert {problem.rule for found in problems(profile).values() for problem in found} == rules


def test_a_warning_is_settled_by_a_reason():
    center = make_center()
    user = coordinator_of(center)

    send(user, center, **{**COMPLETE, "bed_count": "200"})
    assert [problem.rule for _, problem in ProfilePage(stored(center)).open_warnings] == ["V088"]
    send(user, center, version=1, bed_count="200", **{"bed_count!reason.V088": "verified"})

    assert ProfilePage(stored(center)).is_complete


def test_the_elso_number_is_asked_of_members_only():
    center = make_center()
    user = coordinator_of(center)

    send(user, center, elso_member="1", elso_center_id="E123")
    assert stored(center).elso_center_id == "E123"
    send(user, center, version=1, elso_member="0")
    assert stored(center).elso_center_id is None
    send(user, center, version=stored(center).version, elso_member="1")

    assert stored(center).elso_center_id == "E123"


@pytest.mark.parametrize(
    ("role", "elsewhere", "read", "write"),
    [
        (Role.COORDINATOR, False, 200, 302),
        (Role.DIRECTOR, False, 200, 302),
        (Role.COORDINATOR, True, 404, 404),
        (Role.DIRECTOR, True, 404, 404),
        (Role.REVIEWER, True, 200, 403),
        (Role.ADMIN, True, 200, 302),
        (None, True, 404, 404),
    ],
)
def test_S21_S22_who_reads_and_writes_a_profile(role, elsewhere, read, write):
    center = make_center()
    user = person_with(role, make_center() if elsewhere else center)
    client = Client()
    client.force_login(user)

    assert client.get(f"/center/profile/{YEAR}/?center={center.center_code}").status_code == read
    assert send(user, center, bed_count="900").status_code == write
    with scope(READ_ALL):
        assert CenterYear.objects.exists() is (write == 302)


def test_S25_center_year_and_version_in_the_form_have_no_effect():
    here, other = make_center(), make_center()

    extra = {"center": other.pk, "profile_year": "2019", "notes": "{}", "version": "7", "bed_count": "900"}
    client = Client()
    client.force_login(coordinator_of(here))
    sent = {f"profile.{name}": value for name, value in extra.items()} | {"version": "0", "base": "{}"}
    client.post(f"/center/profile/{YEAR}/?center={here.center_code}", sent | {"center": other.pk})

    profile = stored(here)
    assert (profile.center, profile.profile_year, profile.bed_count, profile.version) == (here, YEAR, 900, 1)


def test_R05_a_stale_page_writes_nothing():
    center = make_center()
    user = coordinator_of(center)
    send(user, center, bed_count="900")
    send(user, center, version=1, bed_count="950", base={"bed_count": "900"})

    response = send(user, center, version=1, bed_count="980", icu_bed_count="40", base={"bed_count": "900"})

    assert response.status_code == 409
    page = response.content.decode()
    assert "950" in page
    assert "980" in page
    assert (stored(center).bed_count, stored(center).icu_bed_count) == (950, None)


def test_R05_a_number_sent_back_as_shown_collides_with_nothing():
    center = make_center()
    user = coordinator_of(center)
    send(user, center, nurse_patient_ratio="1")
    (shown,) = (
        each.written
        for each in ProfilePage(stored(center)).questions.values()
        if each.item.name == "nurse_patient_ratio"
    )
    send(director_of(center), center, version=1, icu_bed_count="40")

    base = {"nurse_patient_ratio": shown}
    response = send(user, center, version=1, base=base, nurse_patient_ratio=shown, console_count="3")

    assert (shown, response.status_code, stored(center).console_count) == ("1", 302, 3)


def test_R05_two_people_in_different_fields_do_not_collide():
    center = make_center()
    send(coordinator_of(center), center, bed_count="900")
    send(director_of(center), center, version=1, icu_bed_count="40")

    response = send(coordinator_of(center), center, version=1, console_count="3")

    assert response.status_code == 302
    assert (stored(center).bed_count, stored(center).icu_bed_count, stored(center).console_count) == (
        900,
        40,
        3,
    )


@pytest.mark.parametrize("year", [YEAR + 1, 1999])
def test_years_that_cannot_be_described_are_not_there(year):
    center = make_center()

    assert send(coordinator_of(center), center, year, bed_count="900").status_code == 404


def test_a_year_begins_with_the_answers_of_the_last():
    center = make_center()
    user = coordinator_of(center)
    send(user, center, YEAR - 1, **COMPLETE)
    client = Client()
    client.force_login(user)

    client.post(f"/center/profile/{YEAR}/take-over/?center={center.center_code}")
    client.post(f"/center/profile/{YEAR}/take-over/?center={center.center_code}")

    assert (stored(center).bed_count, stored(center).profile_year) == (2000, YEAR)
    assert stored(center, YEAR - 1).bed_count == 2000


def test_the_database_refuses_a_profile_of_another_center():
    here, other = make_center(), make_center()
    with scope(EVERYTHING):
        CenterYear.objects.create(center=other, profile_year=YEAR, bed_count=900)

    with scope(Scope(read=(here.pk,), write=(here.pk,))):
        assert CenterYear.objects.count() == 0
        assert CenterYear.objects.filter(center=other).update(bed_count=1) == 0


def test_a_reader_sees_no_save_button():
    center = make_center()
    for user, expected in ((reviewer(), False), (admin(), True)):
        client = Client()
        client.force_login(user)
        page = client.get(f"/center/profile/{YEAR}/?center={center.center_code}").content.decode()
        assert ("data-save" in page) is expected


def test_the_address_without_a_year_leads_to_this_year():
    center = make_center()
    client = Client()
    client.force_login(coordinator_of(center))

    assert (
        client.get("/center/profile/")["Location"] == f"/center/profile/{YEAR}/?center={center.center_code}"
    )
