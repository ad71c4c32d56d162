"""Each number of the dictionary is a rule with answers that keep it and answers that break it."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from config.dictionary import STANDING_RULES, every_rule
from crf.ranges import findings
from registry.desks.standing import is_open_too_long
from registry.models import Baseline
from tests.centers.test_profile import RULE_EXAMPLES
from tests.outcomes import test_follow_up_rules as follow_up
from tests.registry.rules.answers import SHANGHAI, Given
from tests.registry.rules.examples import EXAMPLES
from tests.registry.rules.test_acts import ACTS

NUMBERS = {f"V{number:03}" for number in range(1, 157)}
NOT_IMPLEMENTED: set[str] = set()
WEIGHT = Baseline.item_field("weight_kg").item
STOPPED = datetime(2026, 8, 31, 20, tzinfo=SHANGHAI)


def breaks_range(number: str, weight: float) -> bool:
    answers = Given({"age_group": "A", "weight_kg": weight})
    return number in [each[0] for each in findings([WEIGHT], answers, skip=frozenset())]


def stays_open(state: str, today: date) -> bool:
    return is_open_too_long(state, STOPPED, today)


Judge = Callable[[], bool]
# Whether each is broken: once by what must not break it, once by what must.
STANDING: dict[str, tuple[Judge, Judge]] = {
    "V087": (lambda: breaks_range("V087", 10), lambda: breaks_range("V087", 9.99)),
    "V088": (lambda: breaks_range("V088", 130), lambda: breaks_range("V088", 130.1)),
    "V141": (
        lambda: stays_open("draft", date(2027, 2, 28)),
        lambda: stays_open("returned", date(2027, 3, 1)),
    ),
}


def test_every_number_has_its_examples() -> None:
    follow_ups = {number for number, _, _ in [*follow_up.EXAMPLES, *follow_up.OF_THE_COURSE]}
    known = [set(EXAMPLES), follow_ups, set(RULE_EXAMPLES), set(STANDING), set(ACTS), NOT_IMPLEMENTED]

    assert set().union(*known) == NUMBERS
    assert sum(map(len, known)) == len(NUMBERS)


def test_every_number_is_published() -> None:
    published = {rule.number for rule in every_rule()} | {each[0] for each in STANDING_RULES}

    assert published == NUMBERS - NOT_IMPLEMENTED


@pytest.mark.parametrize("number", STANDING)
def test_standing_rule_is_kept_and_broken(number: str) -> None:
    kept, broken = STANDING[number]

    assert not kept()
    assert broken()


@pytest.mark.parametrize("state", ["submitted", "accepted", "locked"])
def test_a_case_that_was_submitted_is_not_open(state: str) -> None:
    assert not stays_open(state, date(2030, 1, 1))


def test_a_run_that_goes_on_is_not_late() -> None:
    assert not is_open_too_long("draft", None, date(2030, 1, 1))
