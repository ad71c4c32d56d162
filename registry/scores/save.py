"""SAVE: survival of adults on veno-arterial ECLS for refractory cardiogenic shock.

Schmidt et al., Eur Heart J 2015;36:2246-56. The constant -6 is always added. Diagnoses are independent
and add up, which the published maximum of 17 needs.
"""

from dataclasses import replace

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import SURVIVAL_TO_DISCHARGE
from registry.scores.points import (
    RiskClass,
    above,
    add_up,
    at_least,
    at_most,
    bands,
    below,
    constant,
    otherwise,
    when_true,
)
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="save",
    title=Pair("SAVE", "SAVE 评分"),
    citation="Schmidt M et al. Eur Heart J 2015;36:2246-56",
    doi="10.1093/eurheartj/ehv194",
    verification_level=Level.TWO_SOURCES,
    verification_note=Pair(
        "Two public implementations agree on every weight; the sum spans the published −35 to 17. "
        "Sources differ on the class of exactly 5.",
        "两个公开实现的各项分值一致；总分范围与发表的 −35 至 17 相符。恰为 5 分时的分级，各来源不一。",
    ),
    min_total=-35,
    max_total=17,
    applicability=Applicability(
        Pair("Adults on VA for cardiogenic shock", "成人，因心源性休克行 VA 辅助"), from_years=18
    ),
    outcome_predicted=SURVIVAL_TO_DISCHARGE,
)

ITEMS = (
    when_true("shock_myocarditis", 3),
    when_true("shock_refractory_vt_vf", 2),
    when_true("shock_post_heart_lung_transplant", 3),
    when_true("shock_congenital_heart_disease", -3),
    bands("age_years", (at_most(38), 7), (at_most(52), 4), (at_most(62), 3), (otherwise, 0)),
    bands("weight_kg", (below(65), 1), (at_most(89), 2), (otherwise, 0)),
    when_true("liver_failure", -3),
    when_true("cns_dysfunction", -3),
    when_true("acute_renal_failure", -3),
    when_true("chronic_renal_failure", -6),
    bands("intubation_hours_pre_ecmo", (at_most(10), 0), (below(30), -2), (otherwise, -4)),
    bands("pip_cmh2o", (at_most(20), 3), (otherwise, 0)),
    when_true("cardiac_arrest_pre_ecmo", -2),
    bands("diastolic_bp_mmhg", (at_least(40), 3), (otherwise, 0)),
    bands("pulse_pressure_mmhg", (at_most(20), -2), (otherwise, 0)),
    bands("hco3_mmol_l", (at_most(15), -3), (otherwise, 0)),
    constant(-6),
)
CLASSES = (
    RiskClass(above(5), "I", 75),
    RiskClass(at_least(1), "II", 58),
    RiskClass(at_least(-4), "III", 42),
    RiskClass(at_least(-9), "IV", 30),
    RiskClass(otherwise, "V", 18),
)
AT_FIVE = Pair(
    "Sources disagree whether a total of exactly 5 is class I or II; II is shown until the paper was checked.",
    "总分恰为 5 时属 I 级还是 II 级，各来源不一；核对原文之前按 II 级显示。",
)


@SCORES.computes(DEFINITION)
def save(
    *,
    shock_myocarditis: bool | None,
    shock_refractory_vt_vf: bool | None,
    shock_post_heart_lung_transplant: bool | None,
    shock_congenital_heart_disease: bool | None,
    age_years: int | None,
    weight_kg: float | None,
    liver_failure: bool | None,
    cns_dysfunction: bool | None,
    acute_renal_failure: bool | None,
    chronic_renal_failure: bool | None,
    intubation_hours_pre_ecmo: float | None,
    pip_cmh2o: float | None,
    cardiac_arrest_pre_ecmo: bool | None,
    diastolic_bp_mmhg: float | None,
    pulse_pressure_mmhg: float | None,
    hco3_mmol_l: float | None,
) -> ScoreResult:
    """Pressures and bicarbonate: worst within 6 h before cannulation. 0 h of intubation if not intubated;
    the peak pressure of a patient who is not ventilated is missing, no source gives points for it."""
    found = add_up(DEFINITION, ITEMS, locals(), classes=CLASSES)
    return replace(found, notes=(AT_FIVE,)) if found.total == 5 else found
