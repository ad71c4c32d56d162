"""The arrest that ECPR answers (form 4). The chain of times ends with the start of flow."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from config.demo.chance import Chance, Weighted
from config.demo.gaps import Row
from config.demo.scene import Scene
from config.demo.stays import EMERGENCY

OUTSIDE, INSIDE = 1, 2
SHOCKABLE = frozenset({1, 2})
LONGEST_OUTSIDE = timedelta(minutes=100)  # between arrival and flow, if the arrest was out of hospital
_CARDIAC_RHYTHM = Weighted({1: 42, 2: 8, 3: 26, 4: 15, 6: 6, 9: 3})
_OTHER_RHYTHM = Weighted({1: 6, 3: 50, 4: 30, 6: 12, 9: 2})
_PLACES = {
    OUTSIDE: Weighted({1: 46, 2: 30, 3: 10, 4: 14}),
    INSIDE: Weighted({5: 24, 6: 34, 7: 16, 8: 17, 9: 9}),
}
_CAUSES = {
    "A01": Weighted({1: 62, 2: 22, 3: 10, 99: 6}),
    "A02": Weighted({7: 100}),
    "A03": Weighted({10: 30, 11: 30, 9: 20, 88: 20}),
    "C01": Weighted({1: 100}),
    "C05": Weighted({3: 100}),
    "C11": Weighted({2: 100}),
    "C12": Weighted({5: 100}),
    "C14": Weighted({12: 100}),
    "C22": Weighted({9: 100}),
}
_CHILD_CAUSE = Weighted({4: 34, 3: 30, 7: 22, 99: 8, 11: 6})
_INBORN = Weighted({4: 80, 12: 20})


@dataclass(frozen=True, slots=True)
class _Chain:
    """What happened when. ``arrived`` is set for arrests out of hospital."""

    fell: datetime
    compressed: datetime
    called: datetime
    arrived: datetime | None


def ecpr_row(scene: Scene, run: Row) -> Row:
    """Form 4; empty unless the run is ECPR. Moves the decision of the run between call and cannulation."""
    if not scene.is_ecpr:
        return {}
    witnessed = scene.chance.yes(0.86)
    chain = _chain(scene, run, witnessed=witnessed)
    if run.get("decision_at"):
        run["decision_at"] = chain.called
    row = _story(scene, chain, witnessed=witnessed)
    row |= _rhythm(scene) | _returned(scene, chain) | _measured(scene)
    return row | _cooled(scene)


def _chain(scene: Scene, run: Row, *, witnessed: bool) -> _Chain:
    chance = scene.chance
    cannulated = run.get("cannulation_start_at") or scene.start - timedelta(minutes=12)
    arrived = _arrived(scene)
    if arrived:
        compressed = arrived - chance.hours(0.12, 0.6)
    else:
        worse = 1.0 if scene.is_alive else 1.25
        compressed = min(
            scene.start - timedelta(minutes=chance.amount(40 * worse, 0.4, 14, 125)),
            cannulated - timedelta(minutes=chance.randrange(4, 15)),
        )
    alone = chance.amount(2 if arrived is None else 5, 0.7, 0, 17 if witnessed else 24)
    fell = compressed - timedelta(minutes=alone)
    called = chance.moment(max(compressed, arrived or compressed), max(cannulated, arrived or compressed))
    return _Chain(fell, compressed, min(called, scene.start), arrived)


def _arrived(scene: Scene) -> datetime | None:
    """Who comes through the emergency department shortly before flow mostly fell outside."""
    recent = timedelta() <= scene.start - scene.admitted <= LONGEST_OUTSIDE
    outside = recent and scene.earlier is None and scene.source == EMERGENCY and scene.chance.yes(0.85)
    return scene.admitted if outside else None


def _story(scene: Scene, chain: _Chain, *, witnessed: bool) -> Row:
    chance = scene.chance
    location = OUTSIDE if chain.arrived else INSIDE
    row: Row = {
        "arrest_location": location,
        "arrest_place": _PLACES[location].draw(chance) if chance.yes(0.9) else None,
        "arrest_at": chain.fell,
        "arrest_time_estimated": int(not witnessed) if chance.yes(0.8) else None,
        "witnessed": int(witnessed),
        "cpr_start_at": chain.compressed,
        "arrest_cause": _cause(scene),
        "ecpr_call_at": chain.called if chance.yes(0.7) else None,
        "cpr_technique": chance.choice((1, 1, 2, 3, 3)) if chance.yes(0.85) else None,
    }
    if chain.arrived:
        row |= {
            "bystander_cpr": 9 if chance.yes(0.04) else int(chance.yes(0.45)),
            "hospital_arrival_at": chain.arrived,
            "ems_arrival_at": chance.moment(chain.fell, chain.arrived) if chance.yes(0.7) else None,
        }
    return row


def _cause(scene: Scene) -> int:
    code = scene.illness.diagnosis
    if code in _CAUSES and (scene.is_adult or code != "A01"):
        return _CAUSES[code].draw(scene.chance)
    if code.startswith("H"):
        return _INBORN.draw(scene.chance)
    return 88 if scene.is_adult else _CHILD_CAUSE.draw(scene.chance)


def _rhythm(scene: Scene) -> Row:
    chance = scene.chance
    cardiac = scene.is_adult and scene.illness.diagnosis in ("A01", "C01", "C11", "C05")
    first = (_CARDIAC_RHYTHM if cardiac else _OTHER_RHYTHM).draw(chance)
    shocks = chance.amount(4, 0.6, 1, 24) if first in SHOCKABLE else chance.choice((0, 0, 0, 1, 2))
    later = first if chance.yes(0.5) else chance.choice((1, 3, 3, 4))
    return {
        "initial_rhythm": first,
        "rhythm_at_cannulation": later if chance.yes(0.7) else None,
        "shocks_count": shocks if chance.yes(0.85) else None,
        "epinephrine_total_mg": _epinephrine(scene) if chance.yes(0.8) else None,
    }


def _epinephrine(scene: Scene) -> float:
    """Bolus doses of 1 mg in adults, of 10 micrograms per kg in children."""
    doses = scene.chance.amount(7, 0.5, 1, 26)
    return float(doses) if scene.is_adult else round(doses * min(0.01 * scene.weight, 1), 2)


def _returned(scene: Scene, chain: _Chain) -> Row:
    """A pulse that came back for some minutes; rarely longer, which would mostly not be called ECPR."""
    chance = scene.chance
    came_back = chance.yes(0.28)
    row: Row = {"rosc_before_ecls": 9 if chance.yes(0.02) else int(came_back)}
    if row["rosc_before_ecls"] == 1:
        row["rosc_sustained"] = int(chance.yes(0.04))
        row["rosc_at"] = chance.moment(chain.compressed, scene.start) if chance.yes(0.5) else None
    return row


def _measured(scene: Scene) -> Row:
    chance = scene.chance
    return {
        "etco2_during_cpr": chance.figure(24, 9, 5, 58, 1) if chance.yes(0.3) else None,
        "cpr_ph": chance.figure(7.03, 0.14, 6.62, 7.42, 2) if chance.yes(0.55) else None,
        "cpr_lactate": chance.figure(12.5, 3.8, 2.5, 26, 1) if chance.yes(0.6) else None,
        "cpr_potassium": chance.figure(4.9, 1, 2.6, 8, 1) if chance.yes(0.5) else None,
        "signs_of_life": int(chance.yes(0.35 if scene.is_alive else 0.18)) if chance.yes(0.6) else None,
    }


def _cooled(scene: Scene) -> Row:
    """Temperature management after the arrest, and the first scan of the head."""
    chance = scene.chance
    used = scene.hours > 8 and chance.yes(0.62)
    row: Row = {"ttm_used": int(used), "ct_head_first": int(chance.yes(0.3)) if chance.yes(0.8) else None}
    if used:
        row["ttm_target"] = chance.choice((33.0, 34.0, 34.0, 35.0, 36.0, 36.0, 36.5))
        row["ttm_hours"] = _hours_cold(chance, scene.hours)
    return row


def _hours_cold(chance: Chance, hours: float) -> int | None:
    if not chance.yes(0.8):
        return None
    return int(min(chance.choice((24, 24, 36, 48, 72)), hours))
