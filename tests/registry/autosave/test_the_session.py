"""The session of a page: warned, ended, taken up again; who else is there; back where one stopped."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Dialog, Page, expect

from centers.models import Role
from centers.rls import EVERYTHING, scope
from tests.factories.people import PASSWORD, person_with
from tests.registry.autosave.saving_page import HEIGHT, WEIGHT, all_saved, left_behind, stored, type_into
from tests.registry.in_browser import pages_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
expect.set_options(timeout=20_000)


def end_session(page: Page) -> None:
    """As after half an hour without activity, seen from the browser."""
    page.context.clear_cookies()


def sign_in_in_place(page: Page, email: str, password: str) -> None:
    dialog = page.locator("#sign-in-again")
    expect(dialog).to_be_visible()
    dialog.locator("[name=login]").fill(email)
    dialog.locator("[name=password]").fill(password)
    page.keyboard.press("Enter")


def test_after_the_session_ended_the_same_person_signs_in_and_goes_on(page: Page, people: Any) -> None:
    coordinator, case = people
    end_session(page)
    type_into(page, WEIGHT, "72")
    sign_in_in_place(page, coordinator.email, "wrong")
    expect(page.locator("#sign-in-again [role=alert]")).not_to_be_empty()
    sign_in_in_place(page, coordinator.email, PASSWORD)

    all_saved(page)
    expect(page.locator("#sign-in-again")).to_be_hidden()
    assert stored(case).baseline.weight_kg == 72
    type_into(page, HEIGHT, "174")
    all_saved(page)
    assert stored(case).baseline.height_cm == 174


def test_the_dialog_waits_until_nobody_types_and_takes_no_key(page: Page, people: Any) -> None:
    coordinator, case = people
    dialog = page.locator("#sign-in-again")
    page.evaluate(
        """() => {
          addEventListener("keydown", () => { window.lastKey = performance.now() }, true);
          new MutationObserver(() => { window.pause = performance.now() - window.lastKey })
            .observe(document.querySelector("#sign-in-again"), {attributeFilter: ["open"]});
        }"""
    )
    end_session(page)
    type_into(page, WEIGHT, "72")
    page.locator(HEIGHT).focus()
    told = page.locator("#toasts [data-toast]")
    for _ in range(100):
        page.keyboard.press("End")  # somebody is still at the keys
        if told.count():
            break
        page.wait_for_timeout(200)
    expect(told).to_contain_text("登录已过期，输入内容已保留")
    page.keyboard.type("174.5", delay=300)
    expect(dialog).to_be_hidden()
    expect(page.locator(HEIGHT)).to_have_value("174.5")

    expect(dialog).to_be_visible()
    expect(told).to_have_count(0)
    assert page.evaluate("window.pause") >= 1500
    expect(dialog.locator("[name=password]")).to_be_focused()
    expect(dialog.locator("[name=password]")).to_have_value("")
    sign_in_in_place(page, coordinator.email, PASSWORD)

    all_saved(page)
    baseline = stored(case).baseline
    assert (baseline.weight_kg, float(baseline.height_cm)) == (72, 174.5)
    expect(page.locator(HEIGHT)).to_be_focused()


def test_somebody_else_who_signs_in_saves_nothing_of_the_first(page: Page, people: Any) -> None:
    _, case = people
    with scope(EVERYTHING):
        other = person_with(Role.COORDINATOR, case.center)
    end_session(page)
    type_into(page, WEIGHT, "72")
    sign_in_in_place(page, other.email, PASSWORD)
    expect(page.locator("[data-other-text]")).to_contain_text(other.name)

    page.get_by_role("button", name="丢弃这些内容").click()

    expect(page.locator(f"body[data-user='{other.pk}']")).to_be_visible()
    expect(page.locator(WEIGHT)).to_have_value("")
    assert stored(case).baseline.weight_kg is None
    assert left_behind(page) == []


def test_two_minutes_before_the_end_any_key_keeps_the_session(
    browser: Browser, live_server: Any, people: Any, settings: Any
) -> None:
    coordinator, case = people
    settings.SESSION_IDLE_CENTER = timedelta(seconds=122)
    with pages_of(browser, live_server, coordinator) as open_page:
        page = open_page(f"/cases/{case.number}/")
        page.locator(WEIGHT).focus()
        warning = page.locator("#session-warning")
        expect(warning).to_be_visible()
        expect(page.locator(WEIGHT)).to_be_focused()

        settings.SESSION_IDLE_CENTER = timedelta(minutes=30)
        with page.expect_request(
            lambda request: request.url.endswith("/account/session/") and request.method == "POST"
        ):
            page.keyboard.press("ArrowRight")

        expect(warning).to_be_hidden()


def test_a_link_out_of_the_page_waits_for_what_was_just_typed(page: Page, people: Any) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.locator(WEIGHT).fill("72")

    page.get_by_role("link", name="检查并提交").click()

    page.wait_for_url("**/check/")
    assert asked == []
    assert stored(people[1]).baseline.weight_kg == 72


def test_back_in_a_draft_one_goes_on_where_one_stopped(page: Page, people: Any) -> None:
    type_into(page, HEIGHT, "174")
    all_saved(page)

    page.goto(page.url.split("#")[0])

    expect(page.locator(HEIGHT)).to_be_focused()
    expect(page.locator("#toasts")).to_contain_text("从上次的位置继续")


@pytest.mark.usefixtures("broker")
def test_the_panel_says_who_else_is_there(
    browser: Browser, live_server: Any, people: Any, broker: Any
) -> None:
    coordinator, case = people
    with scope(EVERYTHING):
        colleague = person_with(Role.COORDINATOR, case.center, name="测试协调员乙")
    client = Client()
    client.force_login(colleague)
    client.post(reverse("registry:presence", args=[case.number]), {"section": "history"})

    with pages_of(browser, live_server, coordinator) as open_page:
        page = open_page(f"/cases/{case.number}/")
        expect(page.locator("#presence")).to_contain_text("测试协调员乙 正在看第 3 节")
