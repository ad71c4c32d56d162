"""The server and the browser read a typed time alike: one table of examples, both sides."""

import base64
import json
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from config.environment import BASE_DIR
from crf import times
from crf.entry import Rejected
from tests.browser import WITHOUT, chromium, launch_arguments

SHANGHAI = ZoneInfo("Asia/Shanghai")
TABLE = json.loads((Path(__file__).parent / "typed_times.json").read_text())
CASES: list[dict[str, Any]] = TABLE["cases"]
NOW = datetime.strptime(TABLE["now"], "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)

SENTENCES = {
    "not_a_time": times.NOT_A_TIME,
    "no_such_day": times.NO_SUCH_DAY,
    "no_24": times.NO_24,
    "needs_time": times.TIME_NEEDED,
    "needs_date": times.NO_ANCHOR,
}
"""The browser names a sentence; the server says it."""

BROWSER = """
const {parseTyped} = await import("data:text/javascript;base64,%s");
const {now, cases} = %s;
const answers = cases.map((c) => parseTyped(
  c.typed, {now, anchor: c.anchor ?? "", timeNeeded: !c.date, past: c.past ?? false}
));
"""


def named(case: dict[str, Any]) -> str:
    return f"{case['typed']}|{case.get('anchor', '')}{'|past' * case.get('past', False)}"


def read(case: dict[str, Any]) -> times.Typed:
    return times.parse_typed(
        case["typed"],
        now=NOW,
        anchor=date.fromisoformat(case["anchor"]) if "anchor" in case else None,
        time_needed=not case.get("date"),
        past=case.get("past", False),
    )


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_server_reads_it(case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(Rejected) as refusal:
            read(case)
        assert refusal.value.message == SENTENCES[case["error"]]
        return
    moment, precision = read(case)
    assert isinstance(moment, datetime)
    shape = "%Y-%m-%d" if precision == "day" else "%Y-%m-%d %H:%M"
    assert moment.astimezone(SHANGHAI).strftime(shape) == case["value"]


def test_the_browser_reads_all_of_them() -> None:
    source = (BASE_DIR / "static" / "js" / "typed_times.js").read_bytes()
    script = BROWSER % (base64.b64encode(source).decode(), json.dumps(TABLE))

    answers = run_script(script)

    expected = [{key: case[key] for key in ("value", "error") if key in case} for case in CASES]
    assert [{key: a[key] for key in ("value", "error") if key in a} for a in answers] == expected


def run_script(script: str) -> Any:
    """Node if it is there, else Chromium; neither is needed to run the registry."""
    if node := shutil.which("node"):
        command = [node, "--input-type=module", "-e", script + "console.log(JSON.stringify(answers));"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if not chromium():
        pytest.skip(f"no node, and {WITHOUT}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        try:
            return browser.new_page().evaluate(f"async () => {{ {script} return answers; }}")
        finally:
            browser.close()
