"""ENCOURAGE: survival on veno-arterial ECLS for acute myocardial infarction with cardiogenic shock.

Muller et al., Intensive Care Med 2016;42:370-8.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import SURVIVAL_6_MONTHS
from registry.scores.points import (
    RiskClass,
    above,
    add_up,
    at_most,
    bands,
    below,
    choice,
    otherwise,
)
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="encourage",
    title=Pair("ENCOURAGE", "ENCOURAGE 评分"),
    citation="Muller G et al. Intensive Care Med 2016;42:370-8",
    doi="10.1007/s00134-016-4223-9",
    verification_level=Level.TWO_SOURCES,
    verification_note=Pair(
        "Six of the seven weights agree in two sources; the weight of prothrombin activity stands in one.",
        "七项中六项分值两个来源一致；凝血酶原活动度的分值仅见于一个来源。",
    ),
    min_total=0,
    max_total=45,
    applicability=Applicability(
        Pair("Adults on VA for infarction with cardiogenic shock", "成人，心肌梗死伴心源性休克行 VA 辅助"),
        from_years=18,
    ),
    outcome_predicted=SURVIVAL_6_MONTHS,
)

ITEMS = (
    bands("age_years", (above(60), 5), (otherwise, 0)),
    choice("sex", {"F": 7, "M": 0}),
    bands("bmi", (above(25), 6), (otherwise, 0)),
    bands("gcs", (below(6), 6), (otherwise, 0)),
    bands("creatinine_umol_l", (above(150), 5), (otherwise, 0)),
    bands("lactate_mmol_l", (below(2), 0), (at_most(8), 8), (otherwise, 11)),
    bands("prothrombin_activity_pct", (below(50), 5), (otherwise, 0)),
)
CLASSES = (
    RiskClass(at_most(12), "0-12", 80),
    RiskClass(at_most(18), "13-18", 58),
    RiskClass(at_most(22), "19-22", 25),
    RiskClass(at_most(27), "23-27", 20),
    RiskClass(otherwise, ">=28", 7),
)


@SCORES.computes(DEFINITION)
def encourage(
    *,
    age_years: int | None,
    sex: str | None,
    bmi: float | None,
    gcs: int | None,
    creatinine_umol_l: float | None,
    lactate_mmol_l: float | None,
    prothrombin_activity_pct: float | None,
) -> ScoreResult:
    """``sex`` is "M" or "F". Prothrombin as percent activity, which is neither seconds nor INR."""
    return add_up(DEFINITION, ITEMS, locals(), classes=CLASSES)
