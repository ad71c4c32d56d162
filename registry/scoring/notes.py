"""What is said beside scores that are computed for patients, or from values, they were not made for."""

from typing import Any

from crf.pairs import Pair
from registry.scores.result import ScoreResult
from registry.scoring import diagnoses
from registry.scoring.needs import ECPR

LAST_NOT_WORST = Pair(
    "From the last values before flow; the score asks for the worst of 6 h.",
    "按转流前最后一次的值计算；该评分要求 6 小时内最差值。",
)
LAST_NOT_ADMISSION = Pair(
    "From the last values before flow; the score asks for those at admission.",
    "按转流前最后一次的值计算；该评分要求入院时的值。",
)
COVID = Pair(
    "COVID-19: the published survival of the classes does not hold.", "新冠肺炎：各级发表的生存率不适用。"
)
NOT_FOR_ECPR = Pair(
    "ECPR: the published figures of the classes are no expectation.", "ECPR：各级发表的数值不作为预期。"
)
FLOW_ENDS_LOW_FLOW = Pair(
    "Low flow is counted to ECLS flow, not to return of circulation.",
    "低血流时间计至 ECLS 转流，而非自主循环恢复。",
)


def of_resp(found: ScoreResult, c: Any) -> ScoreResult:
    is_covid = diagnoses.among("R02").value(c)
    return found.without_expectation("covid19", COVID) if is_covid else found


def of_save(found: ScoreResult, c: Any) -> ScoreResult:
    found = found.flagged("value_basis=last", LAST_NOT_WORST)
    return found.without_expectation("ecpr", NOT_FOR_ECPR) if c.support_type == ECPR else found


def of_preset(found: ScoreResult, c: Any) -> ScoreResult:
    return found.flagged("value_basis=last", LAST_NOT_ADMISSION)


def of_miracle2(found: ScoreResult, c: Any) -> ScoreResult:
    return found.without_expectation("ecpr", NOT_FOR_ECPR)


def of_ttm_risk(found: ScoreResult, c: Any) -> ScoreResult:
    marked = found.flagged("value_basis=last", LAST_NOT_ADMISSION)
    return marked.flagged("low_flow_end=ecls_flow", FLOW_ENDS_LOW_FLOW)
