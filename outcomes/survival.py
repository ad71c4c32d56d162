"""Whether a patient lived 30 and 180 days after the start of flow, from form 9 and every follow-up.

A day is a calendar day in Asia/Shanghai. Leaving with death expected is a death on that day unless proven
otherwise; who is neither known dead nor known alive on the day is not judged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from crf.pairs import Pair
from crf.rules import Answered
from outcomes.models import FollowUp
from outcomes.problems import SIX_MONTHS
from outcomes.windows import ALIVE, DEAD, HAS_WINDOWS, LEFT_TO_DIE
from registry import derived
from registry.case_page.boxes import written
from registry.derived import local_day
from registry.models import Case, Run

OUTCOMES = ("survival_30d", "survival_180d", "disability_free_6m")
YES, NO = 1, 0
DIED_IN_HOSPITAL = 6
DIED_ON_ECLS = 2
MONTH = timedelta(30)


@dataclass(frozen=True)
class Life:
    """The start of flow of the first run, the day of death, and the last day known alive."""

    started: date | None = None
    died: date | None = None
    last_alive: date | None = None


def life(case: Case, contacts: Sequence[FollowUp]) -> Life:
    """What one case and the patient's follow-ups say of life and death."""
    first = next((run for run in _runs(case) if run.run_start_at), None)
    return Life(
        started=_day(first.run_start_at) if first else None,
        died=min((day for day in _deaths(case, contacts) if day), default=None),
        last_alive=max((day for day in _signs(case, first, contacts) if day), default=None),
    )


def outcome_answers(case: Case, contacts: Sequence[FollowUp]) -> Answered:
    """What the derived variables of survival and disability ask about a case."""
    known = life(case, contacts)
    row = next((each for each in contacts if each.case_id == case.pk and each.fu_window == SIX_MONTHS), None)
    facts: dict[str, Any] = {
        "flow_start_day": known.started,
        "death_day": known.died,
        "alive_day": known.last_alive,
        "fu_whodas_items": row.fu_whodas_items if row else None,
    }

    def resolve(name: str) -> Any:
        return facts[name] if name in facts else derived.value(name, answers)

    answers = Answered(resolve)
    return answers


def known_outcomes(case: Case, contacts: Sequence[FollowUp]) -> list[tuple[Pair, str]]:
    """Label and answer of what is known of survival and disability."""
    answers = outcome_answers(case, contacts)
    found = [(name, derived.value(name, answers)) for name in OUTCOMES]
    return [
        (derived.DESCRIPTIONS[name].label, written(value, name)) for name, value in found if value is not None
    ]


def _runs(case: Case) -> list[Run]:
    return sorted(case.runs.all(), key=lambda run: run.run_number or 0)


def _deaths(case: Case, contacts: Sequence[FollowUp]) -> Iterator[date | None]:
    outcome = case.outcome
    if outcome.died == YES or outcome.discharge_status == DIED_IN_HOSPITAL or _left_and_died(outcome):
        yield _day(outcome.death_at or outcome.discharge_at)
    if outcome.death_at is None:
        yield from (_day(run.run_stop_at) for run in _runs(case) if run.stop_reason == DIED_ON_ECLS)
    for contact in contacts:
        if contact.fu_vital_status == DEAD:
            yield contact.fu_death_date or contact.fu_last_known_alive or contact.fu_date


def _left_and_died(outcome: Any) -> bool:
    answers = Answered(lambda name: getattr(outcome, name, None))
    return outcome.discharge_status == LEFT_TO_DIE and derived.value("died_in_admission", answers) is True


def _signs(case: Case, first: Run | None, contacts: Sequence[FollowUp]) -> Iterator[date | None]:
    """Days on which the patient is known to have lived."""
    outcome = case.outcome
    left = _day(outcome.discharge_at) if outcome.discharge_status in HAS_WINDOWS else None
    yield left
    for run in _runs(case):
        yield _day(run.run_start_at)
        yield _day(run.run_stop_at) if run.stop_reason != DIED_ON_ECLS else None
    if outcome.alive_30d_known == YES and outcome.died == NO:
        since = (
            left if outcome.discharge_status == LEFT_TO_DIE else _day(first.run_start_at if first else None)
        )
        yield since + MONTH if since else None
    for contact in contacts:
        yield contact.fu_date if contact.fu_vital_status == ALIVE else None
        yield contact.fu_last_known_alive


def _day(moment: datetime | None) -> date | None:
    return local_day(moment) if moment else None
