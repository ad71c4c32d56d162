"""A person at the case page whose every answer is saved as it is left."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from playwright.sync_api import Page, Route, expect

from centers.history import acting
from centers.rls import EVERYTHING, scope
from crf.answering import Entry
from registry.actions.saving import PartChange, save_case
from registry.models import Case, Run
from tests.factories.cases import identify

SAVES = re.compile(r"/cases/[^/]+/s/")
WEIGHT, HEIGHT = "#f-baseline1-weight_kg", "#f-baseline1-height_cm"


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


def may_leave(page: Page) -> bool:
    """Whether the page lets itself be left without asking."""
    return bool(page.evaluate("dispatchEvent(new Event('beforeunload', {cancelable: true}))"))
