"""RESP: survival of adults on veno-venous ECLS for acute respiratory failure.

Schmidt et al., Am J Respir Crit Care Med 2014;189:1374-82. No constant is added to the sum.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import SURVIVAL_TO_DISCHARGE
from registry.scores.points import (
    RiskClass,
    add_up,
    at_least,
    at_most,
    bands,
    below,
    choice,
    otherwise,
    when_true,
)
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="resp",
    title=Pair("RESP", "RESP 评分"),
    citation="Schmidt M et al. Am J Respir Crit Care Med 2014;189:1374-82",
    doi="10.1164/rccm.201311-2023OC",
    verification_level=Level.TWO_SOURCES,
    verification_note=Pair(
        "Two public implementations agree on every weight; the sum spans the published −22 to 15.",
        "两个公开实现的各项分值一致；总分范围与发表的 −22 至 15 相符。",
    ),
    min_total=-22,
    max_total=15,
    applicability=Applicability(
        Pair("Adults, first VV run for acute respiratory failure", "成人，因急性呼吸衰竭首次行 VV 辅助"),
        from_years=18,
    ),
    outcome_predicted=SURVIVAL_TO_DISCHARGE,
)

ITEMS = (
    bands("age_years", (below(50), 0), (below(60), -2), (otherwise, -3)),
    when_true("immunocompromised", -2),
    bands("mv_hours_pre_ecmo", (below(48), 3), (at_most(168), 1), (otherwise, 0)),
    choice(
        "resp_diagnosis_group",
        {
            "viral_pneumonia": 3,
            "bacterial_pneumonia": 3,
            "asthma": 11,
            "trauma_burn": 3,
            "aspiration_pneumonitis": 5,
            "other_acute_respiratory": 1,
            "non_respiratory_or_chronic": 0,
        },
    ),
    when_true("cns_dysfunction", -7),
    when_true("acute_nonpulmonary_infection", -3),
    when_true("neuromuscular_blockade_pre_ecmo", 1),
    when_true("inhaled_nitric_oxide_pre_ecmo", -1),
    when_true("bicarbonate_infusion_pre_ecmo", -2),
    when_true("cardiac_arrest_pre_ecmo", -2),
    bands("paco2_mmhg", (at_least(75), -1), (otherwise, 0)),
    bands("pip_cmh2o", (at_least(42), -1), (otherwise, 0)),
)
CLASSES = (
    RiskClass(at_least(6), "I", 92),
    RiskClass(at_least(3), "II", 76),
    RiskClass(at_least(-1), "III", 57),
    RiskClass(at_least(-5), "IV", 33),
    RiskClass(otherwise, "V", 18),
)


@SCORES.computes(DEFINITION)
def resp(
    *,
    age_years: int | None,
    immunocompromised: bool | None,
    mv_hours_pre_ecmo: float | None,
    resp_diagnosis_group: str | None,
    cns_dysfunction: bool | None,
    acute_nonpulmonary_infection: bool | None,
    neuromuscular_blockade_pre_ecmo: bool | None,
    inhaled_nitric_oxide_pre_ecmo: bool | None,
    bicarbonate_infusion_pre_ecmo: bool | None,
    cardiac_arrest_pre_ecmo: bool | None,
    paco2_mmhg: float | None,
    pip_cmh2o: float | None,
) -> ScoreResult:
    """Age in completed years at cannulation; hours of ventilation 0 for a patient not ventilated."""
    return add_up(DEFINITION, ITEMS, locals(), classes=CLASSES)
