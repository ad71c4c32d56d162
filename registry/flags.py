"""What is wrong or remarkable in a case: found anew whenever it is looked at, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass

from crf import notes
from crf.answering import rejection
from crf.items import Item
from crf.pairs import Pair
from crf.questions import NOT_SETTLED
from crf.ranges import findings
from crf.rules import Rule, Severity
from registry.derived import DESCRIPTIONS, inputs
from registry.record import IDENTITY_FACTS, Place, Record
from registry.rules import BOOK
from registry.sections import HOME, KIND_OF, TABLES


@dataclass(frozen=True)
class Flag:
    """A rule that fails in one place. The message is shown at ``field``; ``fields`` are all concerned."""

    rule: str
    severity: Severity
    place: Place
    field: str
    message: Pair
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def reason(self) -> str:
        """Why a warning is right as it stands, as the person chose or wrote it."""
        given = notes.get(self.place.part.notes, "reason", self.field) or {}
        return given.get(self.rule, "")

    @property
    def kind(self) -> str:
        """The table of the field the message speaks of; its row may not exist yet."""
        return KIND_OF.get(self.field, self.place.kind)

    @property
    def item(self) -> Item:
        return TABLES[self.kind].item_field(self.field).item

    @property
    def section(self) -> str:
        """Key of the section the field is asked in; identity stands with the patient."""
        return HOME.get((self.kind, self.field), "patient")

    @property
    def is_error(self) -> bool:
        return self.severity == Severity.ERROR

    @property
    def is_settled(self) -> bool:
        return not self.is_error and self.reason not in NOT_SETTLED


def flags(record: Record) -> list[Flag]:
    """Every flag of a case, in the order of its places."""
    return [flag for place in record.places for flag in flags_of(place)]


def flags_of(place: Place) -> Iterator[Flag]:
    """The flags of one row of answers."""
    yield from _rejected(place)
    spoken: set[str] = set()
    for rule in BOOK.of(place.kind):
        if _may_judge(rule, place.record) and rule.fails(place.answers):
            spoken.update(rule.fields)
            yield _located(rule, place)
    items = [item for item in place.part.items() if not item.system]
    for number, severity, name, message in findings(items, place.answers, skip=frozenset(spoken)):
        yield Flag(number, severity, place, name, message, ((place.key, name),))


def _may_judge(rule: Rule, held: Record) -> bool:
    """A reader without identities is told nothing that follows from them."""
    return held.is_identity_known or IDENTITY_FACTS.isdisjoint(rule.fields)


def _rejected(place: Place) -> Iterator[Flag]:
    for name in list(place.part.notes.get("rejected", {})):
        message = rejection(place.part, name)
        if message:
            yield Flag("entry", Severity.ERROR, place, name, message, ((place.key, name),))


def _located(rule: Rule, place: Place) -> Flag:
    """At the first field of the rule that stands in this very place, else wherever the first one stands.

    A derived variable stands where what it is computed from was typed, behind the fields the rule names itself.
    """
    computed = [name for field in rule.fields for name in inputs(field)]
    names = dict.fromkeys([*(name for name in rule.fields if name not in DESCRIPTIONS), *computed])
    found = [(home, name) for name in names if (home := place.find(name)) is not None]
    here = next(((home, name) for home, name in found if home is place), None)
    home, name = here or (found[0] if found else (place, rule.fields[0]))
    fields = tuple((where.key, each) for where, each in found)
    return Flag(rule.number, rule.severity, home, name, rule.message, fields)
