"""SOFA: how many organs fail and how badly.

Vincent 1996; table as printed with the Sepsis-3 definition, JAMA 2016;315:801-10 (PMC4968574, Table 1).
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.points import (
    Inputs,
    ScoreItem,
    above,
    add_up,
    at_least,
    bands,
    below,
    in_bands,
    otherwise,
)
from registry.scores.result import ScoreResult

DEFINITION = ScoreDefinition(
    score_id="sofa",
    title=Pair("SOFA", "SOFA 评分"),
    citation="Singer M et al. JAMA 2016;315:801-10 (PMC4968574, Table 1); Vincent JL 1996",
    verification_level=Level.PRIMARY,
    verification_note=Pair("Table read in the publication.", "表格取自原文。"),
    min_total=0,
    max_total=24,
    applicability=Applicability(
        Pair("Adults, worst values of the 24 h before cannulation", "成人，置管前 24 小时最差值"),
        from_years=18,
    ),
    outcome_predicted=NO_OUTCOME,
)
ANY = (0, 1, 2, 3, 4)
OXYGENATION = ((at_least(400), 0), (at_least(300), 1), (at_least(200), 2))
SUPPORTED = ((at_least(100), 3), (otherwise, 4))
CREATININE = ((below(110), 0), (below(171), 1), (below(300), 2), (above(440), 4), (otherwise, 3))
URINE = ((below(200), 4), (below(500), 3), (otherwise, 0))
DOPAMINE = ((above(15), 4), (above(5), 3), (above(0), 2), (otherwise, 0))
DOBUTAMINE = ((above(0), 2), (otherwise, 0))
NOREPINEPHRINE = ((above(0.1), 4), (above(0), 3), (otherwise, 0))
DRUGS = {
    "dopamine_ug_kg_min": DOPAMINE,
    "dobutamine_ug_kg_min": DOBUTAMINE,
    "epinephrine_ug_kg_min": NOREPINEPHRINE,
    "norepinephrine_ug_kg_min": NOREPINEPHRINE,
}


def _respiration(inputs: Inputs) -> int | None:
    """Under 200 mmHg counts 3 or 4 with respiratory support only, else 2."""
    ratio, supported = inputs["pf_ratio"], inputs["respiratory_support"]
    if ratio is None or (float(ratio) < 200 and supported is None):
        return None
    return in_bands(ratio, (*OXYGENATION, *(SUPPORTED if supported else ((otherwise, 2),))))


def _circulation(inputs: Inputs) -> int | None:
    """The worst of pressure and drugs; a known 4 stands whatever else is missing."""
    doses = [None if inputs[name] is None else in_bands(inputs[name], scale) for name, scale in DRUGS.items()]
    pressure = None if inputs["map_mmhg"] is None else int(float(inputs["map_mmhg"]) < 70)
    worst = max((each for each in [*doses, pressure] if each is not None), default=0)
    is_open = worst < 4 and (None in doses or (pressure is None and worst < 1))
    return None if is_open else worst


def _kidney(inputs: Inputs) -> int | None:
    """The worse of creatinine and urine; one of them is enough."""
    known = [
        in_bands(inputs[name], scale)
        for name, scale in (("creatinine_umol_l", CREATININE), ("urine_output_ml_24h", URINE))
        if inputs[name] is not None
    ]
    return max(known, default=None)


ITEMS = (
    ScoreItem("respiration", _respiration, ANY),
    bands(
        "platelets_10e9_l",
        (at_least(150), 0),
        (at_least(100), 1),
        (at_least(50), 2),
        (at_least(20), 3),
        (otherwise, 4),
    ),
    bands(
        "bilirubin_umol_l", (below(20), 0), (below(33), 1), (below(102), 2), (above(204), 4), (otherwise, 3)
    ),
    ScoreItem("cardiovascular", _circulation, ANY),
    bands("gcs", (at_least(15), 0), (at_least(13), 1), (at_least(10), 2), (at_least(6), 3), (otherwise, 4)),
    ScoreItem("renal", _kidney, ANY),
)


@SCORES.computes(DEFINITION)
def sofa(
    *,
    pf_ratio: float | None,
    respiratory_support: bool | None,
    platelets_10e9_l: float | None,
    bilirubin_umol_l: float | None,
    map_mmhg: float | None,
    gcs: int | None,
    creatinine_umol_l: float | None,
    urine_output_ml_24h: float | None,
    dopamine_ug_kg_min: float | None = 0,
    dobutamine_ug_kg_min: float | None = 0,
    epinephrine_ug_kg_min: float | None = 0,
    norepinephrine_ug_kg_min: float | None = 0,
) -> ScoreResult:
    """A drug left out was not given; None is a dose nobody knows. Doses given for an hour at least.

    The coma scale is the one before sedation. On ECLS the respiratory item means nothing.
    """
    return add_up(DEFINITION, ITEMS, locals())
