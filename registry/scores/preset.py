"""PRESET: death in the ICU on veno-venous ECLS for ARDS, from values outside the lung.

Hilder et al., Crit Care 2017;21:301.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import ICU_MORTALITY
from registry.scores.points import RiskClass, above, add_up, at_most, bands, otherwise
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="preset",
    title=Pair("PRESET", "PRESET 评分"),
    citation="Hilder M et al. Crit Care 2017;21:301",
    doi="10.1186/s13054-017-1888-6",
    verification_level=Level.ONE_SOURCE,
    verification_note=Pair(
        "Weights from one source; variables and the range 0 to 15 agree with the abstract.",
        "分值来自单一来源；变量和 0 至 15 的范围与摘要相符。",
    ),
    min_total=0,
    max_total=15,
    applicability=Applicability(Pair("Adults on VV for ARDS", "成人，因 ARDS 行 VV 辅助"), from_years=18),
    outcome_predicted=ICU_MORTALITY,
)

ITEMS = (
    bands("map_mmhg", (above(100), 0), (above(90), 1), (above(80), 2), (above(70), 3), (otherwise, 4)),
    bands(
        "lactate_mmol_l",
        (at_most(1.5), 0),
        (at_most(3), 1),
        (at_most(6), 2),
        (at_most(10), 3),
        (otherwise, 4),
    ),
    bands("ph_arterial", (above(7.3), 0), (above(7.2), 1), (above(7.1), 2), (otherwise, 3)),
    bands("platelets_10e9_l", (above(200), 0), (above(100), 1), (otherwise, 2)),
    bands("hospital_days_pre_ecmo", (at_most(2), 0), (at_most(7), 1), (otherwise, 2)),
)
CLASSES = (
    RiskClass(at_most(5), "I", 26),
    RiskClass(at_most(9), "II", 68),
    RiskClass(otherwise, "III", 93),
)


@SCORES.computes(DEFINITION)
def preset(
    *,
    map_mmhg: float | None,
    lactate_mmol_l: float | None,
    ph_arterial: float | None,
    platelets_10e9_l: float | None,
    hospital_days_pre_ecmo: float | None,
) -> ScoreResult:
    """Values at admission; hospital days are not rounded."""
    return add_up(DEFINITION, ITEMS, locals(), classes=CLASSES)
