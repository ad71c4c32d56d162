"""What nobody should type: refused at the field or stored exactly, through the real save of a section."""

import json

import pytest
from django.urls import reverse

from centers.models import Role
from registry.models import Case, Run
from tests.factories.cases import make_draft
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db

# Texts that are no number, and texts whose ordinary form is one.
NO_NUMBERS = {
    "nan": "NaN",
    "infinite": "Infinity",
    "exponent": "1e400",
    "ten to the 400": "1" + "0" * 400,
    "nul": "7\x002",
    "words": "seventy",
    "formula": "=1+1",
    "markup": "<b>72</b>",
    "bidi mark": "\u202e27",
    "two numbers": "72 73",
    "comma": "7,2",
    "long": "7" * 100_000,
    "blank between": "7 2",
}
NUMBERS = {"full width": ("７２．５", "72.50"), "spaces": (" 72 ", "72.00"), "plus": ("+72", "72.00")}
TEXTS = {
    "rare Chinese": "𠮷野家㐂 𬎆",
    "markup": "<script>alert(1)</script>",
    "formula": '=HYPERLINK("http://x")',
    "bidi": "\u202eabc\u202c",
    "quotes": 'O\'Brien "x"; DROP TABLE',
    "combining": "e\u0301",
    "emoji": "🫀",
    "edges": "  two blanks  ",
}
NO_TEXTS = {"nul": "a\x00b", "100 kB": "x" * 100_000}


@pytest.fixture
def case(client, everything):
    center = make_center()
    coordinator = person_with(Role.COORDINATOR, center)
    client.force_login(coordinator)
    return make_draft(center, coordinator)


def save(client, case, key, fields):
    baseline, run = Run.objects.get(case=case).baseline, Run.objects.get(case=case)
    versions = {"baseline1": baseline.version, "run1": run.version}
    address = reverse("registry:save_section", args=[case.number, key])
    return client.post(address, {"versions": json.dumps(versions), **fields}, follow=True)


@pytest.mark.parametrize("text", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_no_number_is_kept_as_typed_and_refused(client, case, text):
    answer = save(client, case, "history", {"baseline1.weight_kg": text})

    baseline = Run.objects.get(case=case).baseline
    assert answer.status_code == 200
    assert baseline.weight_kg is None
    assert baseline.rejected("weight_kg") == text.replace("\x00", "�")
    assert b'aria-invalid="true"' in answer.content
    assert Case.objects.get(pk=case.pk).progress.errors == 1


@pytest.mark.parametrize(("text", "stored"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_in_another_writing_is_a_number(client, case, text, stored):
    save(client, case, "history", {"baseline1.weight_kg": text})

    baseline = Run.objects.get(case=case).baseline
    assert baseline.written("weight_kg") == stored
    assert baseline.notes == {}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_stored_exactly_and_shown_as_text(client, case, text):
    answer = save(client, case, "run", {"run1.stop_reason": "88", "run1.stop_reason_other": text})

    assert Run.objects.get(case=case).stop_reason_other == text
    assert b"<script>alert" not in answer.content


@pytest.mark.parametrize("text", NO_TEXTS.values(), ids=NO_TEXTS)
def test_text_that_cannot_be_stored_is_an_error_at_its_field(client, case, text):
    answer = save(client, case, "run", {"run1.stop_reason": "88", "run1.stop_reason_other": text})

    run = Run.objects.get(case=case)
    assert answer.status_code == 200
    assert run.stop_reason_other is None
    assert run.rejected("stop_reason_other") == text.replace("\x00", "�")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("run_start_at", "2026-02-30 10:00"),
        ("run_start_at", "9" * 300),
        ("support_type", "17"),
        ("support_type", "x\x00"),
    ],
)
def test_no_time_and_no_code_of_the_list_is_refused(client, case, name, text):
    answer = save(client, case, "run", {f"run1.{name}": text})

    run = Run.objects.get(case=case)
    assert answer.status_code == 200
    assert getattr(run, name) is None
    assert run.rejected(name) is not None


def test_broken_marks_of_what_was_seen_are_no_error(client, case):
    for versions, base in (
        ("{", "{}"),
        ("[1]", "3"),
        ('{"run1": "x"}', '{"run1": 5}'),
        ('{"run1": null}', "null"),
    ):
        address = reverse("registry:save_section", args=[case.number, "run"])
        sent = {"run1.urgency": "1", "versions": versions, "base": base, "request_key": "no uuid"}

        assert client.post(address, sent, follow=True).status_code in (200, 409)
