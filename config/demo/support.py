"""The patient on ECLS at 4 h, at 24 h and on some later days (form 5), with the trend of the outcome."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from config.demo import bedside
from config.demo.chance import Chance, whole_hours
from config.demo.fates import RECOVERED
from config.demo.gaps import Row
from config.demo.scene import Scene

DAYS = (2, 3, 5, 7)
MORNING = 8  # o'clock
GENTLE_HOURS = 30
SETTLING_HOURS = 14.0  # in which what ECLS repairs has gone most of the way


@dataclass(frozen=True, slots=True)
class Moment:
    """When the patient was looked at. ``gone`` is the share of the run that was over."""

    timepoint: str
    at: datetime
    hours: float
    gone: float


@dataclass(frozen=True, slots=True)
class Habits:
    """What does not change from day to day in one run."""

    flow: float  # L/min at full support
    anticoagulant: int
    monitor: int | None
    lactate: float
    platelets: float
    hemoglobin: float
    creatinine: float
    least_paco2: float  # mmHg in the first day: carbon dioxide is brought down slowly
    awake: bool
    cooled_to: float | None
    cleared_from: datetime | None  # start of renal replacement
    clearance: int


def moments(scene: Scene) -> list[Moment]:
    """The times at which the run is looked at; a short run has few."""
    return [
        Moment(point, at, hours := (at - scene.start) / timedelta(hours=1), hours / max(scene.hours, 0.1))
        for point, at in sorted(_times(scene), key=lambda each: each[1])
    ]


def _times(scene: Scene) -> Iterator[tuple[str, datetime]]:
    chance, hours = scene.chance, scene.hours
    if hours >= 3.2:
        yield "H4", _within(scene, chance.between(3.2, 5.5))
    if hours >= 18:
        yield "H24", _within(scene, max(18.1, min(chance.normal(24, 1.4, 20, 28), hours)))
    for day in DAYS:
        at = (scene.start + timedelta(days=day)).replace(hour=MORNING, minute=0)
        at += timedelta(minutes=chance.randrange(-50, 51))
        if timedelta(hours=30) < at - scene.start and at < scene.until:
            yield "DAY", at
    if scene.stretch.reason == RECOVERED and hours > 30 and chance.yes(0.4):
        yield "OFF", scene.until - chance.hours(0.3, 1.5)


def _within(scene: Scene, hours: float) -> datetime:
    return min(scene.start + whole_hours(hours), scene.until)


def habits(scene: Scene, before: Row, ecpr: Row, run: Row, cleared_from: datetime | None) -> Habits:
    """``before`` is form 2 of the run; ``cleared_from`` is when replacement of the kidneys began on ECLS."""
    chance = scene.chance
    long_since = before["pre_rrt"]
    return Habits(
        flow=_full_flow(scene),
        anticoagulant=chance.choice((1,) * 17 + (2, 3, 4)),
        monitor=chance.choice((1, 2, 2, 5)) if chance.yes(0.8) else None,
        lactate=before["pre_lactate"] or 4.0,
        platelets=before["pre_platelets"] or 160,
        hemoglobin=before["pre_hb"] or 110,
        creatinine=before["pre_creatinine"] or 100,
        least_paco2=0.53 * (before["pre_paco2"] or 0),
        awake=not scene.was_intubated or run.get("awake_ecls") == 1,
        cooled_to=ecpr.get("ttm_target"),
        cleared_from=scene.start if long_since else cleared_from,
        clearance=long_since or 1,
    )


def _full_flow(scene: Scene) -> float:
    """L/min: by weight in the small, by body size in adults."""
    chance, weight = scene.chance, scene.weight
    if scene.illness.mode == "VVECCO2R":
        return chance.between(1.5, 2.0)
    if scene.group == "A":
        return chance.normal(2.1 + 0.028 * min(weight, 110), 0.5, 2.2, 6.3)
    per_kg = 0.115 if weight < 10 else 0.085 if weight < 30 else 0.068
    return min(weight * chance.normal(per_kg, 0.01, 0.05, 0.15), 0.95 if scene.group == "N" else 4.9)


def support_rows(scene: Scene, seen: list[Moment], own: Habits) -> list[Row]:
    return [_row(scene, own, moment) for moment in seen]


def _row(scene: Scene, own: Habits, moment: Moment) -> Row:
    row: Row = {"timepoint": moment.timepoint, "measured_at": moment.at}
    row |= _circuit(scene, own, moment)
    row |= bedside.blood_gas(scene, own.least_paco2 if moment.hours <= GENTLE_HOURS else 0)
    row["on_lactate"] = lactate(scene, own.lactate, moment)
    row |= bedside.circulation(scene, moment.gone)
    row |= bedside.lungs(scene, moment.gone, awake=own.awake and moment.gone > 0.3)
    row |= _blood(scene, own, moment)
    row |= _kidneys(scene, own, moment)
    warmth = own.cooled_to if own.cooled_to and moment.hours < 26 else None
    return row | bedside.rest(scene, warmth, awake=own.awake)


def _circuit(scene: Scene, own: Habits, moment: Moment) -> Row:
    """Flow is full at first and reduced while the patient recovers."""
    chance = scene.chance
    weaning = 1 - (0.3 * moment.gone**2 if scene.is_alive else 0.05 * moment.gone)
    weaning = min(weaning, 0.6) if moment.timepoint == "OFF" else weaning
    low, high = {"N": (0.2, 1.0), "P": (0.3, 5.0), "A": (1.3, 6.5)}[scene.group]
    flow = round(min(max(own.flow * weaning * chance.normal(1, 0.06, 0.8, 1.2), low), high), 2)
    sweep = min(max(flow * chance.normal(0.95, 0.25, 0.4, 1.8) * weaning, 0.1), 11)
    inlet = int(chance.figure(205, 38, 70, 330))
    row: Row = {
        "pump_flow": flow,
        "sweep_gas_flow": round(sweep, 2),
        "sweep_fio2": 100 if moment.gone < 0.3 and chance.yes(0.7) else 5 * chance.randrange(8, 21),
        "pump_rpm": 10 * round(chance.normal(310, 45, 150, 430)) if chance.yes(0.9) else None,
        "drainage_pressure": -int(chance.figure(58, 22, 5, 118)) if chance.yes(0.4) else None,
    }
    if chance.yes(0.45):
        drop = int(chance.figure(24 + 12 * moment.gone, 7, 8, 60))
        row |= {"pre_membrane_pressure": inlet, "post_membrane_pressure": max(50, inlet - drop)}
    return row | _membrane(scene)


def _membrane(scene: Scene) -> Row:
    chance = scene.chance
    returned = scene.illness.mode in ("VV", "VAV") and chance.yes(0.2)
    return {
        "post_membrane_po2": chance.figure(370, 75, 160, 590) if chance.yes(0.45) else None,
        "pre_membrane_so2": chance.figure(68, 8, 50, 88) if chance.yes(0.4) else None,
        "recirculation_fraction": chance.figure(17, 8, 2, 45) if returned else None,
    }


def lactate(scene: Scene, first: float, moment: Moment) -> float:
    """Mmol/L. It settles in who survives; who dies keeps it, and it rises at the end."""
    chance = scene.chance
    if scene.is_alive:
        left = math.exp(-moment.hours / SETTLING_HOURS)
        value = 1.4 + (first - 1.4) * left
    else:
        left = math.exp(-moment.hours / (4 * SETTLING_HOURS))
        value = 2.8 + max(first - 2.8, 0) * left + 4.5 * moment.gone**3
    return round(min(max(value * chance.normal(1, 0.18, 0.6, 1.5), 0.5), 18), 1)


def _blood(scene: Scene, own: Habits, moment: Moment) -> Row:
    """Platelets fall in the first days; hemoglobin is kept by transfusion."""
    chance = scene.chance
    fallen = 0.5 + 0.5 * math.exp(-moment.hours / 40)
    row: Row = {
        "on_platelets": round(min(max(own.platelets * fallen * chance.normal(1, 0.15, 0.6, 1.5), 18), 520)),
        "on_hb": round((96 + (own.hemoglobin - 96) * fallen * 0.6) * chance.normal(1, 0.08, 0.75, 1.3)),
        "plasma_free_hb": chance.amount(48, 0.7, 0, 480) if chance.yes(0.3) else None,
        "on_bilirubin": chance.amount(24 + 20 * moment.gone, 0.6, 5, 210, 1) if chance.yes(0.7) else None,
    }
    return row | anticoagulation(chance, own, moment)


def anticoagulation(chance: Chance, own: Habits, moment: Moment) -> Row:
    drug = 0 if moment.timepoint == "H4" and chance.yes(0.2) else own.anticoagulant
    row: Row = {"anticoagulant": drug, "anticoag_monitor": own.monitor if drug else 0}
    if drug == 1:
        row["heparin_dose"] = chance.figure(11, 4, 2, 30, 1)
    if own.monitor in (1, 5):
        row["on_act"] = chance.figure(176, 16, 135, 240)
    if chance.yes(0.8):
        row["on_aptt"] = chance.figure(56 if drug else 42, 10, 30, 105, 1)
    return row | {
        "on_antixa": chance.figure(0.34, 0.12, 0.05, 0.8, 2) if drug == 1 and chance.yes(0.15) else None,
        "on_antithrombin": chance.figure(72, 15, 38, 125) if chance.yes(0.25) else None,
        "on_inr": chance.figure(1.4, 0.25, 0.9, 2.8, 1) if chance.yes(0.65) else None,
        "on_fibrinogen": chance.figure(3.0, 0.9, 1.0, 7, 1) if chance.yes(0.6) else None,
        "on_ddimer": chance.amount(5, 0.9, 0.2, 60, 2) if chance.yes(0.45) else None,
    }


def _kidneys(scene: Scene, own: Habits, moment: Moment) -> Row:
    chance = scene.chance
    cleared = own.cleared_from is not None and moment.at >= own.cleared_from
    trend = 0.8 if cleared or scene.is_alive else 1.1
    low, high = {"N": (20, 190), "P": (16, 320), "A": (40, 700)}[scene.group]
    made = chance.amount(0.5 if cleared else 1.4, 0.7, 0, 5)
    creatinine = own.creatinine * (1 + (trend - 1) * moment.gone) * chance.normal(1, 0.12, 0.7, 1.4)
    urine = min(round(24 * made * scene.weight), {"N": 590, "P": 2950, "A": 4900}[scene.group])
    balance = chance.normal(12 - 30 * moment.gone, 22, -60, 60) * min(scene.weight, 70)
    return {
        "on_rrt": own.clearance if cleared else 0,
        "on_creatinine": round(min(max(creatinine, low), high)) if chance.yes(0.85) else None,
        "urine_ml": 5 * round(urine / 5) if chance.yes(0.8) else None,
        "fluid_balance_ml": 10 * round(balance / 10) if chance.yes(0.7) else None,
    }
