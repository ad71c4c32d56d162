"""The page where a case is begun, in a real browser: by keyboard, without scripts, on both screens."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from centers.models import Center, User
from tests.factories.people import coordinator_of, make_center
from tests.journeys.keyboard import Keyboard
from tests.registry.identity.conftest import opened
from tests.registry.identity.openings import answers_in, cases_of, fill_in
from tests.registry.in_browser import Open, pages_of, violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

ADDRESS = "/cases/new/"
CASE = re.compile(r"/cases/[^/]+-\d{4}/")
WARNS = "() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))"
MARK = """(selector) => getComputedStyle(document.querySelector(selector), "::after").content"""
TYPED = {
    "record_no": "ZY00123",
    "id_document_type": "2",
    "document_no": "E55667788",
    "sex": "2",
    "birth_date": "680304",
    "run_start_at": "2026-11-20 0800",
    "support_type": "3",
    "initial_mode": "VA",
}


@pytest.fixture
def center() -> Center:
    return make_center()


@pytest.fixture
def person(center: Center) -> User:
    return coordinator_of(center)


@pytest.fixture
def open_page(browser: Browser, live_server: Any, person: User) -> Iterator[Open]:
    with pages_of(browser, live_server, person) as opener:
        yield opener


def _filled(page: Page, **changes: str) -> Keyboard:
    keys = Keyboard(page)
    for name, text in (TYPED | changes).items():
        keys.answer(name, text)
    return keys


def test_digits_choose_and_typed_entries_are_not_lost(open_page: Open, center: Center) -> None:
    page = open_page(ADDRESS)
    assert not page.evaluate(WARNS)

    keys = _filled(page)
    assert page.input_value("[name=birth_date]") == "1968-03-04"
    expect(page.locator(".field:has([name=birth_date]) [data-echo]")).to_have_text("星期一")
    assert page.evaluate(WARNS)

    keys.press("Control+Enter")
    page.wait_for_url(CASE)
    [case] = cases_of(center)
    assert (case.patient.sex, str(case.patient.birth_date)) == (2, "1968-03-04")
    with opened(center):
        assert case.runs.get().support_type == 3


@pytest.mark.parametrize(
    ("typed", "said", "is_wrong"),
    [
        ("2026-11-20 24:00", "午夜请填次日 00:00", True),
        ("2026-11-20", "请补上时间", True),
        ("2099-11-20 0800", "晚于现在", False),
        ("2026-11-20 0800", "星期五", False),
    ],
)
def test_times_are_echoed(open_page: Open, typed: str, said: str, is_wrong: bool) -> None:
    page = open_page(ADDRESS)
    Keyboard(page).answer("run_start_at", typed)
    page.keyboard.press("Tab")

    echo = page.locator(".field:has([name=run_start_at]) [data-echo]")
    expect(echo).to_contain_text(said)
    assert ("bad" in (echo.get_attribute("class") or "")) is is_wrong


def test_what_came_back_with_an_error_is_still_guarded(open_page: Open, center: Center) -> None:
    page = open_page(ADDRESS)
    _filled(page, id_document_type="1", document_no="3101151968").press("Control+Enter")
    page.wait_for_selector("[data-error-summary]")

    assert page.evaluate(WARNS)
    assert page.is_checked("[name=sex][value='2']")
    page.click("[data-error-summary] a")
    assert page.evaluate("document.activeElement.name") == "document_no"
    page.select_option("[name=id_document_type]", "2")
    page.click("[data-finish]")
    page.wait_for_url(CASE)
    assert len(cases_of(center)) == 1


def test_the_mark_of_a_needed_number_goes_where_there_is_no_document(open_page: Open, center: Center) -> None:
    page = open_page(ADDRESS)
    mark = ".field:has([name=document_no]) label span"
    assert page.evaluate(MARK, mark) == '"*"'
    page.select_option("[name=id_document_type]", "8")
    assert page.evaluate(MARK, mark) == "none"
    assert page.evaluate(MARK, ".field:has([name=record_no]) label span") == '"*"'

    page.select_option("[name=id_document_type]", "1")
    _filled(page).press("Control+Enter")
    page.wait_for_url(CASE)
    mark = ".field:has([name=identity-id_document_no]) label span"
    assert page.evaluate(MARK, mark) == '"*"'
    page.locator("[name=identity-id_document_type]").evaluate("(list) => list.value = '8'")
    assert page.evaluate(MARK, mark) == "none"


def test_a_case_is_begun_without_scripts(
    browser: Browser, live_server: Any, person: User, center: Center
) -> None:
    answers = answers_in(center)
    with pages_of(browser, live_server, person, java_script_enabled=False) as open_page:
        page = open_page(ADDRESS)
        fill_in(page, answers)
        page.click("[data-finish]")
        page.wait_for_url(CASE)

    assert [case.patient.sex for case in cases_of(center)] == [2]


@pytest.mark.parametrize(("size", "language"), [("desk", "zh-hans"), ("phone", "en")])
def test_the_page_and_its_errors_are_accessible(open_page: Open, size: str, language: str) -> None:
    page = open_page(reverse("registry:case_new"), size, language)
    assert violations(page) == []

    page.click("[data-finish]")
    page.wait_for_selector("[data-error-summary]")
    assert violations(page) == []
    page.click("[data-error-summary] a[href='#id_sex']")
    assert page.evaluate("document.activeElement.name") == "sex"
