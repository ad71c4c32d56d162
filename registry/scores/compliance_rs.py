"""Compliance of the respiratory system: tidal volume over driving pressure, in passive breathing."""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.numbers import exact
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.result import ScoreResult, absent, incomplete, measured, result

DEFINITION = ScoreDefinition(
    score_id="compliance_rs",
    title=Pair("Respiratory system compliance", "呼吸系统顺应性"),
    citation="By definition",
    verification_level=Level.DEFINITION,
    verification_note=Pair("A ratio of entered values, in mL/cmH2O.", "由填报值相除，单位 mL/cmH2O。"),
    min_total=0,
    applicability=Applicability(Pair("Ventilated patients, passive breathing", "机械通气患者，无自主呼吸")),
    outcome_predicted=NO_OUTCOME,
)
NO_PRESSURE = Pair("The driving pressure is not above 0.", "驱动压不大于 0。")


@SCORES.computes(DEFINITION)
def compliance_rs(*, vt_ml: float | None, driving_pressure: float | None) -> ScoreResult:
    """mL/cmH2O; null for a driving pressure of 0 or less."""
    inputs = dict(locals())
    if missing := absent(inputs):
        return incomplete(DEFINITION, missing)
    if exact(driving_pressure) <= 0:
        return result(DEFINITION, notes=(NO_PRESSURE,), flags=("driving_pressure_not_positive",))
    return measured(DEFINITION, float(exact(vt_ml) / exact(driving_pressure)), inputs)
