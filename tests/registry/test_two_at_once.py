"""An edit and an acceptance of one case on two connections: one waits for the other, none slips past."""

import time
from collections.abc import Callable
from threading import Thread

import pytest
from django.db import DatabaseError, connection, connections, transaction

from centers.models import Role
from centers.refusals import refused_by_database
from centers.rls import EVERYTHING, scope
from registry.models import Admission, Case, Patient
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
    """Work on a connection of its own; ``error`` is what the database said to it."""

    def __init__(self, work: Callable[[], object]):
        self.work, self.error = work, None
        self.thread = Thread(target=self.run)
        self.thread.start()

    def run(self):
        try:
            with scope(EVERYTHING):
                self.work()
        except DatabaseError as error:
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
