"""Scripts off: a whole case is entered through plain forms, section by section, and submitted."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from centers.models import Role
from centers.rls import EVERYTHING, scope
from registry.identity.store import write_identity
from registry.models import Case, Equipment, IdentifierKind
from tests.factories.cases import COMPLETE, make_draft
from tests.factories.people import make_center, person_with
from tests.registry.identity.conftest import acting_in
from tests.registry.in_browser import PATIENCE, pages_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
expect.set_options(timeout=PATIENCE)

IDENTITY: dict[str, str] = {
    IdentifierKind.RECORD_NO: "ZY77",
    IdentifierKind.NAME: "测试七",
    IdentifierKind.DOCUMENT_NO: "E55667788",
    IdentifierKind.PHONE: "13800000000",
}
CANNULAS = ("cannula1.new1", "cannula1.new2")
# What stands on the page once; the type of the document came with the identity.
ONCE = {
    place: {name: each for name, each in told.items() if name != "id_document_type"}
    for place, told in COMPLETE.items()
    if place not in CANNULAS
}
# The second line of the grid, and which time it stands for is offered with it.
ONCE["support1.new2"] = {
    name: each for name, each in ONCE.pop("support1.new1").items() if name not in ("timepoint", "measured_at")
}
SECTIONS = "section.sect[id^='s-'] form"
# The names of what a form asks now.
ASKED = """form => [...form.elements]
    .filter((each) => each.type !== "hidden" && each.parentElement.checkVisibility())
    .map((each) => each.name)
    .filter((name, place, all) => all.indexOf(name) === place)"""
ROUNDS = 2  # an answer may make a question appear, which is asked after the next save


@pytest.fixture
def people() -> Any:
    with scope(EVERYTHING):
        center = make_center()
        coordinator = person_with(Role.COORDINATOR, center)
        case = make_draft(center, coordinator)
    with acting_in(coordinator):
        write_identity(case.patient, IDENTITY, by=coordinator, case=case, document_type=2)
    return coordinator, case


@pytest.fixture
def page(browser: Browser, live_server: Any, people: Any) -> Iterator[Page]:
    coordinator, case = people
    with pages_of(browser, live_server, coordinator, java_script_enabled=False) as open_page:
        yield open_page(f"/cases/{case.number}/")


def test_a_whole_case_is_entered_and_submitted(page: Page, people: Any) -> None:
    wanted = named(ONCE | {"cannula1.new1": COMPLETE["cannula1.new1"]})
    for _ in range(ROUNDS):
        for number in range(page.locator(SECTIONS).count()):
            fill_section(page, number, wanted)
    second = named({"cannula1.new1": COMPLETE["cannula1.new2"]})
    fill_part(page, "#s-cannulas form", second)
    wanted |= second
    for _ in range(2):
        fill_day(page, wanted)
        fill_rows(page, wanted)
    assert sorted(wanted) == []

    press(page.locator("[data-check-case]"))
    press(page.locator("[data-finish]"))

    with scope(EVERYTHING):
        assert Case.objects.get(pk=people[1].pk).state == "submitted"


def test_a_press_on_save_reaches_it_from_a_row(page: Page, people: Any) -> None:
    """What is shown of the focused cell must not move the button away under the pointer."""
    wanted = named({"run1": COMPLETE["run1"], "equipment1.new1": COMPLETE["equipment1.new1"]})
    fill_part(page, "#s-run form", wanted)
    fill_part(page, "#s-equipment form", wanted)

    with scope(EVERYTHING):
        assert Equipment.objects.get(run__case=people[1]).equip_type == 1


def named(answers: dict[str, Any]) -> dict[str, Any]:
    return {f"{place}.{name}": each for place, told in answers.items() for name, each in told.items()}


def fill_day(page: Page, wanted: dict[str, Any]) -> None:
    """What is asked of a day beside the grid, in the panel that its line opens."""
    press(page.locator("#s-support tr", has_text="H24").locator("[data-open-row]"))
    renamed(page, wanted)
    fill_part(page, "#s-support form", wanted)


def fill_rows(page: Page, wanted: dict[str, Any]) -> None:
    """What is asked of a row once it is stored, below it."""
    renamed(page, wanted)
    for number in range(page.locator(SECTIONS).count()):
        fill_section(page, number, wanted)


def renamed(page: Page, wanted: dict[str, Any]) -> None:
    """Fields of new rows go by the names they have as parts of the rows that were stored."""
    for name in list(wanted):
        place, field = name.rsplit(".", 1)
        group = place.split(".")[0]
        stored = page.locator(f"[name^='{group}.'][name$='.{field}']:not([type=hidden], [name*='.new'])")
        found = stored.last.get_attribute("name") if stored.count() else None
        if found:
            wanted[found] = wanted.pop(name)


def fill_section(page: Page, number: int, wanted: dict[str, Any]) -> None:
    fill_part(page, f"{SECTIONS} >> nth={number}", wanted)


def fill_part(page: Page, part: str, wanted: dict[str, Any]) -> None:
    """Answers what a form shows of what is wanted, and saves it with its button."""
    form = page.locator(part)
    asked = [name for name in form.evaluate(ASKED) if name in wanted]
    for name in asked:
        answer(form, name, wanted.pop(name))
    if asked:
        press(form.locator("[id^='save-']"))


def answer(form: Locator, name: str, value: Any) -> None:
    found = form.locator(f"[name='{name}']:not([type=hidden])")
    kind = found.first.get_attribute("type")
    if found.first.evaluate("each => each.tagName") == "SELECT":
        found.first.select_option(value)
    elif kind in ("radio", "checkbox"):
        for code in value if isinstance(value, list) else [value]:
            form.locator(f"[name='{name}'][value='{code}']").locator("xpath=..").click()
    else:
        found.first.fill(value)


def press(button: Locator) -> None:
    """Presses it and waits for the page that answers."""
    with button.page.expect_navigation():
        button.click()
