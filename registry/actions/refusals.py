"""Why a write did not happen. Views turn these into answers with a status of their own."""

from dataclasses import dataclass
from typing import Any

from crf.pairs import Pair

NOT_OPEN = Pair("This case is not open for changes", "此病例目前不能修改")


class StateConflict(Exception):
    """The case's state does not allow this (409)."""

    def __init__(self, message: Pair = NOT_OPEN):
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True)
class Difference:
    """One field that somebody else changed since it was shown."""

    key: str
    field: str
    theirs: object
    yours: object


class EditConflict(Exception):
    """Somebody else changed these fields meanwhile; nothing was written (409)."""

    def __init__(self, differences: list[Difference]):
        super().__init__(f"{len(differences)} fields changed meanwhile")
        self.differences = differences


class WouldHide(Exception):
    """The change would take these answers, (row, field), out of sight; nothing was written (409)."""

    def __init__(self, fields: list[tuple[Any, str]]):
        super().__init__(f"{len(fields)} answers would be hidden")
        self.fields = fields


class AlreadyDone(Exception):
    """The same request was carried out before; ``answer`` is what it said then."""

    def __init__(self, answer: dict[str, object]):
        super().__init__("repeated request")
        self.answer = answer


class OtherPayload(Exception):
    """A known idempotency key came with other contents (422)."""
