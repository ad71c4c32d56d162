"""What a score says of one patient."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from crf.pairs import Pair
from registry.scores.definition import Level, ScoreDefinition, Status


@dataclass(frozen=True)
class ScoreResult:
    """A total, or the bounds it must lie in while items are missing; never a guess.

    ``items`` holds the points of each item, None for a missing one. ``notes`` are for the reader,
    ``flags`` for analyses.
    """

    score_id: str
    definition_version: str
    verification_level: Level
    applicability_status: Status = Status.APPLICABLE
    total: float | None = None
    complete: bool = False
    missing_items: tuple[str, ...] = ()
    min_possible: float | None = None
    max_possible: float | None = None
    risk_class: str | None = None
    predicted_pct: float | None = None
    items: Mapping[str, float | None] = field(default_factory=dict)
    notes: tuple[Pair, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def is_applicable(self) -> bool:
        return self.applicability_status == Status.APPLICABLE

    def flagged(self, flag: str, note: Pair | None = None) -> "ScoreResult":
        return replace(self, flags=(*self.flags, flag), notes=(*self.notes, note) if note else self.notes)

    def without_expectation(self, flag: str, note: Pair) -> "ScoreResult":
        """The same score for a patient whose outcome the published figures do not speak of."""
        return replace(self.flagged(flag, note), predicted_pct=None)


def result(definition: ScoreDefinition, **values: object) -> ScoreResult:
    """A result of ``definition`` with the given fields."""
    base = ScoreResult(definition.score_id, definition.definition_version, definition.verification_level)
    return replace(base, **values)  # type: ignore[arg-type]


def not_applicable(definition: ScoreDefinition, status: Status) -> ScoreResult:
    return result(definition, applicability_status=status)


def incomplete(definition: ScoreDefinition, missing: tuple[str, ...], **values: object) -> ScoreResult:
    return result(definition, missing_items=missing, **values)


def measured(
    definition: ScoreDefinition, total: float, items: Mapping[str, float | None], **values: object
) -> ScoreResult:
    """A complete result of a score that is no sum of points."""
    return result(
        definition, total=total, complete=True, min_possible=total, max_possible=total, items=items, **values
    )


def absent(inputs: Mapping[str, object]) -> tuple[str, ...]:
    """Names of the inputs that are not known."""
    return tuple(name for name, value in inputs.items() if value is None)
