"""Oxygenation index: what airway pressure and oxygen it takes to reach the arterial tension.

Bands of the pediatric consensus conference on lung injury, PALICC 2015.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.numbers import exact, fraction_of_oxygen
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.result import ScoreResult, absent, incomplete, measured

DEFINITION = ScoreDefinition(
    score_id="oxygenation_index",
    title=Pair("Oxygenation index (OI)", "氧指数（OI）"),
    citation="PALICC. Pediatr Crit Care Med 2015",
    verification_level=Level.TWO_SOURCES,
    verification_note=Pair(
        "Two teaching pages agree on formula and bands.", "两个教学页面的公式和分段一致。"
    ),
    min_total=0,
    applicability=Applicability(Pair("Ventilated patients", "机械通气患者")),
    outcome_predicted=NO_OUTCOME,
)


@SCORES.computes(DEFINITION)
def oxygenation_index(
    *, mean_airway_pressure: float | None, fio2: float | None, pao2_mmhg: float | None
) -> ScoreResult:
    """Airway pressure in cmH2O, ``fio2`` as a fraction. Raises ValueError for a percentage."""
    inputs = dict(locals())
    if missing := absent(inputs):
        return incomplete(DEFINITION, missing)
    index = float(exact(mean_airway_pressure) * fraction_of_oxygen(fio2) * 100 / exact(pao2_mmhg))
    return measured(DEFINITION, index, inputs, risk_class=lung_injury(index, (4, 8, 16)))


def lung_injury(index: float, bands: tuple[float, float, float]) -> str:
    """Severity by the lower limits of mild, moderate and severe."""
    reached = sum(index >= limit for limit in bands)
    return ("none", "mild", "moderate", "severe")[reached]
