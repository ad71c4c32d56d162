"""The case page in a real browser: keys, conditions, rows, saving and conflicts."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from centers.models import Role
from centers.rls import EVERYTHING, scope
from registry.models import Cannula, Case, Run
from tests.factories.cases import make_draft
from tests.factories.people import make_center, person_with
from tests.registry.in_browser import PATIENCE, pages_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
expect.set_options(timeout=PATIENCE)


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


def saved(page: Page) -> None:
    """Saves with the keyboard and waits for the answer to have been put into the page."""
    page.keyboard.press("Control+s")
    expect(page.locator("#save-state")).to_have_attribute("data-waiting", "0")
    expect(page.locator("#save-state")).to_have_text(re.compile(r"已保存\s+\d\d:\d\d:\d\d"))


def choose(page: Page, name: str, key: str) -> None:
    page.locator(f"[data-field='{name}'] input[type=radio]").first.focus()
    page.keyboard.press(key)


def test_a_section_is_filled_and_saved_by_keyboard(page: Page, people: Any) -> None:
    page.locator("#f-run1-support_type").focus()
    page.keyboard.press("2")
    page.keyboard.press("Tab")
    page.keyboard.type("静脉-动脉")
    page.locator("#f-run1-run_start_at").focus()
    page.keyboard.type("261119 0145")
    saved(page)

    run = stored(people[1])
    assert (run.support_type, run.item_field("run_start_at").written(run.run_start_at)) == (
        2,
        "2026-11-19 01:45",
    )
    expect(page.locator("#f-run1-run_start_at")).to_be_focused()
    expect(page.locator("#f-run1-run_start_at")).to_have_value("2026-11-19 01:45")


def test_u_says_unknown_and_is_stored(page: Page, people: Any) -> None:
    page.locator("#f-baseline1-weight_kg").focus()
    page.keyboard.press("u")
    page.keyboard.press("u")
    saved(page)

    assert stored(people[1]).baseline.missing("weight_kg") == "not_done"
    expect(page.locator("#f-baseline1-weight_kg-missing")).to_have_value("not_done")


def test_fields_come_and_go_with_their_conditions_across_sections(page: Page) -> None:
    prone, angiography = (
        page.locator(f"[data-field='course1.{name}']") for name in ("prone_on_ecls", "pci_performed")
    )
    expect(angiography).to_be_hidden()
    other = page.locator("[data-field='run1.stop_reason_other']")
    expect(other).to_be_hidden()
    page.locator("#f-run1-stop_reason").select_option("88")
    expect(other).to_be_visible()
    page.locator("#f-run1-stop_reason").select_option("1")
    expect(other).to_be_hidden()
    expect(prone).to_be_hidden()


def test_a_save_updates_what_stands_around_the_answers(page: Page, people: Any) -> None:
    page.locator("#f-baseline1-weight_kg").fill("seventy")
    page.locator("#f-run1-run_start_at").fill("2026-11-19 01:45")
    saved(page)

    expect(page.locator("#timeline svg.tl")).to_be_visible()
    expect(page.locator("#rail [href='#s-run'] .n")).to_have_text(re.compile(r"^1/"))
    expect(page.locator("#head-run")).to_contain_text(re.compile(r"^\s*1 / "))
    expect(page.locator("#head-history")).to_contain_text("1 处错误")
    expect(page.locator("#f-run1-run_start_at")).to_be_focused()


def test_issues_appear_with_the_save_and_f8_goes_there(page: Page) -> None:
    page.locator("#f-baseline1-weight_kg").fill("seventy")
    saved(page)

    expect(page.locator("#issues")).to_contain_text("请填数字")
    page.locator("#f-run1-support_type").focus()
    page.keyboard.press("F8")
    expect(page.locator("#f-baseline1-weight_kg")).to_be_focused()


def test_alt_page_down_goes_to_the_next_section_and_the_rail_says_so(page: Page) -> None:
    page.locator("#f-run1-support_type").focus()
    expect(page.locator("#rail [aria-current]")).to_have_attribute("href", "#s-run")
    page.keyboard.press("Alt+PageDown")
    expect(page.locator("#rail [aria-current]")).not_to_have_attribute("href", "#s-run")


def test_the_panel_explains_the_focused_field(page: Page) -> None:
    page.locator("#f-run1-run_start_at").focus()

    expect(page.locator("[data-definition-title]")).to_have_text("ECLS转流开始")
    expect(page.locator("[data-definition-text]")).to_contain_text("体外血流开始")
    expect(page.locator("[data-definition-link]")).to_have_attribute("href", "/zh/dictionary/run_start_at/")


def test_several_rows_are_added_one_after_the_other(page: Page, people: Any) -> None:
    rows = page.locator("table[data-row-table='cannula1'] > tbody[data-row]")
    for number, (function, size) in enumerate((("1", "23"), ("2", "17"))):
        rows.nth(number).locator("[data-field$='.cannula_function'] select").first.select_option(function)
        rows.nth(number).locator("[data-field$='.cannula_size_fr'] input").fill(size)
    saved(page)

    with scope(EVERYTHING):
        stored_rows = Cannula.objects.filter(run__case=people[1]).order_by("position")
        assert [(row.cannula_function, row.cannula_size_fr) for row in stored_rows] == [(1, 23), (2, 17)]
    expect(page.locator("[data-row='cannula1.new3']")).to_be_visible()


def test_a_typed_unit_is_picked_and_its_list_is_reached_by_key(page: Page, people: Any) -> None:
    pressure, unit = page.locator("#f-pre_ecls1-pre_pao2"), page.locator("[name='pre_ecls1.pre_pao2!unit']")
    pressure.focus()
    page.keyboard.type("8.1kpa")
    page.keyboard.press("Tab")
    expect(page.locator("#f-pre_ecls1-pre_hco3")).to_be_focused()
    expect(pressure).to_have_value("8.1")
    expect(unit).to_have_value("kPa")
    saved(page)
    with scope(EVERYTHING):
        assert stored(people[1]).pre_ecls.written("pre_pao2") == "8.1"

    pressure.focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(unit).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(pressure).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("61 mmHg")
    saved(page)
    expect(unit).to_have_value("mmHg")
    with scope(EVERYTHING):
        kept = stored(people[1]).pre_ecls
    assert (str(kept.pre_pao2), kept.notes) == ("61.0", {})


def test_u_goes_on_a_number_into_its_unit_and_says_unknown_elsewhere(page: Page, people: Any) -> None:
    creatinine = page.locator("#f-pre_ecls1-pre_creatinine")
    creatinine.focus()
    page.keyboard.type("88umol/L")
    page.keyboard.press("Tab")
    expect(creatinine).to_have_value("88")
    saved(page)
    with scope(EVERYTHING):
        assert stored(people[1]).pre_ecls.pre_creatinine == 88

    page.keyboard.press("Shift+Tab")
    expect(creatinine).to_be_focused()
    page.keyboard.press("u")
    expect(creatinine).to_have_value("")
    page.locator("#f-pre_ecls1-pre_urea").focus()
    page.keyboard.press("u")
    saved(page)
    with scope(EVERYTHING):
        kept = stored(people[1]).pre_ecls
    assert [kept.missing(name) for name in ("pre_creatinine", "pre_urea")] == ["unknown", "unknown"]


def test_digits_choose_a_reason_and_u_leaves_it(page: Page, people: Any) -> None:
    page.locator("#f-baseline1-weight_kg").fill("250")
    saved(page)
    reasons = page.locator("[data-field='baseline1.weight_kg'] .reason input[type=radio]")
    reasons.first.focus()
    page.keyboard.press("2")
    saved(page)
    expect(reasons.nth(1)).to_be_checked()
    reasons.nth(1).focus()
    for key in ("u", "Delete"):
        page.keyboard.press(key)
    saved(page)

    expect(reasons.nth(1)).to_be_checked()
    with scope(EVERYTHING):
        kept = stored(people[1]).baseline
    assert (kept.weight_kg, kept.missing("weight_kg")) == (250, None)
    assert kept.notes["reason"]["weight_kg"] == {"V088": reasons.nth(1).get_attribute("value")}
    words = page.locator("[data-field='baseline1.weight_kg'] .reason input[type=text]")
    reasons.nth(1).focus()
    page.keyboard.press(str(reasons.count()))
    words.focus()
    words.press_sequentially("u 12")
    expect(words).to_have_value("u 12")


def test_mode_segments_are_shown_once_a_change_is_told(page: Page) -> None:
    block = page.locator(".row-block", has=page.locator("#rows-segment1"))
    expect(block).to_be_hidden()
    choose(page, "run1.mode_changed", "1")
    expect(block.locator("h3")).to_be_visible()
    expect(block.locator("[data-field$='.segment_mode'] select").first).to_be_visible()
    choose(page, "run1.mode_changed", "2")
    expect(block).to_be_hidden()


def focused(page: Page) -> str:
    """Name of the field in use."""
    return page.evaluate("document.activeElement.closest('[data-field]')?.dataset.field ?? ''")


def test_enter_goes_to_what_is_still_needed(page: Page, people: Any) -> None:
    page.locator("#f-baseline1-weight_kg").focus()
    page.keyboard.type("72")
    page.keyboard.press("Enter")
    assert focused(page) == "baseline1.height_cm"
    choose(page, "baseline1.cns_dysfunction_history", "1")
    page.keyboard.press("Enter")
    assert focused(page) == "run1.support_type"
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    assert focused(page) == "run1.initial_mode"

    page.locator("[data-field='course1.any_complication'] input[type=radio]").first.focus()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    assert focused(page) == "complication1.new1.comp_code"
    page.keyboard.press("Enter")
    assert focused(page) == "course1.any_infection"
    page.locator("#f-pre_ecls1-pre_rrt").focus()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    assert focused(page) == "cannula1.new1.cannula_function"
    page.keyboard.press("2")
    page.locator("[data-field$='.new1.cannula_vessel'] select").first.select_option("CFA")
    page.locator("[data-field$='.cannula_size_fr'] input").first.focus()
    page.keyboard.press("Enter")
    assert focused(page).endswith(".distal_perfusion")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    assert focused(page) == "cannula1.new2.cannula_function"
    saved(page)
    kept = stored(people[1])
    assert (kept.baseline.weight_kg, kept.baseline.cns_dysfunction_history, kept.support_type) == (72, 1, 2)


def test_after_the_identity_is_saved_the_first_open_answer_has_the_focus(page: Page) -> None:
    page.locator("[name='identity-medical_record_no']").fill("ZY1")
    page.locator("[name='identity-patient_name']").fill("测试一")
    page.locator("[name='identity-id_document_type']").select_option("2")
    page.locator("[name='identity-id_document_no']").fill("E55667788")
    page.locator("[name='identity-contact_phone']").fill("13800000000")
    page.keyboard.press("Control+s")

    expect(page.locator("[data-section='patient'] [data-field] :focus")).to_be_attached()
    expect(page.locator("#identity [data-identity]").first).to_be_attached()
