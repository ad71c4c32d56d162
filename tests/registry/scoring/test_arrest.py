"""MIRACLE2, TTM, HOPE and the pediatric ECPR score from the fields of the forms."""

from decimal import Decimal
from typing import Any

import pytest

from registry.scores.definition import Status
from registry.scoring.run_scores import score
from tests.registry.scoring.runs import ARREST, CARDIAC, RESPIRATORY, run


def test_miracle2_describes_an_ecpr() -> None:
    found = score("miracle2", run(ARREST, rhythm_at_cannulation=3))

    assert found.missing_items == ("pupils_reactive_any",)
    assert (found.min_possible, found.max_possible) == (4, 5)
    assert found.predicted_pct is None
    assert found.flags == ("ecpr",)


@pytest.mark.parametrize(
    ("changed", "item", "points"),
    [
        ({"witnessed": 0}, "witnessed", 1),
        ({"witnessed": 9}, "witnessed", None),
        ({"initial_rhythm": 5}, "initial_rhythm_shockable", 0),
        ({"initial_rhythm": 7}, "initial_rhythm_shockable", 1),
        ({"initial_rhythm": 9}, "initial_rhythm_shockable", None),
        ({"rhythm_at_cannulation": 4}, "changing_rhythm", 1),
        ({"rhythm_at_cannulation": 1}, "changing_rhythm", None),
        ({"rhythm_at_cannulation": 9}, "changing_rhythm", None),
        ({"epinephrine_total_mg": Decimal("0.00")}, "epinephrine_given", 0),
        ({"epinephrine_total_mg": None}, "epinephrine_given", None),
        ({"pre_ph": Decimal("7.200")}, "ph_arterial", 0),
    ],
)
def test_how_miracle2_reads_the_forms(changed: dict[str, Any], item: str, points: int | None) -> None:
    assert score("miracle2", run(ARREST, **changed)).items[item] == points


@pytest.mark.parametrize("changed", [{"arrest_location": 2}, {"arrest_cause": 7}, {"arrest_cause": 99}])
def test_miracle2_is_for_cardiac_arrest_out_of_hospital(changed: dict[str, Any]) -> None:
    assert score("miracle2", run(ARREST, **changed)).applicability_status == Status.NOT_DIAGNOSIS


def test_the_ttm_score_counts_low_flow_to_ecls() -> None:
    found = score("ttm_risk", run(ARREST))

    assert found.missing_items == ("pupillary_or_corneal_reflex", "gcs_motor")
    assert {name: each for name, each in found.items.items() if each} == {
        "arrest_at_home": 2,
        "low_flow_min": 3,
        "epinephrine_given": 2,
        "ph_arterial": 2,
        "paco2_kpa": 3,
    }
    assert "low_flow_end=ecls_flow" in found.flags


def test_times_of_an_arrest() -> None:
    c = run(ARREST)

    assert (c.no_flow_minutes, c.low_flow_minutes) == (4, 50)


FROZEN: dict[str, Any] = ARREST | {
    "arrest_cause": 8,
    "primary_diagnosis": "C24",
    "cpr_potassium": Decimal("5.0"),
    "pre_temp": Decimal("24.0"),
}


def test_hope_waits_for_asphyxia_which_no_field_rules_out() -> None:
    found = score("hope", run(FROZEN))

    assert (found.total, found.missing_items) == (None, ("asphyxia",))


def test_hope_of_a_drowned_patient() -> None:
    drowned = [{"diag_code": "R23", "diag_role": 2}]
    found = score("hope", run(FROZEN, drowned, cpr_start_at="2026-03-02 09:54"))

    assert found.total is not None
    assert found.items["asphyxia"] == -1.95
    assert found.items["k_mmol_l"] == pytest.approx(-2.07 * 2.321928, abs=1e-5)


def test_hope_is_for_hypothermic_arrest() -> None:
    assert score("hope", run(ARREST)).applicability_status == Status.NOT_DIAGNOSIS
    assert score("hope", run(CARDIAC, primary_diagnosis="C24")).applicability_status == Status.NOT_DIAGNOSIS
    assert score("hope", run(CARDIAC, primary_diagnosis="C24", pre_arrest=1)).is_applicable


def test_the_pediatric_ecpr_score() -> None:
    child: dict[str, Any] = {"age_years": 6, "age_group": "P", "cpr_lactate": 15, "pre_lactate": 3}

    found = score("pediatric_ecpr", run(ARREST, **child))

    assert (found.total, found.risk_class) == (7, "<9")
    assert score("pediatric_ecpr", run(ARREST, **child | {"cpr_lactate": None})).total == 5
    assert score("pediatric_ecpr", run(ARREST)).applicability_status == Status.NOT_AGE
    assert score("pediatric_ecpr", run(RESPIRATORY, **child)).applicability_status == Status.NOT_MODE
