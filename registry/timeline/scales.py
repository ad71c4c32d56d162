"""Where a moment lies on the line: three scales side by side, with a visible break between them.

Minutes before flow and days on support are linear. After support the square root of the time counts, so
that both the discharge of the first weeks and the contact of the fifth year can be seen. A long pause
between two runs is shortened, with a break of its own.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

RUNNING_SHARE = 0.72  # where "now" stands while support goes on
PAUSE_SHARE = 0.15  # a pause between runs takes at most this share of the days of support
LEAST = timedelta(hours=6)  # a run of less is drawn as if it had this much room
CLOSE = timedelta(hours=72)  # what follows the end of flow this soon still stands on the scale of days
ROOT = 0.5


@dataclass(frozen=True)
class Room:
    """How a line of ``length`` px is shared out; ``before`` and ``after`` are shares of what its ends leave."""

    length: float
    margin: float = 40.0  # kept free at each end
    gap: float = 36.0  # of a break between two scales
    before: float = 0.13
    after: float = 0.30

    @property
    def right(self) -> float:
        return self.length - self.margin


@dataclass(frozen=True)
class Zone:
    """A stretch of time over a stretch of the line. ``power`` 1 is linear, 0.5 the square root."""

    left: float
    right: float
    start: datetime
    end: datetime
    power: float = 1.0

    def x(self, at: datetime) -> float:
        """Pixels from the left edge, one decimal; what lies outside stands at the end of the zone."""
        share = (at - self.start) / (self.end - self.start)
        return round(self.left + max(0.0, min(1.0, share)) ** self.power * (self.right - self.left), 1)


@dataclass(frozen=True)
class Scale:
    """The zones in order of time; ``breaks`` are where time is cut out between them."""

    room: Room
    before: Zone | None
    support: tuple[Zone, ...]
    after: Zone | None
    breaks: tuple[float, ...]

    @property
    def zones(self) -> list[Zone]:
        return [*([self.before] if self.before else []), *self.support, *([self.after] if self.after else [])]

    def x(self, at: datetime) -> float:
        return self.zone(at).x(at)

    def zone(self, at: datetime) -> Zone:
        """The last zone that has begun; the first for anything earlier. Support ends on its own scale."""
        if self.after and at > self.after.start:
            return self.after
        zones = [zone for zone in self.zones if zone is not self.after]
        return zones[max(0, bisect_right([zone.start for zone in zones], at) - 1)]

    @property
    def left(self) -> float:
        return self.zones[0].left

    @property
    def right(self) -> float:
        return self.room.right


Span = tuple[datetime, datetime]


def scale(
    runs: Sequence[Span], moments: Sequence[datetime], *, room: Room, is_running: bool = False
) -> Scale:
    """The scale for runs from start to stop (or now) and for every moment to be shown; one run at least."""
    spans = _with_close(_merged(runs), moments)
    first, last = spans[0][0], spans[-1][1]
    early = min((at for at in moments if at < first), default=None)
    late = max((at for at in moments if at > last), default=None)
    left, right = room.margin, room.right
    line = right - left
    before = Zone(left, left + round(line * room.before), early, first) if early else None
    after = None if late is None else Zone(right - round(line * room.after), right, last, late, ROOT)
    inner_left = before.right + room.gap if before else left
    inner_right = after.left - room.gap if after else left + line * RUNNING_SHARE if is_running else right
    support, pauses = _support(spans, inner_left, inner_right)
    cuts = ([inner_left - room.gap / 2] if before else []) + (
        [inner_right + room.gap * 0.65] if after else []
    )
    return Scale(room, before, support, after, tuple(sorted(cuts + pauses)))


def _merged(runs: Sequence[Span]) -> list[Span]:
    """In order and without overlap, whatever was typed; each at least ``LEAST`` long."""
    spans: list[Span] = []
    for one, other in sorted((min(run), max(run)) for run in runs):
        other = max(other, one + LEAST)
        if spans and one <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], other))
        else:
            spans.append((one, other))
    return spans


def _with_close(spans: list[Span], moments: Sequence[datetime]) -> list[Span]:
    """The last span lengthened to what follows it closely: removal of the cannulas, a death."""
    start, end = spans[-1]
    reach = end + min(CLOSE, max(timedelta(days=1), (end - start) * 0.3))
    close = [at for at in moments if end < at <= reach]
    return [*spans[:-1], (start, max([end, *close]))]


def _support(spans: Sequence[Span], left: float, right: float) -> tuple[tuple[Zone, ...], list[float]]:
    """Zones of the runs and of the pauses between them, and the middles of shortened pauses."""
    on = sum((end - start for start, end in spans), timedelta())
    pieces: list[tuple[datetime, datetime, timedelta]] = []
    for number, (start, end) in enumerate(spans):
        if number:
            pause = start - spans[number - 1][1]
            pieces.append((spans[number - 1][1], start, min(pause, on * PAUSE_SHARE)))
        pieces.append((start, end, end - start))
    per_pixel = sum((length for *_, length in pieces), timedelta()) / (right - left)
    return _laid_out(pieces, per_pixel, left)


def _laid_out(
    pieces: Sequence[tuple[datetime, datetime, timedelta]], per_pixel: timedelta, left: float
) -> tuple[tuple[Zone, ...], list[float]]:
    zones, cuts = [], []
    for start, end, length in pieces:
        right = left + length / per_pixel
        zones.append(Zone(left, right, start, end))
        if length < end - start:
            cuts.append(round((left + right) / 2, 1))
        left = right
    return tuple(zones), cuts
