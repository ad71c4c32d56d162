"""From the question at the start of a case to the answer of the other center and the ruling of the society."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from centers.models import Center, User
from tests.factories.cases import make_draft
from tests.factories.people import coordinator_of, make_center, reviewer
from tests.registry.identity.conftest import opened
from tests.registry.identity.openings import NUMBER, answers_in, fill_in, known
from tests.registry.in_browser import pages_of, violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def centers() -> tuple[Center, Center]:
    """Here nobody knows the patient; there her run began two hours before the one that is entered here."""
    here, there = make_center(), make_center()
    known(_draft(there), document_no=NUMBER, facts=True)
    return here, there


def _draft(center: Center) -> Any:
    with opened(center):
        return make_draft(center, coordinator_of(center))


def _begin(page: Page, center: Center, **changes: str) -> None:
    answers = answers_in(center, **changes)
    fill_in(page, answers)
    page.click("[data-finish]")
    page.wait_for_selector("[data-error-summary]")


def test_a_handover_is_asked_denied_and_ruled_on(
    browser: Browser, live_server: Any, centers: tuple[Center, Center]
) -> None:
    here, there = centers
    asking, asked, society = coordinator_of(here), coordinator_of(there), reviewer()
    found: dict[str, list[str]] = {}

    with pages_of(browser, live_server, asking) as open_page:
        page = open_page("/cases/new/")
        _begin(page, here)
        found["question"] = violations(page)
        page.click("button[value=transfer]")
        expect(page.locator("main .alert").first).to_contain_text("尚未回复")
        found["case"] = violations(page)
        case = urlsplit(page.url).path

    with pages_of(browser, live_server, asked) as open_page:
        page = open_page("/worklist/", size="phone")
        found["worklist"] = violations(page)
        page.click(".questions a")
        found["answer"] = violations(page)
        page.fill("[name=note]", "当日未转出患者")
        page.click("button[value=denied]")
        expect(page.locator("main")).to_contain_text("不是，非本中心转出")
        found["answered"] = violations(page)

    _rule(browser, live_server, society, found)

    with pages_of(browser, live_server, asking) as open_page:
        page = open_page(case, language="en")
        expect(page.locator("main .alert").first).to_contain_text(
            "The society has decided: the same person. 见附页"
        )
    assert {place: told for place, told in found.items() if told} == {}


def _rule(browser: Browser, live_server: Any, society: User, found: dict[str, list[str]]) -> None:
    with pages_of(browser, live_server, society) as open_page:
        page = open_page("/review/", language="en")
        page.click(".desks a")
        expect(page.locator(".pair")).to_contain_text("当日未转出患者")
        found["desk"] = violations(page)
        page.fill("[name=note]", "见附页")
        page.click("button[value=same]")
        expect(page.locator("main")).to_contain_text("Nothing waits for a decision")
        page.click("[data-undo]")
        expect(page.locator(".pair")).to_contain_text("当日未转出患者")
        page.fill("[name=note]", "见附页")
        page.click("button[value=same]")
        page.click("a[href='?tab=decided']")
        expect(page.locator(".pair")).to_contain_text(society.name)
        found["decided"] = violations(page)
