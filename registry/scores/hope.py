"""HOPE: survival of hypothermic arrest when rewarmed with ECLS.

Pasquier et al., Resuscitation 2018;126:58-64. A logistic equation of six inputs, all of them needed.
"""

from math import exp, log2

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import SURVIVAL
from registry.scores.result import ScoreResult, absent, incomplete, measured

DEFINITION = ScoreDefinition(
    score_id="hope",
    title=Pair("HOPE", "HOPE 评分"),
    citation="Pasquier M et al. Resuscitation 2018;126:58-64",
    doi="10.1016/j.resuscitation.2018.02.026",
    verification_level=Level.ONE_SOURCE,
    verification_note=Pair(
        "Coefficients and the cap of potassium at 9 mmol/L from one source.",
        "系数及血钾上限 9 mmol/L 来自单一来源。",
    ),
    min_total=0,
    max_total=1,
    applicability=Applicability(
        Pair("Hypothermic arrest, rewarming with ECLS", "低体温心搏骤停，用 ECLS 复温")
    ),
    outcome_predicted=SURVIVAL,
)
POTASSIUM_CAP = 9.0


@SCORES.computes(DEFINITION)
def hope(
    *,
    male: bool | None,
    asphyxia: bool | None,
    age_years: int | None,
    k_mmol_l: float | None,
    cpr_minutes: float | None,
    t_core_c: float | None,
) -> ScoreResult:
    """``total`` is the probability, 0 to 1. Resuscitation counts as one minute at least."""
    inputs = dict(locals())
    if missing := absent(inputs):
        return incomplete(DEFINITION, missing)
    terms = _terms(**{name: float(value) for name, value in inputs.items()})
    survival = 1 / (1 + exp(-sum(terms.values())))
    return measured(DEFINITION, survival, terms, predicted_pct=100 * survival)


def _terms(
    male: float, asphyxia: float, age_years: float, k_mmol_l: float, cpr_minutes: float, t_core_c: float
) -> dict[str, float]:
    return {
        "constant": 2.44,
        "male": -1.55 * male,
        "asphyxia": -1.95 * asphyxia,
        "age_years": -0.0191 * age_years,
        "k_mmol_l": -2.07 * log2(min(k_mmol_l, POTASSIUM_CAP)),
        "cpr_minutes": -0.573 * log2(max(cpr_minutes, 1.0)),
        "t_core_c": 0.937 * t_core_c - 0.0247 * t_core_c**2,
    }
