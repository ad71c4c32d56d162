"""Pediatric ECPR score: death after ECPR in children, from three values during resuscitation.

De Mul et al., J Pediatr Intensive Care 2019;8:57-63. Made from 55 children: it describes.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import DEATH
from registry.scores.points import RiskClass, above, add_up, at_least, bands, below, otherwise
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="pediatric_ecpr",
    title=Pair("Pediatric ECPR score", "儿童 ECPR 评分"),
    citation="De Mul A et al. J Pediatr Intensive Care 2019;8:57-63 (PMC6517051)",
    verification_level=Level.PRIMARY,
    verification_note=Pair(
        "The rule stands complete in the abstract. Made from 55 children: descriptive only.",
        "规则完整见于摘要。仅据 55 例患儿得出，只作描述。",
    ),
    min_total=3,
    max_total=18,
    applicability=Applicability(Pair("ECPR under 16 years", "16 岁以下 ECPR"), below_years=16),
    outcome_predicted=DEATH,
)

ITEMS = (
    bands("cpr_minutes", (below(40), 1), (below(60), 2), (below(105), 3), (otherwise, 6)),
    bands("lactate_mmol_l", (below(8), 1), (below(14), 2), (below(18), 3), (otherwise, 6)),
    bands("ph_arterial", (above(7.00), 1), (above(6.85), 2), (above(6.60), 3), (otherwise, 6)),
)
# Death was right in 94 % of those with 9 or more: a predictive value, not a predicted percentage.
CLASSES = (RiskClass(at_least(9), ">=9"), RiskClass(otherwise, "<9"))


@SCORES.computes(DEFINITION)
def pediatric_ecpr(
    *, cpr_minutes: float | None, lactate_mmol_l: float | None, ph_arterial: float | None
) -> ScoreResult:
    return add_up(DEFINITION, ITEMS, locals(), classes=CLASSES)
