"""Questions as HTML: a template is rendered once for each look of a question and then only filled in.

A case page asks four hundred questions, most of them alike but for their names and answers. What the template makes
of one is kept in pieces, cut where name, id, answer, options and the server's remarks stand; templates stay the one
place where markup is written. Nothing somebody typed is kept, only which of the offered answers is chosen.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from crf.codes import CodeList
from crf.offered import choices
from crf.strips import drawn, strip

if TYPE_CHECKING:
    from crf.questions import Question

KEPT = 6000  # looks; a page has some hundred, in each language and age group
SLOT = re.compile("\ue000([a-z_]+)\ue001")
BETWEEN = re.compile(r">\s+<")
FILLED: dict[str, Callable[["Question"], str]] = {
    "name": lambda question: escape(question.name),
    "id": lambda question: escape(question.id),
    "written": lambda question: escape(str(question.written)),
    "options": lambda question: question.options,
    "judged": lambda question: question.judged,
}
_looks: dict[Any, tuple[Any, list[str]]] = {}


class _Outline:
    """A question of which a template sees slots instead of what differs between questions of one look."""

    def __init__(self, question: "Question"):
        self._question = question
        for name in FILLED:
            if name != "written" or question.item.codes is None:
                setattr(self, name, slot(name))
        self.described_by = f"{self.id}-help"

    def __getattr__(self, name: str) -> Any:
        return getattr(self._question, name)


def slot(name: str) -> SafeString:
    """What a template writes where something is filled in later."""
    return SafeString(f"\ue000{name}\ue001")


def filled(
    template: str, question: "Question", fixed: Mapping[str, Hashable] | None = None, **beside: str
) -> SafeString:
    """The template of one question as it would be rendered.

    ``fixed`` is what else decides about its look, ``beside`` are the other texts it shows.
    """
    fixed = fixed or {}
    if _is_single(question):
        return _tight(render_to_string(template, {"question": question, **fixed, **beside}))
    outline = {name: slot(name) if text else "" for name, text in beside.items()}
    pieces = kept(
        (template, question.look, *fixed.values(), *map(bool, beside.values())),
        question.item,
        lambda: render_to_string(template, {"question": _Outline(question), **fixed, **outline}),
    )
    texts = {name: escape(text) for name, text in beside.items()}
    return join(pieces, texts | {name: FILLED[name](question) for name in FILLED.keys() & pieces[1::2]})


def _is_single(question: "Question") -> bool:
    """One of which no other has the look: its markup holds more of it than the slots."""
    return bool(
        question.problems
        or question.references
        or (question.read_only and question.in_cell)
        or question.part.rejected(question.item.name) is not None
    )


def kept(look: Any, item: Any, render: Callable[[], str]) -> list[str]:
    """The pieces of a look, every other one the name of a slot. ``item`` is kept with them: the look names it by id."""
    look = (get_language(), id(item), look)
    found = _looks.get(look)
    if found is None:
        if len(_looks) >= KEPT:
            _looks.clear()
        found = _looks[look] = (item, SLOT.split(_tight(render())))
    return found[1]


def _tight(text: str) -> SafeString:
    """Without the lines and indents of the template: one blank between two elements says as much."""
    return SafeString(BETWEEN.sub("> <", text.strip()))


def join(pieces: list[str], slots: dict[str, str]) -> SafeString:
    found = pieces.copy()
    found[1::2] = [slots[name] for name in pieces[1::2]]
    return SafeString("".join(found))


def options(question: "Question") -> SafeString:
    """The options of a list, with the given answer chosen."""
    codes, given = question.item.codes, question.written
    if codes is None:
        return render_to_string("crf/options.html", {"choices": question.choices})
    text = _offered(get_language(), codes, question.is_searched)
    if not given:
        return text
    option = f'<option value="{escape(str(given))}"'
    if option in text:
        return SafeString(text.replace(option, f"{option} selected", 1))
    return render_to_string("crf/options.html", {"choices": question.choices})


@lru_cache(maxsize=256)
def _offered(language: str | None, codes: CodeList, is_searched: bool) -> SafeString:
    """The same with nothing chosen."""
    return render_to_string("crf/options.html", {"choices": choices(codes, [], searched=is_searched)})


def judged(question: "Question") -> SafeString:
    """What the server says of the answer; replaced after each save, while the control stays as it is."""
    mark = SafeString("")
    if question.usual and question.control == "number":
        mark = drawn(strip(question.usual, question.possible, question.value, question.tone))
    if not question.problems:
        return mark
    return SafeString(mark + render_to_string("crf/judged.html", {"question": question}).strip())
