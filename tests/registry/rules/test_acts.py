"""The rules that are acts: V139 and V140 say who moves a case, V142 what stands in the way of a submission."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from centers.access import scope_for
from centers.models import Role
from centers.rls import scope
from registry.actions import review, submission
from registry.models import Baseline, Case
from tests.factories.cases import identify, make_complete
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def center(everything: None) -> Any:
    return make_center()


@pytest.fixture
def coordinator(center: Any) -> Any:
    return person_with(Role.COORDINATOR, center)


def submitted(case: Case, by: Any) -> Case:
    with scope(scope_for(by)):
        submission.submit(case, by=by, identify=identify)
    return Case.objects.get(pk=case.pk)


def accepted(case: Case, by: Any) -> Case:
    case = submitted(case, by)
    review.accept(case, by=person_with(Role.REVIEWER))
    return Case.objects.get(pk=case.pk)


def v139_kept(center: Any, coordinator: Any) -> None:
    assert submitted(make_complete(center, coordinator), coordinator).submitted_by == coordinator


def v139_broken(center: Any, coordinator: Any) -> None:
    case, director = make_complete(center, coordinator), person_with(Role.DIRECTOR, center)
    with pytest.raises(PermissionDenied):
        submitted(case, director)


def v140_kept(center: Any, coordinator: Any) -> None:
    case = accepted(make_complete(center, coordinator), coordinator)
    review.lock(case, by=person_with(Role.ADMIN))
    assert Case.objects.get(pk=case.pk).state == "locked"


def v140_broken(center: Any, coordinator: Any) -> None:
    case = accepted(make_complete(center, coordinator), coordinator)
    with pytest.raises(PermissionDenied):
        review.lock(case, by=person_with(Role.REVIEWER))


def v142_kept(center: Any, coordinator: Any) -> None:
    """A missing reason counts as an answer."""
    case = make_complete(center, coordinator)
    unknown = {"missing": {"height_cm": "unknown"}}
    Baseline.objects.filter(run__case=case).update(height_cm=None, notes=unknown)
    assert submitted(case, coordinator).state == "submitted"


def v142_broken(center: Any, coordinator: Any) -> None:
    case = make_complete(center, coordinator, baseline1={"height_cm": ""})
    with pytest.raises(submission.NotReady) as refused:
        submitted(case, coordinator)
    assert [gap.item.name for gap in refused.value.check.unanswered] == ["height_cm"]


ACTS: dict[str, tuple[Callable[[Any, Any], None], Callable[[Any, Any], None]]] = {
    "V139": (v139_kept, v139_broken),
    "V140": (v140_kept, v140_broken),
    "V142": (v142_kept, v142_broken),
}


@pytest.mark.parametrize("number", ACTS)
def test_act_is_allowed(number: str, center: Any, coordinator: Any) -> None:
    ACTS[number][0](center, coordinator)


@pytest.mark.parametrize("number", ACTS)
def test_act_is_refused(number: str, center: Any, coordinator: Any) -> None:
    ACTS[number][1](center, coordinator)
