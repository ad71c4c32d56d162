"""Runs as the forms hold them, without a database."""

from typing import Any

from tests.registry.rules.answers import Given

ADULT: dict[str, Any] = {"age_group": "A", "age_years": 40, "age_days": 14_610, "run_number": 1, "sex": 1}
CHILD: dict[str, Any] = {"age_group": "P", "age_years": 6, "age_days": 2_200, "run_number": 1, "sex": 2}
VENTILATED: dict[str, Any] = {
    "run_start_at": "2026-03-02 12:00",
    "intubated_at": "2026-03-01 06:00",
    "pre_vent_status": 1,
    "pre_vent_type": 1,
}
RESPIRATORY = (
    ADULT
    | VENTILATED
    | {
        "support_type": 1,
        "initial_mode": "VV",
        "primary_diagnosis": "R01",
        "comorbidities": ["HTN"],
        "immunocompromised": 0,
        "cns_dysfunction_history": 0,
        "nonpulmonary_infection": 0,
        "pre_adjuncts": ["NMB", "PRONE"],
        "pre_arrest": 0,
        "pre_paco2": 60,
        "pre_pip": 32,
    }
)
CARDIAC = (
    ADULT
    | VENTILATED
    | {
        "support_type": 2,
        "initial_mode": "VA",
        "primary_diagnosis": "C05",
        "comorbidities": ["NONE"],
        "weight_kg": 60,
        "pre_bilirubin": 20,
        "pre_ast": 40,
        "pre_alt": 41,
        "cns_dysfunction_history": 0,
        "pre_creatinine": 100,
        "pre_rrt": 0,
        "pre_arrest": 0,
        "pre_pip": 18,
        "pre_sbp": 80,
        "pre_dbp": 45,
        "pre_hco3": 20,
    }
)
ARREST: dict[str, Any] = ADULT | {
    "support_type": 3,
    "initial_mode": "VA",
    "primary_diagnosis": "A01",
    "pre_arrest": 1,
    "arrest_location": 1,
    "arrest_cause": 1,
    "arrest_place": 1,
    "arrest_at": "2026-03-02 11:00",
    "cpr_start_at": "2026-03-02 11:04",
    "run_start_at": "2026-03-02 11:54",
    "witnessed": 1,
    "initial_rhythm": 1,
    "epinephrine_total_mg": 5,
    "pre_ph": 6.98,
    "pre_paco2": 30,
}


def run(base: dict[str, Any], further: list[dict[str, Any]] | None = None, **changed: Any) -> Given:
    """The answers of a run; ``further`` are its rows of further diagnoses."""
    return Given(base | changed, rows={"diagnoses": further or []})
