"""PRESERVE: survival on veno-venous ECLS for ARDS. On hold, so entered and never computed.

Schmidt et al., Intensive Care Med 2013;39:1704-13; table as reprinted in Crit Care 2015;19:142. The
reprint spans -2 to 10 points, the abstract says 0 to 14, and a third paper names another severity
score. The function stays out of the book until a clinician has compared the table with the paper.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition, ShipsAs
from registry.scores.outcomes import SURVIVAL_6_MONTHS
from registry.scores.points import (
    RiskClass,
    above,
    add_up,
    at_most,
    bands,
    below,
    otherwise,
    when_false,
    when_true,
)
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="preserve",
    title=Pair("PRESERVE", "PRESERVE 评分"),
    citation="Schmidt M et al. Intensive Care Med 2013;39:1704-13; Crit Care 2015;19:142, Table 1",
    doi="10.1007/s00134-013-3037-2",
    verification_level=Level.HOLD,
    verification_note=Pair(
        "The reprinted table spans −2 to 10, the original abstract says 0 to 14.",
        "转载的表格范围为 −2 至 10，原文摘要为 0 至 14。",
    ),
    min_total=-2,
    max_total=10,
    applicability=Applicability(Pair("Adults on VV for ARDS", "成人，因 ARDS 行 VV 辅助"), from_years=18),
    outcome_predicted=SURVIVAL_6_MONTHS,
    ships_as=ShipsAs.ENTERED_ONLY,
)
SCORES.is_entered(DEFINITION)

ITEMS = (
    bands("age_years", (below(45), 0), (at_most(55), 2), (otherwise, 3)),
    bands("bmi", (above(30), -2), (otherwise, 0)),
    when_true("immunocompromised", 2),
    bands("mv_days_pre_ecmo", (above(6), 1), (otherwise, 0)),
    bands("sofa_total", (above(12), 1), (otherwise, 0)),
    when_false("prone_before_ecmo", 1),
    bands("peep_cmh2o", (below(10), 1), (otherwise, 0)),
    bands("plateau_cmh2o", (above(30), 1), (otherwise, 0)),
)
CLASSES = (
    RiskClass(at_most(2), "0-2", 97),
    RiskClass(at_most(4), "3-4", 79),
    RiskClass(at_most(6), "5-6", 54),
    RiskClass(otherwise, ">=7", 16),
)


def preserve(
    *,
    age_years: int | None,
    bmi: float | None,
    immunocompromised: bool | None,
    mv_days_pre_ecmo: float | None,
    sofa_total: int | None,
    prone_before_ecmo: bool | None,
    peep_cmh2o: float | None,
    plateau_cmh2o: float | None,
) -> ScoreResult:
    """For the comparison with the paper only."""
    return add_up(DEFINITION, ITEMS, locals(), classes=CLASSES)
