"""Scores of patients on ECLS for circulatory failure, and their drugs."""

from typing import Any

from registry.scoring import diagnoses, notes
from registry.scoring.adapter import Adapter
from registry.scoring.needs import ADULT, CARDIAC_ONLY, CIRCULATORY, ECPR, INFARCTION, VENOARTERIAL
from registry.scoring.respiratory import AGE, RENAL_REPLACEMENT, VENTILATION, hours_ventilated
from registry.scoring.sources import Source, any_of, coded, derived, field, not_asked, over, ticked, yes_no

DRUGS = {
    "dopamine": ("DOP", "dose_dopamine"),
    "dobutamine": ("DOB", "dose_dobutamine"),
    "epinephrine": ("EPI", "dose_epinephrine"),
    "milrinone": ("MIL", "dose_milrinone"),
    "vasopressin": ("VAS", "dose_vasopressin"),
    "norepinephrine": ("NOR", "dose_norepinephrine"),
}


def _dose(drug: str) -> Source:
    """0 for a drug that is not ticked; None for one ticked without a dose, or while nothing is ticked."""
    code, name = DRUGS[drug]

    def read(c: Any) -> Any:
        return c.get(name) if code in c.pre_vasoactive_drugs else 0

    return Source(("pre_vasoactive_drugs", name), read)


def _transplanted(c: Any) -> bool:
    """By diagnosis (heart C18, lung R20) or by a transplantation in the 30 days before."""
    is_named = not diagnoses.codes(c).isdisjoint(("C18", "R20"))
    return is_named or not {5, 10}.isdisjoint(c.get("pre_cardiac_procedures") or ())


def _replaced(c: Any) -> bool:
    """Renal replacement in this illness that is not long-term dialysis."""
    return c.pre_rrt in RENAL_REPLACEMENT and "DIA" not in c.comorbidities


def _arrested(c: Any) -> bool:
    return c.support_type == ECPR or c.pre_arrest == 1


SAVE = Adapter(
    "save",
    {
        "shock_myocarditis": diagnoses.among("C05"),
        "shock_refractory_vt_vf": diagnoses.among("C11"),
        "shock_post_heart_lung_transplant": Source(diagnoses.PRIMARY, _transplanted),
        "shock_congenital_heart_disease": diagnoses.among(*diagnoses.CONGENITAL_HEART),
        "age_years": AGE,
        "weight_kg": field("weight_kg"),
        "liver_failure": any_of(
            over("pre_bilirubin", "33", or_equal=True), over("pre_ast", "70"), over("pre_alt", "70")
        ),
        "cns_dysfunction": yes_no("cns_dysfunction_history"),
        "acute_renal_failure": any_of(over("pre_creatinine", "132.6"), Source(("pre_rrt",), _replaced)),
        "chronic_renal_failure": ticked("comorbidities", "CKD", "DIA"),
        "intubation_hours_pre_ecmo": Source(VENTILATION, hours_ventilated),
        "pip_cmh2o": field("pre_pip"),
        "cardiac_arrest_pre_ecmo": Source(("pre_arrest",), _arrested),
        "diastolic_bp_mmhg": field("pre_dbp"),
        "pulse_pressure_mmhg": derived("pulse_pressure_pre", "pre_sbp", "pre_dbp"),
        "hco3_mmol_l": field("pre_hco3"),
    },
    needs=(ADULT, CIRCULATORY, VENOARTERIAL),
    finish=notes.of_save,
)
ENCOURAGE = Adapter(
    "encourage",
    {
        "age_years": AGE,
        "sex": coded("sex", {1: "M", 2: "F"}),
        "bmi": derived("bmi", "weight_kg", "height_cm"),
        "gcs": field("pre_gcs"),
        "creatinine_umol_l": field("pre_creatinine"),
        "lactate_mmol_l": field("pre_lactate"),
        "prothrombin_activity_pct": not_asked("prothrombin activity, %", "凝血酶原活动度（%）"),
    },
    needs=(ADULT, CARDIAC_ONLY, VENOARTERIAL, INFARCTION),
)
VIS = Adapter("vis", {drug: _dose(drug) for drug in DRUGS}, digits=1)
INOTROPIC_SCORE = Adapter(
    "inotropic_score", {drug: _dose(drug) for drug in ("dopamine", "dobutamine", "epinephrine")}, digits=1
)
