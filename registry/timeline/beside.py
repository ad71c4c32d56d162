"""Words on the right of a line that runs down a page: their lines, and where they stand without touching.

Words stand at their mark or as near to it as those above and below allow; a thin stroke leads from the mark.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import mean
from unicodedata import east_asian_width

from registry.timeline.labels import MOST, shortened, width

WORDS = 194.0  # px from the left to the right end of the words
PLAIN = 0.92  # of the width of bold words, which ``labels.width`` reckons with
LINE = 15.0  # px from one line to the next
AIR = 5.0  # px between the words of two marks
WHEN_AIR = 8.0  # px between a name and its date on one line
MOST_LINES = 2  # of a name, and of what is wrong
NEVER_FIRST = "，。：；、）·,.:;)"  # on a line


@dataclass(frozen=True)
class Line:
    """One line; ``when`` stands at its right end."""

    text: str
    when: str = ""
    is_wrong: bool = False


@dataclass(frozen=True)
class Words:
    """All words of a mark, and how urgent it is that they show: lower ``rank`` first."""

    lines: tuple[Line, ...]
    rank: float = 0

    @property
    def height(self) -> float:
        return len(self.lines) * LINE


@dataclass(frozen=True)
class Beside:
    """Words with their place: ``top`` is the upper end of their first line, in px."""

    top: float
    words: Words

    @property
    def rows(self) -> list[tuple[float, Line]]:
        """Each line with its baseline."""
        return [(self.top + LINE * (number + 0.76), line) for number, line in enumerate(self.words.lines)]

    @property
    def middle(self) -> float:
        """Of the first line."""
        return self.top + LINE / 2


def words(name: str, when: str, wrong: str, rank: float = 0, *, is_bold: bool = False) -> Words:
    """The name with its date, on the same line where both fit, and what is wrong below."""
    weight = 1 if is_bold else PLAIN
    first, *more = wrapped(name, WORDS / weight)
    fits = not more and width(first) * weight + width(when) * PLAIN + WHEN_AIR <= WORDS
    named = [Line(first, when if fits else ""), *(Line(each) for each in more)]
    said = [Line(each, is_wrong=True) for each in (wrapped(wrong) if wrong else [])]
    return Words((*named, *said, *([] if fits else [Line("", when)])), rank)


def wrapped(text: str, room: float = WORDS) -> list[str]:
    """The text on as many lines as it needs, ``MOST_LINES`` at most, the last one cut where that is too few."""
    found: list[str] = []
    while width(text) > room and len(found) < MOST_LINES - 1:
        cut = _break(text, room)
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*found, shortened(text, room=room)]


def _break(text: str, room: float) -> int:
    """Where the first line ends: behind a space or beside a Chinese character, else where it is full."""
    full = max(n for n in range(1, len(text)) if width(text[:n]) <= room)
    return next((at for at in range(full, 0, -1) if _may_break(text, at)), full)


def _may_break(text: str, at: int) -> bool:
    if text[at] in NEVER_FIRST:
        return False
    return text[at - 1] == " " or any(east_asian_width(letter) in "WF" for letter in text[at - 1 : at + 1])


def placed(
    wanted: Sequence[Words], marks: Sequence[float], *, top: float, bottom: float
) -> dict[int, Beside]:
    """Where words stand, by the number of their mark; those left out wait for the focus. At most ``MOST``."""
    chosen = _chosen(wanted, bottom - top)
    ideal = [marks[number] - LINE / 2 for number in chosen]
    tops = _stacked(ideal, [wanted[number].height for number in chosen], top, bottom)
    return {number: Beside(at, wanted[number]) for number, at in zip(chosen, tops, strict=True)}


def _chosen(wanted: Sequence[Words], room: float) -> list[int]:
    """In the order of the marks; of equal rank the later ones."""
    found: list[int] = []
    for number in sorted(range(len(wanted)), key=lambda number: (wanted[number].rank, -number)):
        needed = wanted[number].height + (AIR if found else 0)
        if len(found) == MOST or needed > room:
            break
        found.append(number)
        room -= needed
    return sorted(found)


def _stacked(ideal: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """The tops nearest to the ideal ones that keep the order and ``AIR`` (isotonic regression)."""
    offsets = [0.0, *accumulate(height + AIR for height in heights)]
    groups: list[list[float]] = []
    for place, offset in zip(ideal, offsets, strict=False):
        groups.append([place - offset])
        while len(groups) > 1 and mean(groups[-2]) > mean(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    last = bottom - offsets[-1] + AIR
    starts = [max(top, min(last, mean(group))) for group in groups for _ in group]
    return [round(start + offset, 1) for start, offset in zip(starts, offsets, strict=False)]


def inside(at: float, told: Words, *, top: float, bottom: float) -> Beside:
    """Where the words of the mark in hand stand: at the mark, moved inward at the ends."""
    return Beside(round(max(top, min(bottom - told.height, at - LINE / 2)), 1), told)
