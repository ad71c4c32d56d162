"""Driving pressure: plateau minus end-expiratory pressure, in passive breathing."""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.numbers import exact
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.result import ScoreResult, absent, incomplete, measured

DEFINITION = ScoreDefinition(
    score_id="driving_pressure",
    title=Pair("Driving pressure", "驱动压"),
    citation="By definition",
    verification_level=Level.DEFINITION,
    verification_note=Pair("Difference of two entered values, in cmH2O.", "由两个填报值相减，单位 cmH2O。"),
    applicability=Applicability(Pair("Ventilated patients, passive breathing", "机械通气患者，无自主呼吸")),
    outcome_predicted=NO_OUTCOME,
)


@SCORES.computes(DEFINITION)
def driving_pressure(*, plateau_cmh2o: float | None, peep_cmh2o: float | None) -> ScoreResult:
    inputs = dict(locals())
    if missing := absent(inputs):
        return incomplete(DEFINITION, missing)
    return measured(DEFINITION, float(exact(plateau_cmh2o) - exact(peep_cmh2o)), inputs)
