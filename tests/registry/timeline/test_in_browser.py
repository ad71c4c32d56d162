"""The timeline under keys and pointer, on a desk and on a phone."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from centers.models import Role
from centers.rls import EVERYTHING, scope
from tests.factories.people import make_center, person_with
from tests.registry.in_browser import PATIENCE, Open, pages_of, violations
from tests.registry.timeline import courses

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def address() -> Any:
    """A coordinator and the address of a case full of events and contradictions."""
    with scope(EVERYTHING):
        center = make_center()
        coordinator = person_with(Role.COORDINATOR, center)
        case = courses.make_course(center, coordinator, courses.WRONG)
        return coordinator, f"/cases/{case.number}/"


@pytest.fixture
def open_page(browser: Browser, live_server: Any, address: Any) -> Iterator[Open]:
    with pages_of(browser, live_server, address[0]) as opened:
        yield opened


def boxes(page: Page) -> list[Any]:
    """Left, right and top of every label that shows."""
    return page.evaluate(
        "[...document.querySelectorAll('.tl .tl-label, .tl > text:not(.tl-mode)')]"
        ".map(each => each.getBoundingClientRect()).map(box => [Math.round(box.top / 20), box.left, box.right])"
    )


def test_marks_are_one_stop_and_lead_to_their_fields(open_page: Open, address: Any) -> None:
    page = open_page(address[1])
    marks = page.locator("#timeline .tl-event")

    assert page.evaluate("document.querySelector('.casehead').offsetHeight") == 107
    expect(page.locator("#timeline .tl-event[tabindex='0']")).to_have_count(1)
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(marks.nth(2)).to_be_focused()
    expect(marks.nth(2).locator(".tl-whole")).to_be_visible()
    expect(page.locator("#timeline .tl-label.up").first).to_be_hidden()
    page.keyboard.press("End")
    expect(marks.last).to_be_focused()
    assert violations(page) == []

    page.locator("#timeline [href$='f-run1-decannulated_at']").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#f-run1-decannulated_at")).to_be_focused()


def test_labels_as_drawn_do_not_touch(open_page: Open, address: Any) -> None:
    """The widths reckoned on the server hold in the fonts of the browser, in both languages."""
    for language in ("zh-hans", "en"):
        drawn = sorted(boxes(open_page(address[1], language=language)))

        assert len(drawn) > 8
        for (lane, _, right), (other, left, _) in itertools.pairwise(drawn):
            assert lane != other or right < left


def test_a_save_draws_it_anew_and_keeps_the_list_open(open_page: Open, address: Any) -> None:
    page = open_page(address[1])
    page.locator("#timeline summary").click()
    expect(page.locator("#timeline .tl-list")).to_contain_text("拔管：早于转流结束")

    page.locator("#f-run1-decannulated_at").fill("2026-03-08 13:00")
    page.keyboard.press("Tab")

    expect(page.locator("#timeline .tl-list")).not_to_contain_text("早于转流结束")
    expect(page.locator("#timeline .tl-list")).to_be_visible()
    expect(page.locator("#timeline .tl-event[tabindex='0']")).to_have_count(1)


def test_a_phone_reads_it_as_a_list(open_page: Open, address: Any) -> None:
    page = open_page(address[1], "phone")

    expect(page.locator("#timeline svg.tl")).to_be_hidden()
    page.locator("#timeline summary").click()
    expect(page.locator("#timeline .tl-list li").first).to_be_visible()
    assert violations(page) == []
