"""What it takes to enter a whole case by keyboard: ``python -m benchmarks.entry``.

Starts the registry as ``make run`` does, on demonstration data in a throw-away directory, and lets a real Chromium
enter the case of ``benchmarks.entry_case``: Enter from one needed answer to the next, Tab along rows. Prints
keystrokes by section (every key, those that only move included), the machine's seconds, and what the server did.
"""

import json
import os
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, Request, expect, sync_playwright

from benchmarks import entry_case as case
from tests.browser import launch_arguments
from tests.journeys.keyboard import Keyboard
from tests.journeys.registry_process import RunningRegistry, running_registry

SAVE = re.compile(r"/cases/[^/]+/s/")
DAYS_AGO = 31
PATIENCE = 60_000  # ms
# Where the focus is: the field with its kind of control, its codes in the order of the keys, and what holds it.
PLACE = """() => {
  const at = document.activeElement;
  const field = at.closest("[data-field]");
  const section = at.closest("[data-section]")?.dataset.section ?? "around";
  if (at.matches("[data-open-row]")) return {section, kind: "opens", name: "", row: at.closest("tr").dataset.row};
  if (!field) return {section, kind: at.matches("[data-check-case]") ? "check" : "none", name: "", row: ""};
  const isList = at.matches("select");
  const same = [...field.querySelectorAll("input")].filter((each) => each.name === at.name);
  return {
    section,
    name: field.dataset.field.split(".").at(-1),
    row: field.closest("[data-row]")?.dataset.row ?? "",
    holder: at.closest("table[data-grid]") ? "grid" : at.closest("#row-panel") ? "panel"
      : at.closest("table[data-row-table]") ? "row" : "form",
    isReason: at.name.includes("!"),
    isCell: field.matches(".cell"),
    kind: isList ? "list" : at.getAttribute("role") === "combobox" ? "search" : at.type,
    codes: isList ? [...at.options].map((each) => each.value).filter(Boolean)
      : same.filter((each) => each.type === at.type).map((each) => each.value),
  };
}"""
STAYS = "() => document.activeElement === window.lastFocus"


class Entry:
    """A person who knows the form; ``sections`` counts the keys, ``unknown`` names what the case has no answer to."""

    def __init__(self, page: Page):
        self.page, self.keys = page, Keyboard(page)
        self.sections: Counter[str] = Counter()
        self.unknown: list[str] = []
        self.rows = {group: [dict(row) for row in rows] for group, rows in case.ROWS.items()}
        self.row: dict[str, Any] = {}

    def place(self) -> dict[str, Any]:
        return self.page.evaluate(PLACE)

    def press(self, key: str, where: str) -> None:
        self.sections[where] += 1
        self.keys.press(key)

    def give(self, at: dict[str, Any], answer: Any) -> None:
        """Answers the field that has the focus, with the fewest keys it takes."""
        if at["kind"] in ("radio", "checkbox", "list"):
            for code in answer if isinstance(answer, list) else [answer]:
                self.choose(at, code)
            return
        self.sections[at["section"]] += len(answer)
        self.keys.type(answer)
        if at["kind"] == "search":
            self.press("Enter", at["section"])

    def choose(self, at: dict[str, Any], code: str) -> None:
        """By the digit of its place; further down a list by its arrows; "none" of a long bar with 0."""
        place = at["codes"].index(code) + 1
        if place <= 9:
            return self.press(str(place), at["section"])
        if at["kind"] != "list":
            return self.press("0", at["section"])
        for _ in range(place):
            self.press("ArrowDown", at["section"])
        return None

    def go_on(self, at: dict[str, Any], key: str) -> None:
        """Presses the key and waits until the focus has moved."""
        self.page.evaluate("() => { window.lastFocus = document.activeElement; }")
        self.press(key, at["section"])
        begun = time.monotonic()
        while self.page.evaluate(STAYS):
            if time.monotonic() - begun > PATIENCE / 1000:
                raise AssertionError(f"{key} leads nowhere from {at}")
            self.page.wait_for_timeout(20)

    def enter(self) -> None:
        """Until nothing is needed any more."""
        while (at := self.place())["kind"] != "check":
            if at["kind"] == "none":
                raise AssertionError(f"lost the focus after {sum(self.sections.values())} keys")
            self.go_on(at, self.answer(at))

    def answer(self, at: dict[str, Any]) -> str:
        """Answers what has the focus; returns the key that leads on."""
        if at["kind"] == "opens":
            return "Enter"
        if at["isReason"]:
            return "Tab"
        if at["name"] in case.NEW_CASE:
            return "Enter"
        if at["holder"] == "row":
            return self.answer_cell(at)
        known = {"grid": case.IN_GRID, "panel": case.IN_PANEL}.get(at["holder"], case.ANSWERS)
        if at["name"] in known:
            self.give(at, known[at["name"]])
        else:
            self.unknown.append(at["name"])
            self.press("u", at["section"])
        return "Tab" if at["holder"] == "grid" else "Enter"

    def answer_cell(self, at: dict[str, Any]) -> str:
        """A cell of a row: along its columns with Tab, to the rest of the row and to the next row with Enter."""
        group = re.sub(r"\d.*", "", at["row"])
        if not self.row:
            if not self.rows.get(group):
                return "Enter"
            self.row = self.rows[group].pop(0)
        if at["name"] in self.row:
            self.give(at, self.row.pop(at["name"]))
        elif not at["isCell"]:
            self.unknown.append(at["name"])
        more = [name for name in self.row if name in self.columns()]
        return "Tab" if more else "Enter"

    def columns(self) -> set[str]:
        return set(
            self.page.evaluate(
                """() => [...document.activeElement.closest("tbody").querySelectorAll(".cell[data-field]")]
                     .map((each) => each.dataset.field.split(".").at(-1))"""
            )
        )


def sign_in(page: Page, registry: RunningRegistry) -> None:
    account = registry.accounts["coordinator"]
    page.goto("/account/login/")
    page.fill("input[name=login]", account.email)
    page.fill("input[name=password]", account.password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "login" not in address)


def open_case(entry: Entry) -> str:
    """From the worklist to the page of a new case with its telephone number; returns the case's number."""
    page, keys = entry.page, entry.keys
    page.goto("/worklist/")
    keys.press("n")
    page.wait_for_url("**/cases/new/")
    start = datetime.now(ZoneInfo("Asia/Shanghai")) - timedelta(days=DAYS_AGO)
    for name, text in case.NEW_CASE.items():
        keys.answer(name, text)
        if name == "birth_date":
            keys.answer("run_start_at", f"{start:%m%d} 1200")
    keys.press("Control+Enter")
    page.wait_for_url(re.compile(r"/cases/[^/]+-\d{4}/"))
    entry.sections["new case"] = keys.strokes
    keys.open("details.identity-edit")
    keys.answer("identity-contact_phone", case.PHONE)
    with page.expect_response(lambda response: "/identity/save/" in response.url):
        keys.press("Control+s")
    return page.url.rstrip("/").split("/")[-1].split("?")[0]


def to_the_first_field(entry: Entry) -> None:
    """Tab to the first field below the identity, then from one needed answer to the next."""
    while entry.place()["kind"] == "none":
        entry.keys.press("Tab")
    entry.sections["identity"] = entry.keys.strokes - entry.sections["new case"]


def submit(entry: Entry, number: str) -> None:
    """The check is one Enter away; it must have no open point."""
    state = entry.page.locator("#save-state")
    expect(state).to_have_attribute("data-waiting", "0")
    entry.press("Enter", "submission")
    entry.page.wait_for_url(f"**/cases/{number}/check/")
    expect(entry.page.get_by_text("可以提交")).to_be_visible()
    entry.press("Control+Enter", "submission")
    entry.page.wait_for_url(f"**/cases/{number}/")
    expect(entry.page.locator(".casehead")).to_contain_text("已提交")


STORED = """
from centers.rls import EVERYTHING, scope
from registry.models import Case
with scope(EVERYTHING):
    case = Case.objects.get(number={number!r})
    run = case.runs.get()
    parts = [case.admission, case.outcome, run, run.baseline, run.pre_ecls, run.ecpr, run.course, run.weaning]
    rows = [run.support_records, run.complications, run.cannulas]
    parts += [row for group in rows for row in group.all()]
    answers = sum(part.is_answered(item.name) for part in parts for item in part.items())
    print(case.state, *(group.count() for group in rows), answers)
"""


def requests_of(path: Path) -> Iterator[list[Any]]:
    return map(json.loads, path.read_text().splitlines())


def report(entry: Entry, seconds: float, waits: list[float], served: list[list[Any]]) -> None:
    for section, keys in entry.sections.items():
        print(f"  {section:<24}{keys:>5}")
    print(f"keystrokes in total       {entry.keys.strokes:>5}")
    print(f"not known to the case: {', '.join(entry.unknown) or 'nothing'}")
    print(f"machine: {seconds:.0f} s at load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    saves = [line for line in served if line[0] == "POST" and SAVE.search(line[1])]
    for name, lines in (("saves", saves), ("all requests", served)):
        print(
            f"{name}: {len(lines)} requests, {sum(line[3] for line in lines):.1f} s of the server, "
            f"{sum(line[2] for line in lines)} queries"
        )
    p95 = quantiles(waits, n=20)[-1]
    print(f"a save as the browser sees it: p50 {median(waits):.0f} ms, p95 {p95:.0f} ms")


def watch(page: Page) -> list[float]:
    """Milliseconds of each save from the request to the whole answer."""
    waits: list[float] = []

    def note(request: Request) -> None:
        if request.method == "POST" and SAVE.search(request.url):
            waits.append(request.timing["responseEnd"])

    page.on("requestfinished", note)
    return waits


def run(registry: RunningRegistry, page: Page, counted: Path) -> None:
    sign_in(page, registry)
    counted.write_text("")
    waits, entry, begun = watch(page), Entry(page), time.monotonic()
    number = open_case(entry)
    to_the_first_field(entry)
    try:
        entry.enter()
        submit(entry, number)
    except BaseException:
        print(f"stopped at {entry.place()}")
        raise
    finally:
        report(entry, time.monotonic() - begun, waits, list(requests_of(counted)))
    print(
        f"stored (state, days, complications, cannulas, answers): {registry.python(STORED.format(number=number))}"
    )


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.counting_settings"
    with tempfile.TemporaryDirectory(prefix="ecls-entry-") as name, sync_playwright() as playwright:
        home = Path(name)
        home.chmod(0o755)  # the account of the embedded servers must be able to reach it
        counted = home / "requests"
        counted.touch()
        counted.chmod(0o666)
        os.environ["COUNT_TO"] = str(counted)
        with running_registry(home) as registry:
            browser = playwright.chromium.launch(**launch_arguments())
            context = browser.new_context(base_url=registry.address, viewport={"width": 1366, "height": 768})
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            expect.set_options(timeout=PATIENCE)
            run(registry, page, counted)
            browser.close()


if __name__ == "__main__":
    main()
