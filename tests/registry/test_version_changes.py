"""What a reviewer reads of a second submission: changed fields, and rows that came or went, in words."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from centers.models import Role
from crf.answering import Entry
from registry import record
from registry.actions import review, submission
from registry.actions.saving import PartChange, save_case
from registry.models import Case, Submission
from registry.version_changes import How, by_section, changes
from tests.factories.cases import COMPLETE, identify, make_complete
from tests.factories.cases import changes as entries
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db
DAILY = COMPLETE["support1.new1"] | {
    "timepoint": "DAY",
    "measured_at": "2026-03-03 08:00",
    "pump_flow": "3.2",
}


@pytest.fixture
def coordinator(everything):
    return person_with(Role.COORDINATOR, make_center())


@pytest.fixture
def reviewer(everything):
    return person_with(Role.REVIEWER, language="en")


@pytest.fixture
def returned(coordinator, reviewer):
    """A complete case, submitted once and sent back."""
    case = make_complete(coordinator.memberships.get().center, coordinator)
    submission.submit(case, by=coordinator, identify=identify)
    review.send_back(case, "Please check", by=reviewer)
    return case


@pytest.fixture
def resubmit(returned, coordinator):
    """Writes answers and signs again; gives what changed, in English."""

    def write(*parts):
        found = record.load(Case.objects.all(), pk=returned.pk)
        versions = {place.key: place.part.version for place in found.places}
        told = [
            PartChange(each.key, each.entries, version=versions.get(each.key), delete=each.delete)
            for each in parts
        ]
        save_case(returned.number, told, by=coordinator, identify=identify)
        submission.submit(Case.objects.get(pk=returned.pk), by=coordinator, identify=identify)
        new, old = Submission.objects.filter(case=returned)
        with override("en"):
            return changes(new, old)

    return write


def row_of(case, kind):
    return next(place.key for place in record.load(Case.objects.all(), pk=case.pk).of_kind(kind))


def test_a_changed_field_reads_old_and_new(resubmit):
    [change] = resubmit(*entries({"baseline1": {"weight_kg": "74"}}))

    assert (change.section, change.label, change.old, change.new) == (
        "history", "Weight at ECLS start", "72 kg", "74 kg",
    )  # fmt: skip


def test_an_emptied_field_reads_why_it_is_empty(resubmit):
    [change] = resubmit(PartChange("pre_ecls1", {"pre_lvef": Entry(missing="not_done")}))

    assert (change.old, change.new) == ("18 %", "Not done")


def test_a_field_of_a_row_names_its_row(resubmit, returned):
    key = row_of(returned, "complication")
    [change] = resubmit(*entries({key: {"comp_severity": "3"}}))

    assert change.label == "Complication 1, Cannulation site bleeding · Severity"
    assert change.how == How.CHANGED


@pytest.mark.parametrize(
    ("key", "answers", "section", "label", "told"),
    [
        (
            "complication1.new1",
            {"comp_code": "LIM01", "comp_onset_at": "2026-03-04 10:00", "comp_severity": "3", "comp_actions": ["6"], "comp_outcome": "1"},
            "complications", "Complication 2, Limb ischemia, treated conservatively", ("Onset", "2026-03-04 10:00"),
        ),
        (
            "support1.new1",
            DAILY,
            "support", "Time point 2, Daily, value nearest 08:00", ("Pump flow", "3.2 L/min"),
        ),
        (
            "equipment1.new1",
            {"equip_type": "3", "equip_start_at": "2026-03-01 12:00", "pump_type": "1", "console_model": "1", "equip_changed": "0"},
            "equipment", "Component 2, Console", ("Console", "Cardiohelp"),
        ),
        (
            "infection1.new1",
            {"infection_type": "5", "infection_ecls_related": "0", "infection_onset_at": "2026-03-06 09:00", "culture_positive": "0", "antimicrobial_changed": "1"},
            "infections", "Infection 2, Ventilator-associated pneumonia", ("Onset (first positive sample or diagnosis)", "2026-03-06 09:00"),
        ),
    ],
    ids=["complication", "support", "equipment", "infection"],
)  # fmt: skip
def test_a_new_row_is_one_change_that_says_what_it_holds(resubmit, key, answers, section, label, told):
    [change] = resubmit(*entries({key: answers}))

    assert (change.how, change.section, change.label) == (How.ADDED, section, label)
    assert told in [(each.label, each.text) for each in change.row]


def test_a_deleted_row_is_one_change_that_says_what_it_held(resubmit, returned):
    infection = row_of(returned, "infection")
    found = resubmit(PartChange(infection, {}, delete=True), *entries({"course1": {"any_infection": "0"}}))

    assert [(each.how, each.label) for each in found] == [
        (How.CHANGED, "Any new infection on ECLS"),
        (How.REMOVED, "Infection 1, Bloodstream infection, other catheter"),
    ]
    assert "Yes" in [each.text for each in found[1].row]


def test_changes_are_grouped_and_the_rest_is_named(resubmit):
    found = resubmit(*entries({"baseline1": {"weight_kg": "74"}, "outcome": {"cpc_discharge": "2"}}))

    assert [each.section.key for each in by_section(found)] == ["history", "outcome"]


def test_a_value_keeps_the_unit_it_was_entered_in(resubmit):
    change = PartChange("pre_ecls1", {"pre_pao2": Entry(text="12", unit="kPa")})

    assert [(each.old, each.new) for each in resubmit(change)] == [("88 mmHg", "12 kPa")]


def test_a_code_that_is_offered_no_longer_is_still_read():
    old, new = (
        Submission(content={"complication1.1": {"answers": {"comp_code": "PUL02"}}}),
        Submission(content={"complication1.1": {"answers": {"comp_code": "HEM05"}}}),
    )

    with override("en"):
        [change] = changes(new, old)

    assert change.old == "Pulmonary hemorrhage"


def test_the_page_of_the_reviewer_names_the_rows(client, resubmit, returned, reviewer):
    infection = row_of(returned, "infection")
    resubmit(
        PartChange(infection, {}, delete=True),
        *entries({"course1": {"any_infection": "0"}, "support1.new1": DAILY}),
    )  # fmt: skip
    client.force_login(reviewer)

    html = client.get(reverse("registry:review_case", args=[returned.number])).content.decode()

    assert "Row added" in html
    assert "Row deleted" in html
    assert "13 sections unchanged:" in html
    assert f"/cases/{returned.number}/?run=1#f-run1-run_start_at" in html


def test_every_form_is_read_under_all_fields(client, returned, coordinator, reviewer):
    submission.submit(Case.objects.get(pk=returned.pk), by=coordinator, identify=identify)
    client.force_login(reviewer)

    html = client.get(
        reverse("registry:review_case", args=[returned.number]) + "?view=fields"
    ).content.decode()

    for said in (
        "Daily data",
        "Pump flow",
        "3.8 L/min",
        "Membrane lung",
        "Cannulation site bleeding",
        "SAVE",
    ):
        assert said in html, said
