"""SCAI shock stage: entered by a clinician. The registry may hint, it never stages.

Descriptions: PMC9381657 Table 3 and PMC11198174 Table 2, which differ on the lactate of stage E; the hint
uses none for it.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition, ShipsAs
from registry.scores.outcomes import NO_OUTCOME

DEFINITION = ScoreDefinition(
    score_id="scai_stage",
    title=Pair("SCAI shock stage", "SCAI 休克分期"),
    citation="PMC9381657 Table 3; PMC11198174 Table 2",
    verification_level=Level.PRIMARY,
    verification_note=Pair("Descriptions read in two papers.", "分期描述取自两篇论文。"),
    applicability=Applicability(Pair("Cardiogenic shock", "心源性休克")),
    outcome_predicted=NO_OUTCOME,
    ships_as=ShipsAs.ENTERED_ONLY,
)
SCORES.is_entered(DEFINITION)

E_FEATURES = Pair("features of stage E are recorded", "有 E 期表现的记录")
D_FEATURES = Pair("features of stage D are recorded", "有 D 期表现的记录")
NO_HYPOPERFUSION = Pair("no sign of hypoperfusion is recorded", "没有低灌注表现的记录")


def scai_hint(
    stage: str,
    *,
    cpr_ongoing: bool | None = None,
    lactate_mmol_l: float | None = None,
    lactate_before_mmol_l: float | None = None,
    vasoactive_count: int | None = None,
    is_escalating: bool | None = None,
    map_mmhg: float | None = None,
) -> Pair | None:
    """What in the record does not go with the entered stage (A to E); None if nothing known does."""
    if cpr_ongoing:
        return E_FEATURES if stage < "E" else None
    is_rising = None not in (lactate_mmol_l, lactate_before_mmol_l) and lactate_mmol_l > lactate_before_mmol_l  # type: ignore[operator]
    if stage < "D" and is_escalating and is_rising:
        return D_FEATURES
    if stage >= "C" and _is_perfused(lactate_mmol_l, vasoactive_count, map_mmhg):
        return NO_HYPOPERFUSION
    return None


def _is_perfused(lactate: float | None, drugs: int | None, pressure: float | None) -> bool:
    """All three recorded and normal: lactate under 2 mmol/L, no drug, mean pressure 60 mmHg or more."""
    if lactate is None or drugs is None or pressure is None:
        return False
    return lactate < 2 and drugs == 0 and pressure >= 60
