"""Calculated values of the case page: where they stand, what they read, and that a save tells the new ones."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from centers.models import Role
from registry import record
from registry.case_page.boxes import texts
from registry.case_page.page import CasePage
from registry.derived import DERIVED, DESCRIPTIONS
from registry.models import Case
from registry.sections import SECTIONS
from tests.factories.cases import IDENTITY, make_complete, make_draft
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def center(everything: None) -> Any:
    return make_center()


@pytest.fixture
def coordinator(center: Any) -> Any:
    return person_with(Role.COORDINATOR, center)


@pytest.fixture
def visitor(client: Client, coordinator: Any) -> Client:
    client.force_login(coordinator)
    return client


def shown(case: Case) -> dict[str, str]:
    """Text of each box, by the name of its variable."""
    held = record.load(Case.objects.all(), identity=IDENTITY, pk=case.pk)
    view = CasePage(held, editable=True)
    with translation.override("en"):
        found = texts(view.places_in_view, view.run_place)
    return {key.rpartition("-")[2]: text for key, text in found.items()}


def test_sections_name_variables_that_are_computed_and_described() -> None:
    named = {name for each in SECTIONS for name in each.computed}
    named |= {name for each in SECTIONS for block in each.blocks for name in block.computed}

    assert named <= set(DERIVED) & set(DESCRIPTIONS)


def test_a_complete_case_shows_what_follows_from_it(center: Any, coordinator: Any) -> None:
    told = {name: text for name, text in shown(make_complete(center, coordinator)).items() if text}

    assert told == {
        "age_years": "57 y",
        "bmi": "23.8 kg/m²",
        "bsa": "1.87 m²",
        "run_hours": "168.0 h",
        "no_flow_minutes": "—",
        "low_flow_minutes": "—",
        "cannulation_minutes": "—",
        "pre_ecls_vent_hours": "3.0 h",
        "pf_ratio": "110 mmHg",
        "oxygenation_index": "12.7 cmH2O/mmHg",
        "pulse_pressure_pre": "32 mmHg",
        "vis_pre": "40.0",
        "save_score": "—",
        "cannula_hours": "169.3 h",
        "flow_index": "2.04 L/min/m²",
        "lactate_clearance_24h": "69 %",
        "paco2_change_24h": "5 %",
        "survived_ecls": "Yes",
        "weaned_successfully": "Yes",
        "hospital_los_days": "24.1 d",
        "survived_to_discharge": "Yes",
        "favorable_neuro": "Yes",
    }


def test_a_run_that_goes_on_shows_the_hours_so_far(center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    case.runs.update(run_start_at=timezone.now() - timedelta(hours=30))

    assert shown(case)["run_hours"] == "30.0 h so far"


def test_boxes_without_a_value_wait_hidden(visitor: Client, center: Any, coordinator: Any) -> None:
    case = make_complete(center, coordinator)

    html = visitor.get(reverse("registry:case", args=[case.number])).content.decode()

    boxes = dict(re.findall(r'id="(c-[\w-]+)"[^>]*?( hidden)?>', html))
    assert boxes["c-baseline1-bmi"] == ""
    assert boxes["c-run1-kdigo_max"] == " hidden"
    assert boxes["c-cannula1-new1-cannula_hours"] == " hidden"


def test_a_save_answers_with_the_texts_of_all_boxes(visitor: Client, center: Any, coordinator: Any) -> None:
    case = make_complete(center, coordinator)
    html = visitor.get(reverse("registry:case", args=[case.number])).content.decode()
    version = case.runs.get().baseline.version

    answer = visitor.post(
        reverse("registry:save_section", args=[case.number, "history"]),
        {"versions": f'{{"baseline1": {version}}}', "baseline1.weight_kg": "90", "may_hide": "1"},
        headers={"accept": "application/json"},
    ).json()

    assert answer["computed"]["c-baseline1-bmi"].startswith("29.7 ")
    stored = {key for key in re.findall(r'id="(c-[\w-]+)"', html) if "-new" not in key}
    in_the_grid = {key for key in answer["computed"] if key.startswith("c-support1-")}
    assert in_the_grid  # drawn when their line is opened
    assert set(answer["computed"]) - in_the_grid == stored
