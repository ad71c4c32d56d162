"""A center with its people, and a patient whose identity no center else may see."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from centers.access import scope_for
from centers.models import Center
from centers.rls import EVERYTHING, scope
from registry.actions.cases import create_case, create_patient
from registry.models import Case, Patient
from tests.factories.people import coordinator_of, make_center


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
        by = coordinator_of(center)
        with opened(center):
            case = create_case(patient or create_patient(center, by=by), by=by)
            Case.objects.filter(pk=case.pk).update(**fields or {"source_ref": ""})
        return case

    return make


@pytest.fixture
def case(center: Center, make_case: Callable[..., Case]) -> Case:
    return make_case(center)
