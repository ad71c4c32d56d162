"""TTM risk score: neurological outcome after out-of-hospital arrest, scored on ICU admission.

Martinell et al., Crit Care 2017;21:96.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import POOR_NEURO_6_MONTHS
from registry.scores.points import (
    RiskClass,
    above,
    add_up,
    at_least,
    at_most,
    bands,
    below,
    otherwise,
    when_false,
    when_true,
)
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="ttm_risk",
    title=Pair("TTM risk score", "TTM 风险评分"),
    citation="Martinell L et al. Crit Care 2017;21:96",
    verification_level=Level.ONE_SOURCE,
    verification_note=Pair(
        "Weights from one medical encyclopedia; their sum spans −2 to 35. The citation is from memory.",
        "分值来自一部医学算法百科；总分范围 −2 至 35 相符。文献出处凭记忆，未核对。",
    ),
    min_total=-2,
    max_total=35,
    applicability=Applicability(
        Pair(
            "Adults, comatose after return of circulation, out-of-hospital arrest",
            "成人，院外心搏骤停，自主循环恢复后昏迷",
        ),
        from_years=18,
    ),
    outcome_predicted=POOR_NEURO_6_MONTHS,
)

ITEMS = (
    bands(
        "age_years",
        (below(40), -1),
        *((below(45 + 5 * step), step) for step in range(9)),
        (otherwise, 9),
    ),
    when_true("arrest_at_home", 2),
    when_false("initial_rhythm_shockable", 4),
    bands("no_flow_min", (below(5), 0), (below(10), 1), (below(15), 2), (otherwise, 3)),
    bands(
        "low_flow_min", (at_most(5), 0), (at_most(15), 1), (at_most(30), 2), (at_most(60), 3), (otherwise, 4)
    ),
    when_true("epinephrine_given", 2),
    when_false("pupillary_or_corneal_reflex", 3),
    bands(
        "ph_arterial",
        (at_least(7.35), -1),
        (at_least(7.20), 0),
        (at_least(7.05), 1),
        (at_least(6.90), 2),
        (otherwise, 3),
    ),
    bands("gcs_motor", (at_most(1), 2), (otherwise, 0)),
    bands("paco2_kpa", (below(4.5), 3), (otherwise, 0)),
)
CLASSES = (RiskClass(above(16), "high"), RiskClass(otherwise, "not_high"))


@SCORES.computes(DEFINITION)
def ttm_risk(
    *,
    age_years: int | None,
    arrest_at_home: bool | None,
    initial_rhythm_shockable: bool | None,
    no_flow_min: float | None,
    low_flow_min: float | None,
    epinephrine_given: bool | None,
    pupillary_or_corneal_reflex: bool | None,
    ph_arterial: float | None,
    gcs_motor: int | None,
    paco2_kpa: float | None,
) -> ScoreResult:
    """``paco2_kpa`` in kPa, times in minutes."""
    return add_up(DEFINITION, ITEMS, locals(), classes=CLASSES)
