"""The case that ``benchmarks.entry`` enters, as a person types it: an adult after cardiac arrest, seven days on support.

Choices and lists are given by code; times in the short forms that the boxes read.
"""

from typing import Any

NEW_CASE = {
    "record_no": "B0001",
    "id_document_type": "2",
    "document_no": "E55667788",
    "sex": "1",
    "birth_date": "19680304",
    "support_type": "3",
    "initial_mode": "VA",
}
PHONE = "13800000000"

# By field: no name stands in two forms.
ANSWERS: dict[str, Any] = {
    "residence_province": "31", "contact_relation": "2", "data_consent": "1",
    "admission_at": "0800", "admission_source": "2", "payer": "1", "comorbidities": ["HTN"],
    "weight_kg": "72", "height_cm": "174", "immunocompromised": "0", "cns_dysfunction_history": "0",
    "trauma_related": "0",
    "urgency": "1", "intent": "1", "run_stop_at": "+7 1200", "decannulated_at": "+7 1300",
    "cannulation_place": "1", "care_unit": "1", "stop_reason": "1", "primary_diagnosis": "A01",
    "primary_icd10": "I46.9", "cannulated_by_mobile_team": "0",
    "arrest_location": "2", "arrest_at": "1108", "witnessed": "1", "cpr_start_at": "1110", "initial_rhythm": "1",
    "arrest_cause": "1", "rosc_before_ecls": "0", "ttm_used": "1", "ttm_target": "36",
    "assessed_at": "1145", "intubated_at": "1115", "pre_vent_status": "1", "pre_airway": "1", "pre_vent_type": "1",
    "pre_fio2": "80", "pre_peep": "8", "pre_pip": "24", "pre_map_airway": "14", "pre_resp_rate": "18",
    "pre_ph": "7.22", "pre_paco2": "41", "pre_pao2": "88", "pre_hco3": "16.5", "pre_sao2": "95", "pre_lactate": "8.4",
    "pre_vasoactive_drugs": ["NOR"], "dose_norepinephrine": "0.4",
    "pre_hb": "118", "pre_platelets": "164", "pre_creatinine": "142", "pre_arrest": "1", "pre_adjuncts": ["NONE"],
    "pre_mcs": ["0"], "pre_mi": "0", "postcardiotomy": "0", "pre_rrt": "0",
    "lv_unloading": ["0"], "mode_changed": "0",
    "any_complication": "1", "any_infection": "0", "rbc_units": "6", "coronary_angiography": "0",
    "wean_trials": "1", "first_wean_trial_at": "+7 0900", "last_wean_result": "1", "alive_24h_after_stop": "1",
    "ecls_restarted": "0", "vad_after": "0", "transplant_type": "0",
    "extubation_status": "1", "extubated_at": "+9 1000", "rrt_at_discharge": "0", "discharge_status": "1",
    "discharge_at": "+20 1000", "died": "0", "alive_30d_known": "1", "cpc_discharge": "1",
}  # fmt: skip

# Rows by group, each with its columns first.
ROWS: dict[str, list[dict[str, Any]]] = {
    "cannula": [
        {
            "cannula_function": "1", "cannula_vessel": "FV", "cannula_side": "R", "cannula_technique": "1",
            "cannula_size_fr": "23", "cannula_in_at": "1130",
        },
        {
            "cannula_function": "2", "cannula_vessel": "CFA", "cannula_side": "R", "cannula_technique": "1",
            "cannula_size_fr": "17", "cannula_in_at": "1140", "distal_perfusion": "1", "distal_perfusion_timing": "1",
        },
    ],
    "complication": [
        {
            "comp_code": "HEM01", "comp_onset_at": "+2 0600", "comp_severity": "2", "comp_actions": ["1"],
            "comp_outcome": "1", "comp_rbc_units_24h": "2",
        },
        {
            "comp_code": "REN01", "comp_onset_at": "+3 0800", "comp_severity": "2", "comp_actions": ["1"],
            "comp_outcome": "1",
        },
    ],
}  # fmt: skip

# Each day: the nine values of the grid, then what else is required of a row.
IN_GRID = {
    "pump_flow": "3.8", "pump_rpm": "3400", "sweep_gas_flow": "3", "sweep_fio2": "60", "on_map": "71",
    "on_lactate": "2.6", "on_hb": "96", "on_platelets": "112", "on_aptt": "64",
}  # fmt: skip
IN_PANEL = {
    "on_ph": "7.41", "on_paco2": "39", "on_pao2": "112", "on_vent_status": "1", "on_fio2": "40", "on_peep": "8",
    "on_pip": "20", "anticoagulant": "1", "on_rrt": "0",
}  # fmt: skip
DAYS = 8  # 4 h, 24 h, and the mornings of the second to the seventh day
