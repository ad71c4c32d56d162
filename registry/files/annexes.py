"""Files whose rows belong to a case but whose tables live in an app above this one."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from registry.files.problems import Problem
from registry.files.sheets import Line
from registry.files.tables import FileTable
from registry.models import Case
from registry.models.parts import Part


@dataclass(slots=True)
class AnnexRow:
    """One row of a case in such a file: stored before, or new."""

    part: Any
    line: Line | None
    is_new: bool


class Annex(Protocol):
    """What the upper app tells about its file."""

    table: FileTable
    kind: str
    model: type[Part]
    example: Sequence[dict[str, str]]
    """Rows of the example case, without its key."""

    def key(self, line: Line) -> Hashable | Problem:
        """What names the row within its case."""

    def stored(self, cases: Iterable[int]) -> dict[int, dict[Hashable, Any]]:
        """The stored rows of these cases, by case and key, in one query."""

    def new(self, case: Case, key: Hashable, by: Any) -> Any:
        """An unsaved row."""

    def settle(self, cases: Sequence[Any]) -> None:
        """Hides what does not apply in rows with a line, in memory. ``cases`` are all files of a patient."""

    def judge(self, cases: Sequence[Any], *, strict: bool) -> Iterator[Problem]:
        """What is wrong with the rows that are new or changed. ``strict`` asks for a reason of each warning."""

    def order(self, part: Any) -> Any:
        """Sorts the rows of a case."""

    def cells(self, part: Any) -> dict[str, str]:
        """The cells of the keys of a stored row, without those of its case."""
