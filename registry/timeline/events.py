"""What happened in a case, read from its record: events with a time.

Only answers that are asked count: an arrest outside ECPR or a segment of a run without mode changes is
kept in the record and left out here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from crf import notes
from crf.codelists.complication_codes import COMP_CODE
from crf.codelists.equipment import EQUIP_TYPE
from crf.codelists.infections import INFECTION_TYPE
from crf.codelists.outcome import TRANSPLANT, VAD
from crf.codelists.run import LV_UNLOADING
from crf.codes import CodeList
from crf.pairs import Pair
from crf.questions import anchor
from registry.codes import ECPR, mode_class
from registry.record import Place, Record
from registry.timeline.stretches import YES, mode_text

DIED, STILL_HERE, HOPELESS, ELSEWHERE, ON_ECLS = 6, 7, 5, 3, 4  # discharge_status
HANDED_OVER = 12  # stop_reason
ARRIVED_ON_ECLS = 4  # admission_source
SEVERE = 3  # comp_severity from which a complication is told first
AT_START = timedelta(hours=1)  # what begins this soon after flow belongs to its start
ENDED = Pair("ECLS ended", "转流结束")


class Kind(StrEnum):
    ARREST = "arrest"
    CPR = "cpr"
    CANNULATION = "cannulation"
    START = "start"
    ARRIVAL = "arrival"
    MODE = "mode"
    COMPLICATION = "complication"
    INFECTION = "infection"
    CHANGE = "change"
    PROCEDURE = "procedure"
    STOP = "stop"
    TRANSFER = "transfer"
    DECANNULATION = "decannulation"
    DISCHARGE = "discharge"
    DEATH = "death"
    FOLLOW_UP = "follow_up"


_ORDER = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True)
class Event:
    """Something with a time. ``anchor`` is the id of its field on the page of ``run`` (None: of any run).

    ``tone`` colors the mark: va, vv or ecpr; of a follow-up its state: done, due, later or closed. ``when``
    stands in the place of the time, ``address`` in that of the field where the event has a page of its own.
    """

    at: datetime
    kind: Kind
    label: str
    anchor: str = ""
    run: int | None = None
    tone: str = ""
    is_day: bool = False  # known to the day only, then stored at noon
    is_severe: bool = False
    is_current: bool = False  # what the page it is drawn on is about
    detail: str = ""  # follows the label where there is room
    when: str = ""
    address: str = ""


def events(record: Record) -> list[Event]:
    """Every event of the record, in order of time."""
    return in_order([event for place in record.places for event in _READERS.get(place.kind, _nothing)(place)])


def in_order(found: list[Event]) -> list[Event]:
    """By time; at the same time, as one thing leads to the other: end of flow, removal, death."""
    return sorted(found, key=lambda event: (event.at, _ORDER[event.kind]))


def _event(place: Place, name: str, kind: Kind, label: Pair | str, **more: Any) -> Iterator[Event]:
    """The event at the answer ``name``; nothing while that has no time."""
    at = getattr(place.part, name)
    if at is not None:
        yield Event(
            at=at,
            kind=kind,
            label=str(label),
            anchor=anchor(place.key, name),
            run=place.run.run_number if place.run else None,
            is_day=notes.get(place.part.notes, "precision", name) == "day",
            **more,
        )


def _nothing(place: Place) -> Iterator[Event]:
    return iter(())


def _run(place: Place) -> Iterator[Event]:
    run: Any = place.part
    tone = mode_class(run.support_type, run.initial_mode)
    yield from _event(
        place, "cannulation_start_at", Kind.CANNULATION, Pair("Cannulation", "开始置管"), tone=tone
    )
    yield from _event(place, "run_start_at", Kind.START, _started(place), tone=tone)
    yield from _unloading(place, run)
    stopped = Pair("Handed over on ECLS", "带 ECLS 交接") if run.stop_reason == HANDED_OVER else ENDED
    yield from _event(place, "run_stop_at", Kind.STOP, stopped, detail=_lasted(run))
    yield from _event(place, "decannulated_at", Kind.DECANNULATION, Pair("Decannulated", "拔管"))


def _started(place: Place) -> Pair:
    """ "VA started", and which run it is when there are several."""
    run: Any = place.part
    mode = "ECPR" if run.support_type == ECPR else mode_text(run.initial_mode)
    if len(place.record.runs) > 1:
        return Pair(f"Run {run.run_number}, {mode} started", f"第 {run.run_number} 次 {mode} 上机")
    return Pair(f"{mode} started", f"{mode} 上机")


def _lasted(run: Any) -> str:
    """Hours of support, to stand behind its end; empty where the times contradict each other."""
    if not run.run_start_at or not run.run_stop_at or run.run_stop_at < run.run_start_at:
        return ""
    hours = round((run.run_stop_at - run.run_start_at) / timedelta(hours=1))
    return str(Pair(", {n} h", "，{n} 小时").format(n=hours))


def _unloading(place: Place, run: Any) -> Iterator[Event]:
    if run.lv_unloading and 0 not in run.lv_unloading:
        yield from _event(place, "lv_unloading_at", Kind.PROCEDURE, LV_UNLOADING.label(run.lv_unloading[0]))


def _ecpr(place: Place) -> Iterator[Event]:
    if place.run and place.run.support_type == ECPR:
        yield from _event(place, "arrest_at", Kind.ARREST, Pair("Arrest", "骤停"))
        yield from _event(place, "cpr_start_at", Kind.CPR, Pair("CPR", "CPR"))


def _weaning(place: Place) -> Iterator[Event]:
    part: Any = place.part
    if part.vad_after:
        yield from _event(place, "vad_at", Kind.PROCEDURE, VAD.label(part.vad_after))
    if part.transplant_type:
        organ = TRANSPLANT.label(part.transplant_type)
        label = Pair(f"Transplant: {organ}", f"{organ}移植")
        yield from _event(place, "transplant_at", Kind.PROCEDURE, label)


def _segment(place: Place) -> Iterator[Event]:
    """A change of mode. The segment that begins with the run is its start."""
    run, part = place.run, place.part
    if run is None or run.mode_changed != YES or not run.run_start_at:
        return
    begins: Any = part
    if begins.segment_start_at and begins.segment_start_at != run.run_start_at:
        mode = mode_text(begins.segment_mode)
        tone = mode_class(None, begins.segment_mode)
        label = Pair(f"Changed to {mode}", f"改为 {mode}")
        yield from _event(place, "segment_start_at", Kind.MODE, label, tone=tone)


def _cannula(place: Place) -> Iterator[Event]:
    """A cannula put in after flow had begun."""
    part: Any = place.part
    begun = place.run.run_start_at if place.run else None
    if place.run and begun and part.cannula_in_at and part.cannula_in_at > begun + AT_START:
        tone = mode_class(place.run.support_type, place.run.initial_mode)
        label = Pair("Cannula added", "增加插管")
        yield from _event(place, "cannula_in_at", Kind.CANNULATION, label, tone=tone)


def _equipment(place: Place) -> Iterator[Event]:
    part: Any = place.part
    if part.equip_changed == YES:
        words = EQUIP_TYPE.label(part.equip_type) or str(Pair("Component", "部件"))
        label = Pair(f"{words} changed", f"更换{words}")
        yield from _event(place, "equip_stop_at", Kind.CHANGE, label)


def _complication(place: Place) -> Iterator[Event]:
    part: Any = place.part
    label = _coded(COMP_CODE, part.comp_code, Pair("Complication", "并发症"))
    severe = (part.comp_severity or 0) >= SEVERE
    yield from _event(place, "comp_onset_at", Kind.COMPLICATION, label, is_severe=severe)


def _infection(place: Place) -> Iterator[Event]:
    part: Any = place.part
    label = _coded(INFECTION_TYPE, part.infection_type, Pair("Infection", "感染"))
    yield from _event(place, "infection_onset_at", Kind.INFECTION, label)


def _coded(codes: CodeList, code: Any, otherwise: Pair) -> str:
    return codes.label(code) or str(otherwise)


def _admission(place: Place) -> Iterator[Event]:
    part: Any = place.part
    if part.admission_source == ARRIVED_ON_ECLS:
        yield from _event(place, "admission_at", Kind.ARRIVAL, Pair("Arrived on ECLS", "带 ECLS 转入"))


def _outcome(place: Place) -> Iterator[Event]:
    part: Any = place.part
    if part.discharge_status not in (None, DIED, STILL_HERE):
        kind = Kind.TRANSFER if part.discharge_status == ON_ECLS else Kind.DISCHARGE
        words = _LEAVING.get(part.discharge_status, Pair("Discharged", "出院"))
        yield from _event(place, "discharge_at", kind, words)
    if part.died == YES:
        yield from _event(place, "death_at", Kind.DEATH, Pair("Died", "死亡"))


_LEAVING = {
    ELSEWHERE: Pair("Transferred", "转院"),
    ON_ECLS: Pair("Left on ECLS", "带 ECLS 转院"),
    HOPELESS: Pair("Left, death expected", "病危自动出院"),
}
_READERS: dict[str, Callable[[Place], Iterator[Event]]] = {
    "admission": _admission,
    "run": _run,
    "ecpr": _ecpr,
    "weaning": _weaning,
    "segment": _segment,
    "cannula": _cannula,
    "equipment": _equipment,
    "complication": _complication,
    "infection": _infection,
    "outcome": _outcome,
}
