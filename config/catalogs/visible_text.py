"""Text in templates that a reader sees but gettext never does."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType

from config.catalogs.extraction import Message
from config.environment import BASE_DIR

SPOKEN_ATTRIBUTES = {"alt", "aria-label", "aria-description", "placeholder", "title", "label"}
UNSPOKEN_ELEMENTS = {"script", "style", "code", "kbd"}
# Blocks that fill an attribute, and the one that says a sentence in the other language too.
UNSPOKEN_BLOCKS = ("_class", "_url", "_kind", "other_language")
VOID_ELEMENTS = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip
# Abbreviations and units that both languages write alike.
BOTH_LANGUAGES = {
    "ecls", "ecmo", "ecpr", "va", "vv", "vav", "pdf", "xlsx", "csv", "json", "sha-256", "sha", "mrs", "id", "ui",
    "html", "nbsp", "ci", "km", "eq-5d", "eq-5d-5l", "cpc", "gose", "sf-36",
    "kg", "cm", "mm", "ml", "min", "mmhg", "kpa", "rpm", "mmol", "umol", "mg", "dl",
}  # fmt: skip
CHINESE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+"  # with its punctuation and full-width forms
WORD = re.compile(rf"[A-Za-z][A-Za-z0-9-]+|{CHINESE}")


def untranslated(path: Path) -> list[Message]:
    """Words a reader of one template sees in one language only.

    An element with a ``lang`` attribute says on purpose which language it is in and is left alone.
    """
    reader = _Reader(str(path.relative_to(BASE_DIR)))
    reader.feed(_without_tags(path.read_text(encoding="utf-8")))
    reader.close()
    return reader.found


def _without_tags(source: str) -> str:
    """The template with variables, tags and translated blocks blanked; lines keep their numbers.

    Chinese inside a tag stays: messages are English, so it is a literal such as ``join:"、"``.
    """
    return "".join(_blanked(source))


def _blanked(source: str) -> Iterator[str]:
    hidden = ""
    for token in Lexer(source).tokenize():
        if token.token_type == TokenType.TEXT:
            yield _newlines(token.contents) if hidden else token.contents
            continue
        if token.token_type == TokenType.BLOCK:
            hidden = _block_state(hidden, *token.contents.split()[:2])
        literals = "" if hidden or token.token_type == TokenType.COMMENT else token.contents
        yield " ".join(["", *re.findall(CHINESE, literals), ""])  # also ends an element's name: <p{% if … %}


def _block_state(hidden: str, name: str, argument: str = "") -> str:
    """The tag inside which nothing is looked at; empty outside of such."""
    if hidden:
        return "" if name == f"end{hidden}" else hidden
    if name in {"blocktranslate", "blocktrans", "comment"}:
        return name
    return "block" if name == "block" and argument.endswith(UNSPOKEN_BLOCKS) else ""


def _newlines(text: str) -> str:
    return "\n" * text.count("\n")


class _Reader(HTMLParser):
    """Collects words outside of elements that are never read out or name their language."""

    def __init__(self, place: str) -> None:
        super().__init__(convert_charrefs=True)
        self.place = place
        self.silent: list[str] = []
        self.found: list[Message] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        for name in SPOKEN_ATTRIBUTES & set(names):
            self._look(names[name] or "")
        if tag in VOID_ELEMENTS:
            return
        if self.silent or tag in UNSPOKEN_ELEMENTS or ("lang" in names and tag != "html"):
            self.silent.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in SPOKEN_ATTRIBUTES:
                self._look(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            while self.silent.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._look(data)

    def _look(self, text: str) -> None:
        words = [word for word in WORD.findall(text) if word.lower() not in BOTH_LANGUAGES]
        if words:
            self.found.append(Message(f"{self.place}:{self.getpos()[0]}", " ".join(words)))
