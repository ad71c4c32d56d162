"""A center with its people, and a patient whose identity no center else may see."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from centers.access import scope_for
from centers.models import Center
from centers.rls import EVERYTHING, scope
from registry.identity.lookup import random_person_key
from registry.models import Admission, Case, HospitalOutcome, Patient, Perinatal
from tests.factories.people import coordinator_of, make_center

SERIAL = count(1)


@pytest.fixture
def center(db: None) -> Center:
    return make_center()


@pytest.fixture
def elsewhere(db: None) -> Center:
    return make_center()


@pytest.fixture
def coordinator(center: Center) -> Any:
    return coordinator_of(center)


@contextmanager
def acting_in(user: Any) -> Iterator[None]:
    """What the middleware gives a request of that person."""
    with scope(scope_for(user)):
        yield


@contextmanager
def opened(*centers: Center) -> Iterator[None]:
    """Everything, and the identities of these centers."""
    with scope(replace(EVERYTHING, identity=tuple(center.pk for center in centers))):
        yield


@pytest.fixture
def make_case() -> Callable[..., Case]:
    def make(center: Center, patient: Patient | None = None, **fields: Any) -> Case:
        with opened(center):
            patient = patient or new_patient(center)
            number = f"{center.center_code}-26-{next(SERIAL):04}"
            case = Case.objects.create(center=center, patient=patient, number=number, **fields)
            Admission.objects.create(center=center, case=case)
            HospitalOutcome.objects.create(center=center, case=case)
        return case

    return make


def new_patient(center: Center) -> Patient:
    patient = Patient.objects.create(
        center=center, number=f"{center.center_code}-P26-{next(SERIAL):04}", person_key=random_person_key()
    )
    Perinatal.objects.create(center=center, patient=patient)
    return patient


@pytest.fixture
def case(center: Center, make_case: Callable[..., Case]) -> Case:
    return make_case(center)
