"""The registry's whole purpose in one walk: from a case entered at the bedside to the nation's figures."""

import re
import shutil
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.factories.cases import COMPLETE
from tests.journeys.keyboard import Keyboard
from tests.journeys.registry_process import Account, RunningRegistry, running_registry

pytestmark = pytest.mark.journey
expect.set_options(timeout=60_000)  # ms; the machine may be busy

TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()
START = TODAY - timedelta(days=31)  # so that the 30-day window of the follow-up is open
RECORD_NO, DOCUMENT_NO = "J0001", "E99887766"
MESSAGE = "请核对置管时间与上机时间"


@pytest.fixture(scope="module")
def registry(browser: Browser) -> Iterator[RunningRegistry]:
    """In a directory of its own below /tmp: the account of the embedded servers must be able to reach it."""
    home = Path(tempfile.mkdtemp(prefix="ecls-journey-"))
    home.chmod(0o755)
    with running_registry(home) as running:
        yield running
    shutil.rmtree(home)


def day(offset: int, clock: str = "") -> str:
    return f"{START + timedelta(days=offset):%Y-%m-%d} {clock}".strip()


def answers() -> dict[str, dict[str, Any]]:
    """A complete adult VA case that began a month ago."""
    case = {place: dict(fields) for place, fields in COMPLETE.items()}
    case["admission"] |= {"admission_at": day(0, "08:00")}
    case["run1"] |= {
        "run_start_at": day(0, "12:00"),
        "run_stop_at": day(7, "12:00"),
        "decannulated_at": day(7, "13:00"),
    }
    case["pre_ecls1"] |= {"assessed_at": day(0, "10:30"), "intubated_at": day(0, "09:00")}
    case["cannula1.new1"] |= {"cannula_in_at": day(0, "11:30")}
    case["cannula1.new2"] |= {"cannula_in_at": day(0, "11:40")}
    case["equipment1.new1"] |= {"equip_start_at": day(0, "12:00")}
    case["support1.new1"] |= {"measured_at": day(1, "12:00")}
    case["complication1.new1"] |= {"comp_onset_at": day(2, "06:00")}
    case["infection1.new1"] |= {"infection_onset_at": day(4, "09:00")}
    case["weaning1"] |= {"first_wean_trial_at": day(7, "09:00")}
    case["outcome"] |= {"extubated_at": day(9, "10:00"), "discharge_at": day(20, "10:00")}
    return case


def sign_in(browser: Browser, registry: RunningRegistry, account: Account) -> Page:
    page = browser.new_context(base_url=registry.address, viewport={"width": 1366, "height": 768}).new_page()
    page.set_default_timeout(30_000)
    page.goto("/account/login/")
    page.fill("input[name=login]", account.email)
    page.fill("input[name=password]", account.password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "login" not in address)
    return page


def public_runs(registry: RunningRegistry, year: int) -> int:
    """The year's national total of runs, as the public page's own file gives it."""
    with urllib.request.urlopen(f"{registry.address}/en/stats/activity_by_year.csv") as answer:  # noqa: S310
        lines = answer.read().decode("utf-8-sig").splitlines()
    head = lines[0].split(",")
    rows = [dict(zip(head, line.split(","), strict=False)) for line in lines[1:]]
    place = {"year": str(year), "age_group": "all", "support_type": "all"}
    return next(int(row["runs"]) for row in rows if place.items() <= row.items())


def open_case(page: Page, keys: Keyboard) -> str:
    """From the worklist, by keyboard, to the page of a new case; returns its number."""
    page.goto("/worklist/")
    keys.press("n")
    page.wait_for_url("**/cases/new/")
    for name, value in {
        "record_no": RECORD_NO,
        "id_document_type": "2",
        "document_no": DOCUMENT_NO,
        "sex": "1",
        "birth_date": "1968-03-04",
        "run_start_at": day(0, "12:00"),
        "support_type": "2",
        "initial_mode": "VA",
    }.items():
        keys.answer(name, value)
    keys.press("Control+Enter")
    page.wait_for_url(re.compile(r"/cases/[^/]+-\d{4}/"))
    return page.url.rstrip("/").split("/")[-1].split("?")[0]


def fill(keys: Keyboard) -> None:
    """The telephone, then every section in the order of the page, each saved with Ctrl+S."""
    keys.open("details.identity-edit")
    keys.answer("identity-contact_phone", "13800000000")
    with keys.page.expect_response(lambda response: "/identity/save/" in response.url):
        keys.press("Control+s")
    case = answers()
    rows = {place: case.pop(place) for place in list(case) if ".new" in place}
    wanted = {f"{place}.{name}": value for place, fields in case.items() for name, value in fields.items()}
    for section in keys.sections():
        keys.fill(f"#{section}", wanted)
        for place, fields in rows.items():
            add_row(keys, section, place.split(".")[0], fields)


def add_row(keys: Keyboard, section: str, group: str, fields: dict[str, Any]) -> None:
    """Fills the empty row at the end of a group, or the day of the grid, if this section has it."""
    table, grid = f"#{section} table[data-row-table='{group}']", f"#{section} table[data-grid='{group}']"
    if keys.page.locator(table).count():
        keys.fill_row(f"{table} > tbody[data-row]:last-of-type", fields)
    if keys.page.locator(grid).count():
        fill_day(keys, grid, fields)


def fill_day(keys: Keyboard, grid: str, fields: dict[str, Any]) -> None:
    """The line that is offered for 24 h: its values in the grid, the others in what opens below."""
    known = ("timepoint", "measured_at")
    asked = {name: value for name, value in fields.items() if name not in known}
    line = keys.page.locator(f"{grid} tbody tr", has_text="H24").first.get_attribute("data-row")
    key = keys.fill_row(f"{grid} tr[data-row='{line}']", asked)
    keys.reach(f"{grid} tr[data-row='{key}'] [data-open-row]")
    keys.press("Enter")
    expect(keys.page.locator(f"#row-panel [data-row='{key}']")).to_be_visible()
    in_grid = keys.names(f"{grid} tr[data-row='{key}']")
    rest = {f"{key}.{name}": value for name, value in asked.items() if f"{key}.{name}" not in in_grid}
    keys.fill("#row-panel", rest)


def submit(page: Page, keys: Keyboard, number: str) -> None:
    page.goto(f"/cases/{number}/check/")
    expect(page.get_by_text("可以提交")).to_be_visible()
    keys.press("Control+Enter")
    page.wait_for_url(f"**/cases/{number}/")
    expect(page.locator(".casehead")).to_contain_text("已提交")


def return_case(page: Page, number: str) -> None:
    page.goto(f"/review/{number}/")
    page.fill("#message", MESSAGE)
    page.click("button[form=return-form]")
    page.wait_for_url(lambda address: number not in address)


def correct(page: Page, keys: Keyboard, number: str) -> None:
    """The returned case stands first on the worklist, with the message on its page."""
    page.goto("/worklist/")
    expect(page.locator("table.worklist tbody tr.returned").first).to_be_visible()
    page.goto(f"/cases/{number}/")
    expect(page.get_by_text(MESSAGE)).to_be_visible()
    keys.answer("run1.cannulation_start_at", day(0, "11:20"))
    keys.save_section()
    submit(page, keys, number)


def accept(page: Page, number: str) -> None:
    page.goto(f"/review/{number}/")
    expect(page.locator("ins.new").first).to_contain_text("11:20")
    page.locator("body").press("a")
    page.wait_for_url(lambda address: number not in address)


def follow_up(page: Page, number: str) -> None:
    """The 30-day contact: alive, today, by telephone."""
    page.goto(f"/follow-up/{number}/D30/")
    keys = Keyboard(page)
    for name, value in FOLLOW_UP.items():
        keys.answer(next(full for full in keys.names() if full.endswith(f".{name}")), value)
    keys.press("Control+Enter")
    page.wait_for_url(lambda address: f"{number}/D30" not in address)
    page.goto(f"/cases/{number}/")
    expect(page.locator("[id^=panel-]").first).to_contain_text(f"{TODAY:%Y-%m-%d}")


FOLLOW_UP = {
    "fu_vital_status": "1",
    "fu_date": f"{TODAY:%Y-%m-%d}",
    "fu_method": "2",
    "fu_mrs": "2",
    "fu_residence": "1",
    "fu_readmissions": "0",
}


def build_report(page: Page, folder: Path) -> dict[str, Path]:
    """Starts the report, watches it finish and downloads every file of the edition, by its ending."""
    page.goto("/admin/reports/")
    page.select_option("select[name=year]", str(START.year))
    for box in page.locator("input[name=languages]").all():
        box.check()
    page.locator("form[action$='/start/'] button").click()
    page.wait_for_url(re.compile("/admin/reports/[0-9a-f-]{36}/"))
    link = page.locator("a[href*='/admin/reports/files/']")
    link.first.wait_for(timeout=180_000)
    found = {}
    for each in link.all():
        with page.expect_download() as download:
            each.click()
        name = download.value.suggested_filename
        download.value.save_as(folder / name)
        found[name] = folder / name
    return found


SCHEDULED = """
from national.models import RefreshLog
print(RefreshLog.objects.filter(kind="scheduled", state="done").count())
"""


def wait_for_schedule(registry: RunningRegistry) -> None:
    """Beat sends a refresh each minute and the worker carries it out: waits for the next one to be done."""
    done = int(registry.python(SCHEDULED))
    deadline = time.monotonic() + 240
    while int(registry.python(SCHEDULED)) == done:
        assert time.monotonic() < deadline, "no scheduled refresh was done"
        time.sleep(5)


def test_from_the_bedside_to_the_nations_figures(
    registry: RunningRegistry,
    browser: Browser,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    before = public_runs(registry, START.year)
    coordinator = sign_in(browser, registry, registry.accounts["coordinator"])
    reviewer = sign_in(browser, registry, registry.accounts["reviewer"])
    keys = Keyboard(coordinator)

    number = open_case(coordinator, keys)
    fill(keys)
    record_property("keystrokes of the case", keys.strokes)
    submit(coordinator, keys, number)
    return_case(reviewer, number)
    correct(coordinator, keys, number)
    wait_for_schedule(registry)
    assert public_runs(registry, START.year) == before
    accept(reviewer, number)
    wait_for_schedule(registry)
    assert public_runs(registry, START.year) == before + 1

    follow_up(coordinator, number)

    admin = sign_in(browser, registry, registry.accounts["admin"])
    files = build_report(admin, tmp_path)
    printed = [path for name, path in files.items() if name.endswith(".pdf")]
    assert len(printed) == 2
    for path in printed:
        assert printed_runs(path) == before + 1, path.name
    (book,) = (load_workbook(path) for name, path in files.items() if name.endswith(".xlsx"))
    assert runs_in(book) == before + 1


def printed_runs(path: Path) -> int:
    """The year's runs as its row of the table of activity prints them: year, runs, patients, centers."""
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    row = re.search(rf"^{START.year}\D{{0,20}}?\s([\d,]+)\s+[\d,]+\s+[\d,]+\b", text, re.MULTILINE)
    assert row, text[:3000]
    return int(row[1].replace(",", ""))


def runs_in(book: Workbook) -> int:
    """Runs of the year over all ages and types, from the sheet of activity."""
    rows = list(book["activity_by_year"].iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if row[0] == "year")
    names = [str(name) for name in rows[head]]
    for row in rows[head + 1 :]:
        found = dict(zip(names, row, strict=False))
        if (found["year"], found["age_group"], found["support_type"]) == (START.year, "all", "all"):
            return int(str(found["runs"]))
    raise AssertionError("the workbook has no row of the year")
