"""Follow-up in a real browser: by keyboard alone, at both sizes, in both languages."""

import itertools
import os
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from centers.rls import EVERYTHING, scope
from outcomes.models import FollowUp
from tests.outcomes.conftest import Place
from tests.outcomes.people import signed_in, survivor

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

PATIENCE = 90_000  # ms; the machine may be busy with other tests
SIZES = {"desk": (1366, 768), "phone": (390, 844)}
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def work(browser: Browser, live_server: Any, stored_place: Place) -> Iterator[Any]:
    """Opens an address of follow-up as the coordinator; fails if a script stumbles or the policy refuses."""
    site = live_server.url.replace("127.0.0.1", "localhost")
    pages: list[Page] = []

    def open_page(address: str, size: str = "desk", language: str = "en") -> Page:
        _prefer(stored_place, language)
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, has_touch=size == "phone")
        context.add_cookies([_cookie(signed_in(stored_place.coordinator), site)])
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: refused.append(str(error)))
        page.goto(site + address, wait_until="networkidle")
        assert refused == []
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()


def _prefer(stored_place: Place, language: str) -> None:
    stored_place.coordinator.language = language
    stored_place.coordinator.save(update_fields=["language"])


def _cookie(client: Client, site: str) -> Any:
    morsel = next(iter(client.cookies.values()))
    return {"name": morsel.key, "value": morsel.value, "url": site}


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, one line per element."""
    answer = Axe().run(page, options={"runOnly": LEVELS, "resultTypes": ["violations"]}).response
    return [f"{rule['id']}: {node['html']}" for rule in answer["violations"] for node in rule["nodes"]]


def test_thirteen_keys_record_a_contact_and_open_the_next_patient(work: Any, stored_place: Place) -> None:
    following = survivor(stored_place.center, 32, started=date(2026, 10, 20))
    page = work(stored_place.url)
    for key in ("1", "Tab", "2026-11-15", "Tab", "2", "Tab", "2", "Tab", "1", "Tab", "0"):
        page.keyboard.press(key) if len(key) < 4 else page.keyboard.type(key)
    page.keyboard.press("Control+Enter")
    expect(page).to_have_url(
        f"{page.url.split('/follow-up/')[0]}/follow-up/{following.number}/D30/", timeout=PATIENCE
    )
    with scope(EVERYTHING):
        row = FollowUp.objects.get()
    answers = (row.fu_vital_status, row.fu_method, row.fu_mrs, row.fu_residence, row.fu_readmissions)
    assert answers == (1, 2, 2, 1, 0)
    assert row.fu_date == date(2026, 11, 15)


def test_fields_come_and_go_with_the_vital_status(work: Any, stored_place: Place) -> None:
    page = work(stored_place.url)
    shown = lambda name: page.locator(f"[data-field='fu.{name}']")  # noqa: E731
    page.keyboard.press("1")
    expect(shown("fu_mrs")).to_be_visible()
    expect(shown("fu_death_date")).to_be_hidden()
    page.keyboard.press("2")
    expect(shown("fu_mrs")).to_be_hidden()
    expect(shown("fu_death_date")).to_be_visible()
    expect(shown("fu_last_known_alive")).to_be_visible()
    page.fill("#f-fu-fu_death_date", "2026-09-01")
    page.keyboard.press("Tab")
    expect(shown("fu_last_known_alive")).to_be_hidden()


def test_the_six_answers_fit_a_phone_without_scrolling(work: Any, stored_place: Place) -> None:
    for language in ("zh-hans", "en"):
        page = work(stored_place.url, "phone", language)
        page.locator("input[name='fu.fu_vital_status'][value='1']").check(force=True)
        page.locator("input[name='fu.fu_mrs'][value='2']").check(force=True)
        page.locator("input[name='fu.fu_residence'][value='1']").check(force=True)
        page.fill("#f-fu-fu_date", "2026-11-15")
        page.keyboard.press("Tab")
        page.evaluate("scrollTo(0, 0)")
        last = page.locator("#f-fu-fu_readmissions").bounding_box()
        foot = page.locator(".form-foot").bounding_box()
        assert last["y"] + last["height"] <= foot["y"]
        assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("size", "language"), [("desk", "zh-hans"), ("phone", "en")])
def test_the_pages_are_accessible(work: Any, stored_place: Place, size: str, language: str) -> None:
    found: dict[str, list[str]] = {}
    for address in ("/follow-up/", stored_place.url, f"/follow-up/{stored_place.case.number}/panel/"):
        found[address] = violations(work(address, size, language))
    page = work(stored_place.url, size, language)
    page.locator("[data-finish]").click()
    page.wait_for_selector("[data-error-summary]")
    found["errors"] = violations(page)
    assert found == {address: [] for address in found}


def test_the_course_stands_beside_the_form_and_below_it_on_a_phone(work: Any, stored_place: Place) -> None:
    for language in ("zh-hans", "en"):
        page = work(stored_place.url, "desk", language)
        drawn = page.locator(".tl.upright")
        assert drawn.bounding_box()["width"] > 250
        boxes = page.evaluate(
            "[...document.querySelectorAll('.upright .tl-label text')].map(each => each.getBoundingClientRect())"
            ".map(box => [box.left, box.right, box.top, box.bottom])"
        )
        assert len(boxes) > 6
        apart = (
            one[1] <= two[0] or two[1] <= one[0] or one[3] <= two[2] + 4 or two[3] <= one[2] + 4
            for one, two in itertools.combinations(boxes, 2)
        )
        assert all(apart)
    page = work(stored_place.url, "phone")
    form, drawn = page.locator(".fu-entry"), page.locator(".tl.upright")
    assert drawn.bounding_box()["y"] > form.bounding_box()["y"] + form.bounding_box()["height"]
    page.locator(".footer").scroll_into_view_if_needed()
    foot = page.locator(".form-foot").bounding_box()
    last = page.locator(".fu-side > :last-child").bounding_box()
    assert last["y"] + last["height"] <= foot["y"]


def test_marks_of_the_course_answer_keys_and_lead_on(work: Any, stored_place: Place) -> None:
    page = work(stored_place.url)
    marks = page.locator(".upright .tl-event")
    marks.first.focus()
    page.keyboard.press("ArrowDown")
    expect(marks.nth(1)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/cases/{stored_place.case.number}/\?run=1#f-run1-run_start_at$"))


def test_a_quiet_mark_says_its_words_while_it_is_in_hand(work: Any, stored_place: Place) -> None:
    with scope(EVERYTHING):
        for year in range(1, 4):
            day = date(2026 + year, 1, 2)
            FollowUp.objects.create(
                case=stored_place.case, center=stored_place.center, fu_window=f"Y{year + 1}", fu_date=day,
                fu_vital_status=1, recorded_by=stored_place.coordinator,
            )  # fmt: skip
    page = work(stored_place.url)
    quiet = page.locator(".upright .tl-event.quiet").first
    expect(quiet.locator(".tl-whole")).to_be_hidden()
    quiet.focus()
    expect(quiet.locator(".tl-whole")).to_be_visible()
    expect(page.locator(".upright .tl-label").first).to_be_hidden()
    assert violations(page) == []


def test_the_course_is_printed_with_patterns_for_colors(work: Any, stored_place: Place) -> None:
    page = work(stored_place.url)
    page.emulate_media(media="print")

    expect(page.locator(".tl.upright")).to_be_visible()
    expect(page.locator(".upright .tl-pattern").first).to_have_css("display", "inline")


def test_the_field_in_hand_is_explained_beside_the_form(work: Any, stored_place: Place) -> None:
    page = work(stored_place.url)
    page.locator("input[name='fu.fu_vital_status'][value='1']").check(force=True)
    page.locator("details", has=page.locator("#f-fu-fu_katz")).evaluate("each => { each.open = true; }")
    page.locator("#f-fu-fu_katz").focus()

    expect(page.locator("[data-definition-title]")).to_have_text("Katz ADL")
    expect(page.locator("[data-definition-text]")).to_contain_text("0 to 6")
    expect(page.locator("[data-definition-link]")).to_have_attribute("href", "/en/dictionary/fu_katz/")


def test_number_fields_stay_in_their_column(work: Any, stored_place: Place) -> None:
    page = work(stored_place.url)
    page.locator("input[name='fu.fu_vital_status'][value='1']").check(force=True)
    page.evaluate("document.querySelectorAll('.fu-entry details').forEach(each => { each.open = true; })")

    wide = page.evaluate(
        "[...document.querySelectorAll('.fu-entry .field:not([hidden])')].filter(each => each.getClientRects().length"
        " && each.scrollWidth > each.clientWidth + 1).map(each => each.dataset.field)"
    )
    assert wide == []
