"""The top bar: every entry leads to a page its person may see, and the first page opens."""

import pytest
from django.test import Client
from django.urls import reverse

from centers.access import landing_page, navigation
from centers.models import Role
from tests.factories.people import make_center, make_membership, person_with

pytestmark = pytest.mark.django_db

EXPECTED = {
    Role.COORDINATOR: ["worklist", "case_list", "due_list", "center_profile"],
    Role.DIRECTOR: ["case_list", "due_list", "center_profile", "center_people"],
    Role.REVIEWER: ["review_queue", "case_list", "society_statistics"],
    Role.ADMIN: [
        "review_queue",
        "case_list",
        "society_statistics",
        "report_list",
        "center_list",
        "jobs",
        "society_people",
    ],
    None: [],
}


@pytest.mark.parametrize("role", EXPECTED)
def test_every_entry_opens_for_its_role(role):
    user = person_with(role, make_center())
    client = Client()
    client.force_login(user)

    items = navigation(user)

    assert [item.url_name.split(":")[1] for item in items] == EXPECTED[role]
    statuses = {item.url_name: client.get(reverse(item.url_name), follow=True).status_code for item in items}
    assert set(statuses.values()) <= {200}, statuses


@pytest.mark.parametrize("role", EXPECTED)
def test_the_front_door_opens_on_a_page(role):
    user = person_with(role, make_center())
    client = Client()
    client.force_login(user)

    response = client.get("/", follow=True)

    assert response.status_code == 200
    assert response.redirect_chain[-1][0].split("?")[0] == reverse(landing_page(user))


def test_several_roles_show_each_page_once():
    user = person_with(Role.DIRECTOR, make_center())
    make_membership(user, Role.COORDINATOR, make_center())
    make_membership(user, Role.REVIEWER)

    names = [item.url_name for item in navigation(user)]

    assert len(names) == len(set(names))
    assert landing_page(user) == "registry:worklist"
