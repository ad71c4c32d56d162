"""What the dictionary says of scores and ratios before ECLS; they are computed beside the other scores."""

from registry.derived.book import describe

describe(
    "pre_ecls_vent_hours",
    ("Ventilation before ECLS", "ECLS 前有创通气时长"),
    ("From intubation to the start of flow", "气管插管至转流开始"),
    "hours(run_start_at - intubated_at)",
    of="intubated_at run_start_at",
    unit="h",
)
describe(
    "pf_ratio",
    ("P/F ratio before ECLS", "ECLS 前 P/F 比值（PaO2/FiO2）"),
    (
        "PaO2 over the inspired oxygen fraction; not the oxygenation index",
        "PaO2 除以吸入氧浓度；与氧指数（OI）不同",
    ),
    "pre_pao2 / (pre_fio2 / 100)",
    of="pre_pao2 pre_fio2",
    unit="mmHg",
)
describe(
    "oxygenation_index",
    ("Oxygenation index (OI)", "氧指数（OI）"),
    (
        "Mean airway pressure times inspired oxygen in percent, over PaO2; of ventilated patients",
        "平均气道压乘吸入氧浓度（%）再除以 PaO2；用于机械通气者",
    ),
    "pre_map_airway * pre_fio2 / pre_pao2",
    of="pre_vent_status pre_map_airway pre_fio2 pre_pao2",
    unit="cmH2O/mmHg",
)
describe(
    "sf_ratio",
    ("SpO2/FiO2", "SpO2/FiO2"),
    (
        "SpO2 over the inspired oxygen fraction; empty above a saturation of 97 %",
        "SpO2 除以吸入氧浓度；SpO2 超过 97% 时为空",
    ),
    "pre_spo2 / (pre_fio2 / 100)",
    of="pre_spo2 pre_fio2",
)
describe(
    "driving_pressure",
    ("Driving pressure", "驱动压"),
    ("Plateau pressure minus PEEP", "平台压减呼气末正压"),
    "pre_plateau - pre_peep",
    of="pre_vent_status pre_plateau pre_peep",
    unit="cmH2O",
)
describe(
    "compliance_rs",
    ("Compliance of the respiratory system", "呼吸系统顺应性（计算值）"),
    (
        "Tidal volume over driving pressure; empty where that is 0 or less",
        "潮气量除以驱动压；驱动压不大于 0 时为空",
    ),
    "pre_tidal_volume / driving_pressure",
    of="pre_tidal_volume driving_pressure",
    unit="mL/cmH2O",
)
describe(
    "pulse_pressure_pre",
    ("Pulse pressure before ECLS", "ECLS 前脉压"),
    ("Systolic minus diastolic pressure", "收缩压减舒张压"),
    "pre_sbp - pre_dbp",
    of="pre_sbp pre_dbp",
    unit="mmHg",
)
describe(
    "vis_pre",
    ("Vasoactive-inotropic score", "血管活性药物评分（VIS）"),
    (
        "Weighted sum of the doses; a drug not chosen counts 0, and a chosen drug without a dose leaves the score empty",
        "各药剂量加权之和；未选药物计 0，已选药物缺剂量时为空",
    ),
    "dopamine + dobutamine + 100 epinephrine + 100 norepinephrine + 10 milrinone + 10000 vasopressin",
    of="pre_vasoactive_drugs dose_dopamine dose_dobutamine dose_epinephrine dose_norepinephrine dose_milrinone "
    "dose_vasopressin",
    unit="score",
)
describe(
    "resp_score",
    ("RESP score", "RESP 评分"),
    (
        "Points of 12 items before respiratory support of adults (Schmidt 2014); empty while an item is missing",
        "成人呼吸支持前 12 项计分之和（Schmidt 2014）；缺项时为空",
    ),
    "sum of the points of age, immune state, ventilation time, diagnosis, CNS, infection, adjuncts, arrest, PaCO2, PIP",
    of="age_years support_type initial_mode run_number immunocompromised pre_vent_status pre_airway "
    "pre_ecls_vent_hours primary_diagnosis cns_dysfunction_history nonpulmonary_infection pre_adjuncts pre_arrest "
    "pre_paco2 pre_pip",
    unit="score",
)
describe(
    "save_score",
    ("SAVE score", "SAVE 评分"),
    (
        "Points of 12 items and the constant of -6 before cardiac support of adults (Schmidt 2015); "
        "empty while an item is missing",
        "成人循环支持前 12 项计分之和加常数 -6（Schmidt 2015）；缺项时为空",
    ),
    "-6 + points of diagnosis, age, weight, liver, CNS, kidney, ventilation time, PIP, arrest, pressures, bicarbonate",
    of="age_years support_type initial_mode primary_diagnosis diag_code diag_role pre_cardiac_procedures weight_kg "
    "pre_bilirubin pre_ast pre_alt cns_dysfunction_history pre_creatinine pre_rrt comorbidities pre_vent_status "
    "pre_airway pre_ecls_vent_hours pre_pip pre_arrest pre_dbp pulse_pressure_pre pre_hco3",
    unit="score",
)
