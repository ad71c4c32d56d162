"""What the template draws: coordinates, words and addresses, in pixels of a drawing 62 high."""

from dataclasses import dataclass, field

from registry.timeline import marks
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
class Mark:
    """A mark at ``x``. ``label`` shows always, ``whole`` on focus and under the pointer."""

    x: float
    step: Step
    whole: Placed
    label: Placed | None
    is_wrong: bool
    is_main: bool


@dataclass(frozen=True)
class Wrong:
    """A stretch that contradicts itself."""

    x: float
    width: float


@dataclass(frozen=True)
class Timeline:
    """Everything the template draws. ``now_x`` is None unless support goes on."""

    width: float
    left: float
    right: float
    bars: list[Bar]
    marks: list[Mark]
    ticks: list[Tick]
    breaks: tuple[float, ...]
    stretches_wrong: list[Wrong]
    low_flow: tuple[float, float] | None
    now_x: float | None
    now_label: Placed | None
    ahead: Placed | None
    contradictions: list[Step]
    steps: list[Step] = field(default_factory=list)

    @property
    def is_narrow(self) -> bool:
        return self.width < WIDE

    @property
    def ahead_width(self) -> float:
        """Of the time still to come, from now to the end of the line."""
        return round(self.right - (self.now_x or self.right), 1)
