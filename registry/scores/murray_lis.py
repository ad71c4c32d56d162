"""Murray lung injury score: the mean of up to four components.

Murray et al., Am Rev Respir Dis 1988;138:720-3.
"""

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.points import at_least, at_most, bands, otherwise
from registry.scores.result import ScoreResult, incomplete, measured

DEFINITION = ScoreDefinition(
    score_id="murray_lis",
    title=Pair("Murray lung injury score", "Murray 肺损伤评分"),
    citation="Murray JF et al. Am Rev Respir Dis 1988;138:720-3",
    verification_level=Level.ONE_SOURCE,
    verification_note=Pair("Bands from one public implementation.", "分段来自一个公开实现。"),
    min_total=0,
    max_total=4,
    applicability=Applicability(Pair("Adults and children with ARDS", "ARDS 成人和儿童")),
    outcome_predicted=NO_OUTCOME,
)
COMPONENTS_NEEDED = 3

COMPONENTS = (
    bands("cxr_quadrants", *((at_most(count), count) for count in range(5))),
    bands(
        "pf_ratio",
        (at_least(300), 0),
        (at_least(225), 1),
        (at_least(175), 2),
        (at_least(100), 3),
        (otherwise, 4),
    ),
    bands("peep_cmh2o", (at_most(5), 0), (at_most(8), 1), (at_most(11), 2), (at_most(14), 3), (otherwise, 4)),
    bands(
        "compliance_ml_cmh2o",
        (at_least(80), 0),
        (at_least(60), 1),
        (at_least(40), 2),
        (at_least(20), 3),
        (otherwise, 4),
    ),
)


@SCORES.computes(DEFINITION)
def murray_lis(
    *,
    cxr_quadrants: int | None,
    pf_ratio: float | None,
    peep_cmh2o: float | None,
    compliance_ml_cmh2o: float | None,
) -> ScoreResult:
    """The mean of the components that are known, from three on; ``flags`` says how many."""
    inputs = dict(locals())
    points = {item.name: item.score(inputs) for item in COMPONENTS}
    known = [each for each in points.values() if each is not None]
    missing = tuple(name for name, each in points.items() if each is None)
    if len(known) < COMPONENTS_NEEDED:
        return incomplete(DEFINITION, missing, items=points)
    mean = sum(known) / len(known)
    flag, note = (
        f"n_components={len(known)}",
        Pair(f"Mean of {len(known)} components", f"{len(known)} 项均值"),
    )
    found = measured(DEFINITION, mean, points, risk_class=_severity(mean), missing_items=missing)
    return found.flagged(flag, note)


def _severity(mean: float) -> str:
    if mean == 0:
        return "none"
    return "severe" if mean > 2.5 else "mild_moderate"
