"""Every page of a case and of its review against WCAG 2.2, at both sizes and in both languages."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from centers.models import Role
from centers.rls import EVERYTHING, scope
from crf.answering import Entry
from registry.actions import review, submission
from registry.actions.saving import PartChange, save_case
from registry.models import Case
from tests.factories.cases import identify, make_complete, make_draft
from tests.factories.people import make_center, person_with
from tests.registry.in_browser import pages_of, violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cases() -> Any:
    """A coordinator and a reviewer with an empty draft, one full of errors, and one submitted twice."""
    with scope(EVERYTHING):
        center = make_center()
        coordinator, reviewer = person_with(Role.COORDINATOR, center), person_with(Role.REVIEWER)
        wrong = make_complete(
            center, coordinator, baseline1={"weight_kg": "20"}, outcome={"discharge_at": "2026-02-25 10:00"}
        )
        twice = make_complete(center, coordinator)
        _submit(twice, coordinator)
        review.send_back(twice, "请核对体重", by=reviewer)
        baseline = Case.objects.get(pk=twice.pk).runs.get().baseline
        change = PartChange("baseline1", {"weight_kg": Entry(text="74")}, version=baseline.version)
        save_case(twice.number, [change], by=coordinator, identify=identify)
        _submit(twice, coordinator)
        return {
            "coordinator": coordinator,
            "reviewer": reviewer,
            "draft": make_draft(center, coordinator).number,
            "wrong": wrong.number,
            "twice": twice.number,
        }


def _submit(case: Case, coordinator: Any) -> None:
    submission.submit(case, by=coordinator, identify=identify)


@pytest.mark.parametrize(("size", "language"), [("desk", "zh-hans"), ("phone", "en")])
def test_pages_of_the_coordinator_are_accessible(
    browser: Browser, live_server: Any, cases: Any, size: str, language: str
) -> None:
    addresses = [
        "/worklist/",
        "/cases/",
        "/cases/new/",
        f"/cases/{cases['draft']}/",
        f"/cases/{cases['wrong']}/",
        f"/cases/{cases['twice']}/",
        f"/cases/{cases['wrong']}/check/",
        f"/cases/{cases['twice']}/history/",
        f"/cases/{cases['wrong']}/preview/",
    ]

    with pages_of(browser, live_server, cases["coordinator"]) as open_page:
        found = {address: violations(open_page(address, size, language)) for address in addresses}

    assert found == {address: [] for address in addresses}


@pytest.mark.parametrize(("size", "language"), [("desk", "en"), ("phone", "zh-hans")])
def test_pages_of_the_reviewer_are_accessible(
    browser: Browser, live_server: Any, cases: Any, size: str, language: str
) -> None:
    case = f"/review/{cases['twice']}/"
    addresses = ["/review/", *(f"{case}?view={view}" for view in ("changes", "fields", "warnings"))]

    with pages_of(browser, live_server, cases["reviewer"]) as open_page:
        found = {address: violations(open_page(address, size, language)) for address in addresses}

    assert found == {address: [] for address in addresses}
