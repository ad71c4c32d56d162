"""From the answers of a run to the result of one score."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from crf.pairs import Pair
from crf.rules import NotEvaluable
from registry.scores import SCORES
from registry.scores.definition import ScoreDefinition, Status
from registry.scores.result import ScoreResult, not_applicable
from registry.scoring.sources import Source


@dataclass(frozen=True)
class Need:
    """What must be true of the run for a score to speak of it; what is not known is not met."""

    holds: Callable[[Any], bool]
    status: Status
    reason: Pair

    def is_met(self, c: Any) -> bool:
        try:
            return bool(self.holds(c))
        except NotEvaluable:
            return False


@dataclass(frozen=True)
class Adapter:
    """One score: what it needs, where its inputs come from, what is added to its result, and
    the unit and decimals it is written with."""

    score_id: str
    sources: Mapping[str, Source]
    needs: tuple[Need, ...] = ()
    finish: Callable[[ScoreResult, Any], ScoreResult] = field(default=lambda found, c: found)
    unit: str = ""
    digits: int = 0

    @property
    def definition(self) -> ScoreDefinition:
        return SCORES[self.score_id]

    def unmet(self, c: Any) -> Need | None:
        """The first need the run does not meet."""
        return next((need for need in self.needs if not need.is_met(c)), None)

    def result(self, c: Any) -> ScoreResult:
        """A score that does not apply is not computed at all."""
        if need := self.unmet(c):
            return not_applicable(self.definition, need.status)
        inputs = {name: source.value(c) for name, source in self.sources.items()}
        return self.finish(SCORES.function(self.score_id)(**inputs), c)
