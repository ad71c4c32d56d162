"""People and centers in a real browser: accessibility, narrow screens, and an invitation from end to end."""

import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from playwright.sync_api import Browser, Page, expect

from tests.factories.people import PASSWORD, admin, coordinator_of, director_of, make_center, make_invitation

# Playwright keeps an event loop in this thread; the database is asked from it all the same.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

SIZES = {"desk": (1366, 768), "phone": (390, 844)}
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PATIENCE = 90_000  # ms; the machine may be busy with other tests
CHINESE_SENTENCE = re.compile(r"[\u4e00-\u9fff]{2,}[，。；：]")

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(live_server: Any) -> str:
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Any]:
    """A fresh browser of that size and language; the test fails if a script stumbles."""
    contexts = []

    def start(size: str = "desk", language: str = "en") -> Page:
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height})
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": "registry_language", "value": language, "url": site}])
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        return page

    yield start
    for context in contexts:
        context.close()


def sign_in(page: Page, site: str, email: str) -> None:
    """By keyboard: the first box has the focus."""
    page.goto(f"{site}/account/login/")
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/account/login/" not in url)


def assert_fit(page: Page) -> None:
    """Nothing against WCAG 2.2 A and AA, nothing wider than the screen."""
    found = Axe().run(page, options={"runOnly": LEVELS, "resultTypes": ["violations"]}).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_pages_are_accessible_and_fit(open_page, site, size, language):
    center = make_center(center_code="D01", center_name_en="North Hospital")
    coordinator_of(center, name="A colleague")
    _, token = make_invitation(center=center)
    boss = admin(language=language, name="Min Zhao")
    page = open_page(size, language)
    for path in ("/account/login/", "/account/password/reset/", f"/invitation/{token}/"):
        page.goto(site + path)
        assert_fit(page)

    sign_in(page, site, boss.email)

    for path in (
        "/account/profile/",
        "/account/password/change/",
        "/admin/people/",
        "/admin/centers/",
        "/admin/centers/D01/",
        "/center/profile/?center=D01",
    ):
        page.goto(site + path)
        assert_fit(page)
        if language == "en":
            assert not CHINESE_SENTENCE.search(page.inner_text("main")), path


def test_an_invitation_from_end_to_end(open_page, site, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.SITE_URL = site
    center = make_center(center_name_en="North Hospital")
    director = director_of(center, language="en")
    page = open_page()
    sign_in(page, site, director.email)

    page.goto(f"{site}/center/people/")
    page.locator("#id_email").fill("new@test.example")
    page.get_by_label("Language of the mail").select_option("en")
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.get_by_role("row", name="new@test.example")).to_be_visible()
    link = re.search(r"https?://\S+", str(mail.outbox[0].body))
    assert link

    guest = open_page()
    guest.goto(link[0])
    assert link[0].rsplit("/", 2)[1] not in guest.url
    guest.get_by_label("Name").fill("Wei Li")
    guest.get_by_label("New password", exact=True).fill(PASSWORD)
    guest.get_by_label("New password again").fill(PASSWORD)
    guest.keyboard.press("Enter")
    guest.wait_for_url("**/worklist/")

    page.goto(f"{site}/center/people/")
    page.get_by_role("button", name="Disable the account of Wei Li").click()
    expect(page.get_by_text("disabled", exact=True)).to_be_visible()
    guest.goto(f"{site}/worklist/")
    assert "/account/login/" in guest.url


def test_a_profile_is_filled_in_and_asks_for_what_is_missing(open_page, site):
    center = make_center()
    page = open_page()
    sign_in(page, site, coordinator_of(center, language="en").email)

    page.goto(f"{site}/center/profile/")
    expect(page.locator('[data-field="profile.elso_center_id"]')).to_be_hidden()
    page.get_by_text("Member center").first.click()
    expect(page.locator('[data-field="profile.elso_center_id"]')).to_be_visible()
    page.fill('[name="profile.bed_count"]', "lots")
    page.keyboard.press("Control+s")

    expect(page.get_by_text("Enter a number").first).to_be_visible()
    expect(page.locator('[name="profile.bed_count"]')).to_have_value("lots")
    expect(page.get_by_text("1 / 20 required items answered")).to_be_visible()
