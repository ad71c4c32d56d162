"""The queue in a real browser: in order, one at a time, nothing lost."""

from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from centers.rls import EVERYTHING, scope
from registry.models import Cannula, Complication
from tests.registry.autosave.saving_page import (
    HEIGHT,
    SAVES,
    WEIGHT,
    Recorder,
    all_saved,
    left_behind,
    may_leave,
    stored,
    type_into,
)
from tests.registry.in_browser import pages_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
expect.set_options(timeout=20_000)


def test_a_field_is_saved_as_it_is_left_and_the_next_one_keeps_the_focus(page: Page, people: Any) -> None:
    type_into(page, WEIGHT, "72")

    all_saved(page)
    assert stored(people[1]).baseline.weight_kg == 72
    expect(page.locator("#f-baseline1-weight_estimated")).to_be_focused()
    expect(page.locator(WEIGHT)).to_have_value("72")


def test_a_calculated_value_follows_the_save(page: Page) -> None:
    surface = page.locator("#c-baseline1-bsa")
    expect(surface).to_be_hidden()

    type_into(page, WEIGHT, "72")
    type_into(page, HEIGHT, "174")

    expect(surface.locator(".calc")).to_have_text("1.87 m²")
    expect(surface).to_be_visible()
    type_into(page, HEIGHT, "")
    expect(surface).to_be_hidden()


def test_a_choice_is_saved_at_once(page: Page, people: Any) -> None:
    page.locator("[data-field='run1.urgency'] input[type=radio]").first.focus()
    page.keyboard.press("1")

    all_saved(page)
    assert stored(people[1]).urgency == 1


def test_requests_go_out_one_after_the_other_in_the_order_of_the_changes(page: Page, people: Any) -> None:
    sent = Recorder(page)
    for field, text in ((WEIGHT, "72"), ("#f-admission-admission_at", "2026-11-19 01:00"), (HEIGHT, "174")):
        type_into(page, field, text)

    all_saved(page)
    assert sent.fields() == [["weight_kg"], ["admission_at"], ["height_cm"]]
    assert sent.most == 1


def test_what_was_typed_without_a_network_is_delivered_in_order_when_it_is_back(
    page: Page, people: Any
) -> None:
    sent = Recorder(page)
    page.context.set_offline(True)
    sent.answers = [lambda route: route.abort("internetdisconnected")] * 50
    type_into(page, WEIGHT, "72")
    type_into(page, HEIGHT, "174")
    type_into(page, "#f-admission-admission_at", "2026-11-19 01:00")
    expect(page.locator("#save-state")).to_have_text("网络断开，3 项待保存。请勿关闭本页")
    assert not may_leave(page)

    sent.answers, sent.bodies = [], []
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")

    all_saved(page)
    assert sent.fields() == [["weight_kg"], ["height_cm"], ["admission_at"]]
    baseline = stored(people[1]).baseline
    assert (baseline.weight_kg, baseline.height_cm) == (72, 174)
    assert may_leave(page)


def test_a_failing_server_is_tried_again_with_the_same_request(page: Page, people: Any) -> None:
    sent = Recorder(page)
    sent.answers = [lambda route: route.fulfill(status=500, body="")]

    type_into(page, WEIGHT, "72")

    expect(page.locator("#save-state")).to_contain_text("未能保存")
    page.locator("#save-state button").click()
    all_saved(page)
    assert len(sent.bodies) == 2
    assert sent.bodies[0] == sent.bodies[1]
    assert stored(people[1]).baseline.weight_kg == 72


def test_an_answer_that_got_lost_on_the_way_is_no_second_save(page: Page, people: Any) -> None:
    sent = Recorder(page)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    sent.answers = [lose]
    row = page.locator("[data-row='cannula1.new1']")
    row.locator("[name='cannula1.new1.cannula_size_fr']").fill("23")
    page.keyboard.press("Tab")
    expect(page.locator("#save-state")).to_have_attribute("data-state", "offline")
    page.keyboard.press("Control+s")

    all_saved(page)
    with scope(EVERYTHING):
        assert [row.cannula_size_fr for row in Cannula.objects.filter(run__case=people[1])] == [23]


def test_entries_that_were_not_saved_survive_a_reload(page: Page, people: Any) -> None:
    sent = Recorder(page)
    sent.answers = [lambda route: route.abort("internetdisconnected")] * 50
    type_into(page, WEIGHT, "72")
    expect(page.locator("#save-state")).to_have_attribute("data-state", "offline")
    assert page.evaluate("Object.keys(localStorage)") == []
    assert len(left_behind(page)) == 1

    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator("#toasts")).to_contain_text("1 项")
    expect(page.locator(WEIGHT)).to_have_value("72")
    sent.answers = []
    page.keyboard.press("Control+s")

    all_saved(page)
    assert stored(people[1]).baseline.weight_kg == 72
    assert left_behind(page) == []


def test_a_long_text_is_saved_after_a_pause_with_the_caret_where_it_was(page: Page, people: Any) -> None:
    page.locator("[data-row='complication1.new1'] [data-more]").click()
    note = page.locator("textarea:visible")
    note.focus()
    page.keyboard.type("abcdef")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    with page.expect_response(lambda answer: SAVES.search(answer.url) is not None):
        page.keyboard.type("x")
    all_saved(page)

    expect(note).to_be_focused()
    assert note.evaluate("box => box.selectionStart") == 4
    assert note.input_value() == "abcxdef"
    with scope(EVERYTHING):
        assert [row.comp_note for row in Complication.objects.filter(run__case=people[1])] == ["abcxdef"]


def test_without_scripts_the_section_has_a_button_and_everything_is_saved(
    browser: Browser, live_server: Any, people: Any
) -> None:
    coordinator, case = people
    with pages_of(browser, live_server, coordinator, java_script_enabled=False) as open_page:
        page = open_page(f"/cases/{case.number}/")
        page.locator(WEIGHT).fill("72")
        page.locator("[data-field='baseline1.weight_estimated'] label").first.click()
        page.locator("#save-history").click()

        expect(page.locator(WEIGHT)).to_have_value("72")
    assert stored(case).baseline.weight_kg == 72


def test_what_was_typed_before_the_script_came_is_saved(
    browser: Browser, live_server: Any, people: Any
) -> None:
    coordinator, case = people
    with pages_of(browser, live_server, coordinator) as open_page:
        page = open_page("/worklist/")
        held: list[Route] = []
        page.route("**/js/case*.js", lambda route: held.append(route))
        page.goto(f"{live_server.url}/cases/{case.number}/", wait_until="commit")
        page.locator(WEIGHT).fill("71.5")
        page.locator(HEIGHT).focus()
        with page.expect_response(SAVES):
            held[0].continue_()
        all_saved(page)

    assert stored(case).baseline.weight_kg == Decimal("71.5")
