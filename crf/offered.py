"""The answers a choice offers, with what each is found by and marked with."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crf.codelists.diagnoses import DIAGNOSIS, UNCODED
from crf.codes import CodeList, Option
from crf.pairs import Pair
from crf.searching import search_words


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    chosen: bool
    group: str = ""
    words: str = ""  # what a search finds it by, where the list is searched
    note: str = ""  # the codes shown in grey beside it
    icd10: str = ""  # suggested for the field beside it
    uncoded: bool = False  # says no more than "another one": the society's coder finds the code
    major: bool = False  # a complication that counts as major


def choices(codes: CodeList, given: Iterable[str], *, searched: bool) -> list[Choice]:
    """What the list offers; a retired answer is still shown where it was given."""
    chosen = set(given)
    return [
        _choice(codes, option, chosen, searched)
        for option in codes
        if option.offered or str(option.code) in chosen
    ]


def _choice(codes: CodeList, option: Option, chosen: set[str], searched: bool) -> Choice:
    return Choice(
        str(option.code),
        str(option.label),
        str(option.code) in chosen,
        str(Pair(option.facts.get("group_en", ""), option.facts.get("group_zh", ""))),
        search_words(option) if searched else "",
        _note(option) if searched else "",
        option.facts.get("icd10", ""),
        is_uncoded(codes, option.code),
        option.facts.get("major") == "yes",
    )


def rows_as_choices(rows: Iterable[tuple[str, str]], given: str) -> list[Choice]:
    """Rows by position, and the one that is named although it is gone."""
    known = dict(rows)
    lost = {given: given} if given and given not in known else {}
    return [Choice(position, words, position == given) for position, words in (known | lost).items()]


def is_uncoded(codes: CodeList | None, code: Any) -> bool:
    """Whether the code of a diagnosis says no more than that it is another one."""
    return codes is not None and codes.name == DIAGNOSIS.name and code in UNCODED


def _note(option: Option) -> str:
    """The codes a person may know the entry by."""
    own = option.code if isinstance(option.code, str) else ""
    return " · ".join(filter(None, [own, option.facts.get("icd10", "")]))
