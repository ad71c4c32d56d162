"""An expected row of daily values that was begun twice: in two tabs, or by two people."""

from collections.abc import Mapping

from crf.answering import Entry, as_displayed
from registry.models import Run
from registry.record import Place, Record

OFFERED = frozenset({"timepoint", "measured_at"})


def begun_elsewhere(held: Record, run: Run, entries: Mapping[str, Entry]) -> Place | None:
    """The row at the same expected time, if nothing sent stands there otherwise; else the new row is one of its own."""
    for place in held.row_places("support_records", run):
        if _same_time(place, entries) and all(
            _is_free(place, name, entry) for name, entry in values(entries).items()
        ):
            return place
    return None


def values(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """What was entered, without the time that came with the offer."""
    return {name: entry for name, entry in entries.items() if name not in OFFERED}


def _same_time(place: Place, entries: Mapping[str, Entry]) -> bool:
    """The same named time point, or a daily one of the same day."""
    written = place.part.written("measured_at")
    same_day = written[:10] == str(entries["measured_at"].text)[:10]
    return place.part.written("timepoint") == entries["timepoint"].text and same_day


def _is_free(place: Place, name: str, entry: Entry) -> bool:
    part = place.part
    return not (part.is_answered(name) or part.rejected(name)) or part.displayed(name) == as_displayed(
        part, name, entry
    )
