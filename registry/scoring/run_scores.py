"""All scores of a run, in the order the page shows them."""

from collections.abc import Iterator
from typing import Any

from registry.scores.result import ScoreResult
from registry.scoring.adapter import Adapter
from registry.scoring.arrest import HOPE, MIRACLE2, PEDIATRIC_ECPR, TTM_RISK
from registry.scoring.circulatory import ENCOURAGE, INOTROPIC_SCORE, SAVE, VIS
from registry.scoring.oxygenation import COMPLIANCE_RS, DRIVING_PRESSURE, OSI, OXYGENATION_INDEX, PF_RATIO
from registry.scoring.respiratory import MURRAY_LIS, P_PREP, PRESET, RESP

SCORES_OF_A_RUN = (
    RESP,
    PRESET,
    P_PREP,
    SAVE,
    ENCOURAGE,
    PEDIATRIC_ECPR,
    MIRACLE2,
    TTM_RISK,
    HOPE,
    MURRAY_LIS,
)
MEASURES_OF_A_RUN = (
    VIS,
    INOTROPIC_SCORE,
    PF_RATIO,
    OXYGENATION_INDEX,
    OSI,
    DRIVING_PRESSURE,
    COMPLIANCE_RS,
)
ADAPTERS: dict[str, Adapter] = {each.score_id: each for each in (*SCORES_OF_A_RUN, *MEASURES_OF_A_RUN)}


def score(score_id: str, answers: Any) -> ScoreResult:
    """One score from the answers of a run. Raises KeyError for one the registry does not compute."""
    return ADAPTERS[score_id].result(answers)


def scores(answers: Any) -> Iterator[ScoreResult]:
    return (adapter.result(answers) for adapter in ADAPTERS.values())
