"""Where the message of a rule stands in a case: at a field that can be answered and can carry a reason."""

from typing import Any

import pytest

from centers.models import Role
from registry import record
from registry.flags import Flag, flags
from registry.models import Case
from tests.factories.cases import IDENTITY, make_complete
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def center(everything: None) -> Any:
    return make_center()


def found(center: Any, **overrides: dict[str, Any]) -> dict[str, Flag]:
    """The flags of a complete case with these answers changed, by rule."""
    case = make_complete(center, person_with(Role.COORDINATOR, center), **overrides)
    return {flag.rule: flag for flag in flags(record.load(Case.objects.all(), identity=IDENTITY, pk=case.pk))}


ECPR = {"run1": {"support_type": "3"}, "pre_ecls1": {"pre_arrest": "1"}}


@pytest.mark.parametrize(
    ("rule", "answers", "place", "field"),
    [
        ("V005", {"patient": {"birth_date": "1900-03-04"}}, "run1", "run_start_at"),
        ("V036", {"run1": {"support_type": "1"}}, "run1", "initial_mode"),
        ("V038", ECPR | {"ecpr1": {"cpr_start_at": "2026-03-01 08:50"}}, "ecpr1", "cpr_start_at"),
        ("V057", {"run1": {"run_stop_at": "2026-03-01 12:30"}}, "run1", "run_start_at"),
        (
            "V080",
            {
                "run1": {"support_type": "1", "initial_mode": "VV"},
                "pre_ecls1": {"pre_pao2": "290", "nonpulmonary_infection": "0"},
            },
            "pre_ecls1",
            "pre_pao2",
        ),
        ("V091", {"support1.new1": {"timepoint": "DAY"}}, "run1", "run_stop_at"),
        ("V097", {"pre_ecls1": {"pre_paco2": "90"}}, "support1", "on_paco2"),
    ],
)
def test_message_stands_where_the_answer_was_typed(
    center: Any, rule: str, answers: dict[str, Any], place: str, field: str
) -> None:
    flag = found(center, **answers)[rule]

    assert (flag.place.key.split(".")[0], flag.field) == (place, field)
    assert flag.field in flag.place.part._fields_by_name()
    assert str(flag.item.label)
