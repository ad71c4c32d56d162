"""Type of support, mode and diagnosis."""

import re
from typing import Any

from registry.rules.book import ARTERIAL_MODES, error, warning

ICD10 = re.compile(r"[A-Z][0-9]{2}([.][0-9A-Za-z]{1,8})?[+*]?")


@warning(
    "V029",
    "run_number",
    "A second run expects 'ECLS restarted' on the previous outcome form",
    "再次运行应在前次结局填报再次上机",
    on="run",
)
def second_run_follows_a_restart(c: Any) -> bool:
    return c.run_number == 1 or c.previous_run_ecls_restarted == 1


@error(
    "V031",
    "initial_mode support_type",
    "ECPR requires an arterial return mode",
    "ECPR须为含动脉回流的模式",
    on="run",
)
def ecpr_is_arterial(c: Any) -> bool:
    return c.support_type != 3 or c.initial_mode in ARTERIAL_MODES


@warning(
    "V035",
    "initial_mode support_type",
    "Cardiac support in VV or CO2-removal mode is unusual",
    "循环支持采用VV/CO2清除不常见",
    on="run",
)
def cardiac_support_is_not_venous(c: Any) -> bool:
    return not (c.support_type == 2 and c.initial_mode in ("VV", "VVECCO2R", "AVECCO2R"))


@warning(
    "V036",
    "age_group initial_mode support_type",
    "Adult respiratory support in VA mode: please confirm",
    "成人呼吸支持采用VA模式请确认",
    on="run",
)
def adult_pulmonary_support_is_venous(c: Any) -> bool:
    return not (c.age_group == "A" and c.support_type == 1 and c.initial_mode in ("VA", "VVA"))


@warning(
    "V055",
    "initial_mode lv_unloading mode_changed",
    "LV unloading recorded for a mode without arterial return",
    "非动脉回流模式记录左心减压请核对",
    on="run",
)
def lv_unloading_in_arterial_modes(c: Any) -> bool:
    return 0 in c.lv_unloading or c.initial_mode in ARTERIAL_MODES or c.mode_changed == 1


@error(
    "V058",
    "primary_diagnosis support_type",
    "Support type and primary diagnosis are required before submission",
    "提交前须填写支持类型与主要诊断",
    on="run",
)
def has_type_and_diagnosis(c: Any) -> bool:
    """Asked once the run is over; a draft that has just begun is not wrong yet."""
    if c.get("run_stop_at") is None:
        return True
    return c.get("support_type") is not None and c.get("primary_diagnosis") is not None


@error("V059", "primary_icd10", "ICD-10 code format is not valid", "ICD-10编码格式无效", on="run")
def icd10_is_well_formed(c: Any) -> bool:
    return ICD10.fullmatch(c.primary_icd10) is not None


@warning(
    "V060",
    "age_group primary_diagnosis",
    "Neonatal diagnosis in a patient older than 28 days",
    "非新生儿使用新生儿诊断请核对",
    on="run",
)
def neonatal_diagnosis_in_neonates(c: Any) -> bool:
    return not (c.age_group != "N" and c.primary_diagnosis.startswith("N"))


@error(
    "V152", "lv_unloading", "'None' cannot be combined with LV unloading", '"无"不可与左心减压同选', on="run"
)
def no_unloading_stands_alone(c: Any) -> bool:
    return 0 not in c.lv_unloading or len(c.lv_unloading) == 1
