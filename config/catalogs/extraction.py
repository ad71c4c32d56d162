"""Which messages the code asks gettext for, found without gettext's own programs."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

from config.environment import BASE_DIR

PACKAGES = ("config", "national", "outcomes", "registry", "centers", "crf")
PLAIN = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
WITH_CONTEXT = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}

# Django turns a template into something like Python, with every other character blotted out.
CALL = re.compile(r"\b(_|gettext|ngettext|pgettext|npgettext)\(")
LITERAL = re.compile(r"""\s*,?\s*u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.DOTALL)


@dataclass(frozen=True, order=True)
class Message:
    """A text in the code that a reader may see, and where it stands."""

    place: str
    text: str
    context: str | None = None


def messages() -> list[Message]:
    """Every message of the registry's Python files and templates."""
    found = [message for path in python_files() for message in in_python(path)]
    return sorted(found + [message for path in templates() for message in in_template(path)])


def python_files() -> list[Path]:
    files = (path for package in PACKAGES for path in (BASE_DIR / package).rglob("*.py"))
    return sorted(path for path in files if "migrations" not in path.parts)


def templates() -> list[Path]:
    places = [BASE_DIR / "templates", *(BASE_DIR / package for package in PACKAGES)]
    files = (path for place in places for path in place.rglob("*") if path.suffix in {".html", ".txt"})
    return sorted(path for path in files if "templates" in path.relative_to(BASE_DIR).parts)


def in_python(path: Path) -> Iterator[Message]:
    """Literal texts given to gettext's functions in one Python file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        literals = (argument.value for argument in node.args if isinstance(argument, ast.Constant))
        texts = [literal for literal in literals if isinstance(literal, str)]
        if texts:
            yield from _message(name, texts, f"{path.relative_to(BASE_DIR)}:{node.lineno}")


def in_template(path: Path) -> Iterator[Message]:
    """Texts of ``translate`` and ``blocktranslate`` tags in one template."""
    code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for call in CALL.finditer(code):
        place = f"{path.relative_to(BASE_DIR)}:{code.count(chr(10), 0, call.start()) + 1}"
        yield from _message(call[1], list(_literals(code, call.end())), place)


def _message(function: str, texts: list[str], place: str) -> Iterator[Message]:
    if function in PLAIN and texts and texts[0]:
        yield Message(place, texts[0])
    elif function in WITH_CONTEXT and len(texts) > 1:
        yield Message(place, texts[1], texts[0])


def _literals(code: str, position: int) -> Iterator[str]:
    while found := LITERAL.match(code, position):
        yield ast.literal_eval(found[1].replace("\n", "\\n"))
        position = found.end()
