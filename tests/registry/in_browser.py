"""Opening pages of the registry in a real browser as one person."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Page

from centers.models import User

# Playwright keeps an event loop in this thread; the database is asked from it all the same.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

PATIENCE = 90_000  # ms; the machine may be busy with other tests
SIZES = {"desk": (1366, 768), "phone": (390, 844)}
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

READY = """() => !document.querySelector("form[data-autosave]")
    || document.documentElement.classList.contains("autosaves")"""

Open = Callable[..., Page]


@contextmanager
def pages_of(browser: Browser, live_server: Any, person: User, **options: Any) -> Iterator[Open]:
    """Gives a function that opens an address; it fails if a script stumbles or the policy refuses.

    ``options`` are those of the browser's context.
    """
    site = live_server.url.replace("127.0.0.1", "localhost")
    contexts: list[Any] = []

    def open_page(address: str, size: str = "desk", language: str = "zh-hans") -> Page:
        person.language = language
        person.save(update_fields=["language"])
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=size == "phone", **options
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.add_cookies([_session(person, site)])
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: refused.append(str(error)))
        page.goto(site + address, wait_until="networkidle")
        if options.get("java_script_enabled", True):
            page.wait_for_function(
                READY
            )  # a busy machine may run the scripts after the network has gone quiet
        assert refused == [], refused
        return page

    yield open_page
    for context in contexts:
        context.close()


def _session(person: User, site: str) -> Any:
    client = Client()
    client.force_login(person)
    morsel = next(iter(client.cookies.values()))
    return {"name": morsel.key, "value": morsel.value, "url": site}


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, one line per element, and whether the page scrolls sideways."""
    answer = Axe().run(page, options={"runOnly": LEVELS, "resultTypes": ["violations"]}).response
    found = [f"{rule['id']}: {node['html'][:200]}" for rule in answer["violations"] for node in rule["nodes"]]
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*found, f"{wide} px too wide"] if wide > 0 else found
