"""The book of scores: every definition, and the functions of those that may be computed."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from registry.scores.definition import Level, ScoreDefinition, ShipsAs
from registry.scores.result import ScoreResult

Compute = Callable[..., ScoreResult]
ComputeType = TypeVar("ComputeType", bound=Compute)
UNVERIFIED = (Level.HOLD, Level.NONE)


class NotVerified(ValueError):
    """A score with unverified weights was to be computed without a clinician's sign-off."""


class ScoreBook:
    """Definitions by ``score_id``, in the order they were written down."""

    def __init__(self) -> None:
        self._definitions: dict[str, ScoreDefinition] = {}
        self._functions: dict[str, Compute] = {}

    def __iter__(self) -> Iterator[ScoreDefinition]:
        return iter(self._definitions.values())

    def __getitem__(self, score_id: str) -> ScoreDefinition:
        return self._definitions[score_id]

    def __contains__(self, score_id: object) -> bool:
        return score_id in self._definitions

    def computes(self, definition: ScoreDefinition) -> Callable[[ComputeType], ComputeType]:
        """Decorator of the function that computes a score. Raises NotVerified, ValueError."""
        _check(definition)

        def keep(function: ComputeType) -> ComputeType:
            if function.__name__ != definition.score_id:
                raise ValueError(f"{function.__name__} computes {definition.score_id}")
            self._write(definition)
            self._functions[definition.score_id] = function
            return function

        return keep

    def is_entered(self, definition: ScoreDefinition) -> None:
        """Takes in a score people enter; nothing will ever compute it from here."""
        if definition.ships_as != ShipsAs.ENTERED_ONLY:
            raise ValueError(f"{definition.score_id} is computed")
        self._write(definition)

    def function(self, score_id: str) -> Compute:
        """The function of a computed score. Raises KeyError for one that is only entered."""
        return self._functions[score_id]

    def _write(self, definition: ScoreDefinition) -> None:
        if definition.score_id in self._definitions:
            raise ValueError(f"{definition.score_id} exists already")
        self._definitions[definition.score_id] = definition


def _check(definition: ScoreDefinition) -> None:
    if definition.ships_as != ShipsAs.COMPUTED:
        raise ValueError(f"{definition.score_id} is entered, not computed")
    if definition.verification_level in UNVERIFIED and not definition.is_signed_off:
        raise NotVerified(f"{definition.score_id}: level {definition.verification_level}, no sign-off")


SCORES = ScoreBook()
