"""An invented case, complete and without a remark of any rule: the example of the templates.

``ANSWERS`` are by place, as the page names it: table, number of the run, and ``new…`` for a row.
"""

import re
from collections.abc import Iterator
from typing import Any

from registry.files.tables import CASE_REF, CASE_TABLES, PATIENT_REF, ROW_REF, RUN_NUMBER, TABLE_OF_KIND

PATIENT, CASE = "EXAMPLE-P1", "EXAMPLE-1"
IDENTIFIERS = {
    "patient_name": "示例患者",
    "id_document_no": "EXAMPLE123",
    "contact_phone": "000-00000000",
    "medical_record_no": "EXAMPLE-1",
}
PLACE = re.compile(r"([a-z_]+?)(\d*)(?:[.]new(\d+))?")

Cells = dict[str, str]

ANSWERS: dict[str, dict[str, Any]] = {
    "patient": {
        "id_document_type": "2",
        "sex": "1",
        "birth_date": "1968-03-04",
        "residence_province": "31",
        "contact_relation": "2",
    },
    "admission": {
        "data_consent": "1",
        "admission_at": "2026-03-01 08:00",
        "admission_source": "2",
        "payer": "1",
        "comorbidities": ["HTN"],
    },
    "baseline1": {
        "weight_kg": "72",
        "height_cm": "174",
        "immunocompromised": "0",
        "cns_dysfunction_history": "0",
        "trauma_related": "0",
    },
    "pre_ecls1": {
        "assessed_at": "2026-03-01 10:30",
        "intubated_at": "2026-03-01 09:00",
        "pre_vent_status": "1",
        "pre_airway": "1",
        "pre_vent_type": "1",
        "pre_fio2": "80",
        "pre_peep": "8",
        "pre_pip": "24",
        "pre_map_airway": "14",
        "pre_resp_rate": "18",
        "pre_ph": "7.22",
        "pre_paco2": "41",
        "pre_pao2": "88",
        "pre_hco3": "16.5",
        "pre_sao2": "95",
        "pre_lactate": "8.4",
        "pre_heart_rate": "118",
        "pre_sbp": "76",
        "pre_dbp": "44",
        "pre_map": "55",
        "pre_lvef": "18",
        "pre_vasoactive_drugs": ["NOR"],
        "dose_norepinephrine": "0.4",
        "pre_hb": "118",
        "pre_platelets": "164",
        "pre_creatinine": "142",
        "pre_arrest": "0",
        "pre_adjuncts": ["NONE"],
        "pre_mcs": ["0"],
        "pre_mi": "0",
        "postcardiotomy": "0",
        "pre_rrt": "0",
        "pre_scai": "D",
    },
    "run1": {
        "support_type": "2",
        "initial_mode": "VA",
        "urgency": "1",
        "intent": "1",
        "run_start_at": "2026-03-01 12:00",
        "run_stop_at": "2026-03-08 12:00",
        "decannulated_at": "2026-03-08 13:00",
        "cannulation_place": "1",
        "care_unit": "1",
        "stop_reason": "1",
        "primary_diagnosis": "C01",
        "primary_icd10": "I40.9",
        "lv_unloading": ["0"],
        "mode_changed": "0",
    },
    "cannula1.new1": {
        "cannula_function": "1",
        "cannula_vessel": "FV",
        "cannula_side": "R",
        "cannula_technique": "1",
        "cannula_size_fr": "23",
        "cannula_in_at": "2026-03-01 11:30",
    },
    "cannula1.new2": {
        "cannula_function": "2",
        "cannula_vessel": "CFA",
        "cannula_side": "R",
        "cannula_technique": "1",
        "cannula_size_fr": "17",
        "cannula_in_at": "2026-03-01 11:40",
        "distal_perfusion": "1",
        "distal_perfusion_timing": "1",
    },
    "equipment1.new1": {
        "equip_type": "1",
        "equip_start_at": "2026-03-01 12:00",
        "oxygenator_model": "1",
        "equip_changed": "0",
    },
    "support1.new1": {
        "timepoint": "H24",
        "measured_at": "2026-03-02 12:00",
        "pump_flow": "3.8",
        "sweep_gas_flow": "3.0",
        "sweep_fio2": "60",
        "on_ph": "7.41",
        "on_paco2": "39",
        "on_pao2": "112",
        "on_lactate": "2.6",
        "on_map": "71",
        "on_vent_status": "1",
        "on_fio2": "40",
        "on_peep": "8",
        "on_pip": "20",
        "anticoagulant": "1",
        "on_hb": "96",
        "on_platelets": "112",
        "on_rrt": "0",
    },
    "course1": {
        "rbc_units": "6",
        "coronary_angiography": "0",
        "any_complication": "1",
        "any_infection": "1",
    },
    "complication1.new1": {
        "comp_code": "HEM01",
        "comp_onset_at": "2026-03-03 06:00",
        "comp_severity": "2",
        "comp_actions": ["1"],
        "comp_rbc_units_24h": "2",
        "comp_outcome": "1",
    },
    "infection1.new1": {
        "infection_type": "2",
        "infection_ecls_related": "1",
        "infection_onset_at": "2026-03-05 09:00",
        "culture_positive": "0",
        "antimicrobial_changed": "1",
    },
    "weaning1": {
        "wean_trials": "1",
        "first_wean_trial_at": "2026-03-08 09:00",
        "last_wean_result": "1",
        "alive_24h_after_stop": "1",
        "ecls_restarted": "0",
        "vad_after": "0",
        "transplant_type": "0",
    },
    "outcome": {
        "extubation_status": "1",
        "extubated_at": "2026-03-10 10:00",
        "rrt_at_discharge": "0",
        "discharge_status": "1",
        "discharge_at": "2026-03-25 10:00",
        "died": "0",
        "alive_30d_known": "1",
        "cpc_discharge": "1",
    },
}


def example_rows() -> dict[str, list[Cells]]:
    """The rows of each file, by its name; files without a row have an empty list."""
    lines: dict[tuple[str, ...], Cells] = {}
    for place, answers in ANSWERS.items():
        file, keys = _line(place)
        cells = lines.setdefault((file, *keys.values()), keys)
        cells |= {name: _cell(value) for name, value in answers.items()}
    found: dict[str, list[Cells]] = {table.file: [] for table in CASE_TABLES}
    for (file, *_), cells in lines.items():
        found[file].append(cells | dict(_identifiers(file)))
    return found


def _line(place: str) -> tuple[str, Cells]:
    """The file of a place, and the keys of its row."""
    match = PLACE.fullmatch(place)
    if match is None:
        raise ValueError(place)
    kind, run, row = match.groups()
    table = TABLE_OF_KIND[kind]
    keys = {PATIENT_REF: PATIENT, CASE_REF: CASE, RUN_NUMBER: run, ROW_REF: row}
    return table.file, {name: keys[name] for name in table.keys}


def _identifiers(file: str) -> Iterator[tuple[str, str]]:
    table = next(table for table in CASE_TABLES if table.file == file)
    return ((name, text) for name, text in IDENTIFIERS.items() if name in table.by_name)


def _cell(value: Any) -> str:
    return ";".join(value) if isinstance(value, list) else str(value)
