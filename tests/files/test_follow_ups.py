"""Follow-ups in files: judged as the form judges them, in whatever order they come."""

import pytest

from outcomes.models import FollowUp
from registry.models import Case, CaseState
from tests.files.conftest import Load
from tests.files.folders import example, write

pytestmark = pytest.mark.django_db

CASE = {"case_ref": "EXAMPLE-1"}
D30 = CASE | {
    "fu_window": "D30",
    "fu_date": "2026-03-31",
    "fu_method": "2",
    "fu_vital_status": "1",
    "fu_residence": "1",
    "fu_readmissions": "0",
    "fu_mrs": "2",
}
D90 = D30 | {"fu_window": "D90", "fu_date": "2026-05-30"}
DEAD = CASE | {
    "fu_window": "D180",
    "fu_date": "2026-09-01",
    "fu_method": "2",
    "fu_vital_status": "2",
    "fu_death_date": "2026-08-01",
    "fu_death_cause": "1",
}
DECLINED = CASE | {"fu_window": "D30", "fu_date": "2026-03-31", "fu_method": "2", "fu_vital_status": "4", "fu_last_known_alive": "2026-03-31"}  # fmt: skip


def rows(*contacts: dict[str, str]) -> dict:
    return example() | {"followups.csv": list(contacts)}


def test_follow_ups_come_with_their_case_and_do_not_change_again(load: Load, tmp_path, everything) -> None:
    answer = load(write(tmp_path, rows(DEAD, D90, D30)), accept=True, reason="x")

    assert answer.problems == []
    assert "follow-ups new 3, changed 0, unchanged 0" in answer.text
    assert set(FollowUp.objects.values_list("fu_window", "version")) == {("D30", 1), ("D90", 1), ("D180", 1)}
    assert "follow-ups new 0, changed 0, unchanged 3" in load(tmp_path).text


def test_a_follow_up_of_an_accepted_case_is_added_and_corrected(load: Load, tmp_path, everything) -> None:
    load(write(tmp_path / "first", rows(D30)), accept=True, reason="x")

    later = load(write(tmp_path / "later", {"followups.csv": [D90]}))
    corrected = load(write(tmp_path / "corrected", {"followups.csv": [D90 | {"fu_mrs": "3"}]}))

    assert "follow-ups new 1" in later.text
    assert "follow-ups new 0, changed 1" in corrected.text
    stored = FollowUp.objects.get(fu_window="D90")
    assert (stored.fu_mrs, stored.version) == (3, 2)
    assert Case.objects.get().state == CaseState.ACCEPTED


@pytest.mark.parametrize(
    ("contacts", "said"),
    [
        ([D30 | {"fu_date": "2026-02-01"}], "error: followups.csv, 2, fu_date [2026-02-01]: Follow-up cannot precede ECLS (V126)"),
        ([D30 | {"fu_date": "2026-04-30"}], "warning: followups.csv, 2, fu_date [2026-04-30]: Follow-up date outside its window (V130)"),
        ([D30 | {"fu_mrs": ""}], "error: followups.csv, 2, fu_mrs: Please answer this (needed)"),
        ([D30 | {"fu_vital_status": "dead"}], "error: followups.csv, 2, fu_vital_status [dead]: Choose one of the listed answers"),
        ([DEAD | {"fu_window": "D90", "fu_date": "2026-05-30", "fu_death_date": "2026-05-01"}, D30 | {"fu_window": "D180", "fu_date": "2026-08-28"}], "error: followups.csv, 3, fu_date [2026-08-28]: No live follow-up after a recorded death (V129)"),
        ([DECLINED, D90], "error: followups.csv, 3, fu_window [D90]: Closed: the patient declined contact"),
        ([D30 | {"fu_window": "YN", "fu_year": "40"}], "error: followups.csv, 2, fu_window [Y40]: This case has no such follow-up window"),
        ([D30 | {"fu_window": "D30", "fu_year": "6"}], "error: followups.csv, 2, fu_year [6]: There is no such follow-up window; YN needs a year from 6 on, the others none"),
        ([D30, D30], "error: followups.csv, 3, fu_window [D30]: The same key stands in row 2"),
    ],
)  # fmt: skip
def test_what_the_form_refuses_is_refused(load: Load, tmp_path, contacts, said: str) -> None:
    problems = load(write(tmp_path, rows(*contacts))).problems

    assert said in problems


def test_a_contact_before_a_later_refusal_is_taken(load: Load, tmp_path) -> None:
    refused_later = DECLINED | {
        "fu_window": "D90",
        "fu_date": "2026-05-30",
        "fu_last_known_alive": "2026-05-30",
    }

    assert load(write(tmp_path, rows(refused_later, D30))).refused == ""


def test_answers_that_do_not_apply_are_set_aside(load: Load, tmp_path, everything) -> None:
    answer = load(write(tmp_path, rows(D30 | {"fu_death_date": "2026-03-30"})))

    assert answer.refused == ""
    stored = FollowUp.objects.get()
    assert stored.fu_death_date is None
    assert stored.notes["hidden"]["fu_death_date"]["text"] == "2026-03-30"
    assert "unchanged 1" in load(tmp_path).text
