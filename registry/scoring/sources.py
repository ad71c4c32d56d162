"""Where an input of a score comes from, and how it is read from the answers of a run."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crf.pairs import Pair
from crf.rules import NotEvaluable
from registry.scores.numbers import exact

YES_NO = {1: True, 0: False}


@dataclass(frozen=True)
class Source:
    """``fields`` are those a person would have to fill in; ``label`` names an input no field holds."""

    fields: tuple[str, ...]
    read: Callable[[Any], Any]
    label: Pair | None = None

    def value(self, c: Any) -> Any:
        """None while it is not known."""
        try:
            return self.read(c)
        except NotEvaluable:
            return None


def field(name: str) -> Source:
    """A number as it is stored."""
    return Source((name,), lambda c: c.get(name))


def derived(name: str, *fields: str) -> Source:
    """A derived variable and the fields that feed it."""
    return Source(fields, lambda c: c.get(name))


def yes_no(name: str) -> Source:
    """1 is true, 0 false, anything else (9 "unknown", no answer) not known."""
    return Source((name,), lambda c: YES_NO.get(c.get(name)))


def ticked(name: str, *codes: Any) -> Source:
    """Whether one of the codes is among the answers; a list without any answer says nothing."""
    return Source((name,), lambda c: None if c.get(name) is None else not set(codes).isdisjoint(c.get(name)))


def coded(name: str, meanings: dict[Any, Any]) -> Source:
    """What a code means to the score; a code that says nothing to it is not known."""
    return Source((name,), lambda c: meanings.get(c.get(name)))


def not_asked(en: str, zh: str) -> Source:
    """The dictionary has no field for it."""
    return Source((), lambda c: None, Pair(en, zh))


def first_of(*names: str) -> Source:
    """The first field with an answer; the last one is the one to fill in."""

    def read(c: Any) -> Any:
        return next((c.get(name) for name in names if c.get(name) is not None), None)

    return Source(names[-1:], read)


def any_of(*sources: Source) -> Source:
    """True if one is, false if all are, else not known."""

    def read(c: Any) -> bool | None:
        known = [source.value(c) for source in sources]
        return True if True in known else None if None in known else False

    return Source(tuple(name for source in sources for name in source.fields), read)


def over(name: str, limit: str, *, or_equal: bool = False) -> Source:
    """Whether a number lies above a limit, or on it."""

    def read(c: Any) -> bool:
        value = exact(getattr(c, name))
        return value > exact(limit) or (or_equal and value == exact(limit))

    return Source((name,), read)


def oxygen_fraction() -> Source:
    return Source(("pre_fio2",), lambda c: exact(c.pre_fio2) / 100)
