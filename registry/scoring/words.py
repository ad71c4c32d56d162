"""Results of scores in words: totals, bounds, classes and percentages."""

from django.utils.translation import gettext as _

from crf.pairs import Pair
from registry.scores.definition import ScoreDefinition
from registry.scores.result import ScoreResult

CLASSES = {
    "low": Pair("low risk", "低危"),
    "intermediate": Pair("intermediate risk", "中危"),
    "high": Pair("high risk", "高危"),
    "not_high": Pair("not high risk", "非高危"),
    "none": Pair("none", "无"),
    "mild": Pair("mild", "轻度"),
    "moderate": Pair("moderate", "中度"),
    "severe": Pair("severe", "重度"),
    "mild_moderate": Pair("mild to moderate", "轻至中度"),
}
ROMAN = frozenset({"I", "II", "III", "IV", "V"})


def total_text(found: ScoreResult, digits: int) -> str:
    """The total, "3 to 6" while items are missing, or nothing."""
    if found.total is not None:
        return number(found.total, digits)
    if found.min_possible is None:
        return ""
    low = number(found.min_possible, digits)
    if found.max_possible is None:
        return _("at least %(low)s") % {"low": low}
    return _("%(low)s to %(high)s") % {"low": low, "high": number(found.max_possible, digits)}


def class_text(found: ScoreResult) -> str:
    if found.risk_class is None:
        return ""
    if found.risk_class in ROMAN:
        return _("Class %(class)s") % {"class": found.risk_class}
    if found.risk_class in CLASSES:
        return str(CLASSES[found.risk_class])
    points = found.risk_class.replace(">=", "≥ ").replace("<", "< ").replace("-", "–")
    return _("%(points)s points") % {"points": points}


def predicted_text(found: ScoreResult, definition: ScoreDefinition) -> str:
    """The published percentage and what it is the percentage of."""
    if found.predicted_pct is None:
        return ""
    percent = number(found.predicted_pct, 0 if float(found.predicted_pct).is_integer() else 1)
    outcome = definition.outcome_predicted
    return _("%(percent)s%% %(outcome)s") % {"percent": percent, "outcome": outcome}


def number(value: float, digits: int) -> str:
    """With a true minus sign."""
    return f"{value:.{digits}f}".replace("-", "−")
