"""Each rule of follow-up with answers that keep it and answers that break it."""

from datetime import date
from typing import Any

import pytest

from outcomes.contact import KIND, Contact, Elsewhere
from outcomes.models import FollowUp
from outcomes.problems import NEEDED, blocking, of_course, problems, unanswered
from outcomes.rules import BOOK, EQ5D
from outcomes.windows import Answer, Course, find

STARTED = date(2025, 10, 2)
TODAY = date(2026, 11, 22)
COURSE = Course(started=STARTED, discharge_status=1, left=date(2025, 10, 31))


def contact(*, elsewhere: Elsewhere | None = None, other_rows: int = 0, **answers: Any) -> Contact:
    part = FollowUp(fu_window="Y1", **answers)
    task = find(COURSE, "Y1", TODAY)
    return Contact(part, task, COURSE, date(1980, 1, 1), TODAY, elsewhere or Elsewhere(), other_rows)


def broken(**facts: Any) -> set[str]:
    found = contact(**facts)
    return {rule.number for rule in BOOK.of(KIND) if rule.fails(found.answers)}


WHOLE = {"fu_vital_status": 1} | dict.fromkeys(EQ5D, 1)
EXAMPLES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("V126", {"fu_date": STARTED}, {"fu_date": date(2025, 10, 1)}),
    (
        "V127",
        {"fu_vital_status": 2, "fu_last_known_alive": date(2026, 1, 1)},
        {"fu_vital_status": 2},
    ),
    (
        "V128",
        {"fu_date": date(2026, 10, 2), "fu_death_date": date(2026, 10, 2)},
        {"fu_date": date(2026, 10, 2), "fu_death_date": date(2026, 10, 3)},
    ),
    (
        "V128",
        {"fu_date": TODAY, "fu_death_date": STARTED},
        {"fu_date": TODAY, "fu_death_date": date(2025, 10, 1)},
    ),
    (
        "V129",
        {
            "fu_vital_status": 1,
            "fu_date": date(2026, 1, 5),
            "elsewhere": Elsewhere(died=date(2026, 1, 5)),
        },
        {
            "fu_vital_status": 1,
            "fu_date": date(2026, 1, 6),
            "elsewhere": Elsewhere(died=date(2026, 1, 5)),
        },
    ),
    ("V130", {"fu_date": date(2026, 11, 16)}, {"fu_date": date(2026, 11, 17)}),
    ("V130", {"fu_date": date(2026, 8, 18)}, {"fu_date": date(2026, 8, 17)}),
    ("V131", {"other_rows": 0}, {"other_rows": 1}),
    ("V154", {"fu_date": TODAY}, {"fu_date": date(2026, 11, 23)}),
    ("V154", {"fu_return_work_date": TODAY}, {"fu_return_work_date": date(2026, 11, 23)}),
    (
        "V155",
        {
            "fu_vital_status": 2,
            "fu_death_date": date(2026, 5, 1),
            "elsewhere": Elsewhere(last_alive=date(2026, 5, 1)),
        },
        {
            "fu_vital_status": 2,
            "fu_death_date": date(2026, 4, 30),
            "elsewhere": Elsewhere(last_alive=date(2026, 5, 1)),
        },
    ),
    (
        "V156",
        {"fu_date": TODAY, "fu_last_known_alive": TODAY},
        {"fu_date": date(2026, 11, 1), "fu_last_known_alive": date(2026, 11, 2)},
    ),
    ("V133", WHOLE, WHOLE | {"fu_eq5d_pain": None}),
    ("V134", {"fu_barthel": 95}, {"fu_barthel": 96}),
    ("V135", {"fu_whodas_items": "012340123401"}, {"fu_whodas_items": "01234012340"}),
    ("V135", {"fu_whodas_items": "444444444444"}, {"fu_whodas_items": "444444444445"}),
]
LEFT_LONG_AGO = {"started": date(2026, 3, 27), "discharge_status": 1}
OF_THE_COURSE: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("V132", {"started": date(2026, 3, 28), "discharge_status": 1}, LEFT_LONG_AGO),
    ("V132", LEFT_LONG_AGO | {"discharge_status": 6}, LEFT_LONG_AGO | {"discharge_status": 8}),
    ("V132", LEFT_LONG_AGO | {"died": date(2026, 5, 1)}, LEFT_LONG_AGO | {"answers": {"D90": Answer(1)}}),
    ("V132", LEFT_LONG_AGO | {"answers": {"D180": Answer(3)}}, LEFT_LONG_AGO),
]


@pytest.mark.parametrize(("rule", "kept", "breaking"), EXAMPLES)
def test_rule(rule: str, kept: dict[str, Any], breaking: dict[str, Any]) -> None:
    assert rule not in broken(**kept)
    assert rule in broken(**breaking)


@pytest.mark.parametrize(("rule", "kept", "breaking"), OF_THE_COURSE)
def test_rule_of_the_case_as_a_whole(rule: str, kept: dict[str, Any], breaking: dict[str, Any]) -> None:
    assert of_course(Course(**kept), TODAY) == []
    assert [each.number for each in of_course(Course(**breaking), TODAY)] == [rule]


def test_every_rule_speaks_both_languages_of_fields_that_exist() -> None:
    case_fields = {"run_start_at", "died", "death_at", "discharge_status"}
    for rule in BOOK:
        assert rule.message.en
        assert rule.message.zh
        assert {name for name in rule.fields if name.startswith("fu_")} <= set(FollowUp._fields_by_name())
        assert {name for name in rule.fields if not name.startswith("fu_")} <= case_fields


def test_nothing_answered_breaks_no_rule() -> None:
    assert broken() == set()


ALIVE: dict[str, Any] = {
    "fu_vital_status": 1,
    "fu_date": date(2026, 10, 5),
    "fu_method": 2,
    "fu_mrs": 2,
    "fu_residence": 1,
    "fu_readmissions": 0,
}


def test_six_answers_are_enough_to_save_and_the_rest_stays_open() -> None:
    found = contact(**ALIVE)
    assert not blocking(problems(found))
    assert {item.name for item in unanswered(found)} == {
        "fu_respondent",
        "fu_work_status",
        "fu_dialysis",
        "fu_home_oxygen",
        "fu_cpc",
        *EQ5D,
        "fu_eq5d_vas",
    }


@pytest.mark.parametrize("name", sorted(ALIVE))
def test_each_of_the_six_is_needed(name: str) -> None:
    found = problems(contact(**{**ALIVE, name: None}))
    assert set(found) == {name}
    assert blocking(found)


def test_a_missing_reason_is_an_answer() -> None:
    found = contact(**{**ALIVE, "fu_mrs": None})
    found.part.notes = {"missing": {"fu_mrs": "unknown"}}
    assert not blocking(problems(found))


def test_a_child_is_not_asked_for_the_rankin_scale() -> None:
    found = contact(**{**ALIVE, "fu_mrs": None})
    found.birth_date = date(2008, 10, 6)  # eighteen the day after the contact
    assert not found.holds("fu_mrs")
    found.birth_date = date(2008, 10, 5)
    assert found.holds("fu_mrs")


def test_a_death_asks_date_and_cause_only() -> None:
    found = contact(fu_vital_status=2, fu_date=date(2026, 10, 5), fu_method=2)
    assert set(problems(found)) == {"fu_death_date", "fu_death_cause"}
    found.part.notes = {"missing": {"fu_death_date": "unknown"}}
    assert set(problems(found)) == {"fu_death_date", "fu_death_cause", "fu_last_known_alive"}  # V127
    found.part.notes = {}
    found.part.fu_death_date, found.part.fu_death_cause = date(2026, 9, 1), 4
    assert problems(found) == {}


@pytest.mark.parametrize("vital", [3, 4])
def test_a_loss_asks_when_the_patient_was_last_known_alive(vital: int) -> None:
    found = contact(fu_vital_status=vital, fu_date=date(2026, 10, 5), fu_method=2)
    assert set(problems(found)) == {"fu_last_known_alive"}


def test_a_warning_blocks_until_it_has_a_reason() -> None:
    found = contact(**{**ALIVE, "fu_date": date(2026, 11, 20)})
    assert [each.rule for each in problems(found)["fu_date"]] == ["V130"]
    assert blocking(problems(found))
    found.part.notes = {"reason": {"fu_date": {"V130": "later"}}}
    assert blocking(problems(found))
    found.part.notes = {"reason": {"fu_date": {"V130": "verified"}}}
    assert not blocking(problems(found))


def test_many_readmissions_ask_for_a_reason() -> None:
    found = problems(contact(**{**ALIVE, "fu_readmissions": 6}))
    assert [each.rule for each in found["fu_readmissions"]] == ["V088"]


def test_needed_fields_exist() -> None:
    assert set(FollowUp._fields_by_name()) >= NEEDED
