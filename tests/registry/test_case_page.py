"""The case page in the hands of its coordinator, through the real middleware."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from centers.models import Role
from registry.models import Case, Run
from tests.factories.cases import make_complete, make_draft
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def center(everything):
    return make_center()


@pytest.fixture
def coordinator(center):
    return person_with(Role.COORDINATOR, center)


@pytest.fixture
def page(client, coordinator):
    client.force_login(coordinator)
    return client


def save(client, case, key, data, **extra):
    run = Run.objects.get(case=case, run_number=1)
    versions = {"run1": run.version, "baseline1": run.baseline.version, "admission": case.admission.version}
    address = reverse("registry:save_section", args=[case.number, key])
    return client.post(address, {"versions": json.dumps(versions), **data}, **extra)


def test_case_page_shows_every_section_of_an_adult(page, center, coordinator):
    case = make_complete(center, coordinator)

    html = page.get(reverse("registry:case", args=[case.number])).content.decode()

    assert case.number in html
    assert html.count('class="card sect"') >= 10


def test_section_is_saved_with_one_request(page, center, coordinator):
    case = make_draft(center, coordinator)

    answer = save(
        page,
        case,
        "run",
        {"run1.support_type": "2", "run1.initial_mode": "VA", "run1.run_start_at": "2026-11-19 01:45"},
    )

    run = Run.objects.get(case=case)
    assert answer.status_code == 302
    assert (run.support_type, run.initial_mode, run.version) == (2, "VA", 1)


def test_rejected_entry_is_kept_and_shown_again(page, center, coordinator):
    case = make_draft(center, coordinator)
    save(page, case, "history", {"baseline1.weight_kg": "seventy"})

    html = page.get(reverse("registry:case", args=[case.number])).content.decode()

    assert 'value="seventy"' in html
    assert Run.objects.get(case=case).baseline.weight_kg is None


def test_stale_section_is_answered_with_both_values(page, center, coordinator):
    case = make_draft(center, coordinator)
    save(page, case, "run", {"run1.urgency": "1"})
    address = reverse("registry:save_section", args=[case.number, "run"])

    answer = page.post(address, {"run1.urgency": "2", "versions": json.dumps({"run1": 0}), "base": "{}"})

    assert answer.status_code == 409
    assert Run.objects.get(case=case).urgency == 1


def test_case_of_another_center_does_not_exist(client, center, coordinator):
    case = make_draft(center, coordinator)
    client.force_login(person_with(Role.COORDINATOR, make_center()))

    for name in ("case", "check", "history"):
        assert client.get(reverse(f"registry:{name}", args=[case.number])).status_code == 404
    assert save(client, case, "run", {"run1.urgency": "1"}).status_code == 404


def test_director_reads_but_does_not_write(client, center, coordinator):
    case = make_draft(center, coordinator)
    client.force_login(person_with(Role.DIRECTOR, center))

    assert client.get(reverse("registry:case", args=[case.number])).status_code == 200
    assert save(client, case, "run", {"run1.urgency": "1"}).status_code == 403


def test_fields_outside_the_section_are_ignored(page, center, coordinator):
    case = make_draft(center, coordinator)

    save(
        page,
        case,
        "run",
        {"run1.urgency": "1", "run1.version": "99", "case.state": "accepted", "baseline1.weight_kg": "70"},
    )

    assert Case.objects.get(pk=case.pk).state == "draft"
    assert Run.objects.get(case=case).baseline.weight_kg is None


def queries_of(page, address):
    with CaptureQueriesContext(connection) as captured:
        assert page.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["case_list", "worklist"])
def test_lists_take_the_same_queries_for_1_and_50_rows(page, center, coordinator, name):
    address = reverse(f"registry:{name}")
    make_draft(center, coordinator)
    page.get(address)
    few = queries_of(page, address)
    for _ in range(49):
        make_draft(center, coordinator)

    assert queries_of(page, address) == few <= 30
