"""The case page in the hands of its coordinator, through the real middleware."""

import json
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from centers.models import Role
from centers.rls import Scope, scope
from registry.actions import submission
from registry.identity.store import write_identity
from registry.models import Case, HospitalOutcome, Run
from registry.progress import SectionProgress
from registry.templatetags.registry_case import rail_item, section_head
from tests.factories.cases import IDENTITY, make_complete, make_draft
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def center(everything):
    return make_center()


@pytest.fixture
def coordinator(center):
    return person_with(Role.COORDINATOR, center)


@pytest.fixture
def page(client, coordinator):
    client.force_login(coordinator)
    return client


def save(client, case, key, data, **extra):
    run = Run.objects.get(case=case, run_number=1)
    versions = {"run1": run.version, "baseline1": run.baseline.version, "admission": case.admission.version}
    address = reverse("registry:save_section", args=[case.number, key])
    return client.post(address, {"versions": json.dumps(versions), **data}, **extra)


def test_case_page_shows_every_section_of_an_adult(page, center, coordinator):
    case = make_complete(center, coordinator)

    html = page.get(reverse("registry:case", args=[case.number])).content.decode()

    assert case.number in html
    assert html.count('class="card sect"') >= 10


def test_a_new_case_begins_at_its_first_field_and_an_answer_to_it_at_its_problems(page):
    address = reverse("registry:case_new")
    first = re.compile(r'<input[^>]*name="record_no"[^>]*autofocus')

    assert first.search(page.get(address).content.decode())
    assert not first.search(page.post(address, {"record_no": "1"}).content.decode())


@pytest.mark.parametrize("key", ["equipment", "support"])
def test_sections_of_rows_stand_open_before_their_first_row(page, center, coordinator, key):
    case = make_draft(center, coordinator)

    html = page.get(reverse("registry:case", args=[case.number])).content.decode()

    section = re.search(f'<section class="card sect" id="s-{key}"[^>]*>', html)
    assert section
    assert " hidden" not in section[0]
    assert f'<li><a href="#s-{key}" data-state="untouched">' in html


def test_section_is_saved_with_one_request(page, center, coordinator):
    case = make_draft(center, coordinator)

    answer = save(
        page,
        case,
        "run",
        {"run1.support_type": "2", "run1.initial_mode": "VA", "run1.run_start_at": "2026-11-19 01:45"},
    )

    run = Run.objects.get(case=case)
    assert answer.status_code == 302
    assert (run.support_type, run.initial_mode, run.version) == (2, "VA", 1)


def test_rejected_entry_is_kept_and_shown_again(page, center, coordinator):
    case = make_draft(center, coordinator)
    save(page, case, "history", {"baseline1.weight_kg": "seventy"})

    html = page.get(reverse("registry:case", args=[case.number])).content.decode()

    assert 'value="seventy"' in html
    assert Run.objects.get(case=case).baseline.weight_kg is None


def test_stale_section_is_answered_with_both_values(page, center, coordinator):
    case = make_draft(center, coordinator)
    save(page, case, "run", {"run1.urgency": "1"})
    address = reverse("registry:save_section", args=[case.number, "run"])

    answer = page.post(address, {"run1.urgency": "2", "versions": json.dumps({"run1": 0}), "base": "{}"})

    assert answer.status_code == 409
    assert Run.objects.get(case=case).urgency == 1


def test_case_of_another_center_does_not_exist(client, center, coordinator):
    case = make_draft(center, coordinator)
    client.force_login(person_with(Role.COORDINATOR, make_center()))

    for name in ("case", "check", "history"):
        assert client.get(reverse(f"registry:{name}", args=[case.number])).status_code == 404
    assert save(client, case, "run", {"run1.urgency": "1"}).status_code == 404


def test_director_reads_but_does_not_write(client, center, coordinator):
    case = make_draft(center, coordinator)
    client.force_login(person_with(Role.DIRECTOR, center))

    assert client.get(reverse("registry:case", args=[case.number])).status_code == 200
    assert save(client, case, "run", {"run1.urgency": "1"}).status_code == 403


def test_fields_outside_the_section_are_ignored(page, center, coordinator):
    case = make_draft(center, coordinator)

    save(
        page,
        case,
        "run",
        {"run1.urgency": "1", "run1.version": "99", "case.state": "accepted", "baseline1.weight_kg": "70"},
    )

    assert Case.objects.get(pk=case.pk).state == "draft"
    assert Run.objects.get(case=case).baseline.weight_kg is None


def test_a_page_and_a_save_read_the_identity_once(page, center, coordinator):
    case = make_complete(center, coordinator)
    with scope(Scope(read="*", write="*", identity=(center.pk,))):
        write_identity(case.patient, {"name": "测试甲"}, by=coordinator)
    tables = ["registry_patientkey", "registry_identifier"]

    def reads(ask):
        with CaptureQueriesContext(connection) as captured:
            answer = ask()
        asked = [query["sql"] for query in captured]
        return answer, [sum(f'FROM "{table}"' in sql for sql in asked) for table in tables]

    shown, of_page = reads(lambda: page.get(reverse("registry:case", args=[case.number])))
    saved, of_save = reads(lambda: save(page, case, "run", {"run1.urgency": "1"}))

    assert (shown.context["masked_name"], saved.status_code) == ("测**", 302)
    assert (of_page, of_save) == ([1, 1], [1, 1])


def queries_of(page, address):
    with CaptureQueriesContext(connection) as captured:
        assert page.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["case_list", "worklist"])
def test_lists_take_the_same_queries_for_1_and_50_rows(page, center, coordinator, name):
    address = reverse(f"registry:{name}")
    make_draft(center, coordinator)
    page.get(address)
    few = queries_of(page, address)
    for _ in range(49):
        make_draft(center, coordinator)

    assert queries_of(page, address) == few <= 30


def seen(page, case, key):
    """What the page sends back with its section: versions and what each field showed."""
    html = page.get(reverse("registry:case", args=[case.number])).content.decode()
    form = re.search(rf'id="s-{key}".*?</form>', html, re.DOTALL)[0]
    return {
        name: unescape(re.search(rf'name="{name}" value="([^"]*)"', form)[1]) for name in ("versions", "base")
    }


def test_two_people_in_one_section_keep_both_answers(page, center, coordinator):
    case = make_draft(center, coordinator)
    mine = seen(page, case, "run")
    save(page, case, "run", {"run1.urgency": "1"})
    address = reverse("registry:save_section", args=[case.number, "run"])

    answer = page.post(address, {**mine, "run1.urgency": "", "run1.intent": "1"})

    run = Run.objects.get(case=case)
    assert (answer.status_code, run.urgency, run.intent) == (302, 1, 1)


def test_same_edit_twice_is_no_conflict(page, center, coordinator):
    case = make_draft(center, coordinator)
    mine = seen(page, case, "run")
    save(page, case, "run", {"run1.urgency": "1"})
    address = reverse("registry:save_section", args=[case.number, "run"])

    assert page.post(address, {**mine, "run1.urgency": "1"}).status_code == 302
    assert page.post(address, {**mine, "run1.urgency!missing": "unknown"}).status_code == 409


def test_conflict_shows_both_values(page, center, coordinator):
    case = make_draft(center, coordinator)
    mine = seen(page, case, "history")
    save(page, case, "history", {"baseline1.weight_kg": "70"})
    address = reverse("registry:save_section", args=[case.number, "history"])

    answer = page.post(address, {**mine, "baseline1.weight_kg": "72"}, headers={"HX-Request": "true"})

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "<td>70</td><td>72</td>" in text
    assert 'value="70"' in text


def test_reviewer_reads_what_was_explained_and_nothing_of_identities(client, center, coordinator):
    case = make_complete(center, coordinator)
    # Without a telephone rule V150 warns; the center explains it.
    run_version = HospitalOutcome.objects.get(case=case).version
    sent = {
        "outcome.discharge_status": "1",
        "outcome.discharge_status!reason.V150": "verified",
        "versions": json.dumps({"outcome": run_version}),
    }
    client.force_login(coordinator)
    client.post(reverse("registry:save_section", args=[case.number, "outcome"]), sent)
    submission.submit(case, by=coordinator, identify=lambda case: IDENTITY | {"contact_phone": None})
    client.force_login(person_with(Role.REVIEWER))

    warnings = client.get(reverse("registry:review_case", args=[case.number]) + "?view=warnings")

    assert [each.rule for each in warnings.context["explained"]] == ["V150"]
    assert "已核对原始记录，属实" in warnings.content.decode()
    assert [flag.rule for flag in warnings.context["page"].flags] == []


def test_what_is_kept_of_a_section_speaks_the_language_of_the_reader():
    untouched = SectionProgress("run", 1, 0, 12, 20, 0, errors=2, warnings=0)
    said = {}
    for language in ("zh-hans", "en", "zh-hans"):
        with translation.override(language):
            said[language] = section_head(untouched), rail_item(untouched)

    assert all("0 / 12" in head and "0/12" in line for head, line in said.values())
    assert [
        ("2 errors" in head, "Diagnosis" in line or "diagnosis" in line) for head, line in said.values()
    ] == [
        (False, False),
        (True, True),
    ]
