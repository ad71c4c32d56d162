"""What the history of a case says of a change: which row, by whom, in words of the reader's language."""

import pytest
from django.utils.translation import override

from centers.history import acting
from centers.models import Role, User
from crf.answering import Entry
from crf.items import Missing
from registry import record
from registry.actions.saving import PartChange, save_case
from registry.case_page.history import changes_of
from registry.models import Case
from tests.factories.cases import identify
from tests.factories.people import make_center, person_with
from tests.registry.timeline import courses

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(everything):
    return person_with(Role.COORDINATOR, make_center())


def sent(answers):
    """Texts as typed, and reasons why there is no value."""
    return [
        PartChange(
            key,
            {
                name: Entry(missing=said) if isinstance(said, Missing) else Entry(text=said)
                for name, said in fields.items()
            },
        )
        for key, fields in answers.items()
    ]


@pytest.fixture
def told(coordinator):
    """Saves one more answer in a case of two runs and gives what the history says of it, as a set of texts."""
    case = courses.make_course(coordinator.memberships.get().center, coordinator, courses.TWO_RUNS)

    def save(answers, *, acts=coordinator, language="en"):
        with acting(user=acts):
            save_case(case.number, sent(answers), by=coordinator, identify=identify)
        with override(language):
            found = changes_of(record.load(Case.objects.all(), pk=case.pk))
            return {(each.where, str(each.item.label), each.by, each.new) for each in found}

    return save


def test_a_row_is_named_with_its_run(told, coordinator):
    row = {"complication1.new1": {"comp_code": "LIM01", "comp_onset_at": "2026-03-02 10:30"}}

    found = told({"course1": {"any_complication": "1"}, **row})

    assert ("Complication 1, run 1", "Onset", coordinator.name, "2026-03-02 10:30") in found
    assert ("", "Discharge status", "", "Discharged alive to home") in found


def test_units_days_and_reasons_for_no_value_are_words(told):
    found = told(
        {"baseline1": {"weight_kg": "72"}, "course1": {"rbc_units": Missing.UNKNOWN}}, language="zh-hans"
    )
    said = {new for *_, new in found}

    assert [new for _, label, _, new in found if label == "体重"] == ["72 kg"]
    assert "未知" in said
    assert "2026-03-06" in said  # known to the day only


def test_the_account_of_scheduled_work_is_named_in_the_language_of_the_reader(told):
    found = told({"baseline1": {"weight_kg": "72"}}, acts=User.objects.system(), language="zh-hans")

    assert "系统" in {by for _, _, by, _ in found}
