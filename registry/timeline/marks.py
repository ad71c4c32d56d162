"""Shapes of marks and the order in which they get their words.

One shape, one meaning: disc cannulation, diamond complication, hexagon infection, square change of a
component, seam change of mode, end bar end of flow, ring decannulation, arrow arrival or leaving on ECLS,
house discharge, cross death, circle follow-up, triangle contradiction.
"""

from collections.abc import Sequence

from registry.timeline.events import Event, Kind


def _round(radius: float) -> str:
    """A circle as a path around the origin."""
    return f"M-{radius:g} 0a{radius:g} {radius:g} 0 1 0 {2 * radius:g} 0a{radius:g} {radius:g} 0 1 0-{2 * radius:g} 0Z"


PATHS = {
    "arrest": _round(6),
    "compressions": _round(4.5),
    "disc": _round(7.5),
    "procedure": _round(6.5),
    "diamond": "M0-8.5 8.5 0 0 8.5-8.5 0Z",
    "hexagon": "M-4-7H4L8 0 4 7H-4L-8 0Z",
    "square": "M-6-6H6V6H-6Z",
    "seam": "M-1.5-10H1.5V10H-1.5Z",
    "end": "M-2-9H2V9H-2Z",
    "ring": _round(6),
    "arrow": "M-8-3.5H0V-8L8.5 0 0 8V3.5H-8Z",
    "house": "M-7.5 0 0-8 7.5 0V8H-7.5Z",
    "cross": "M-6.5-6.5 6.5 6.5M6.5-6.5-6.5 6.5",
    "circle": _round(6),
    "alert": "M0-9.5 10 7.5H-10Z",
}
ALERT = "alert"
SHAPES = {
    Kind.ARREST: "arrest",
    Kind.CPR: "compressions",
    Kind.CANNULATION: "disc",
    Kind.START: "disc",
    Kind.ARRIVAL: "arrow",
    Kind.MODE: "seam",
    Kind.COMPLICATION: "diamond",
    Kind.INFECTION: "hexagon",
    Kind.CHANGE: "square",
    Kind.PROCEDURE: "procedure",
    Kind.STOP: "end",
    Kind.TRANSFER: "arrow",
    Kind.DECANNULATION: "ring",
    Kind.DISCHARGE: "house",
    Kind.DEATH: "cross",
    Kind.FOLLOW_UP: "circle",
}
FIRST = 0  # rank of a contradiction's words
RANKS = {
    Kind.START: 1,
    Kind.DEATH: 2,
    Kind.ARREST: 3,
    Kind.DISCHARGE: 4,
    Kind.TRANSFER: 4,
    Kind.STOP: 5,
    Kind.COMPLICATION: 7,
    Kind.ARRIVAL: 7,
    Kind.MODE: 8,
    Kind.PROCEDURE: 8,
    Kind.CHANGE: 9,
    Kind.INFECTION: 9,
    Kind.FOLLOW_UP: 10,
    Kind.DECANNULATION: 11,
    Kind.CPR: 12,
    Kind.CANNULATION: 12,
}
PREFERRED = 5.2
SOONER = 1.5  # a severe complication, a follow-up that is due
LEAST_APART, ROOM_AT_ENDS = 13.0, 12.0  # px
ACROSS = frozenset({"seam", "end"})  # strokes across the line, whichever way it runs


def rank(event: Event, prefer: Kind | None = None) -> float:
    """Lower is told first; ``prefer`` comes behind the start and the ends only."""
    if event.is_current:
        return FIRST
    urgent = event.is_severe or (event.kind == Kind.FOLLOW_UP and event.tone == "due")
    ordinary = PREFERRED if event.kind == prefer else RANKS[event.kind]
    return ordinary - (SOONER if urgent else 0)


def spread(
    places: Sequence[float], pivot: int, width: float, aparts: Sequence[float] | None = None
) -> list[float]:
    """Moves marks that would cover each other apart, outward from the one at ``pivot``, inside the drawing.

    ``aparts`` are the least distances in px from each mark to the next.
    """
    if not places:
        return []
    most = (width - 2 * ROOM_AT_ENDS) / len(places)
    gaps = [min(apart, most) for apart in aparts or [LEAST_APART] * (len(places) - 1)]
    limit = width - ROOM_AT_ENDS
    right = _pushed(places[pivot:], gaps[pivot:], limit)
    mirrored = [width - place for place in reversed(places[: pivot + 1])]
    left = _pushed([width - right[0], *mirrored[1:]], gaps[:pivot][::-1], limit)
    return [round(width - place, 1) for place in reversed(left[1:])] + right


def _pushed(places: Sequence[float], gaps: Sequence[float], limit: float) -> list[float]:
    """Each at least a gap after the one before; from the limit back where there is no more room."""
    moved = list(places)
    for number, gap in enumerate(gaps):
        moved[number + 1] = max(moved[number + 1], moved[number] + gap)
    moved[-1] = min(moved[-1], limit)
    for number, gap in reversed(list(enumerate(gaps))):
        moved[number] = min(moved[number], moved[number + 1] - gap)
    return [round(place, 1) for place in moved]
