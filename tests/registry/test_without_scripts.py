"""Scripts off: a row is filled and its section saved with the button."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from centers.models import Role
from centers.rls import EVERYTHING, scope
from registry.identity.store import write_identity
from registry.models import Equipment, IdentifierKind
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


def test_a_press_on_save_reaches_it_from_a_row(page: Page, people: Any) -> None:
    """What is shown of the focused cell must not move the button away under the pointer."""
    wanted = named({"run1": COMPLETE["run1"], "equipment1.new1": COMPLETE["equipment1.new1"]})
    fill_part(page, "#s-run form", wanted)
    fill_part(page, "#s-equipment form", wanted)

    with scope(EVERYTHING):
        assert Equipment.objects.get(run__case=people[1]).equip_type == 1


def named(answers: dict[str, Any]) -> dict[str, Any]:
    return {f"{place}.{name}": each for place, told in answers.items() for name, each in told.items()}


def fill_part(page: Page, part: str, wanted: dict[str, Any]) -> None:
    """Answers what a form shows of what is wanted, and saves it with its button."""
    form = page.locator(part)
    if not form.is_visible():
        return
    given = [name for name in list(wanted) if answer(form, name, wanted)]
    if given:
        press(form.locator("[id^='save-']"))


def press(button: Locator) -> None:
    """Presses it and waits for the page that answers."""
    with button.page.expect_navigation():
        button.click()


def answer(form: Locator, name: str, wanted: dict[str, Any]) -> bool:
    """Whether the form asks it now; then it is answered, and no longer wanted."""
    found = form.locator(f"[name='{name}']:not([type=hidden])")
    if not found.count() or not found.first.locator("xpath=..").is_visible():
        return False
    value = wanted.pop(name)
    kind = found.first.get_attribute("type")
    if found.first.evaluate("each => each.tagName") == "SELECT":
        found.first.select_option(value)
    elif kind in ("radio", "checkbox"):
        for code in value if isinstance(value, list) else [value]:
            form.locator(f"[name='{name}'][value='{code}']").locator("xpath=..").click()
    else:
        found.first.fill(value)
    return True
