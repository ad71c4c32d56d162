"""Scores of patients on ECLS for respiratory failure."""

from typing import Any

from registry.scoring import diagnoses, notes
from registry.scoring.adapter import Adapter
from registry.scoring.needs import (
    ADULT,
    ARDS,
    CHILD_OVER_7_DAYS,
    FIRST_RUN,
    NO_NEWBORN,
    RESPIRATORY,
    VENOVENOUS,
    VENTILATED,
)
from registry.scoring.sources import Source, coded, derived, field, not_asked, ticked, yes_no

INVASIVE, BAG_MASK, NO_AIRWAY = 1, 5, 3
RENAL_REPLACEMENT = (1, 2, 3)  # pre_rrt; slow ultrafiltration takes off water only
TRANSFERRED = (3, 4, 5, 9)  # admission_source: days in the hospital before are not known


def hours_ventilated(c: Any) -> float | None:
    """Hours of invasive ventilation before flow: 0 if there was none, None if its start is not known."""
    if c.pre_vent_status == INVASIVE:
        return c.pre_ecls_vent_hours
    if c.pre_vent_status == BAG_MASK:
        return 0 if c.get("pre_airway") == NO_AIRWAY else None
    return 0


def _days_ventilated(c: Any) -> float | None:
    hours = hours_ventilated(c)
    return None if hours is None else hours / 24


def _days_in_hospital(c: Any) -> float | None:
    """Since admission; not known for patients who came from another hospital."""
    if c.admission_source in TRANSFERRED:
        return None
    return (c.run_start_at - c.admission_at).total_seconds() / 86_400


def _acute_kidney_failure(c: Any) -> bool | None:
    """True from stage 3 or with replacement that is not long-term, false at stage 0; between them not known."""
    is_replaced = c.get("pre_rrt") in RENAL_REPLACEMENT and "DIA" not in c.comorbidities
    if is_replaced or c.pre_aki_stage == 3:
        return True
    return False if c.pre_aki_stage == 0 and c.pre_rrt is not None else None


AGE = derived("age_years", "birth_date", "run_start_at")
VENTILATION = ("pre_vent_status", "intubated_at")
HOURS_VENTILATED = Source(VENTILATION, hours_ventilated)
ARREST = yes_no("pre_arrest")
PF = derived("pf_ratio", "pre_pao2", "pre_fio2")

RESP = Adapter(
    "resp",
    {
        "age_years": AGE,
        "immunocompromised": yes_no("immunocompromised"),
        "mv_hours_pre_ecmo": HOURS_VENTILATED,
        "resp_diagnosis_group": Source(diagnoses.PRIMARY, diagnoses.resp_diagnosis_group),
        "cns_dysfunction": yes_no("cns_dysfunction_history"),
        "acute_nonpulmonary_infection": yes_no("nonpulmonary_infection"),
        "neuromuscular_blockade_pre_ecmo": ticked("pre_adjuncts", "NMB"),
        "inhaled_nitric_oxide_pre_ecmo": ticked("pre_adjuncts", "INO"),
        "bicarbonate_infusion_pre_ecmo": ticked("pre_adjuncts", "BICA"),
        "cardiac_arrest_pre_ecmo": ARREST,
        "paco2_mmhg": field("pre_paco2"),
        "pip_cmh2o": field("pre_pip"),
    },
    needs=(ADULT, RESPIRATORY, VENOVENOUS, FIRST_RUN),
    finish=notes.of_resp,
)
PRESET = Adapter(
    "preset",
    {
        "map_mmhg": field("pre_map"),
        "lactate_mmol_l": field("pre_lactate"),
        "ph_arterial": field("pre_ph"),
        "platelets_10e9_l": field("pre_platelets"),
        "hospital_days_pre_ecmo": Source(
            ("admission_source", "admission_at", "run_start_at"), _days_in_hospital
        ),
    },
    needs=(ADULT, RESPIRATORY, VENOVENOUS, ARDS),
    finish=notes.of_preset,
)
P_PREP = Adapter(
    "p_prep",
    {
        "ecmo_mode": coded("initial_mode", {"VV": "VV", "VA": "VA"}),
        "mv_days_pre_ecmo": Source(VENTILATION, _days_ventilated),
        "pf_ratio": PF,
        "ph_arterial": field("pre_ph"),
        "pulmonary_diagnosis": Source(diagnoses.PRIMARY, diagnoses.pulmonary_diagnosis),
        "cardiac_arrest_pre_ecmo": ARREST,
        "cancer": ticked("comorbidities", "MAL", "HEM"),
        "acute_renal_failure": Source(("pre_aki_stage", "pre_rrt"), _acute_kidney_failure),
        "acute_liver_necrosis": not_asked("acute liver necrosis", "急性肝坏死"),
    },
    needs=(CHILD_OVER_7_DAYS, RESPIRATORY),
)
MURRAY_LIS = Adapter(
    "murray_lis",
    {
        "cxr_quadrants": not_asked("quadrants on the chest film", "胸片受累象限数"),
        "pf_ratio": PF,
        "peep_cmh2o": field("pre_peep"),
        "compliance_ml_cmh2o": Source(
            ("pre_compliance",), lambda c: c.get("pre_compliance") or c.get("compliance_rs")
        ),
    },
    needs=(NO_NEWBORN, RESPIRATORY, ARDS, VENTILATED),
    digits=2,
)
