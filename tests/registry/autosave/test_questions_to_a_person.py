"""What only a person can decide: two values, answers that would be hidden, a unit that was meant."""

from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from centers.rls import EVERYTHING, scope
from registry.models import PreEcls
from tests.registry.autosave.saving_page import (
    HEIGHT,
    WEIGHT,
    Recorder,
    all_saved,
    by_a_colleague,
    may_leave,
    stored,
    type_into,
)
from tests.registry.in_browser import pages_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
expect.set_options(timeout=20_000)


@pytest.mark.parametrize(("words", "kept"), [("用我的", "72"), ("用对方的", "70")])
def test_two_values_for_one_field_are_shown_and_one_is_chosen(
    page: Page, people: Any, words: str, kept: str
) -> None:
    coordinator, case = people
    by_a_colleague(case, coordinator, "baseline1", weight_kg="70")
    type_into(page, WEIGHT, "72")

    box = page.locator("[data-field='baseline1.weight_kg'] .dispute")
    expect(box).to_contain_text("70 kg")
    expect(box).to_contain_text(coordinator.name)
    expect(box).to_contain_text("您填的是 72")
    expect(page.locator("#save-state")).to_contain_text("他人已修改此项")
    expect(page.locator("#f-baseline1-weight_estimated")).to_be_focused()
    type_into(page, HEIGHT, "174")
    page.keyboard.press("F8")
    expect(box.locator("button").first).to_be_focused()
    box.get_by_role("button", name=words).focus()
    page.keyboard.press("Enter")

    all_saved(page)
    baseline = stored(case).baseline
    assert (baseline.weight_kg, baseline.height_cm) == (Decimal(kept), 174)
    expect(page.locator(WEIGHT)).to_have_value(kept)
    assert may_leave(page)


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

    expect(page.locator("#save-state")).to_contain_text("他人已修改此项")
    assert sent.fields() == [["admission_at"], ["admission_at"], ["weight_kg", "height_cm"], ["height_cm"]]
    baseline = stored(case).baseline
    assert (baseline.weight_kg, baseline.height_cm) == (70, 174)


def test_what_a_colleague_stored_beside_it_appears_with_the_own_save(page: Page, people: Any) -> None:
    coordinator, case = people
    by_a_colleague(case, coordinator, "baseline1", weight_kg="70")

    type_into(page, HEIGHT, "174")

    all_saved(page)
    expect(page.locator(WEIGHT)).to_have_value("70")
    type_into(page, WEIGHT, "71")
    all_saved(page)
    assert stored(case).baseline.weight_kg == 71


def test_answers_that_would_be_hidden_are_named_first_and_may_stay(page: Page, people: Any) -> None:
    reason, words = page.locator("#f-run1-stop_reason"), page.locator("#f-run1-stop_reason_other")
    reason.select_option("88")
    words.fill("Power cut")
    page.keyboard.press("Tab")
    all_saved(page)
    reason.focus()
    reason.select_option("1")

    dialog = page.locator("#ask-first")
    expect(dialog).to_contain_text("第 5 节的 1 项")
    expect(words).to_be_visible()
    assert stored(people[1]).stop_reason == 88
    dialog.get_by_role("button", name="不改").click()
    expect(reason).to_have_value("88")
    expect(reason).to_be_focused()
    all_saved(page)
    assert (stored(people[1]).stop_reason, stored(people[1]).stop_reason_other) == (88, "Power cut")

    reason.select_option("1")
    dialog.get_by_role("button", name="继续").click()
    all_saved(page)
    expect(words).to_be_hidden()
    assert (stored(people[1]).stop_reason, stored(people[1]).stop_reason_other) == (1, None)
    reason.select_option("88")
    all_saved(page)
    expect(words).to_have_value("Power cut")


def test_the_unit_that_was_meant_is_accepted_with_one_key(page: Page, people: Any) -> None:
    page.locator("#f-pre_ecls1-pre_pao2").fill("8.1")
    page.keyboard.press("Tab")
    offer = page.locator("[data-field='pre_ecls1.pre_pao2'] [data-slip]")
    expect(offer).to_contain_text("是 8.1 kPa 吗？换成 60.8 mmHg")

    page.locator("#f-pre_ecls1-pre_pao2").focus()
    page.keyboard.press("y")

    all_saved(page)
    expect(offer).to_be_hidden()
    expect(page.locator("[name='pre_ecls1.pre_pao2!unit']")).to_have_value("kPa")
    with scope(EVERYTHING):
        part = PreEcls.objects.get(run__case=people[1])
    assert (str(part.pre_pao2), part.notes["entered"]["pre_pao2"]) == ("60.8", {"text": "8.1", "unit": "kPa"})


@pytest.mark.parametrize(
    ("name", "typed", "offered", "kept"),
    [
        ("pre_ecls1.pre_fio2", "0.6", "是 0.6 吗？换成 60 %", 60),
        ("baseline1.height_cm", "1.75", "是 1.75 m 吗？换成 175 cm", 175),
    ],
)
def test_a_fraction_and_meters_are_accepted_with_one_key(
    page: Page, people: Any, name: str, typed: str, offered: str, kept: int
) -> None:
    field = page.locator(f"[data-field='{name}']")
    box = field.locator("input[inputmode=decimal]")
    box.fill(typed)
    page.keyboard.press("Tab")
    expect(field.locator("[data-slip]")).to_contain_text(offered)
    box.focus()
    page.keyboard.press("y")

    all_saved(page)
    expect(field.locator(".msg, [data-slip]")).to_have_count(0)
    row, column = name.split("1.")
    with scope(EVERYTHING):
        assert getattr(getattr(stored(people[1]), row), column) == kept


def test_tab_passes_over_what_was_said_of_the_value_before(page: Page) -> None:
    field = page.locator("[data-field='pre_ecls1.pre_ph']")
    box = field.locator("input[inputmode=decimal]")
    box.fill("6.58")
    page.keyboard.press("Tab")
    expect(field.locator(".reason")).to_be_visible()

    box.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("68")
    page.keyboard.press("Tab")
    expect(page.locator("#f-pre_ecls1-pre_paco2")).to_be_focused()
    expect(field.locator(".msg.err")).to_be_visible()
    expect(field.locator(".reason")).to_have_count(0)

    box.fill("6.58")
    page.keyboard.press("Tab")
    expect(field.locator(".reason")).to_be_visible()
    box.focus()
    page.keyboard.press("Tab")
    expect(field.locator(".reason input").first).to_be_focused()


def test_a_list_and_the_reason_why_there_is_no_answer_exclude_each_other(page: Page, people: Any) -> None:
    field = page.locator("[data-field='run1.intent']")
    answers, reason = field.locator("select[name='run1.intent']"), field.locator("[data-missing]")
    answers.select_option("2")
    answers.focus()
    page.keyboard.press("u")
    expect(reason).to_have_value("unknown")
    expect(answers).to_have_value("")
    page.keyboard.press("u")
    page.keyboard.press("u")
    expect(answers).to_have_value("2")

    page.keyboard.press("u")
    answers.select_option("3")
    expect(reason).to_have_value("")
    all_saved(page)
    with scope(EVERYTHING):
        run = people[1].runs.get()
    assert (run.intent, run.missing("intent")) == (3, None)


def test_u_after_a_number_and_a_space_begins_a_unit(page: Page) -> None:
    field = page.locator("[data-field='pre_ecls1.pre_creatinine']")
    field.locator("input[inputmode=decimal]").focus()

    page.keyboard.type("1.2 umol/L")
    page.keyboard.press("Tab")
    expect(field.locator("input[inputmode=decimal]")).to_have_value("1.2")
    expect(field.locator("select.unit")).to_have_value("μmol/L")

    field.locator("input[inputmode=decimal]").select_text()  # as Tab leaves it
    page.keyboard.press("u")
    expect(field.locator("[data-missing]")).to_have_value("unknown")
    all_saved(page)


def test_the_code_of_the_diagnosis_before_gives_way_also_after_a_reload(page: Page) -> None:
    def choose(words: str) -> None:
        page.locator("#f-run1-primary_diagnosis-search").fill(words)
        page.keyboard.press("Enter")
        all_saved(page)

    choose("I40.9")
    expect(page.locator("#f-run1-primary_icd10")).to_have_value("I40.9")
    page.reload()

    choose("I42.0")
    expect(page.locator("#f-run1-primary_icd10")).to_have_value("I42.0")


def test_without_scripts_the_offer_is_a_button(browser: Browser, live_server: Any, people: Any) -> None:
    coordinator, case = people
    with pages_of(browser, live_server, coordinator, java_script_enabled=False) as open_page:
        page = open_page(f"/cases/{case.number}/")
        page.locator("#f-pre_ecls1-pre_pao2").fill("8.1")
        page.locator("form:has(#f-pre_ecls1-pre_pao2) [data-save]").click()
        page.locator("[data-field='pre_ecls1.pre_pao2'] [data-slip]").click()

        expect(page.locator("#f-pre_ecls1-pre_pao2")).to_have_value("8.1")
    with scope(EVERYTHING):
        assert str(PreEcls.objects.get(run__case=case).pre_pao2) == "60.8"


def test_what_is_typed_while_two_values_wait_is_the_own_one(page: Page, people: Any) -> None:
    coordinator, case = people
    by_a_colleague(case, coordinator, "baseline1", weight_kg="70")
    type_into(page, WEIGHT, "72")
    box = page.locator("[data-field='baseline1.weight_kg'] .dispute")
    expect(box).to_contain_text("您填的是 72")

    type_into(page, WEIGHT, "73")
    expect(box).to_contain_text("您填的是 73")
    box.get_by_role("button", name="用我的").click()

    all_saved(page)
    assert stored(case).baseline.weight_kg == 73
