"""What stands between a case and its submission is told by section, run and row, each with its address."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from centers.models import Role
from crf.answering import Entry
from registry import record
from registry.actions.saving import PartChange, save_case
from registry.actions.submission import check
from registry.case_page.open_points import flag_words, open_sections
from registry.models import Case
from tests.factories.cases import identify, make_complete
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db
ISCHEMIA = {"comp_code": "LIM01", "comp_onset_at": "2026-03-02 12:00", "comp_severity": ""}


@pytest.fixture
def coordinator(everything):
    return person_with(Role.COORDINATOR, make_center(), language="en")


@pytest.fixture
def case(coordinator):
    """A complete case with a daily row without values and a complication without severity."""
    return make_complete(
        coordinator.memberships.get().center,
        coordinator,
        course1={"any_complication": "1"},
        **{
            "support1.new9": {"timepoint": "DAY", "measured_at": "2026-03-03 08:00"},
            "complication1.new1": ISCHEMIA,
        },
    )


def loaded(case):
    return record.load(Case.objects.all(), identity=identify(case), pk=case.pk)


def test_gaps_stand_by_section_and_row(case):
    with override("en"):
        found = {each.section.key: each for each in open_sections(check(loaded(case)).unanswered)}

    daily, complications = found["support"], found["complications"]
    assert {row.name for row in daily.rows} == {"03-03 08:00"}
    [ischemia] = complications.rows
    assert "ischemia" in ischemia.name.lower()
    severity = next(gap for gap in ischemia.gaps if gap.label == "Severity")
    [row] = [place for place in loaded(case).places if place.kind == "complication"]
    assert severity.link == f"?run=1#f-{row.key.replace('.', '-')}-comp_severity"


def test_sections_keep_the_order_of_the_page_and_count_every_gap(case):
    gaps = check(loaded(case)).unanswered
    found = open_sections(gaps)

    assert [each.number for each in found] == sorted(each.number for each in found)
    assert sum(each.count for each in found) == len(gaps)


def test_a_flag_names_the_row_it_speaks_of(case, coordinator):
    place = next(each for each in loaded(case).places if each.kind == "support" and not each.part.pump_flow)
    change = PartChange(place.key, {"on_map": Entry(text="5000")}, version=place.part.version)
    save_case(case.number, [change], by=coordinator, identify=identify)

    with override("en"):
        words = [flag_words(flag) for flag in check(loaded(case)).errors if flag.field == "on_map"]

    assert words
    assert all(each.startswith("03-03 08:00 · ") for each in words)


def test_the_page_lists_them(client, case, coordinator):
    client.force_login(coordinator)
    page = client.get(reverse("registry:check", args=[case.number])).content.decode()

    assert "Not answered yet" in page
    assert "03-03 08:00" in page
    assert 'id="unanswered"' in page
