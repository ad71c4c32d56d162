"""Events that apps above the registry know of: they register in ``AppConfig.ready()``.

Imports point one way, so the registry cannot name follow-ups; what it is given it draws.
"""

from collections.abc import Callable, Iterable

from registry.record import Record
from registry.timeline.events import Event

Source = Callable[[Record], Iterable[Event]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Adds a source of events, or replaces the one of the same name."""
    _sources[name] = source


def events(record: Record) -> list[Event]:
    """What every source tells about the case."""
    return [event for source in _sources.values() for event in source(record)]
