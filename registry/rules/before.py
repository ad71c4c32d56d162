"""The state before ECLS: pressures, gases, drugs and times that fit together."""

from typing import Any

from registry.derived import hours
from registry.rules.book import RESPIRATORY, error, warning

POSTCARDIOTOMY = frozenset({"C14", "C15", "C16", "C17"})
ON = "pre_ecls"


@warning(
    "V061",
    "postcardiotomy primary_diagnosis",
    "Post-cardiotomy diagnosis without recent cardiac surgery",
    "心脏术后诊断但未记录手术",
    on=ON,
)
def postcardiotomy_diagnosis_after_surgery(c: Any) -> bool:
    return not (c.primary_diagnosis in POSTCARDIOTOMY and c.postcardiotomy == 0)


@error(
    "V069",
    "pre_vasoactive_drugs",
    "'None' cannot be combined with vasoactive drugs",
    '"无"不可与血管活性药物同选',
    on=ON,
)
def no_drug_stands_alone(c: Any) -> bool:
    return "NONE" not in c.pre_vasoactive_drugs or len(c.pre_vasoactive_drugs) == 1


@error("V070", "pre_adjuncts", "'None' cannot be combined with adjuncts", '"无"不可与辅助治疗同选', on=ON)
def no_adjunct_stands_alone(c: Any) -> bool:
    return "NONE" not in c.pre_adjuncts or len(c.pre_adjuncts) == 1


@error(
    "V071",
    "pre_dbp pre_map pre_sbp",
    "Pressures must be ordered systolic, mean, diastolic",
    "血压须收缩压≥平均压≥舒张压",
    on=ON,
)
def pressures_in_order(c: Any) -> bool:
    known = [value for name in ("pre_dbp", "pre_map", "pre_sbp") if (value := c.get(name)) is not None]
    return known == sorted(known)


@error(
    "V073",
    "pre_fio2",
    "FiO2 must be 21 to 100 percent (not a fraction)",
    "FiO2 须为 21~100%（非小数）",
    on=ON,
)
def oxygen_in_percent(c: Any) -> bool:
    return 21 <= c.pre_fio2 <= 100


@error("V074", "pre_peep pre_pip", "Peak pressure cannot be below PEEP", "吸气峰压不得低于 PEEP", on=ON)
def peak_not_below_peep(c: Any) -> bool:
    return c.pre_pip >= c.pre_peep


@warning("V075", "pre_plateau pre_pip", "Plateau above peak pressure: check", "平台压高于峰压请核对", on=ON)
def plateau_not_above_peak(c: Any) -> bool:
    return c.pre_plateau <= c.pre_pip


@warning("V076", "pre_plateau pre_peep", "Plateau below PEEP: check", "平台压低于 PEEP 请核对", on=ON)
def plateau_not_below_peep(c: Any) -> bool:
    return c.pre_plateau >= c.pre_peep


@error(
    "V077",
    "assessed_at run_start_at",
    "Pre-ECLS values must be taken before the start of flow",
    "ECLS 前指标须早于转流开始",
    on=ON,
)
def assessed_before_flow(c: Any) -> bool:
    return c.assessed_at <= c.run_start_at


@warning(
    "V078",
    "intubated_at run_start_at",
    "Intubation after ECLS start does not count as pre-ECLS ventilation",
    "ECLS 后插管不计入术前通气",
    on=ON,
)
def intubated_before_flow(c: Any) -> bool:
    return c.intubated_at <= c.run_start_at


@warning(
    "V079",
    "pre_pao2 support_type",
    "PaO2 above 300 mmHg before ECLS is unusual for respiratory support",
    "ECLS 前 PaO2>300 mmHg 不常见",
    on=ON,
)
def oxygen_tension_as_usual(c: Any) -> bool:
    return c.support_type != RESPIRATORY or c.pre_pao2 <= 300


@warning(
    "V080",
    "pf_ratio support_type",
    "P/F above 300 before respiratory ECLS: check",
    "呼吸支持患者 P/F>300 请核对",
    on=ON,
)
def oxygenation_is_impaired(c: Any) -> bool:
    return c.support_type != RESPIRATORY or c.pf_ratio <= 300


@warning(
    "V081",
    "pre_lactate",
    "Lactate above 20 mmol/L: check the unit (mg/dL?)",
    "乳酸>20 mmol/L 请核对单位",
    on=ON,
)
def lactate_in_mmol(c: Any) -> bool:
    return c.pre_lactate <= 20


@warning(
    "V082",
    "pre_creatinine",
    "Creatinine below 15 μmol/L: value may be in mg/dL",
    "肌酐<15 μmol/L 可能误用 mg/dL",
    on=ON,
)
def creatinine_in_umol(c: Any) -> bool:
    return c.pre_creatinine >= 15


@warning(
    "V083",
    "pre_bilirubin",
    "Bilirubin below 2 μmol/L: value may be in mg/dL",
    "胆红素<2 μmol/L 可能误用 mg/dL",
    on=ON,
)
def bilirubin_in_umol(c: Any) -> bool:
    return c.pre_bilirubin >= 2


@warning(
    "V084",
    "pre_hb",
    "Hemoglobin below 35 g/L: value may be in g/dL",
    "血红蛋白<35 g/L 可能误用 g/dL",
    on=ON,
)
def hemoglobin_in_grams_per_liter(c: Any) -> bool:
    return c.pre_hb >= 35


@warning(
    "V085",
    "pre_paco2",
    "PaCO2 below 15 mmHg: value may be in kPa",
    "PaCO2<15 mmHg 可能误用 kPa",
    on=ON,
)
def carbon_dioxide_in_mmhg(c: Any) -> bool:
    return c.pre_paco2 >= 15


@error(
    "V145",
    "pre_mcs",
    "'None' cannot be combined with mechanical support before ECLS",
    '"无"不可与机械辅助同选',
    on=ON,
)
def no_mechanical_support_stands_alone(c: Any) -> bool:
    return 0 not in c.pre_mcs or len(c.pre_mcs) == 1


@warning(
    "V147",
    "dose_vasopressin",
    "Vasopressin above 0.003 U/kg/min: value may be in U/min",
    "血管加压素>0.003 U/kg/min 可能误用 U/min",
    on=ON,
)
def vasopressin_per_kilogram(c: Any) -> bool:
    return float(c.dose_vasopressin) <= 0.003


@warning(
    "V148",
    "pre_troponin_ratio",
    "Troponin ratio above 10000: check it is a multiple of the upper limit",
    "肌钙蛋白倍数>10000 请核对",
    on=ON,
)
def troponin_as_a_multiple(c: Any) -> bool:
    return c.pre_troponin_ratio <= 10000


@warning(
    "V149",
    "assessed_at run_start_at",
    "Pre-ECLS values older than 6 h before flow: confirm",
    "ECLS 前指标早于启动前 6 小时请确认",
    on=ON,
)
def assessed_within_six_hours(c: Any) -> bool:
    return hours(c.run_start_at, c.assessed_at) <= 6
