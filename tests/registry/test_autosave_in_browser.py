"""Autosave in a real browser: one queue, nothing lost, two people in one field, signing in again in place."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from centers.history import acting
from centers.models import Role
from centers.rls import EVERYTHING, scope
from crf.answering import Entry
from registry.actions.saving import PartChange, save_case
from registry.models import Cannula, Case, Complication, Run
from tests.factories.cases import identify, make_draft
from tests.factories.people import PASSWORD, make_center, person_with
from tests.registry.in_browser import pages_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
expect.set_options(timeout=20_000)

SAVES = re.compile(r"/cases/[^/]+/s/")
WEIGHT, HEIGHT = "#f-baseline1-weight_kg", "#f-baseline1-height_cm"


@pytest.fixture
def people() -> Any:
    with scope(EVERYTHING):
        center = make_center()
        coordinator = person_with(Role.COORDINATOR, center)
        return coordinator, make_draft(center, coordinator)


@pytest.fixture
def page(browser: Browser, live_server: Any, people: Any) -> Iterator[Page]:
    coordinator, case = people
    with pages_of(browser, live_server, coordinator) as open_page:
        yield open_page(f"/cases/{case.number}/")


def stored(case: Case) -> Run:
    with scope(EVERYTHING):
        return Run.objects.select_related("baseline").get(case=case)


def type_into(page: Page, field: str, text: str) -> None:
    page.locator(field).fill(text)
    page.keyboard.press("Tab")


def all_saved(page: Page) -> None:
    expect(page.locator("#save-state")).to_have_attribute("data-waiting", "0")
    expect(page.locator("#save-state")).to_have_text(re.compile(r"已保存 \d\d:\d\d:\d\d"))


def by_a_colleague(case: Case, by: Any, row: str, **answers: str) -> None:
    with scope(EVERYTHING), acting(user=by, request=""):
        part = stored(case).baseline if row == "baseline1" else stored(case)
        entries = {name: Entry(text=text) for name, text in answers.items()}
        save_case(case.number, [PartChange(row, entries, part.version)], by=by, identify=identify)


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

    expect(surface.locator(".calc")).to_have_text("1.87 m2")
    expect(surface).to_be_visible()
    type_into(page, HEIGHT, "")
    expect(surface).to_be_hidden()


def test_a_choice_is_saved_at_once(page: Page, people: Any) -> None:
    page.locator("[data-field='run1.urgency'] input[type=radio]").first.focus()
    page.keyboard.press("1")

    all_saved(page)
    assert stored(people[1]).urgency == 1


def left_behind(page: Page) -> list[str]:
    """Where the tab keeps what was not saved."""
    return page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('unsaved'))")


class Recorder:
    """The saves of a page as they go out; each may be answered by the test instead of the server."""

    def __init__(self, page: Page):
        self.bodies: list[str] = []
        self.answers: list[Callable[[Route], None]] = []
        self.flying, self.most = 0, 0
        page.route(SAVES, self._take)

    def _take(self, route: Route) -> None:
        self.bodies.append(route.request.post_data or "")
        answer = self.answers.pop(0) if self.answers else None
        if answer:
            answer(route)
            return
        self.flying += 1
        self.most = max(self.most, self.flying)
        response = route.fetch()
        self.flying -= 1
        route.fulfill(response=response)

    def fields(self) -> list[list[str]]:
        """Names of the answers in each request, in order."""
        found = []
        for body in self.bodies:
            names = dict.fromkeys(name for name, _ in parse_qsl(body, keep_blank_values=True))
            found.append([name.split(".")[1] for name in names if "." in name and "!" not in name])
        return found


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
    assert page.evaluate("!dispatchEvent(new Event('beforeunload', {cancelable: true}))")

    sent.answers, sent.bodies = [], []
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")

    all_saved(page)
    assert sent.fields() == [["weight_kg"], ["height_cm"], ["admission_at"]]
    baseline = stored(people[1]).baseline
    assert (baseline.weight_kg, baseline.height_cm) == (72, 174)
    assert page.evaluate("dispatchEvent(new Event('beforeunload', {cancelable: true}))")


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


@pytest.mark.parametrize(("words", "kept"), [("用我的", "72.00"), ("用对方的", "70.00")])
def test_two_values_for_one_field_are_shown_and_one_is_chosen(
    page: Page, people: Any, words: str, kept: str
) -> None:
    coordinator, case = people
    by_a_colleague(case, coordinator, "baseline1", weight_kg="70")
    type_into(page, WEIGHT, "72")

    box = page.locator("[data-field='baseline1.weight_kg'] .dispute")
    expect(box).to_contain_text("70.00 kg")
    expect(box).to_contain_text(coordinator.name)
    expect(box).to_contain_text("您填的是 72")
    expect(page.locator("#save-state")).to_contain_text("他人刚刚修改过")
    expect(page.locator("#f-baseline1-weight_estimated")).to_be_focused()
    type_into(page, HEIGHT, "174")
    page.keyboard.press("F8")
    expect(box.locator("button").first).to_be_focused()
    box.get_by_role("button", name=words).focus()
    page.keyboard.press("Enter")

    all_saved(page)
    baseline = stored(case).baseline
    assert (f"{baseline.weight_kg:.2f}", baseline.height_cm) == (kept, 174)
    assert float(page.locator(WEIGHT).input_value()) == float(kept)
    assert page.evaluate("dispatchEvent(new Event('beforeunload', {cancelable: true}))")


def test_the_other_fields_of_a_disputed_request_are_saved(page: Page, people: Any) -> None:
    coordinator, case = people
    sent = Recorder(page)
    sent.answers = [lambda route: route.abort("internetdisconnected")]
    type_into(page, "#f-admission-admission_at", "2026-11-19 01:00")
    expect(page.locator("#save-state")).to_have_attribute("data-state", "offline")
    by_a_colleague(case, coordinator, "baseline1", weight_kg="70")
    type_into(page, WEIGHT, "72")
    type_into(page, HEIGHT, "174")
    page.keyboard.press("Control+s")

    expect(page.locator("#save-state")).to_contain_text("他人刚刚修改过")
    assert sent.fields() == [["admission_at"], ["admission_at"], ["weight_kg", "height_cm"], ["height_cm"]]
    baseline = stored(case).baseline
    assert (baseline.weight_kg, baseline.height_cm) == (70, 174)


def test_what_a_colleague_stored_beside_it_appears_with_the_own_save(page: Page, people: Any) -> None:
    coordinator, case = people
    by_a_colleague(case, coordinator, "baseline1", weight_kg="70")

    type_into(page, HEIGHT, "174")

    all_saved(page)
    expect(page.locator(WEIGHT)).to_have_value("70.00")
    type_into(page, WEIGHT, "71")
    all_saved(page)
    assert stored(case).baseline.weight_kg == 71


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


def test_without_scripts_the_section_has_a_button_and_everything_is_saved(
    browser: Browser, live_server: Any, people: Any
) -> None:
    coordinator, case = people
    with pages_of(browser, live_server, coordinator, java_script_enabled=False) as open_page:
        page = open_page(f"/cases/{case.number}/")
        page.locator(WEIGHT).fill("72")
        page.locator("[data-field='baseline1.weight_estimated'] label").first.click()
        page.locator("#save-history").click()

        expect(page.locator(WEIGHT)).to_have_value("72.00")
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
