"""Oxygen saturation index: the oxygenation index with pulse oximetry in place of a blood gas.

Bands of the pediatric consensus conference on lung injury, PALICC 2015.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.numbers import exact, fraction_of_oxygen
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.oxygenation_index import lung_injury
from registry.scores.result import ScoreResult, absent, incomplete, measured, result

DEFINITION = ScoreDefinition(
    score_id="osi",
    title=Pair("Oxygen saturation index (OSI)", "氧饱和度指数（OSI）"),
    citation="PALICC. Pediatr Crit Care Med 2015",
    verification_level=Level.TWO_SOURCES,
    verification_note=Pair(
        "Two teaching pages agree on formula and bands.", "两个教学页面的公式和分段一致。"
    ),
    min_total=0,
    applicability=Applicability(Pair("Ventilated patients, SpO2 97 % or less", "机械通气患者，SpO2 ≤ 97%")),
    outcome_predicted=NO_OUTCOME,
)
HIGHEST_SPO2 = 97
OUT_OF_RANGE = Pair("Only for an SpO2 of 97 % or less.", "仅用于 SpO2 ≤ 97%。")


@SCORES.computes(DEFINITION)
def osi(*, mean_airway_pressure: float | None, fio2: float | None, spo2: float | None) -> ScoreResult:
    """Saturation in percent, ``fio2`` as a fraction; null above 97 % and at 0. Raises ValueError for a percentage."""
    inputs = dict(locals())
    if missing := absent(inputs):
        return incomplete(DEFINITION, missing)
    if not 0 < exact(spo2) <= HIGHEST_SPO2:
        return result(DEFINITION, notes=(OUT_OF_RANGE,), flags=("spo2_out_of_range",))
    index = float(exact(mean_airway_pressure) * fraction_of_oxygen(fio2) * 100 / exact(spo2))
    return measured(DEFINITION, index, inputs, risk_class=lung_injury(index, (5, 7.5, 12.3)))
