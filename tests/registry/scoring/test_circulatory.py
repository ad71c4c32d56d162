"""SAVE, ENCOURAGE and the drug scores from the fields of the forms."""

from decimal import Decimal
from typing import Any

import pytest

from registry.scores.definition import Status
from registry.scoring.run_scores import score
from tests.registry.scoring.runs import CARDIAC, run


def test_save_from_a_whole_run() -> None:
    found = score("save", run(CARDIAC))

    assert {name: each for name, each in found.items.items() if each} == {
        "shock_myocarditis": 3,
        "age_years": 4,
        "weight_kg": 1,
        "intubation_hours_pre_ecmo": -4,
        "pip_cmh2o": 3,
        "diastolic_bp_mmhg": 3,
        "constant": -6,
    }
    assert (found.total, found.risk_class, found.predicted_pct) == (4, "II", 58)
    assert found.flags == ("value_basis=last",)


@pytest.mark.parametrize(
    ("changed", "further", "item", "points"),
    [
        ({"primary_diagnosis": "C01"}, [], "shock_myocarditis", 0),
        ({"primary_diagnosis": None}, [], "shock_myocarditis", None),
        ({}, [{"diag_code": "C11", "diag_role": 2}], "shock_refractory_vt_vf", 2),
        ({}, [{"diag_code": "C11", "diag_role": 4}], "shock_refractory_vt_vf", 0),
        ({"primary_diagnosis": "C18"}, [], "shock_post_heart_lung_transplant", 3),
        ({"pre_cardiac_procedures": [10]}, [], "shock_post_heart_lung_transplant", 3),
        ({"pre_cardiac_procedures": [1]}, [], "shock_post_heart_lung_transplant", 0),
        ({"primary_diagnosis": "H05"}, [], "shock_congenital_heart_disease", -3),
        ({"primary_diagnosis": "C17"}, [], "shock_congenital_heart_disease", -3),
        ({"pre_bilirubin": 33}, [], "liver_failure", -3),
        ({"pre_bilirubin": None}, [], "liver_failure", None),
        ({"pre_bilirubin": None, "pre_alt": 71}, [], "liver_failure", -3),
        ({"pre_ast": 70}, [], "liver_failure", 0),
        ({"pre_creatinine": 132}, [], "acute_renal_failure", 0),
        ({"pre_creatinine": 133}, [], "acute_renal_failure", -3),
        ({"pre_rrt": 1}, [], "acute_renal_failure", -3),
        ({"pre_rrt": 4}, [], "acute_renal_failure", 0),
        ({"pre_rrt": 2, "comorbidities": ["DIA"]}, [], "acute_renal_failure", 0),
        ({"comorbidities": ["DIA"]}, [], "chronic_renal_failure", -6),
        ({"comorbidities": ["CKD", "HTN"]}, [], "chronic_renal_failure", -6),
        ({"comorbidities": None}, [], "chronic_renal_failure", None),
        ({"pre_vent_status": 4, "pre_pip": None}, [], "intubation_hours_pre_ecmo", 0),
        ({"pre_vent_status": 4, "pre_pip": None}, [], "pip_cmh2o", None),
        ({"pre_dbp": 39}, [], "diastolic_bp_mmhg", 0),
        ({"pre_sbp": 65}, [], "pulse_pressure_mmhg", -2),
        ({"pre_sbp": None}, [], "pulse_pressure_mmhg", None),
        ({"pre_hco3": Decimal("15.0")}, [], "hco3_mmol_l", -3),
    ],
)
def test_how_save_reads_the_forms(
    changed: dict[str, Any], further: list[dict[str, Any]], item: str, points: int | None
) -> None:
    assert score("save", run(CARDIAC, further, **changed)).items[item] == points


def test_ecpr_is_scored_and_gets_no_expectation() -> None:
    c = run(CARDIAC, support_type=3, pre_arrest=None)
    found = score("save", c)

    assert found.items["cardiac_arrest_pre_ecmo"] == -2
    assert (found.total, found.risk_class, found.predicted_pct) == (2, "II", None)
    assert "ecpr" in found.flags
    assert c.get("save_score") is None


def test_save_is_for_adults_on_an_arterial_mode() -> None:
    assert score("save", run(CARDIAC, age_years=17)).applicability_status == Status.NOT_AGE
    assert score("save", run(CARDIAC, initial_mode="VV")).applicability_status == Status.NOT_MODE
    assert score("save", run(CARDIAC, support_type=1)).applicability_status == Status.NOT_MODE


INFARCTION = CARDIAC | {
    "primary_diagnosis": "C01",
    "height_cm": 170,
    "weight_kg": 80,
    "pre_gcs": 15,
    "pre_lactate": Decimal("8.4"),
}


def test_encourage_never_takes_inr_for_prothrombin_activity() -> None:
    found = score("encourage", run(INFARCTION, pre_inr=2))

    assert found.missing_items == ("prothrombin_activity_pct",)
    assert (found.min_possible, found.max_possible, found.risk_class) == (17, 22, None)


def test_encourage_names_the_class_when_the_missing_item_cannot_change_it() -> None:
    found = score("encourage", run(INFARCTION, pre_lactate=1, weight_kg=60))

    assert (found.total, found.max_possible, found.risk_class, found.predicted_pct) == (None, 5, "0-12", 80)


def test_encourage_is_for_infarction() -> None:
    assert score("encourage", run(CARDIAC)).applicability_status == Status.NOT_DIAGNOSIS
    assert score("encourage", run(CARDIAC, pre_mi=1)).is_applicable
    assert score("encourage", run(INFARCTION, support_type=3)).applicability_status == Status.NOT_MODE


@pytest.mark.parametrize(
    ("answers", "total"),
    [
        ({"pre_vasoactive_drugs": ["NONE"]}, 0),
        ({"pre_vasoactive_drugs": ["NOR", "DOB"], "dose_norepinephrine": "0.4", "dose_dobutamine": "5"}, 45),
        ({"pre_vasoactive_drugs": ["VAS"], "dose_vasopressin": "0.0006"}, 6),
        ({"pre_vasoactive_drugs": ["LEV", "TER"]}, 0),
        ({"pre_vasoactive_drugs": ["NOR"]}, None),
        ({"pre_vasoactive_drugs": None}, None),
        ({"pre_vasoactive_drugs": ["NONE"], "dose_dopamine": "5"}, 0),
    ],
)
def test_the_drug_score_counts_ticked_drugs_at_their_dose(
    answers: dict[str, Any], total: float | None
) -> None:
    doses: dict[str, Any] = {
        name: Decimal(each) if isinstance(each, str) else each for name, each in answers.items()
    }

    assert run(CARDIAC, **doses).get("vis_pre") == total


def test_a_missing_dose_leaves_a_lower_bound() -> None:
    found = score(
        "vis", run(CARDIAC, pre_vasoactive_drugs=["NOR", "DOB"], dose_norepinephrine=Decimal("0.4"))
    )

    assert (found.total, found.min_possible, found.max_possible) == (None, 40, None)
    assert found.missing_items == ("dobutamine",)
