"""Stretches of support in one mode, read from the record of a case.

Segments of a run without mode changes are kept in the record and left out here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crf.codelists.run import ECLS_MODE
from crf.questions import anchor
from registry.codes import mode_class
from registry.record import Place, Record

YES = 1
SHORT_MODE = 4  # codes up to this length are how people say the mode


@dataclass(frozen=True)
class Stretch:
    """Support in one mode; ``stop`` is None while it goes on."""

    start: datetime
    stop: datetime | None
    mode: str
    run: int
    anchor: str

    @property
    def tone(self) -> str:
        return mode_class(None, self.mode)

    @property
    def text(self) -> str:
        return mode_text(self.mode)


def mode_text(mode: str | None) -> str:
    """VA, VAV; the label of a mode that has no short name."""
    if not mode:
        return "ECLS"
    return mode if len(mode) <= SHORT_MODE else ECLS_MODE.label(mode)


def stretches(record: Record) -> list[Stretch]:
    """The mode segments of each run that has begun, or the whole run in its initial mode."""
    return [each for place in record.of_kind("run") for each in _of_run(place)]


def has_segments(run: Any) -> bool:
    return run.mode_changed == YES and any(segment.segment_start_at for segment in run.segments.all())


def segment_places(place: Place) -> list[Place]:
    """The dated segments of the run, in order of time."""
    rows = place.record.row_places("segments", place.run)
    dated = [(at, number) for number, row in enumerate(rows) if (at := _begin(row))]
    return [rows[number] for _, number in sorted(dated)]


def _begin(row: Place) -> datetime | None:
    part: Any = row.part
    at: datetime | None = part.segment_start_at
    return at


def _of_run(place: Place) -> Iterator[Stretch]:
    run: Any = place.part
    if not run.run_start_at:
        return
    if not has_segments(run):
        yield _stretch(place, run.run_start_at, run.run_stop_at, run.initial_mode, "run_start_at")
        return
    parts: list[tuple[Place, Any]] = [(row, row.part) for row in segment_places(place)]
    ends = [part.segment_start_at for _, part in parts[1:]] + [run.run_stop_at]
    for (row, part), end in zip(parts, ends, strict=True):
        stop = part.segment_stop_at or end
        yield _stretch(row, part.segment_start_at, stop, part.segment_mode, "segment_start_at")


def _stretch(place: Place, start: datetime, stop: datetime | None, mode: str | None, name: str) -> Stretch:
    number: int = place.run.run_number  # type: ignore[union-attr]
    return Stretch(start, stop, mode or "", number, anchor(place.key, name))
