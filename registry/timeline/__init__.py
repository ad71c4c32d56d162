"""The course of a case as one line: what happened when, on three scales, with what contradicts itself.

Everything here is computed from a loaded record; nothing queries. ``timeline`` draws it across a page,
``upright`` down its side.
"""

from registry.timeline.drawing import timeline
from registry.timeline.events import Event, Kind
from registry.timeline.picture import NARROW, Timeline, Upright
from registry.timeline.upright import upright

__all__ = ["NARROW", "Event", "Kind", "Timeline", "Upright", "timeline", "upright"]
