"""The same form sent twice at once: the second one waits, and finds the case that the first one made."""

import pytest
from django.db import transaction
from django.test import Client

from centers.rls import EVERYTHING, scope
from registry.actions.numbers import wait_for_openings
from registry.models import Case, PossibleDuplicate
from tests.factories.cases import make_draft
from tests.factories.people import coordinator_of, make_center
from tests.registry.identity.openings import answers_in, begin, known
from tests.registry.test_two_at_once import Beside, until_somebody_waits

pytestmark = pytest.mark.django_db(transaction=True)


def test_without_a_document_too_one_patient_is_opened_once():
    center, answers = (
        make_center(),
        {"id_document_type": "8", "document_no": "", "run_start_at": "2026-11-20 06:30"},
    )
    by, client, told = coordinator_of(center), Client(), []
    client.force_login(by)

    with transaction.atomic():
        wait_for_openings(center)
        with scope(EVERYTHING):
            case = make_draft(center, by)
        known(case, record_no="ZY00123")
        beside = Beside(lambda: told.append(begin(client, answers_in(center, **answers), decision="unsure")))
        until_somebody_waits()
    beside.end()

    assert case.number in told[0].content.decode()
    with scope(EVERYTHING):
        assert Case.objects.count() == 1
        assert not PossibleDuplicate.objects.exists()
