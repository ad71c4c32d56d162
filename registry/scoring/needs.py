"""Whom scores speak of, read from the answers of a run."""

from typing import Any

from crf.pairs import Pair
from registry.scores.definition import Status
from registry.scoring import diagnoses
from registry.scoring.adapter import Need

PULMONARY, CARDIAC, ECPR = 1, 2, 3
ARTERIAL_MODES = ("VA", "VVA", "VAV", "VPA")
CARDIAC_CAUSES = (1, 2, 3, 4)
HYPOTHERMIA = 8


def _is_hypothermic(c: Any) -> bool:
    return c.get("arrest_cause") == HYPOTHERMIA or "C24" in diagnoses.codes(c)


ADULT = Need(lambda c: c.age_years >= 18, Status.NOT_AGE, Pair("for adults", "仅限成人"))
UNDER_16 = Need(lambda c: c.age_years < 16, Status.NOT_AGE, Pair("for children under 16", "仅限 16 岁以下"))
CHILD_OVER_7_DAYS = Need(
    lambda c: c.age_days > 7 and c.age_years < 18,
    Status.NOT_AGE,
    Pair("from 8 days to under 18 years", "仅限 8 天至 18 岁以下"),
)
NO_NEWBORN = Need(lambda c: c.age_group != "N", Status.NOT_AGE, Pair("not for newborns", "不用于新生儿"))
RESPIRATORY = Need(
    lambda c: c.support_type == PULMONARY, Status.NOT_MODE, Pair("for respiratory support", "仅限呼吸支持")
)
VENOVENOUS = Need(lambda c: c.initial_mode in ("VV", "VVA"), Status.NOT_MODE, Pair("for VV", "仅限 VV 模式"))
FIRST_RUN = Need(lambda c: c.run_number == 1, Status.NOT_MODE, Pair("for the first run", "仅限首次辅助"))
CIRCULATORY = Need(
    lambda c: c.support_type in (CARDIAC, ECPR),
    Status.NOT_MODE,
    Pair("for circulatory support", "仅限循环支持"),
)
CARDIAC_ONLY = Need(
    lambda c: c.support_type == CARDIAC,
    Status.NOT_MODE,
    Pair("for cardiac support, not ECPR", "仅限循环支持，ECPR 除外"),
)
VENOARTERIAL = Need(
    lambda c: c.initial_mode in ARTERIAL_MODES, Status.NOT_MODE, Pair("for VA", "仅限 VA 模式")
)
RESUSCITATED = Need(lambda c: c.support_type == ECPR, Status.NOT_MODE, Pair("for ECPR", "仅限 ECPR"))
VENTILATED = Need(
    lambda c: c.pre_vent_status == 1,
    Status.NOT_MODE,
    Pair("for invasive ventilation", "仅限有创通气"),
)
ARDS = Need(
    lambda c: diagnoses.resp_group(c) in diagnoses.ARDS_GROUPS,
    Status.NOT_DIAGNOSIS,
    Pair("for acute lung failure (ARDS)", "仅限急性肺衰竭（ARDS）"),
)
INFARCTION = Need(
    lambda c: c.get("pre_mi") == 1 or not diagnoses.codes(c).isdisjoint(("C01", "C02", "C03", "C04")),
    Status.NOT_DIAGNOSIS,
    Pair("for acute myocardial infarction", "仅限急性心肌梗死"),
)
OUT_OF_HOSPITAL = Need(
    lambda c: c.arrest_location == 1,
    Status.NOT_DIAGNOSIS,
    Pair("for arrest out of hospital", "仅限院外心搏骤停"),
)
CARDIAC_CAUSE = Need(
    lambda c: c.arrest_cause in CARDIAC_CAUSES,
    Status.NOT_DIAGNOSIS,
    Pair("for arrest of cardiac cause", "仅限心源性心搏骤停"),
)
HYPOTHERMIC_ARREST = Need(
    lambda c: _is_hypothermic(c) and (c.support_type == ECPR or c.pre_arrest == 1),
    Status.NOT_DIAGNOSIS,
    Pair("for hypothermic arrest", "仅限低体温心搏骤停"),
)
