"""Survival from the hospital's form and follow-up, as derived variables ask it."""

from typing import Any

import pytest
from django.utils import translation

from outcomes.models import FollowUp
from outcomes.survival import known_outcomes, outcome_answers
from registry.derived import value
from registry.models import HospitalOutcome, Run
from tests.registry.rules.answers import meant

NAMES = ("survival_30d", "survival_180d", "disability_free_6m")
START, LEFT = "2026-01-01 12:00", "2026-01-20 12:00"
HOME = {"discharge_status": 1, "discharge_at": LEFT, "died": 0}


class Runs(list):
    """Unsaved runs, asked for as the case asks for its own."""

    def all(self) -> "Runs":
        return self


class UnsavedCase:
    """A case that needs no database."""

    def __init__(self, outcome: dict[str, Any], run: dict[str, Any]):
        self.pk = 1
        self.outcome = HospitalOutcome(**_meant(outcome))
        self.runs = Runs([Run(run_number=1, **_meant({"run_start_at": START} | run))])


def _meant(values: dict[str, Any]) -> dict[str, Any]:
    return {name: meant(each) for name, each in values.items()}


def told(outcome: dict[str, Any], *contacts: dict[str, Any], **run: Any) -> tuple[Any, ...]:
    case: Any = UnsavedCase(outcome, run)
    rows = [FollowUp(case_id=1, **_meant({"fu_window": "D180"} | each)) for each in contacts]
    answers = outcome_answers(case, rows)
    return tuple(value(name, answers) for name in NAMES)


@pytest.mark.parametrize(
    ("outcome", "contacts", "expected"),
    [
        (HOME, [], (None, None, None)),
        (HOME | {"alive_30d_known": 1}, [], (True, None, None)),
        (HOME, [{"fu_vital_status": 1, "fu_date": "2026-06-29"}], (True, None, None)),
        (HOME, [{"fu_vital_status": 1, "fu_date": "2026-06-30"}], (True, True, None)),
        (
            HOME,
            [{"fu_vital_status": 1, "fu_date": "2026-07-01", "fu_whodas_items": "000000000000"}],
            (True, True, True),
        ),
        (
            HOME,
            [{"fu_vital_status": 1, "fu_date": "2026-07-01", "fu_whodas_items": "111111111111"}],
            (True, True, False),  # 12 of 48 is 25 %
        ),
        (HOME, [{"fu_vital_status": 2, "fu_death_date": "2026-01-31"}], (False, False, False)),
        (HOME, [{"fu_vital_status": 2, "fu_death_date": "2026-02-01"}], (True, False, False)),
        ({"discharge_status": 6, "discharge_at": LEFT}, [], (False, False, False)),
        ({"discharge_status": 5, "discharge_at": LEFT}, [], (False, False, False)),
        (
            {"discharge_status": 5, "discharge_at": LEFT, "alive_30d_known": 1, "died": 0},
            [],
            (True, None, None),
        ),
    ],
)
def test_survival_of_a_case(
    outcome: dict[str, Any], contacts: list[dict[str, Any]], expected: tuple[Any, ...]
) -> None:
    assert told(outcome, *contacts) == expected


def test_death_on_ecls_counts_while_form_9_is_empty() -> None:
    assert told({}, stop_reason=2, run_stop_at="2026-01-09 12:00") == (False, False, False)


def test_six_months_are_asked_of_the_case_that_was_followed() -> None:
    other = {"fu_window": "Y1", "fu_vital_status": 1, "fu_date": "2026-07-02", "fu_whodas_items": "0" * 12}

    assert told(HOME, other) == (True, True, None)


def test_what_is_known_is_told_in_words() -> None:
    case: Any = UnsavedCase(HOME | {"alive_30d_known": 1}, {})

    with translation.override("en"):
        told_so = [(str(label), answer) for label, answer in known_outcomes(case, [])]

    assert told_so == [("30-day survival", "Yes")]
