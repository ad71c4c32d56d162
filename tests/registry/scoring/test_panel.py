"""The scores beside a case: what is shown, what is missing, and how it follows each save."""

from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, expect

from centers.models import Center, Role, User
from centers.rls import EVERYTHING, scope
from crf.answering import Entry
from registry.actions.saving import PartChange, save_case
from registry.models import Case
from registry.record import load
from registry.scoring.panel import MARKED, NOT_ASKED_HERE, NOT_ON_FORMS, ScoresPanel
from tests.factories.cases import make_complete, make_draft
from tests.factories.people import make_center, person_with
from tests.registry.in_browser import pages_of, violations

pytestmark = [pytest.mark.django_db(transaction=True)]
LIVER = {"pre_bilirubin": "18", "pre_ast": "40", "pre_alt": "35"}


@pytest.fixture
def coordinator() -> User:
    with scope(EVERYTHING):
        return person_with(Role.COORDINATOR, make_center())


def center_of(coordinator: User) -> Center:
    center = coordinator.memberships.get().center
    assert center is not None
    return center


def case_of(coordinator: User, **changes: dict[str, Any]) -> Case:
    """A whole adult VA case with these changes."""
    with scope(EVERYTHING):
        return make_complete(center_of(coordinator), coordinator, **changes)


def panel_of(case: Case) -> ScoresPanel:
    with scope(EVERYTHING):
        return ScoresPanel(load(Case.objects.all(), pk=case.pk).place("run1"))


def gaps_of(panel: ScoresPanel, score_id: str) -> dict[str, tuple[str, Any]]:
    shown = next(each for each in panel.scores if each.definition.score_id == score_id)
    return {gap.label.en: (gap.target, gap.why) for gap in shown.gaps}


def test_bounds_and_the_fields_that_would_close_them(coordinator: User) -> None:
    panel = panel_of(case_of(coordinator))
    save = next(each for each in panel.scores if each.definition.score_id == "save")

    assert (save.total, save.risk_class, save.predicted) == ("−4 至 −1", "III 级", "存活出院 42%")
    assert gaps_of(panel, "save") == {
        "Total bilirubin": ("f-pre_ecls1-pre_bilirubin", None),
        "AST": ("f-pre_ecls1-pre_ast", None),
        "ALT": ("f-pre_ecls1-pre_alt", None),
    }


def test_what_cannot_be_filled_in_says_why(coordinator: User) -> None:
    case = case_of(coordinator, pre_ecls1=LIVER | {"pre_vent_type": "2", "pre_mi": "1", "pre_gcs": ""})
    panel = panel_of(case)

    assert gaps_of(panel, "save")["Peak inspiratory pressure"] == ("", NOT_ASKED_HERE)
    assert gaps_of(panel, "encourage")["prothrombin activity, %"] == ("", NOT_ON_FORMS)


def test_a_missing_reason_is_told_apart_from_an_empty_field(coordinator: User) -> None:
    case = case_of(coordinator)
    with scope(EVERYTHING):
        part = Case.objects.get(pk=case.pk).runs.get().pre_ecls
        change = PartChange("pre_ecls1", {"pre_ast": Entry(missing="not_done")}, version=part.version)
        save_case(case.number, [change], by=coordinator)

    assert gaps_of(panel_of(case), "save")["AST"] == ("f-pre_ecls1-pre_ast", MARKED)


def test_scores_of_other_patients_are_folded_with_the_reason(coordinator: User) -> None:
    panel = panel_of(case_of(coordinator))
    reasons = {each.title.en: each.reason.en for each in panel.left_out}

    assert {each.definition.score_id for each in panel.scores} == {"save", "encourage"}
    assert reasons["RESP"] == "for respiratory support"
    assert reasons["P-PREP"] == "from 8 days to under 18 years"
    assert reasons["HOPE"] == "for hypothermic arrest"


def test_entered_scores_stand_with_the_measures(coordinator: User) -> None:
    panel = panel_of(case_of(coordinator, pre_ecls1={"pre_sofa": "11"}))

    assert [(each.label.en, each.value) for each in panel.entered] == [("SOFA score", "11")]
    assert {each.definition.score_id: each.total for each in panel.measures} == {
        "vis": "40.0",
        "inotropic_score": "0.0",
        "pf_ratio": "110",
        "oxygenation_index": "12.7",
    }


def test_an_empty_draft_shows_the_card(coordinator: User) -> None:
    with scope(EVERYTHING):
        case = make_draft(center_of(coordinator), coordinator)
    client = Client()
    client.force_login(coordinator)

    page = client.get(f"/cases/{case.number}/").content.decode()

    assert 'id="scores"' in page


@pytest.mark.journey
@pytest.mark.parametrize(("size", "language"), [("desk", "zh-hans"), ("phone", "en")])
def test_the_card_is_accessible(
    browser: Browser, live_server: Any, coordinator: User, size: str, language: str
) -> None:
    case = case_of(coordinator, pre_ecls1={"pre_sofa": "11"})
    with pages_of(browser, live_server, coordinator) as open_page:
        page = open_page(f"/cases/{case.number}/", size, language)
        if size == "phone":
            page.locator("[data-toggles=side]").click()
        page.locator("#scores .left-out summary").click()

        assert violations(page) == []


@pytest.mark.journey
def test_a_save_closes_the_bounds_and_leaves_open_what_was_open(
    browser: Browser, live_server: Any, coordinator: User
) -> None:
    nobody_to_call = {"contact_relation": ""}  # as the case has no telephone
    case = case_of(coordinator, patient=nobody_to_call, pre_ecls1=LIVER | {"pre_alt": ""})
    with pages_of(browser, live_server, coordinator) as open_page:
        page = open_page(f"/cases/{case.number}/", language="en")
        card = page.locator("#scores")
        expect(card).to_contain_text("−4 to −1")
        card.locator(".left-out summary").click()
        card.get_by_role("link", name="ALT").first.click()
        expect(page.locator("#f-pre_ecls1-pre_alt")).to_be_focused()

        page.keyboard.type("38")
        page.keyboard.press("Control+s")

        expect(card).not_to_contain_text("−4 to −1")
        expect(card.get_by_role("link", name="ALT")).to_have_count(0)
        expect(card.locator(".left-out")).to_have_attribute("open", "")
