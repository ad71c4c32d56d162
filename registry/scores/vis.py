"""Vasoactive-inotropic score: the catecholamine load in one number.

Gaies et al. 2010; formula as quoted in Children 2025;12(7):925.
"""

from decimal import Decimal

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.doses import weighted_doses
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="vis",
    title=Pair("Vasoactive-inotropic score", "血管活性药物评分（VIS）"),
    citation="Gaies MG et al. 2010; formula as in Children 2025;12(7):925",
    verification_level=Level.ONE_SOURCE,
    verification_note=Pair(
        "Formula as quoted in one article. Levosimendan, terlipressin and others are not part of it.",
        "公式取自一篇文章的引用。左西孟旦、特利加压素等不计入。",
    ),
    min_total=0,
    applicability=Applicability(Pair("All ages", "各年龄")),
    outcome_predicted=NO_OUTCOME,
)
WEIGHTS = {
    "dopamine": Decimal(1),
    "dobutamine": Decimal(1),
    "epinephrine": Decimal(100),
    "milrinone": Decimal(10),
    "vasopressin": Decimal(10_000),
    "norepinephrine": Decimal(100),
}


@SCORES.computes(DEFINITION)
def vis(
    *,
    dopamine: float | None = 0,
    dobutamine: float | None = 0,
    epinephrine: float | None = 0,
    milrinone: float | None = 0,
    vasopressin: float | None = 0,
    norepinephrine: float | None = 0,
) -> ScoreResult:
    """Doses in µg/kg/min, vasopressin in U/kg/min, norepinephrine as base.

    A drug left out was not given; None is a dose nobody knows, and leaves a lower bound only.
    """
    return weighted_doses(DEFINITION, WEIGHTS, locals())
