"""The interface in a real browser: accessibility, the content security policy, keys and typed times."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from centers.models import Role
from tests.factories.people import PASSWORD, make_center, person_with

# Playwright keeps an event loop in this thread; the database is asked from it all the same.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

SPECIMENS = Path(__file__).parent / "specimens"
SIZES = {"desk": (1366, 768), "phone": (390, 844)}
ADDRESSES = [
    "/zh/",
    "/en/",
    "/zh/dictionary/",
    "/en/dictionary/pre_paco2/",
    "/zh/help/",
    "/en/privacy/",
    "/zh/nowhere/",
] + [f"/specimen/{name}/" for name in ("work", "case", "charts", "saving")]

pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def _specimens(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.shell.specimen_urls"
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [*settings.TEMPLATES[0]["DIRS"], SPECIMENS]}]


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """One server for all these pages: they are read, never written, so no test needs a fresh database."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        yield server.url
        server.stop()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Any]:
    """Opens an address; fails if the browser refuses anything of the page or a script stumbles."""
    pages: list[Page] = []

    def open_page(address: str, size: str = "desk") -> Page:
        refused: list[str] = []
        width, height = SIZES[size]
        page = browser.new_page(viewport={"width": width, "height": height})
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: refused.append(str(error)))
        page.goto(site + address, wait_until="networkidle")
        assert [text for text in refused if "404" not in text] == []
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize("size", SIZES)
def test_pages_are_accessible_and_never_scroll_sideways(visit: Any, size: str) -> None:
    found = {}
    for address in ADDRESSES:
        page = visit(address, size)
        found[address] = (page.evaluate("document.documentElement.scrollWidth"), violations(page))

    assert found == {address: (SIZES[size][0], []) for address in ADDRESSES}


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, one line per element."""
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    answer = Axe().run(page, options={"runOnly": levels, "resultTypes": ["violations"]}).response
    return [f"{rule['id']}: {node['html']}" for rule in answer["violations"] for node in rule["nodes"]]


def test_a_typed_time_is_rewritten_and_echoed(visit: Any) -> None:
    page = visit("/specimen/case/")

    page.locator("#a2").fill("0459")
    page.keyboard.press("Tab")

    expect(page.locator("#a2")).to_have_value("2026-11-19 04:59")
    expect(page.locator(".field:has(#a2) [data-echo]")).to_have_text("星期四 · 上机后 +2 小时 12 分钟")


def test_a_text_that_is_no_time_is_kept_and_said(visit: Any) -> None:
    page = visit("/specimen/case/")

    page.locator("#a2").fill("2026-11-19 24:00")
    page.keyboard.press("Tab")

    expect(page.locator("#a2")).to_have_value("2026-11-19 24:00")
    expect(page.locator(".field:has(#a2) [data-echo]")).to_have_text("午夜请填次日 00:00")


def test_number_keys_pick_a_choice_and_u_the_unknown_one(visit: Any) -> None:
    page = visit("/specimen/case/")

    page.locator("input[name=loc][value='1']").focus()
    page.keyboard.press("2")
    expect(page.locator("input[name=loc][value='2']")).to_be_checked()
    page.keyboard.press("u")
    expect(page.locator("input[name=loc][value='9']")).to_be_checked()
    page.locator("input[name=mrs][value='0']").focus()
    page.keyboard.press("0")
    expect(page.locator("input[name=mrs][value='0']")).to_be_checked()


def test_u_says_unknown_then_not_done_and_gives_the_value_back(visit: Any) -> None:
    page = visit("/specimen/case/")
    box, reason = page.locator("#b1"), page.locator("#ph-field [data-missing]")

    box.focus()
    page.keyboard.press("u")
    expect(reason).to_have_value("unknown")
    expect(box).to_have_value("")
    page.keyboard.press("u")
    expect(reason).to_have_value("not_done")
    page.keyboard.press("u")
    expect(reason).to_have_value("")
    expect(box).to_have_value("6.58")


def test_a_missing_reason_and_a_choice_exclude_each_other(visit: Any) -> None:
    page = visit("/specimen/case/")

    page.locator("input[name=wit][value='1']").focus()
    page.keyboard.press("1")
    page.keyboard.press("u")
    expect(page.locator("input[name='wit!missing']")).to_be_checked()
    expect(page.locator("input[name=wit][value='1']")).not_to_be_checked()


@pytest.mark.parametrize("typed", ["xinxing", "xxgz", "新型冠状", "covid", "U07.1", "Ｕ０７．１"])
def test_a_diagnosis_is_found_by_name_pinyin_initials_or_code(visit: Any, typed: str) -> None:
    page = visit("/specimen/case/")

    page.locator("#dx-search").fill(typed)
    expect(page.locator("#dx-list [aria-selected=true]")).to_contain_text("新型冠状病毒肺炎")
    page.keyboard.press("Tab")

    expect(page.locator("#dx")).to_have_value("R02")
    expect(page.locator("#dx-search")).to_have_value("新型冠状病毒肺炎")


def test_an_emptied_search_box_is_an_empty_answer(visit: Any) -> None:
    page = visit("/specimen/case/")
    page.locator("#dx").select_option("R02")
    expect(page.locator("#dx-search")).to_have_value("新型冠状病毒肺炎")

    page.locator("#dx-search").fill("")
    page.keyboard.press("Tab")

    expect(page.locator("#dx")).to_have_value("")


def test_f8_goes_to_the_next_problem(visit: Any) -> None:
    page = visit("/specimen/case/")

    page.keyboard.press("F8")

    expect(page.locator("#a3")).to_be_focused()


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        ("200", "saved", "已保存"),
        ("409", "conflict", "他人"),
        ("500", "failed", "未能保存"),
        ("signed-out", "failed", "未能保存"),
    ],
)
def test_the_state_of_saving_is_always_said(visit: Any, answer: str, state: str, words: str) -> None:
    page = visit("/specimen/saving/")
    page.locator(f"#field-{answer}").fill("手写的内容")
    expect(page.locator("[data-save-state]")).to_have_attribute("data-state", "dirty")

    page.locator(f"#form-{answer} [data-save]").click()

    expect(page.locator("[data-save-state]")).to_have_attribute("data-state", state)
    expect(page.locator("[data-save-state]")).to_contain_text(words)


def test_a_save_after_signing_out_keeps_the_entries_and_offers_to_sign_in(visit: Any) -> None:
    page = visit("/specimen/saving/")
    page.locator("#field-signed-out").fill("手写的内容")

    page.locator("#form-signed-out [data-save]").click()

    expect(page.get_by_role("link", name="登录")).to_be_visible()
    expect(page.locator("#field-signed-out")).to_have_value("手写的内容")


def test_a_fault_keeps_the_entries(visit: Any) -> None:
    page = visit("/specimen/saving/")
    page.locator("#field-500").fill("手写的内容")

    page.locator("#form-500 [data-save]").click()

    expect(page.locator("#toasts")).to_contain_text("出错了")
    expect(page.locator("#field-500")).to_have_value("手写的内容")


def test_rows_are_added_removed_and_brought_back(visit: Any) -> None:
    page = visit("/specimen/saving/")

    page.locator("[data-add-row]").click()
    expect(page.locator("#id_row-1-name")).to_be_focused()
    expect(page.locator("[name=row-TOTAL_FORMS]")).to_have_value("2")
    page.locator("[data-remove-row]").first.click()
    expect(page.locator("#id_row-0-name")).to_be_hidden()
    expect(page.locator("[name=row-0-DELETE]")).to_be_checked()
    page.locator("#toasts .undo").click()
    expect(page.locator("#id_row-0-name")).to_be_visible()
    expect(page.locator("[name=row-0-DELETE]")).not_to_be_checked()


def test_the_help_sheet_opens_and_names_the_keys_of_the_page(visit: Any) -> None:
    page = visit("/specimen/work/")

    page.keyboard.press("?")

    expect(page.locator("#key-sheet")).to_be_visible()
    expect(page.locator("[data-page-keys]")).to_contain_text("新建病例")
    page.keyboard.press("Escape")
    expect(page.locator("#key-sheet")).to_be_hidden()


def test_the_side_panel_is_a_drawer_on_narrow_screens(visit: Any) -> None:
    page = visit("/specimen/case/")
    page.set_viewport_size({"width": 1024, "height": 768})
    opener = page.locator("[data-toggles=side]")

    opener.click()
    expect(page.locator("#side")).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")

    expect(page.locator("#side")).to_be_hidden()
    expect(opener).to_be_focused()


def test_j_and_k_walk_the_list(visit: Any) -> None:
    page = visit("/specimen/work/")

    page.keyboard.press("j")
    page.keyboard.press("j")

    expect(page.locator("[data-row]").nth(1)).to_have_attribute("aria-selected", "true")


def test_charts_are_drawn_as_svg_with_words(visit: Any) -> None:
    page = visit("/specimen/charts/")

    drawn = page.get_by_role("img", name="例数由 2,140 增至 8,412")
    expect(drawn.locator("svg")).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_a_person_at_work_sees_their_places_and_can_sign_out(browser: Browser, live_server: Any) -> None:
    person = person_with(Role.COORDINATOR, make_center(center_name="演示一院"), name="测试协调员甲")
    site = live_server.url.replace("127.0.0.1", "localhost")
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(site + "/account/login/")
    page.locator("input[name=login]").fill(person.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    page.goto(site + "/specimen/work/")

    expect(page.locator(".brand small")).to_have_text("演示一院")
    page.locator(".usermenu summary").click()
    expect(page.get_by_role("button", name="退出")).to_be_visible()
    page.close()
