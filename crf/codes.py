"""Code lists: what a choice may hold, with both texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from crf.pairs import Pair

Code = int | str

# Codes that say "not known" inside a list of their own (decision: the U key chooses them).
UNKNOWN_TEXTS = frozenset({"Unknown", "Not assessed"})


@dataclass(frozen=True)
class Option:
    """One code. ``facts`` holds what a list knows beyond the texts (ICD-10 code, group ...).

    One that is not ``offered`` is retired or derived elsewhere: known, readable, never entered.
    """

    code: Code
    en: str
    zh: str
    facts: dict[str, str] = field(default_factory=dict, hash=False)
    offered: bool = True

    @property
    def label(self) -> Pair:
        return Pair(self.en, self.zh)


class CodeList:
    """A named list of options of one type: all integers or all texts."""

    def __init__(self, name: str, title: tuple[str, str], options: list[Option], source: str = "judgement"):
        self.name, self.title, self.options, self.source = name, Pair(*title), options, source
        self._by_code = {option.code: option for option in options}

    def __iter__(self) -> Iterator[Option]:
        return iter(self.options)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __getitem__(self, code: Code) -> Option:
        return self._by_code[code]

    def label(self, code: Code | None) -> str:
        """The text of a code in the active language; empty for None, the code itself if retired."""
        if code is None:
            return ""
        return str(self._by_code[code].label) if code in self._by_code else str(code)

    @cached_property
    def is_integer(self) -> bool:
        return all(isinstance(option.code, int) for option in self.options)

    @cached_property
    def unknown(self) -> Code | None:
        """The list's own code for "unknown", if it has one."""
        return next((option.code for option in self.options if option.en in UNKNOWN_TEXTS), None)

    @cached_property
    def codes(self) -> list[Code]:
        return [option.code for option in self.options]

    def parse(self, text: str) -> Code:
        """The code written as ``text``. Raises KeyError when the list offers no such code."""
        wanted = text.strip()
        for option in self.options:
            if option.offered and str(option.code) == wanted:
                return option.code
        raise KeyError(text)
