"""What keeps a follow-up from being saved, and what is still to be answered."""

from collections.abc import Iterator
from datetime import date

from crf.answering import rejection
from crf.items import Item, Requirement
from crf.pairs import Pair
from crf.questions import Problem
from crf.ranges import findings
from crf.rules import Answered, Rule, Severity
from outcomes.contact import KIND, Contact
from outcomes.rules import BOOK, COURSE, DATES
from outcomes.windows import DEAD, Course

Problems = dict[str, list[Problem]]

# Each follow-up answers these or is not saved; the other required ones may be added later.
NEEDED = frozenset(
    [
        "fu_vital_status",
        "fu_date",
        "fu_method",
        "fu_death_date",
        "fu_death_cause",
        "fu_last_known_alive",
        "fu_mrs",
        "fu_residence",
        "fu_readmissions",
    ]
)
NEEDS_ANSWER = "needed"
SIX_MONTHS = "D180"
UNANSWERED = Pair("Please answer this", "请填写此项")


def problems(contact: Contact) -> Problems:
    """Everything that is wrong or remarkable, by field."""
    found: Problems = {}
    for name, problem in _all(contact):
        if name not in found or not _is_empty(found[name]):
            found.setdefault(name, []).append(problem)
    return found


def _is_empty(known: list[Problem]) -> bool:
    """A field without an answer is asked for it, not lectured about it."""
    return known[0].rule == NEEDS_ANSWER


def of_course(course: Course, as_of: date) -> list[Rule]:
    """The rules of the case as a whole that fail on a day."""
    facts = {
        "discharge_status": course.discharge_status,
        "flow_start_day": course.started,
        "recorded_death_day": course.died,
        "six_months_answered": SIX_MONTHS in course.answers,
        "today": as_of,
    }
    return [rule for rule in BOOK.of(COURSE) if rule.fails(Answered(facts.get))]


def blocking(found: Problems) -> bool:
    """An error, or a warning without its reason."""
    return any(each.is_error or not each.is_settled for listed in found.values() for each in listed)


def unanswered(contact: Contact) -> list[Item]:
    """Required fields that apply and have no answer yet."""
    return [item for item in contact.part.items() if is_required(contact, item) and not _has(contact, item)]


def is_required(contact: Contact, item: Item) -> bool:
    """Optional fields and those the registry writes are not."""
    if item.system or item.requirement == Requirement.OPTIONAL:
        return False
    return contact.holds(item.name)


def _has(contact: Contact, item: Item) -> bool:
    return contact.part.is_answered(item.name) or contact.part.rejected(item.name) is not None


def _all(contact: Contact) -> Iterator[tuple[str, Problem]]:
    for name in contact.part.notes.get("rejected", {}):
        if message := rejection(contact.part, name):
            yield name, Problem("entry", message, is_error=True)
    for item in unanswered(contact):
        if item.name in NEEDED and not _waits_for_another(contact, item):
            yield item.name, Problem(NEEDS_ANSWER, UNANSWERED, is_error=True)
    yield from _rules(contact)
    yield from _ranges(contact)


def _waits_for_another(contact: Contact, item: Item) -> bool:
    """Of a death, the date is asked for first; when last known alive matters only without it."""
    is_death = contact.part.fu_vital_status == DEAD
    return item.name == "fu_last_known_alive" and is_death and not contact.part.is_answered("fu_death_date")


def _rules(contact: Contact) -> Iterator[tuple[str, Problem]]:
    for rule in BOOK.of(KIND):
        if rule.fails(contact.answers):
            name = _place(rule, contact)
            yield name, _problem(contact, name, rule.number, rule.severity, rule.message)


def _ranges(contact: Contact) -> Iterator[tuple[str, Problem]]:
    items = [item for item in contact.part.items() if not item.system]
    for number, severity, name, message in findings(items, contact.answers, skip=frozenset()):
        yield name, _problem(contact, name, number, severity, message)


def _problem(contact: Contact, name: str, number: str, severity: Severity, message: Pair) -> Problem:
    given = contact.part.notes.get("reason", {}).get(name) or {}
    return Problem(number, message, severity == Severity.ERROR, given.get(number, ""))


def _place(rule: Rule, contact: Contact) -> str:
    """The field a message stands at: of dates in the future the one that is; else the rule's first."""
    if rule.number == "V154":
        late = [name for name in DATES if (day := contact.resolve(name)) and day > contact.as_of]
        return late[0]
    return rule.fields[0]
