"""Every installed rule: it holds, it fails, and it says nothing about what is not answered."""

import pytest

from crf.items import Ranges
from crf.ranges import findings
from crf.rules import Rule, Severity
from registry.models import Baseline
from registry.rules import BOOK
from registry.sections import TABLES
from tests.registry.rules.answers import Given
from tests.registry.rules.examples import EXAMPLES, START, STOP

# These look at emptiness itself: an answer that must be there is missing.
ABOUT_ABSENCE = {"V017", "V032", "V058", "V105", "V116", "V122", "V125", "V143", "V144", "V150"}


def test_every_rule_has_an_example() -> None:
    assert sorted(EXAMPLES) == [rule.number for rule in BOOK]


@pytest.mark.parametrize("number", EXAMPLES)
def test_rule_holds(number: str) -> None:
    assert not BOOK[number].fails(EXAMPLES[number][0])


@pytest.mark.parametrize("number", EXAMPLES)
def test_rule_fails(number: str) -> None:
    assert BOOK[number].fails(EXAMPLES[number][1])


@pytest.mark.parametrize("number", EXAMPLES)
def test_rule_is_silent_about_an_empty_case(number: str) -> None:
    assert not BOOK[number].fails(Given({}))


@pytest.mark.parametrize("number", sorted(set(EXAMPLES) - ABOUT_ABSENCE))
def test_no_operand_taken_away_makes_a_holding_rule_fail(number: str) -> None:
    """A comparison with an unanswered field is not evaluable: it neither fails nor fires."""
    holding = EXAMPLES[number][0]

    for name in BOOK[number].fields:
        kept = {other: value for other, value in holding.values.items() if other != name}
        assert not BOOK[number].fails(Given(kept, rows=holding._rows)) or name in EXCUSES.get(number, ()), (
            name
        )


# What excuses a failure when it is answered; without it the case is judged as any other.
EXCUSES = {
    "V002": ("admission_source",),
    "V052": ("distal_perfusion",),
    "V063": ("pregnancy_status",),
}


@pytest.mark.parametrize("rule", list(BOOK), ids=lambda rule: rule.number)
def test_rule_speaks_both_languages_and_names_where_it_is_asked(rule: Rule) -> None:
    assert rule.message.en
    assert rule.message.zh
    assert rule.on in TABLES


def test_a_day_is_compared_by_date() -> None:
    noon = {"decannulated_at": "2026-03-08 12:00", "run_stop_at": "2026-03-08 18:00"}

    assert BOOK["V007"].fails(Given(noon))
    assert not BOOK["V007"].fails(Given(noon, days=("decannulated_at",)))


def test_first_cannulas_of_a_running_case_are_not_missed_yet() -> None:
    running = Given({"initial_mode": "VA", "run_start_at": START})

    assert [rule.number for rule in BOOK.of("run") if rule.fails(running)] == []


def test_segments_may_end_open_while_the_run_goes_on() -> None:
    first = {"segment_start_at": START, "segment_stop_at": "2026-03-03 12:00"}
    running = {"segment_start_at": "2026-03-03 12:00"}
    values = {"mode_changed": 1, "run_start_at": START}

    assert not BOOK["V054"].fails(Given(values, rows={"segments": [first, running]}))
    assert BOOK["V054"].fails(Given(values, rows={"segments": [first]}))


WEIGHT = Baseline.item_field("weight_kg").item


@pytest.mark.parametrize(
    ("group", "value", "expected"),
    [
        ("A", 72, []),
        ("A", 20, [("V088", Severity.WARNING)]),
        ("A", 5, [("V087", Severity.ERROR)]),
        ("P", 20, []),
        ("N", 3.2, []),
        ("N", 20, [("V087", Severity.ERROR)]),
        (None, 20, []),
        ("A", None, []),
    ],
)
def test_ranges_are_those_of_the_age_group(
    group: str | None, value: float | None, expected: list[object]
) -> None:
    found = findings([WEIGHT], Given({"age_group": group, "weight_kg": value}), skip=frozenset())

    assert [(number, severity) for number, severity, _, _ in found] == expected


def test_a_rule_of_its_own_replaces_the_usual_range() -> None:
    answers = Given({"age_group": "A", "weight_kg": 20})

    assert list(findings([WEIGHT], answers, skip=frozenset({"weight_kg"}))) == []


def test_age_groups_change_at_29_days_and_18_years() -> None:
    def group(born: str) -> object:
        return Given({"birth_date": born, "run_start_at": STOP}).get("age_group")

    assert [group(born) for born in ("2026-02-08", "2026-02-07", "2008-03-09", "2008-03-08")] == [
        "N",
        "P",
        "P",
        "A",
    ]


def test_widest_range_covers_every_group() -> None:
    ranges = Ranges(N=(0.3, 15), P=(1, 200), A=(15, 350))

    assert (ranges.of(None), ranges.of("N")) == ((0.3, 350), (0.3, 15))
