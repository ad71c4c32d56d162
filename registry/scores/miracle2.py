"""MIRACLE2: neurological outcome after out-of-hospital arrest, scored on arrival.

Pareek et al., Eur Heart J 2020;41:4508-17. Made in patients with return of circulation or arriving at a
heart attack center: for ECPR it describes, it does not predict.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import POOR_NEURO_6_MONTHS
from registry.scores.points import (
    RiskClass,
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
    score_id="miracle2",
    title=Pair("MIRACLE2", "MIRACLE2 评分"),
    citation="Pareek N et al. Eur Heart J 2020;41:4508-17",
    doi="10.1093/eurheartj/ehaa570",
    verification_level=Level.ONE_SOURCE,
    verification_note=Pair(
        "Weights from one medical encyclopedia; variables and groups agree with the preprint, whose age "
        "weights may have differed.",
        "分值来自一部医学算法百科；变量和分组与预印本相符，预印本的年龄分值可能不同。",
    ),
    min_total=0,
    max_total=10,
    applicability=Applicability(
        Pair("Adults, out-of-hospital arrest of presumed cardiac cause", "成人，推测心源性的院外心搏骤停"),
        from_years=18,
    ),
    outcome_predicted=POOR_NEURO_6_MONTHS,
)

ITEMS = (
    when_false("witnessed", 1),
    when_false("initial_rhythm_shockable", 1),
    when_false("pupils_reactive_any", 1),
    bands("age_years", (below(60), 0), (at_most(80), 1), (otherwise, 3)),
    when_true("changing_rhythm", 1),
    bands("ph_arterial", (below(7.20), 1), (otherwise, 0)),
    when_true("epinephrine_given", 2),
)
CLASSES = (
    RiskClass(at_most(2), "low", 5.6),
    RiskClass(at_most(4), "intermediate", 55.4),
    RiskClass(otherwise, "high", 92.3),
)


@SCORES.computes(DEFINITION)
def miracle2(
    *,
    witnessed: bool | None,
    initial_rhythm_shockable: bool | None,
    pupils_reactive_any: bool | None,
    age_years: int | None,
    changing_rhythm: bool | None,
    ph_arterial: float | None,
    epinephrine_given: bool | None,
) -> ScoreResult:
    """``changing_rhythm``: any two of fibrillation, electrical activity without pulse and asystole."""
    return add_up(DEFINITION, ITEMS, locals(), classes=CLASSES)
