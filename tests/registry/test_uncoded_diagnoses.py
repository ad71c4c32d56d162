"""A diagnosis the list has no code for: its words are kept, and the society's coder finds the case."""

import pytest
from django.urls import reverse

from centers.models import Role
from registry import record
from registry.actions import submission
from registry.flags import flags
from registry.models import Case
from tests.factories.cases import identify, make_complete
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db
WORDS = "肺泡毛细血管发育不良，<b>R&D</b>"


@pytest.fixture
def center(everything):
    return make_center()


def submitted(center, **answers):
    coordinator = person_with(Role.COORDINATOR, center)
    case = make_complete(center, coordinator, **answers)
    submission.submit(case, by=coordinator, identify=identify)
    return case


def queue(client, tab):
    client.force_login(person_with(Role.REVIEWER, language="en"))
    return client.get(reverse("registry:review_queue"), {"tab": tab}).content.decode()


@pytest.mark.parametrize(
    "answers",
    [
        {"run1": {"primary_diagnosis": "C88", "primary_diagnosis_text": WORDS}},
        {"diagnosis1.new1": {"diag_code": "R88", "diag_text": WORDS, "diag_role": "2"}},
    ],
    ids=["primary", "further"],
)
def test_the_coder_finds_the_case_and_its_words(client, center, answers):
    coded, uncoded = submitted(center), submitted(center, **answers)

    page = queue(client, "uncoded")
    document = client.get(reverse("registry:review_case", args=[uncoded.number])).content.decode()

    assert uncoded.number in page
    assert coded.number not in page
    assert "肺泡毛细血管发育不良，&lt;b&gt;R&amp;D&lt;/b&gt;" in document


def test_words_are_asked_for_only_where_there_is_no_code(center):
    case = submitted(center, run1={"primary_diagnosis": "C88", "primary_diagnosis_text": WORDS})
    held = record.load(Case.objects.all(), pk=case.pk)
    run = held.place("run1").part
    found = run.item_field("primary_diagnosis_text").item

    assert run.primary_diagnosis_text == WORDS
    assert not [flag for flag in flags(held) if flag.field == "primary_diagnosis_text"]
    assert found.when.holds({"primary_diagnosis": "C88"}.get) is True
    assert found.when.holds({"primary_diagnosis": "C01"}.get) is False
