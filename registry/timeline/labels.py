"""Words beside marks: where they fit without touching each other, and which wait for the focus.

Widths are estimated on the safe side from the kind of each letter, as no font is at hand on the server.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

SIZE = 11.5  # px
AIR = 8.0  # between two labels of a lane
MOST = 8  # labels that show without being asked for
ROOMY, LONGEST = 300.0, 190.0  # a label is cut to the first, then to the second where that has no room
ABOVE, BELOW = 0, 1
SHIFTS = {"middle": 0.0, "start": -5.0, "end": 5.0}  # px, so that a word to one side still points at its mark
NARROW, WIDE_CAPS = "iljtfr.,:;·|'!() ", "MWmw%"


@dataclass(frozen=True)
class Wanted:
    """A label of a mark at ``x``. Lower ``rank`` is placed first; ``lane`` is tried first, ``short`` last."""

    x: float
    text: str
    rank: float
    lane: int = ABOVE
    short: str = ""


@dataclass(frozen=True)
class Placed:
    """Where a label stands: ``x`` with the SVG ``anchor`` start, middle or end, above or below the line."""

    x: float
    anchor: str
    lane: int
    text: str

    @property
    def box(self) -> tuple[float, float]:
        return _box(self.x, self.anchor, width(self.text))


def width(text: str) -> float:
    """Pixels a bold text takes at most."""
    return round(sum(_em(letter) for letter in text) * SIZE, 1)


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 1.0
    if letter in NARROW:
        return 0.36
    return 0.95 if letter in WIDE_CAPS else 0.74 if letter.isupper() else 0.62


def shortened(text: str, tail: str = "", room: float = LONGEST) -> str:
    """The text and its tail, the text cut with an ellipsis if both do not fit."""
    if width(text + tail) <= room:
        return text + tail
    while text and width(text + "…" + tail) > room:
        text = text[:-1]
    return f"{text.rstrip()}…{tail}"


def place(
    wanted: Sequence[Wanted],
    *,
    left: float,
    right: float,
    taken: Sequence[Placed] = (),
    anchors: Sequence[str] = ("middle", "start", "end"),
) -> dict[int, Placed]:
    """Where each label stands, by its number in ``wanted``; those left out have no room. At most ``MOST``."""
    lanes: dict[int, list[tuple[float, float]]] = {ABOVE: [], BELOW: []}
    for each in taken:
        lanes[each.lane].append(each.box)
    found: dict[int, Placed] = {}
    for number in sorted(range(len(wanted)), key=lambda number: (wanted[number].rank, wanted[number].x)):
        if len(found) == MOST:
            break
        spots = _spots(wanted[number], anchors)
        spot = next((spot for spot in spots if _fits(spot, lanes, left, right)), None)
        if spot:
            found[number] = spot
            lanes[spot.lane].append(spot.box)
    return found


def _spots(wanted: Wanted, anchors: Sequence[str]) -> Iterator[Placed]:
    """Places in the order they are tried, first in the lane wanted, with all words before fewer."""
    for text in dict.fromkeys([wanted.text, wanted.short or wanted.text]):
        for lane in (wanted.lane, 1 - wanted.lane):
            for anchor in anchors:
                yield Placed(round(wanted.x + SHIFTS[anchor], 1), anchor, lane, text)


def _fits(spot: Placed, lanes: dict[int, list[tuple[float, float]]], left: float, right: float) -> bool:
    start, end = spot.box
    free = all(
        end + AIR <= other_start or start >= other_end + AIR for other_start, other_end in lanes[spot.lane]
    )
    return free and start >= left and end <= right


def _box(x: float, anchor: str, wide: float) -> tuple[float, float]:
    start = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    return start, start + wide


def whole(x: float, text: str, *, left: float, right: float) -> Placed:
    """Where the label of the focused mark stands: above, centered, moved inward at the ends."""
    half = width(text) / 2
    return Placed(round(max(left + half, min(right - half, x)), 1), "middle", ABOVE, text)
