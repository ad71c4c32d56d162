"""The case on paper: every form in words, rows as tables, and a foot on each printed page."""

import re
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pypdf import PdfReader

from centers.models import Role
from centers.rls import EVERYTHING, scope
from crf.answering import Entry
from outcomes.models import FollowUp
from registry.actions.saving import PartChange, save_case
from registry.models import Case
from registry.paper.grids import COLUMNS
from tests.factories.cases import changes, identify, make_complete, make_draft
from tests.factories.people import make_center, person_with
from tests.outcomes.people import survivor
from tests.registry.in_browser import pages_of
from tests.registry.timeline import courses

DAYS = {
    f"support1.new{n}": {"timepoint": "DAY", "measured_at": f"2026-03-0{n} 08:00", "pump_flow": f"3.{n}"}
    for n in range(2, 8)
}


@pytest.fixture
def coordinator(everything):
    return person_with(Role.COORDINATOR, make_center(), language="en")


@pytest.fixture
def read(client, coordinator):
    """The preview of a case as this person reads it, without tags."""

    def words(case: Case) -> str:
        client.force_login(coordinator)
        answer = client.get(reverse("registry:preview", args=[case.number]))
        assert answer.status_code == 200
        text = re.sub(r"<[^>]+>", " ", unescape(answer.content.decode()))
        return re.sub(r"\s+", " ", text)

    return words


def center_of(person):
    return person.memberships.get().center


@pytest.mark.django_db
def test_every_form_of_the_case_is_read_in_words(read, coordinator):
    case = make_complete(center_of(coordinator), coordinator)

    text = read(case)

    for said in (
        "Patient", "Consent", "Admission", "Body size", "ECLS run and diagnosis", "State before ECLS",
        "Laboratory", "Cannulas", "Mode changes", "Equipment and changes", "Daily data", "Complications",
        "Infections", "Procedures and blood products", "Weaning", "Discharge and outcome", "SAVE",
        "Cannulation site bleeding", "Bloodstream infection, other catheter", "Quadrox-i", "Not submitted",
    ):  # fmt: skip
        assert said in text, said


@pytest.mark.django_db
def test_missing_answers_are_spelled_out(read, coordinator):
    case = make_draft(center_of(coordinator), coordinator)
    reasons = {"weight_kg": Entry(missing="not_done"), "height_cm": Entry(missing="unknown")}
    save_case(case.number, [PartChange("baseline1", reasons)], by=coordinator, identify=identify)

    text = read(case)

    assert "Weight at ECLS start Not done" in text
    assert "Height or length Unknown" in text
    assert "Hospital admission Not filled in" in text


@pytest.mark.django_db
def test_support_data_are_tables_of_at_most_five_columns(client, read, coordinator):
    case = make_complete(center_of(coordinator), coordinator)
    save_case(case.number, changes(DAYS), by=coordinator, identify=identify)

    text = read(case)

    assert COLUMNS == 5
    assert "Pump flow 3.2 L/min 3.8 L/min 3.3 L/min 3.4 L/min 3.5 L/min" in text
    assert "Pump flow 3.6 L/min 3.7 L/min" in text
    assert "Not filled in Pump speed" in text


@pytest.mark.django_db
def test_derived_values_are_marked_as_calculated(read, coordinator):
    text = read(make_complete(center_of(coordinator), coordinator))

    assert "calculated 23.8 kg/m2" in text.replace("kg/m²", "kg/m2")
    assert re.search(r"calculated 168\.0 h\b", text)


@pytest.mark.django_db
def test_each_score_carries_its_level_and_version(read, coordinator):
    text = read(make_complete(center_of(coordinator), coordinator))

    assert re.search(r"\bS1: [a-z ,]+ · version \d", text)


@pytest.mark.django_db
def test_each_run_has_its_own_sections(read, coordinator):
    text = read(courses.make_course(center_of(coordinator), coordinator, courses.TWO_RUNS))

    assert text.count("Weaning R1") == text.count("Weaning R2") == 1
    assert text.rindex("Run 1") < text.index("Weaning R1") < text.rindex("Run 2") < text.index("Weaning R2")
    assert text.index("Weaning R2") < text.index("Discharge and outcome")


@pytest.mark.django_db
def test_contradictions_stand_under_the_line(read, coordinator):
    text = read(courses.make_course(center_of(coordinator), coordinator, courses.WRONG))

    assert "Mode segments: gap 2026-03-04 09:00" in text


@pytest.mark.django_db
def test_follow_ups_stand_at_the_end(client, read, coordinator):
    case = survivor(center_of(coordinator), 7, started=date(2025, 10, 2), left=date(2025, 10, 31))
    FollowUp.objects.create(
        case=case, center=case.center, fu_window="D90", fu_date=date(2026, 1, 3), fu_vital_status=1, fu_mrs=2
    )

    text = read(case)

    assert "Follow-up at 90 days" in text
    assert text.index("Discharge and outcome") < text.index("Follow-up at 90 days")
    assert "Alive" in text[text.index("Follow-up at 90 days") :]


@pytest.mark.django_db
def test_nobody_else_reads_it(client, coordinator):
    case = make_draft(center_of(coordinator), coordinator)
    client.force_login(person_with(Role.COORDINATOR, make_center()))

    for name in ("preview", "preview_foot"):
        assert client.get(reverse(f"registry:{name}", args=[case.number])).status_code == 404


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("language", "state"), [("zh-hans", "未提交"), ("en", "Not submitted")])
def test_each_printed_page_has_number_version_time_and_page(
    browser: Browser, live_server: Any, language: str, state: str
) -> None:
    with scope(EVERYTHING):
        center = make_center()
        coordinator = person_with(Role.COORDINATOR, center)
        case = make_complete(center, coordinator)

    with pages_of(browser, live_server, coordinator) as open_page:
        page = open_page(f"/cases/{case.number}/preview/", language=language)
        printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))

    sheets = [sheet.extract_text() for sheet in printed.pages]
    assert 4 <= len(sheets) <= 9
    assert {round(float(sheet.mediabox.width)) for sheet in printed.pages} == {595}  # A4
    for number, text in enumerate(sheets, 1):
        assert re.search(rf"{case.number}\s*·\s*{state}\s*·\s*20\d\d-\d\d-\d\d \d\d:\d\d", text), text
        assert re.search(rf"{number}\s*/\s*{len(sheets)}", text)
    assert "打印" not in "".join(sheets)
    assert "Print" not in "".join(sheets)
