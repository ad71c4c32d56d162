"""An edit and an acceptance of one case on two connections: one waits for the other, none slips past."""

import time
from collections.abc import Callable
from functools import partial
from threading import Thread
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, connections, transaction

from centers.models import Role
from centers.refusals import refused_by_database
from centers.rls import EVERYTHING, scope
from crf.answering import Entry
from registry.actions import requests
from registry.actions.refusals import AlreadyDone, EditConflict
from registry.actions.saving import PartChange, save_case
from registry.models import Admission, Case, Patient, Run
from tests.factories.cases import make_draft
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db(transaction=True)

EDITS = {
    "a part": lambda case: Admission.objects.filter(case=case).update(payer=1),
    "the patient": lambda case: Patient.objects.filter(pk=case.patient_id).update(sex=1),
}
PATIENCE = 20  # seconds until a connection that never waits, or never ends, fails the test


@pytest.fixture
def returned():
    """A case that is open for changes and can be submitted."""
    with scope(EVERYTHING):
        center = make_center()
        case = make_draft(center, person_with(Role.COORDINATOR, center))
        for state in ("submitted", "returned"):
            Case.objects.filter(pk=case.pk).update(state=state)
    return case


class Beside:
    """Work on a connection of its own; ``error`` is why it did not succeed."""

    def __init__(self, work: Callable[[], object]):
        self.work, self.error = work, None
        self.thread = Thread(target=self.run)
        self.thread.start()

    def run(self):
        try:
            with scope(EVERYTHING):
                self.work()
        except (DatabaseError, EditConflict, AlreadyDone) as error:
            self.error = error
        finally:
            connections.close_all()

    def end(self):
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()


def until_somebody_waits():
    ends = time.monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while time.monotonic() < ends:
            cursor.execute("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)
    raise AssertionError("nobody waited")


def submit(case):
    Case.objects.filter(pk=case.pk).update(state="submitted")


def accept(case):
    submit(case)
    Case.objects.filter(pk=case.pk).update(state="accepted")


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_waits_for_an_acceptance_and_is_refused(returned, edit):
    with transaction.atomic(), scope(EVERYTHING):
        accept(returned)
        beside = Beside(lambda: edit(returned))
        until_somebody_waits()
    beside.end()

    assert beside.error is not None
    assert refused_by_database(beside.error)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_move_waits_for_an_edit_in_flight(returned, edit):
    with transaction.atomic(), scope(EVERYTHING):
        edit(returned)
        beside = Beside(lambda: submit(returned))
        until_somebody_waits()
        assert Case.objects.get(pk=returned.pk).state == "returned"
    beside.end()

    assert beside.error is None
    with scope(EVERYTHING):
        assert Case.objects.get(pk=returned.pk).state == "submitted"


def answered(case, value, key=None):
    """One person answers one field as the page showed it: empty."""
    by = case.created_by
    change = PartChange("run1", {"urgency": Entry(value)}, Run.objects.get(case=case).version)
    claim = partial(claimed, key=key, by=by) if key else None
    return lambda: save_case(case.number, [change], by=by, claim=claim)


def claimed(case, key, by):
    return requests.claim(key, {"urgency": "1"}, user=by, center_id=case.center_id)


def test_a_save_that_waited_for_another_sees_what_that_one_stored(returned):
    with scope(EVERYTHING):
        mine, theirs = answered(returned, "1"), answered(returned, "2")
    with transaction.atomic(), scope(EVERYTHING):
        mine()
        beside = Beside(theirs)
        until_somebody_waits()
    beside.end()

    assert [each.theirs for each in beside.error.differences] == ["1"]
    with scope(EVERYTHING):
        assert Run.objects.get(case=returned).urgency == 1


def test_a_request_that_arrives_twice_at_once_is_carried_out_once(returned):
    with scope(EVERYTHING):
        ask = answered(returned, "1", key=uuid4())
    with transaction.atomic(), scope(EVERYTHING):
        ask()
        beside = Beside(ask)
        until_somebody_waits()
    beside.end()

    assert isinstance(beside.error, AlreadyDone)
    with scope(EVERYTHING):
        assert Run.objects.get(case=returned).version == 1
