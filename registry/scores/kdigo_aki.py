"""KDIGO stage of acute kidney injury, 0 to 3: the worst of creatinine, urine and replacement therapy.

KDIGO 2012. The clause for children by estimated filtration is from memory and stays off until a
clinician signs it off; ``age_years`` and ``egfr`` wait for it.
"""

from collections.abc import Callable

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition
from registry.scores.numbers import exact
from registry.scores.outcomes import NO_OUTCOME
from registry.scores.points import Inputs
from registry.scores.result import ScoreResult, incomplete, measured

DEFINITION = ScoreDefinition(
    score_id="kdigo_aki",
    title=Pair("KDIGO stage", "KDIGO 急性肾损伤分期"),
    citation="KDIGO 2012",
    verification_level=Level.ONE_SOURCE,
    verification_note=Pair(
        "Adult rule from one public implementation; the clause for children is off.",
        "成人规则来自一个公开实现；儿童条款未启用。",
    ),
    min_total=0,
    max_total=3,
    applicability=Applicability(Pair("All ages, not on chronic dialysis", "各年龄，长期透析者除外")),
    outcome_predicted=NO_OUTCOME,
)
RISE_UMOL_L = 26.5  # 0.3 mg/dL within 48 h
FAILURE_UMOL_L = 353.6  # 4.0 mg/dL
PARTIAL = Pair("Part of the criteria could not be judged.", "部分标准无法判断。")


def _by_creatinine(inputs: Inputs) -> int | None:
    """None without a baseline. A high value alone, without an acute rise, is no acute injury."""
    current, baseline = inputs["scr_umol_l"], inputs["scr_baseline_umol_l"]
    if current is None or baseline is None:
        return None
    ratio = float(exact(current) / exact(baseline))
    is_acute = ratio >= 1.5 or float(inputs["scr_rise_48h_umol_l"] or 0) >= RISE_UMOL_L
    if not is_acute:
        return 0
    if ratio >= 3 or float(current) >= FAILURE_UMOL_L:
        return 3
    return 2 if ratio >= 2 else 1


def _by_urine(inputs: Inputs) -> int | None:
    """Consecutive hours below each rate."""
    names = ("hours_uo_lt_0_5", "hours_uo_lt_0_3", "hours_anuria")
    if all(inputs[name] is None for name in names):
        return None
    low, very_low, none_at_all = (float(inputs[name] or 0) for name in names)
    if very_low >= 24 or none_at_all >= 12:
        return 3
    return sum(low >= limit for limit in (6, 12))


def _by_replacement(inputs: Inputs) -> int | None:
    started = inputs["rrt_started_for_aki"]
    return None if started is None else 3 * bool(started)


PARTS: dict[str, Callable[[Inputs], int | None]] = {
    "creatinine": _by_creatinine,
    "urine": _by_urine,
    "replacement": _by_replacement,
}


@SCORES.computes(DEFINITION)
def kdigo_aki(
    *,
    scr_umol_l: float | None,
    scr_baseline_umol_l: float | None,
    scr_rise_48h_umol_l: float | None = None,
    hours_uo_lt_0_5: float | None = None,
    hours_uo_lt_0_3: float | None = None,
    hours_anuria: float | None = None,
    rrt_started_for_aki: bool | None = None,
    age_years: int | None = None,
    egfr: float | None = None,
) -> ScoreResult:
    """Worst creatinine within 7 days of its baseline. Replacement for fluid alone is not "for AKI"."""
    inputs = dict(locals())
    stages = {name: part(inputs) for name, part in PARTS.items()}
    missing = tuple(name for name, stage in stages.items() if stage is None)
    known = [stage for stage in stages.values() if stage is not None]
    if stages["creatinine"] is None and stages["urine"] is None and stages["replacement"] != 3:
        return incomplete(DEFINITION, missing, items=stages)
    found = measured(DEFINITION, max(known), stages, missing_items=missing)
    return found.flagged("partial", PARTIAL) if missing and max(known) < 3 else found
