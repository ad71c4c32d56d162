"""Inotropic score: dopamine, dobutamine and epinephrine in one number (Wernovsky)."""

from decimal import Decimal

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.doses import weighted_doses
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="inotropic_score",
    title=Pair("Inotropic score", "正性肌力药物评分"),
    citation="Wernovsky G; formula as in Children 2025;12(7):925",
    verification_level=Level.ONE_SOURCE,
    verification_note=Pair("Formula as quoted in one article.", "公式取自一篇文章的引用。"),
    min_total=0,
    applicability=Applicability(Pair("All ages", "各年龄")),
    outcome_predicted=NO_OUTCOME,
)
WEIGHTS = {"dopamine": Decimal(1), "dobutamine": Decimal(1), "epinephrine": Decimal(100)}


@SCORES.computes(DEFINITION)
def inotropic_score(
    *, dopamine: float | None = 0, dobutamine: float | None = 0, epinephrine: float | None = 0
) -> ScoreResult:
    """Doses in µg/kg/min. A drug left out was not given; None is a dose nobody knows."""
    return weighted_doses(DEFINITION, WEIGHTS, locals())
