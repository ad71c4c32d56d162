"""What the templates draw: coordinates, words and addresses, in pixels."""

from dataclasses import dataclass, field

from registry.timeline import marks
from registry.timeline.beside import Beside
from registry.timeline.labels import Placed
from registry.timeline.ticks import Tick

WIDE, NARROW = 1326.0, 728.0  # px: the header of a case; a review or a sheet of paper


@dataclass(frozen=True)
class Step:
    """One line of the list that says the same in words."""

    text: str
    when: str
    shape: str
    tone: str
    href: str

    @property
    def path(self) -> str:
        return marks.PATHS[self.shape]


@dataclass(frozen=True)
class Bar:
    """A stretch of support; ``text_x`` is where its mode is written, None without room."""

    x: float
    width: float
    tone: str
    text: str
    text_x: float | None


@dataclass(frozen=True)
class Wrong:
    """A stretch that contradicts itself."""

    x: float
    width: float


@dataclass(frozen=True)
class Track:
    """The line itself, in pixels along it, whichever way it runs. ``now_x`` is None unless support goes on."""

    length: float
    left: float
    right: float
    bars: list[Bar]
    ticks: list[Tick]
    breaks: tuple[float, ...]
    stretches_wrong: list[Wrong]
    low_flow: tuple[float, float] | None
    now_x: float | None

    @property
    def ahead_width(self) -> float:
        """Of the time still to come, from now to the end of the line."""
        return round(self.right - (self.now_x or self.right), 1)


@dataclass(frozen=True)
class Mark:
    """A mark at ``x``. ``label`` shows always, ``whole`` on focus and under the pointer."""

    x: float
    step: Step
    whole: Placed
    label: Placed | None
    is_wrong: bool
    is_main: bool


@dataclass(frozen=True)
class Timeline:
    """The drawing across a page, 62 px high, with a lane of words above the line and one below it."""

    track: Track
    marks: list[Mark]
    now_label: Placed | None
    ahead: Placed | None
    contradictions: list[Step]
    steps: list[Step] = field(default_factory=list)

    @property
    def is_narrow(self) -> bool:
        return self.track.length < WIDE


@dataclass(frozen=True)
class SideMark:
    """A mark at ``y`` of the drawing down a page. Its words show always or, ``is_quiet``, on focus."""

    y: float
    step: Step
    words: Beside
    is_wrong: bool
    is_main: bool
    is_current: bool
    is_quiet: bool

    @property
    def is_turned(self) -> bool:
        """Its shape lies across the line and turns with it."""
        return self.step.shape in marks.ACROSS


@dataclass(frozen=True)
class Upright:
    """The drawing down the side of a page: the line on the left, words on its right. The same events."""

    track: Track
    marks: list[SideMark]
    contradictions: list[Step]
    steps: list[Step]
    now_label: Placed | None = None
