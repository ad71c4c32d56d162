"""A person at the keyboard: reaches fields with Tab, types, chooses by digit or arrow, saves with Ctrl+S."""

from typing import Any

from playwright.sync_api import Page, expect

FOCUSED = """() => {
  const at = document.activeElement;
  return at ? {name: at.name || "", value: at.value || "", type: at.type || at.tagName, id: at.id} : null;
}"""
IS_ONE_STOP = "(name) => Boolean(document.getElementsByName(name)[0]?.closest('[data-several]'))"
IS_BEHIND = """(name) => {
  const it = [...document.getElementsByName(name)].find((e) => e.type !== "hidden" && e.getClientRects().length);
  const here = document.activeElement;
  return Boolean(it && here && here.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING);
}"""
MOST_TABS = 900


class Keyboard:
    """Counts what it presses, so that the effort of a case can be reported."""

    def __init__(self, page: Page):
        self.page = page
        self.strokes = 0

    def press(self, key: str) -> None:
        self.strokes += 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.strokes += len(text)
        self.page.keyboard.type(text)

    def focused(self) -> dict[str, Any]:
        return self.page.evaluate(FOCUSED) or {}

    def tab_to(self, name: str, value: str | None = None) -> None:
        """Presses Tab until the control called ``name`` (and with ``value``, if given) has the focus.

        Goes back with Shift where it stands before what has the focus.
        """
        key = "Shift+Tab" if self.page.evaluate(IS_BEHIND, name) else "Tab"
        for _ in range(MOST_TABS):
            at = self.focused()
            if at.get("name") == name and at.get("type") != "hidden" and value in (None, at.get("value")):
                return
            self.press(key)
        raise AssertionError(f"{name} cannot be reached with Tab")

    def answer(self, name: str, answer: str | list[str]) -> None:
        """Answers one field of a case, whatever control asks it."""
        if isinstance(answer, list):
            for value in answer:
                self._reach_choice(name, value)
                self.press("Space")
            return
        kind = self._kind(name)
        self.tab_to(name)
        if kind == "checkbox":
            raise TypeError("several choices are answered with a list")
        if kind == "radio":
            self.press(self._digit(name, answer))
        elif kind == "select":
            self._choose(name, answer)
        else:
            self.press("Control+a")
            self.type(answer)
            if kind == "search":
                self.press("Enter")  # takes what the list of suggestions points to

    def save_section(self) -> None:
        """Ctrl+S in a section, until the page says that nothing waits."""
        self.press("Control+s")
        state = self.page.locator("#save-state")
        expect(state).to_have_attribute("data-waiting", "0")
        expect(state).to_contain_text("已保存")

    def sections(self) -> list[str]:
        """The ids of the sections of the case page, hidden ones too."""
        return self.page.evaluate(
            "() => [...document.querySelectorAll('section.sect[id^=s-]')].map((s) => s.id)"
        )

    def names(self, within: str = "body") -> list[str]:
        """Names of the fields that can be seen and answered, in the order of the page."""
        return self.page.evaluate(
            """(within) => [...new Set([...document.querySelectorAll(`${within} [name]`)]
                 .filter((e) => e.type !== "hidden" && e.getClientRects().length)
                 .map((e) => e.name).filter((name) => !name.includes("!")))]""",
            within,
        )

    def reach(self, selector: str) -> None:
        """Presses Tab until what ``selector`` finds has the focus."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("(it) => document.activeElement?.matches(it) ?? false", selector):
                return
            self.press("Tab")
        raise AssertionError(f"{selector} cannot be reached with Tab")

    def open(self, details: str) -> None:
        """Reaches the summary of a closed part of the page with Tab and opens it with Enter."""
        self.reach(f"{details} > summary")
        self.press("Enter")

    def fill(self, where: str, wanted: dict[str, Any]) -> None:
        """Answers what is wanted in the order of the page; an answer may make the next question appear."""
        given: set[str] = set()
        waiting = False
        while True:
            open_now = [name for name in self.names(where) if name in wanted and name not in given]
            if open_now:
                self.answer(open_now[0], wanted[open_now[0]])
                given.add(open_now[0])
            elif waiting:
                self.save_section()
            else:
                break
            waiting = bool(open_now)

    def fill_row(self, empty: str, fields: dict[str, Any]) -> str:
        """Fills the row that ``empty`` finds, and returns the key it is given with its first answer."""
        first = next(name for name in self.names(empty) if name.rsplit(".", 1)[1] in fields)
        field = first.rsplit(".", 1)[1]
        self.answer(first, fields[field])
        self.save_section()
        key = str(self.focused()["name"]).rsplit(".", 1)[0]
        assert ".new" not in key, key
        rest = {f"{key}.{name}": value for name, value in fields.items() if name != field}
        self.fill(f"[data-row='{key}']", rest)
        return key

    def _reach_choice(self, name: str, value: str) -> None:
        """One of several choices: by Tab, or by arrows where all of them are one stop."""
        if self.page.evaluate(IS_ONE_STOP, name):
            self.tab_to(name)
            for _ in range(MOST_TABS):
                if self.focused().get("value") == value:
                    return
                self.press("ArrowDown")
        self.tab_to(name, value)

    def _kind(self, name: str) -> str:
        return self.page.evaluate(
            """(name) => {
              const found = [...document.getElementsByName(name)].filter((each) => each.type !== "hidden");
              if (!found.length) throw new Error("no field " + name);
              return found[0].tagName === "SELECT" ? "select" : found[0].type;
            }""",
            name,
        )

    def _digit(self, name: str, value: str) -> str:
        """The key that picks a choice: its place in the bar, or its code where the bar says so."""
        return self.page.evaluate(
            """([name, value]) => {
              const radios = [...document.getElementsByName(name)].filter((e) => e.type === "radio");
              const byCode = radios[0].closest("[data-choices='value']");
              return byCode ? value : String(radios.findIndex((e) => e.value === value) + 1);
            }""",
            [name, value],
        )

    def _choose(self, name: str, value: str) -> None:
        """Home, then down to the option, as a person without a mouse does."""
        steps = self.page.evaluate(
            """([name, value]) => {
              const select = [...document.getElementsByName(name)].find((e) => e.tagName === "SELECT");
              return [...select.options].findIndex((option) => option.value === value);
            }""",
            [name, value],
        )
        self.press("Home")
        for _ in range(steps):
            self.press("ArrowDown")
