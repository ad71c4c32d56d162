"""Cross-field rules: small named functions with a number, a severity and both messages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from crf.pairs import Pair


class NotEvaluable(Exception):
    """A rule asked for an answer that is not there; the rule neither holds nor fails."""


class Severity(StrEnum):
    """An error blocks submission; a warning asks for a reason."""

    ERROR = "error"
    WARNING = "warning"


class Answered:
    """The answers a rule sees: attributes are values, and a missing one makes the rule not evaluable.

    ``c.get(name)`` gives None instead, for rules that look at emptiness itself.
    """

    def __init__(self, resolve: Callable[[str], Any]):
        self._resolve = resolve

    def __getattr__(self, name: str) -> Any:
        value = self._resolve(name)
        if value is None:
            raise NotEvaluable(name)
        return value

    def get(self, name: str) -> Any:
        return self._resolve(name)


Check = Callable[[Any], bool]


@dataclass(frozen=True)
class Rule:
    """A statement that must hold. ``on`` is the kind of row it is asked for."""

    number: str
    severity: Severity
    fields: tuple[str, ...]
    message: Pair
    check: Check
    on: str
    source: str = "judgement"

    @property
    def name(self) -> str:
        return self.check.__name__

    def fails(self, answers: Answered) -> bool:
        try:
            return not self.check(answers)
        except NotEvaluable:
            return False


@dataclass
class RuleBook:
    """The rules of one app, in the order of their numbers."""

    _rules: dict[str, Rule] = field(default_factory=dict)
    _by_kind: dict[str, list[Rule]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Rule]:
        return iter(sorted(self._rules.values(), key=lambda rule: rule.number))

    def __contains__(self, number: object) -> bool:
        return number in self._rules

    def __getitem__(self, number: str) -> Rule:
        return self._rules[number]

    def error(self, number: str, fields: str, en: str, zh: str, *, on: str) -> Callable[[Check], Check]:
        return self._add(number, Severity.ERROR, fields, Pair(en, zh), on)

    def warning(self, number: str, fields: str, en: str, zh: str, *, on: str) -> Callable[[Check], Check]:
        return self._add(number, Severity.WARNING, fields, Pair(en, zh), on)

    def of(self, on: str) -> list[Rule]:
        """Those asked for one kind of row."""
        if on not in self._by_kind:
            self._by_kind[on] = [rule for rule in self if rule.on == on]
        return self._by_kind[on]

    def _add(
        self, number: str, severity: Severity, fields: str, message: Pair, on: str
    ) -> Callable[[Check], Check]:
        def keep(check: Check) -> Check:
            if number in self._rules:
                raise ValueError(f"{number} exists already")
            self._by_kind.clear()
            self._rules[number] = Rule(number, severity, tuple(fields.split()), message, check, on)
            return check

        return keep
