"""A coordinator with a draft, and its page in a browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from centers.models import Role
from centers.rls import EVERYTHING, scope
from tests.factories.cases import make_draft
from tests.factories.people import make_center, person_with
from tests.registry.in_browser import pages_of


@pytest.fixture
def people() -> Any:
    """The coordinator and the draft."""
    with scope(EVERYTHING):
        center = make_center()
        coordinator = person_with(Role.COORDINATOR, center)
        return coordinator, make_draft(center, coordinator)


@pytest.fixture
def page(browser: Browser, live_server: Any, people: Any) -> Iterator[Page]:
    coordinator, case = people
    with pages_of(browser, live_server, coordinator) as open_page:
        yield open_page(f"/cases/{case.number}/")
