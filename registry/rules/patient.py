"""The patient: age, sex, pregnancy, identity document, comorbidities."""

from typing import Any

from registry.rules.book import error, warning


@error("V005", "age_years", "Age above 120 years is not accepted", "年龄不得超过120岁", on="run")
def age_up_to_120(c: Any) -> bool:
    return c.age_years <= 120


@error("V062", "pregnancy_status sex", "Pregnancy only in female patients", "妊娠状态仅限女性", on="run")
def pregnant_is_female(c: Any) -> bool:
    return c.pregnancy_status not in (1, 2) or c.sex == 2


@error(
    "V063",
    "pregnancy_status pregnancy_weeks",
    "Weeks of pregnancy only if pregnant",
    "仅妊娠患者填写孕周",
    on="run",
)
def weeks_only_if_pregnant(c: Any) -> bool:
    return c.get("pregnancy_weeks") is None or c.pregnancy_status == 1


@warning(
    "V064",
    "age_years pregnancy_status",
    "Pregnancy outside 10 to 60 years: confirm",
    "10~60岁以外妊娠请确认",
    on="run",
)
def pregnant_aged_10_to_60(c: Any) -> bool:
    return c.pregnancy_status != 1 or 10 <= c.age_years <= 60


@error(
    "V065",
    "id_document_no id_document_type",
    "Identity card number fails its check digit",
    "身份证号码校验未通过",
    on="patient",
)
def id_number_check_digit(c: Any) -> bool:
    return c.id_document_type not in (1, 6) or c.id_number_is_valid


@warning(
    "V066",
    "birth_date id_document_no id_document_type",
    "Identity card birth date differs from date of birth",
    "身份证出生日期与填写不一致",
    on="patient",
)
def id_number_birth_date(c: Any) -> bool:
    return c.id_document_type not in (1, 6) or c.id_number_birth_date == c.birth_date


@warning(
    "V067",
    "id_document_no id_document_type sex",
    "Identity card sex differs from recorded sex",
    "身份证性别与填写不一致",
    on="patient",
)
def id_number_sex(c: Any) -> bool:
    return c.id_document_type not in (1, 6) or c.id_number_sex == c.sex


@error(
    "V068",
    "comorbidities",
    "'None' cannot be combined with other conditions",
    '"无"不可与其他基础疾病同选',
    on="admission",
)
def no_comorbidity_stands_alone(c: Any) -> bool:
    return "NONE" not in c.comorbidities or len(c.comorbidities) == 1


@warning(
    "V086", "age_years bmi height_cm weight_kg", "Body mass index implausible", "体重指数异常请核对", on="run"
)
def bmi_plausible(c: Any) -> bool:
    return c.age_years < 2 or 8 <= c.bmi <= 70
