"""Transfers of the invented nation become pairs as an opening, an answer and a ruling would have left them."""

from typing import Any

import pytest

from centers.models import Center, User
from config.demo.batch import Place
from config.demo.duplicates import STORIES, add_pairs
from registry.models import Admission, Case, HospitalOutcome, Patient, PossibleDuplicate, Run
from tests.factories.cases import make_draft
from tests.factories.people import coordinator_of, make_center, reviewer

START = "2026-05-01 08:00+08:00"


@pytest.fixture
def moved(everything: None) -> list[Place]:
    """Two centers and as many patients as there are stories, each handed over from the second to the first."""
    places = [_place(), _place()]
    receiver, sender = places
    for n in range(len(STORIES)):
        _case(receiver, f"person {n}", Admission, admission_source=4)
        _case(sender, f"person {n}", HospitalOutcome, discharge_status=4)
    _case(sender, "stayed away", HospitalOutcome, discharge_status=4)
    return places


def _place() -> Place:
    center = make_center()
    return Place(center.pk, center.center_code, coordinator_of(center).pk, (reviewer().pk,))


def _case(place: Place, person: str, part: Any, **answer: int) -> Case:
    case = make_draft(Center.objects.get(pk=place.id), User.objects.get(pk=place.coordinator_id))
    Patient.objects.filter(pk=case.patient_id).update(person_key=person)
    Run.objects.filter(case=case).update(run_start_at=START)
    part.objects.filter(case=case).update(**answer)
    return case


def test_each_transfer_has_a_row_in_both_centers(moved: list[Place]) -> None:
    receiver, sender = moved

    assert add_pairs(moved, (sender.id,)) == 2 * len(STORIES)

    rows = PossibleDuplicate.objects.select_related("case__patient").order_by("pair", "-side")
    for new, known in zip(rows[::2], rows[1::2], strict=True):
        assert (new.pair, new.side, known.side) == (known.pair, "new", "known")
        assert (new.center_id, known.center_id) == (receiver.id, sender.id)
        assert new.case.patient.person_key == known.case.patient.person_key
        assert (known.created_by_id, new.answered_by_id) == (None, None)
        assert (new.created_by_id, bool(known.answered_by_id)) == (
            receiver.coordinator_id,
            bool(known.answer),
        )
        assert new.ruled_by_id == (receiver.reviewers[0] if new.ruling else None)
    assert {(row.reason, row.answer, row.ruling) for row in rows} == {
        (story.reason, story.answer, story.ruling) for story in STORIES
    }
