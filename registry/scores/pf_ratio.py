"""Ratio of arterial oxygen tension to the inspired fraction, mmHg."""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.numbers import exact, fraction_of_oxygen
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.result import ScoreResult, absent, incomplete, measured

DEFINITION = ScoreDefinition(
    score_id="pf_ratio",
    title=Pair("PaO2/FiO2", "PaO2/FiO2（P/F 比值）"),
    citation="By definition",
    verification_level=Level.DEFINITION,
    verification_note=Pair("A ratio of two entered values, in mmHg.", "由两个填报值相除，单位 mmHg。"),
    min_total=0,
    applicability=Applicability(Pair("All ages", "各年龄")),
    outcome_predicted=NO_OUTCOME,
)


@SCORES.computes(DEFINITION)
def pf_ratio(*, pao2_mmhg: float | None, fio2: float | None) -> ScoreResult:
    """``fio2`` as a fraction. Raises ValueError for a percentage."""
    inputs = dict(locals())
    if missing := absent(inputs):
        return incomplete(DEFINITION, missing)
    return measured(DEFINITION, float(exact(pao2_mmhg) / fraction_of_oxygen(fio2)), inputs)
