"""Weighted sums of drug doses."""

from collections.abc import Mapping
from decimal import Decimal

from registry.scores.definition import ScoreDefinition
from registry.scores.numbers import exact
from registry.scores.result import ScoreResult, absent, incomplete, measured


def weighted_doses(
    definition: ScoreDefinition, weights: Mapping[str, Decimal], doses: Mapping[str, float | None]
) -> ScoreResult:
    """The sum of weight times dose; with a dose unknown only a lower bound."""
    parts = {
        name: None if doses[name] is None else weight * exact(doses[name]) for name, weight in weights.items()
    }
    known = float(sum(part for part in parts.values() if part is not None))
    items = {name: None if part is None else float(part) for name, part in parts.items()}
    if missing := absent(parts):
        return incomplete(definition, missing, min_possible=known, items=items)
    return measured(definition, known, items)
