"""P-PREP: death of children on ECLS for respiratory failure.

Bailly et al., Crit Care Med 2017;45:e58-e66. The total enters a logistic equation.
"""

from math import exp

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import DEATH
from registry.scores.points import above, add_up, at_most, bands, below, choice, otherwise, when_true
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="p_prep",
    title=Pair("P-PREP", "P-PREP 评分"),
    citation="Bailly DK et al. Crit Care Med 2017;45:e58-e66 (PMC5532876)",
    verification_level=Level.ONE_SOURCE,
    verification_note=Pair(
        "Weights from one medical encyclopedia; variables and the range −13 to 53 agree with the paper.",
        "分值来自一部医学算法百科；变量和 −13 至 53 的范围与论文相符。",
    ),
    min_total=-13,
    max_total=53,
    applicability=Applicability(
        Pair("Over 7 days and under 18 years, respiratory failure", "7 天以上、18 岁以下，呼吸衰竭"),
        below_years=18,
    ),
    outcome_predicted=DEATH,
)

ITEMS = (
    choice("ecmo_mode", {"VV": -4, "VA": 0}),
    bands("mv_days_pre_ecmo", (above(14), 5), (otherwise, 0)),
    bands("pf_ratio", (at_most(100), 7), (at_most(200), 5), (at_most(300), 4), (otherwise, 0)),
    bands("ph_arterial", (below(7.11), 1), (at_most(7.34), 0), (otherwise, -1)),
    choice(
        "pulmonary_diagnosis",
        {"asthma": -8, "aspiration": -5, "rsv": -4, "sepsis_ards": 3, "pertussis": 5, "other": 0},
    ),
    when_true("cardiac_arrest_pre_ecmo", 3),
    when_true("cancer", 6),
    when_true("acute_renal_failure", 8),
    when_true("acute_liver_necrosis", 18),
)


def mortality_pct(total: float) -> float:
    """Percent; the published equation."""
    return 100 / (1 + exp(-(0.1196 * total - 1.2769)))


@SCORES.computes(DEFINITION)
def p_prep(
    *,
    ecmo_mode: str | None,
    mv_days_pre_ecmo: float | None,
    pf_ratio: float | None,
    ph_arterial: float | None,
    pulmonary_diagnosis: str | None,
    cardiac_arrest_pre_ecmo: bool | None,
    cancer: bool | None,
    acute_renal_failure: bool | None,
    acute_liver_necrosis: bool | None,
) -> ScoreResult:
    """``pf_ratio`` in mmHg. A percentage is given for a complete score only."""
    return add_up(DEFINITION, ITEMS, locals(), predict=mortality_pct)
