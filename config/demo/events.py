"""Complications on ECLS (form 7), those of the circuit among them."""

from datetime import datetime, timedelta
from typing import Any

from config.demo.chance import Chance, Weighted
from config.demo.equipment import CIRCUIT, CLOTTED, FAILING_GAS, PLANNED, PUMP, PUMP_FAILED, Change
from config.demo.gaps import Row
from config.demo.rescue import POST_CARDIOTOMY
from config.demo.scene import Scene

MOST = 6  # rows of one run
MINOR, MODERATE, SEVERE, FATAL = 1, 2, 3, 4
RESOLVED, SEQUELAE, ONGOING, KILLED = 1, 2, 3, 4
CONTRIBUTED = 0.3  # of the runs that end in death, one of their complications did
USUAL_HOURS = 130  # the shares below belong to a run of this length
RENAL_REPLACEMENT, BRAIN_DEATH = "REN04", "NEU01"
_WITHOUT_RED_CELLS = ("HEM13", "HEM14", "HEM15")

_ANYBODY = {
    "HEM01": 0.12, "HEM04": 0.045, "HEM06": 0.04, "HEM13": 0.025, "HEM15": 0.07, "NEU05": 0.025,
    "NEU06": 0.03, "NEU02": 0.012, "REN03": 0.1, "REN02": 0.06, "CVS02": 0.11, "CVS01": 0.025,
    "CVS10": 0.04, "PUL01": 0.025, "PUL04": 0.025, "MET01": 0.04, "MET02": 0.015, "MET03": 0.06,
    "MET06": 0.04, "MET09": 0.045, "MEC15": 0.05, "MEC13": 0.02, "MEC12": 0.008, "PAT02": 0.01,
}  # fmt: skip
_ADULT = {"NEU11": 0.04, "PAT06": 0.025, "HEM07": 0.01}
_CHILD = {"CVS07": 0.06, "NEU07": 0.03, "NEU03": 0.02, "PUL02": 0.025}
_SURGICAL = {"HEM02": 0.12, "HEM03": 0.1, "CVS03": 0.05}
_ARTERIAL = {"CVS04": 0.05, "CVS12": 0.008, "PUL05": 0.02}
_GROIN = {"LIM01": 0.03, "LIM03": 0.02, "LIM04": 0.01, "LIM07": 0.02, "CVS09": 0.03}
_VENOUS = {"MEC14": 0.03, "PUL03": 0.03, "PUL01": 0.05}
_RESUSCITATED = {"NEU04": 0.09, "NEU09": 0.05, "MET10": 0.02}
# Codes of comp_action, by group.
_ACTIONS = {
    "HEM": Weighted({"23": 40, "2": 25, "123": 20, "236": 15}),
    "NEU": Weighted({"1": 45, "3": 25, "13": 20, "0": 10}),
    "REN": Weighted({"1": 70, "0": 30}),
    "CVS": Weighted({"1": 70, "16": 30}),
    "PUL": Weighted({"6": 50, "1": 50}),
    "MET": Weighted({"1": 90, "3": 10}),
    "MEC": Weighted({"5": 60, "1": 20, "0": 20}),
    "LIM": Weighted({"6": 45, "3": 20, "5": 35}),
    "PAT": Weighted({"1": 90, "0": 10}),
}
_SEVERITY = Weighted({MINOR: 22, MODERATE: 52, SEVERE: 26})
_MECHANICAL = {CLOTTED: "MEC02", FAILING_GAS: "MEC01", PUMP_FAILED: "MEC06"}


def complication_rows(
    scene: Scene, changes: list[Change], limbs: list[Row], before: Row, last_look: datetime | None
) -> list[Row]:
    """In order of time. ``limbs`` are the cannulas; ``last_look`` is when the patient was last recorded."""
    found = [_of_change(scene, change) for change in changes if change.reason != PLANNED]
    if scene.is_brain_dead:
        found.append(_row(scene, BRAIN_DEATH, scene.until - timedelta(minutes=30)))
    found += _kidneys(scene, before, last_look)
    found += [_row(scene, code, _onset(scene)) for code in _drawn(scene, limbs)]
    rows = sorted(found[:MOST], key=lambda row: row["comp_onset_at"])
    return _fatal(scene, rows)


def _drawn(scene: Scene, limbs: list[Row]) -> list[str]:
    chance = scene.chance
    longer = min(0.25 + 0.5 * scene.hours / USUAL_HOURS, 1.6) * (1 if scene.is_alive else 1.25)
    shares = {code: share * longer for code, share in _shares(scene, limbs).items()}
    return chance.some(shares)


def _shares(scene: Scene, limbs: list[Row]) -> dict[str, float]:
    """What can happen to this patient with these cannulas."""
    shares = _ANYBODY | (_ADULT if scene.is_adult else _CHILD)
    code = scene.illness.diagnosis
    if code in POST_CARDIOTOMY or code.startswith("H"):
        shares |= _SURGICAL
    shares |= _ARTERIAL if scene.is_arterial else _VENOUS
    groin = [row for row in limbs if row["cannula_vessel"] == "CFA"]
    if groin and scene.is_arterial:
        shares |= _GROIN
    if any(row.get("distal_perfusion") == 1 for row in groin):
        shares["LIM02"] = 0.02
    return shares | (_RESUSCITATED if scene.is_ecpr else {})


def _onset(scene: Scene) -> datetime:
    """Earlier rather than later in the run, and before its last minutes."""
    share = scene.chance.betavariate(1.2, 2.2)
    return (scene.start + (scene.until - scene.start) * min(share, 0.97)).replace(second=0, microsecond=0)


def _kidneys(scene: Scene, before: Row, last_look: datetime | None) -> list[Row]:
    """Replacement begun on ECLS, so that a later look at the patient shows it."""
    chance = scene.chance
    share = 0.2 if scene.is_alive else 0.36
    if before["pre_rrt"] or last_look is None or not chance.yes(share):
        return []
    begun = chance.moment(scene.start + (last_look - scene.start) * 0.1, last_look)
    return [_row(scene, RENAL_REPLACEMENT, begun.replace(second=0, microsecond=0))]


def _of_change(scene: Scene, change: Change) -> Row:
    """What made a part be changed, noticed hours before."""
    code = _MECHANICAL.get(change.reason, "MEC02")
    if change.reason == CLOTTED and change.part in (PUMP, CIRCUIT):
        code = "MEC03" if change.part == PUMP else "MEC04"
    seen = max(change.at - scene.chance.hours(0.5, 8), scene.start)
    return {
        "comp_code": code,
        "comp_onset_at": seen,
        "comp_end_at": change.at,
        "comp_severity": SEVERE if change.reason == PUMP_FAILED else MODERATE,
        "comp_actions": [4],
        "comp_equipment_row": change.position,
        "comp_outcome": RESOLVED,
    }


def _row(scene: Scene, code: str, onset: datetime) -> Row:
    chance = scene.chance
    severity = _SEVERITY.draw(chance)
    actions = [int(digit) for digit in _ACTIONS[code[:3]].draw(chance)]
    ended = _end(scene, onset)
    return {
        "comp_code": code,
        "comp_onset_at": onset,
        "comp_end_at": ended,
        "comp_severity": severity,
        "comp_actions": actions,
        "comp_outcome": (SEQUELAE if severity == SEVERE and chance.yes(0.3) else RESOLVED)
        if ended
        else ONGOING,
    } | _details(chance, code, actions)


def _end(scene: Scene, onset: datetime) -> datetime | None:
    """Most are over before the run is; the others go on when it ends."""
    end = onset + timedelta(minutes=round(60 * scene.chance.skewed(40, 0.9, 1, 500)))
    return end if end < scene.until else None


def _details(chance: Chance, code: str, actions: list[int]) -> dict[str, Any]:
    if code.startswith("NEU"):
        return {"comp_imaging": int(chance.yes(0.8)) if chance.yes(0.8) else None}
    if code.startswith("HEM") and code not in _WITHOUT_RED_CELLS:
        return {"comp_rbc_units_24h": chance.figure(3, 1.8, 0, 14) if 2 in actions else 0}
    return {}


def _fatal(scene: Scene, rows: list[Row]) -> list[Row]:
    """In some deaths the last complication had its part; brain death always had."""
    if scene.is_brain_dead:
        rows = [row | _deadly(row) if row["comp_code"] == BRAIN_DEATH else row for row in rows]
    if scene.is_alive or not rows or not scene.chance.yes(CONTRIBUTED):
        return rows
    return [*rows[:-1], rows[-1] | _deadly(rows[-1])]


def _deadly(row: Row) -> Row:
    return {"comp_severity": FATAL, "comp_outcome": KILLED, "comp_end_at": None}
