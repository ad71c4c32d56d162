"""RESP, PRESET, P-PREP, Murray and oxygenation from the fields of the forms."""

from decimal import Decimal
from typing import Any

import pytest

from registry.scores.definition import Status
from registry.scoring.run_scores import score
from tests.registry.scoring.runs import CHILD, RESPIRATORY, VENTILATED, run

SHOCKED: dict[str, Any] = {"pre_map": 62, "pre_lactate": 4, "pre_ph": Decimal("7.180"), "pre_platelets": 150}


def test_resp_from_a_whole_run() -> None:
    found = score("resp", run(RESPIRATORY))

    assert (found.total, found.risk_class, found.predicted_pct) == (7, "I", 92)
    assert found.flags == ()


@pytest.mark.parametrize(
    ("changed", "item", "points"),
    [
        ({"primary_diagnosis": "R15"}, "resp_diagnosis_group", 11),
        ({"primary_diagnosis": "R12"}, "resp_diagnosis_group", 5),
        ({"primary_diagnosis": "R21"}, "resp_diagnosis_group", 3),
        ({"primary_diagnosis": "R16"}, "resp_diagnosis_group", 0),
        ({"primary_diagnosis": "C05"}, "resp_diagnosis_group", None),
        ({"immunocompromised": 9}, "immunocompromised", None),
        ({"immunocompromised": 1}, "immunocompromised", -2),
        ({"pre_adjuncts": ["INO", "BICA"]}, "inhaled_nitric_oxide_pre_ecmo", -1),
        ({"pre_adjuncts": ["INO", "BICA"]}, "neuromuscular_blockade_pre_ecmo", 0),
        ({"pre_adjuncts": ["NONE"]}, "bicarbonate_infusion_pre_ecmo", 0),
        ({"pre_adjuncts": None}, "bicarbonate_infusion_pre_ecmo", None),
        ({"intubated_at": "2026-02-28 11:00"}, "mv_hours_pre_ecmo", 1),
        ({"intubated_at": None}, "mv_hours_pre_ecmo", None),
        ({"pre_vent_status": 2, "intubated_at": None}, "mv_hours_pre_ecmo", 3),
        ({"pre_vent_status": 5, "intubated_at": None, "pre_airway": 3}, "mv_hours_pre_ecmo", 3),
        ({"pre_vent_status": 5, "intubated_at": None, "pre_airway": 1}, "mv_hours_pre_ecmo", None),
        ({"pre_vent_status": None, "intubated_at": None}, "mv_hours_pre_ecmo", None),
        ({"pre_paco2": Decimal("75.0")}, "paco2_mmhg", -1),
    ],
)
def test_how_resp_reads_the_forms(changed: dict[str, Any], item: str, points: int | None) -> None:
    assert score("resp", run(RESPIRATORY, **changed)).items[item] == points


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"age_years": 17, "age_group": "P"}, Status.NOT_AGE),
        ({"age_years": None, "age_group": None}, Status.NOT_AGE),
        ({"support_type": 2}, Status.NOT_MODE),
        ({"initial_mode": "VVECCO2R"}, Status.NOT_MODE),
        ({"run_number": 2}, Status.NOT_MODE),
    ],
)
def test_who_gets_no_resp(changed: dict[str, Any], status: Status) -> None:
    found = score("resp", run(RESPIRATORY, **changed))

    assert found.applicability_status == status
    assert (found.total, found.min_possible, found.items) == (None, None, {})


def test_covid_keeps_its_class_and_loses_its_expectation() -> None:
    for answers in (
        run(RESPIRATORY, primary_diagnosis="R02"),
        run(RESPIRATORY, further=[{"diag_code": "R02", "diag_role": 2}]),
    ):
        found = score("resp", answers)
        assert (found.total, found.risk_class, found.predicted_pct) == (7, "I", None)
        assert found.flags == ("covid19",)


def test_preset_takes_whole_days_as_they_are() -> None:
    staying: dict[str, Any] = {"admission_source": 2, "admission_at": "2026-02-28 11:59"}

    found = score("preset", run(RESPIRATORY, **SHOCKED, **staying))

    assert found.items["hospital_days_pre_ecmo"] == 1
    assert (found.total, found.predicted_pct, found.flags) == (10, 93, ("value_basis=last",))


def test_preset_does_not_know_the_days_in_another_hospital() -> None:
    found = score("preset", run(RESPIRATORY, **SHOCKED, admission_source=3, admission_at="2026-03-02 08:00"))

    assert (found.missing_items, found.min_possible, found.max_possible) == (
        ("hospital_days_pre_ecmo",),
        9,
        11,
    )


@pytest.mark.parametrize("diagnosis", ["R15", "R16", "R19", "C05"])
def test_preset_is_for_acute_lung_failure(diagnosis: str) -> None:
    found = score("preset", run(RESPIRATORY, **SHOCKED, primary_diagnosis=diagnosis))

    assert found.applicability_status == Status.NOT_DIAGNOSIS


CHILD_ON_VV = (
    CHILD
    | VENTILATED
    | {
        "support_type": 1,
        "initial_mode": "VV",
        "primary_diagnosis": "R04",
        "pre_pao2": 57,
        "pre_fio2": 57,
        "pre_ph": Decimal("7.340"),
        "pre_arrest": 0,
        "comorbidities": ["HEM"],
        "pre_aki_stage": 0,
        "pre_rrt": 0,
    }
)


def test_p_prep_leaves_open_what_no_field_asks() -> None:
    found = score("p_prep", run(CHILD_ON_VV))

    assert {name: each for name, each in found.items.items() if each} == {
        "ecmo_mode": -4,
        "pf_ratio": 7,
        "pulmonary_diagnosis": -4,
        "cancer": 6,
    }
    assert (found.missing_items, found.min_possible, found.max_possible) == (("acute_liver_necrosis",), 5, 23)


@pytest.mark.parametrize(
    ("changed", "further", "item", "points"),
    [
        ({"primary_diagnosis": "R13"}, [], "pulmonary_diagnosis", None),
        ({"primary_diagnosis": "R13"}, [{"diag_code": "C23", "diag_role": 2}], "pulmonary_diagnosis", 3),
        ({"primary_diagnosis": "R13"}, [{"diag_code": "C23", "diag_role": 4}], "pulmonary_diagnosis", None),
        ({"primary_diagnosis": "R10"}, [], "pulmonary_diagnosis", 5),
        ({"primary_diagnosis": "R03"}, [], "pulmonary_diagnosis", 0),
        ({"initial_mode": "VAV"}, [], "ecmo_mode", None),
        ({"pre_aki_stage": 3}, [], "acute_renal_failure", 8),
        ({"pre_aki_stage": 2}, [], "acute_renal_failure", None),
        ({"pre_rrt": 1}, [], "acute_renal_failure", 8),
        ({"pre_rrt": 1, "comorbidities": ["DIA"]}, [], "acute_renal_failure", 0),
        ({"intubated_at": "2026-02-10 12:00"}, [], "mv_days_pre_ecmo", 5),
    ],
)
def test_how_p_prep_reads_the_forms(
    changed: dict[str, Any], further: list[dict[str, Any]], item: str, points: int | None
) -> None:
    assert score("p_prep", run(CHILD_ON_VV, further, **changed)).items[item] == points


@pytest.mark.parametrize(("age_days", "is_scored"), [(7, False), (8, True)])
def test_p_prep_begins_after_the_first_week(age_days: int, is_scored: bool) -> None:
    newborn = run(CHILD_ON_VV, age_days=age_days, age_years=0, age_group="N")

    assert score("p_prep", newborn).is_applicable == is_scored


def test_murray_from_three_components_and_compliance_as_measured_or_computed() -> None:
    gases: dict[str, Any] = {"pre_pao2": 60, "pre_fio2": 80, "pre_peep": 12}
    measured = score("murray_lis", run(RESPIRATORY, **gases, pre_compliance=22))
    computed = score("murray_lis", run(RESPIRATORY, **gases, pre_plateau=32, pre_tidal_volume=440))

    assert measured.total == computed.total == pytest.approx(10 / 3)
    assert measured.missing_items == ("cxr_quadrants",)


def test_oxygenation_and_mechanics() -> None:
    c = run(
        RESPIRATORY, pre_pao2=60, pre_fio2=80, pre_map_airway=20, pre_spo2=88, pre_plateau=30, pre_peep=12
    )

    assert (c.pf_ratio, c.driving_pressure, c.sf_ratio) == (75, 18, 110)
    assert c.oxygenation_index == pytest.approx(26.667, abs=0.001)
    assert score("osi", c).risk_class == "severe"


def test_the_oximeter_says_nothing_above_97_percent() -> None:
    assert run(RESPIRATORY, pre_spo2=98, pre_fio2=80).get("sf_ratio") is None


def test_pressures_of_patients_who_are_not_ventilated_are_no_scores() -> None:
    c = run(RESPIRATORY, pre_vent_status=3, pre_map_airway=20, pre_pao2=60, pre_fio2=80)

    assert c.get("oxygenation_index") is None
    assert c.pf_ratio == 75
