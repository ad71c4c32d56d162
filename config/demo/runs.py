"""The run: header, the patient at its start, its course and the way it ended (forms 3 and 9)."""

from datetime import datetime, timedelta
from typing import Any

from config.demo.centers import CHILDREN, HEART, DemoCenter
from config.demo.chance import Chance, Weighted, whole_hours
from config.demo.fates import DIED, MOVED, RECOVERED, VAD, Fate, Stretch
from config.demo.fates import HEART as HEART_TRANSPLANT
from config.demo.fates import LUNG as LUNG_TRANSPLANT
from config.demo.illness import CARDIAC, ECPR, PULMONARY, Illness
from config.demo.people import Person
from config.demo.stays import ARRIVED_ON_ECLS, RETRIEVED

_INTENT = Weighted({1: 84, 2: 13, 7: 3})
_CARE_UNIT = {HEART: Weighted({2: 60, 3: 35, 1: 5}), CHILDREN: Weighted({5: 55, 6: 35, 2: 10})}
_GENERAL_UNIT = Weighted({1: 55, 2: 12, 3: 10, 4: 10, 15: 8, 14: 5})
_PLACE = {
    PULMONARY: Weighted({1: 62, 4: 16, 15: 8, 7: 4, 8: 5, 14: 5}),
    CARDIAC: Weighted({1: 34, 2: 20, 3: 14, 8: 14, 9: 12, 7: 6}),
    ECPR: Weighted({7: 34, 9: 22, 1: 20, 3: 10, 15: 9, 8: 3, 10: 2}),
}
_CHILD_PLACE = Weighted({5: 48, 6: 30, 8: 18, 2: 4})
_UNLOADING = Weighted({0: 72, 1: 21, 2: 3, 3: 2, 5: 2})
_MCS = Weighted({0: 90, 1: 8, 9: 2})
_TRAUMA = frozenset({"R21", "R22", "R23"})
_MECHANISM = {"R22": 5, "R23": 7}
ELSEWHERE = 12  # referring hospital
USUAL_PROCEDURE = "39.65"
NO_DECANNULATION = (DIED, 3, MOVED)


def run_row(
    chance: Chance,
    center: DemoCenter,
    person: Person,
    illness: Illness,
    source: int,
    number: int,
    run: Stretch,
) -> dict[str, Any]:
    outside = source in (ARRIVED_ON_ECLS, RETRIEVED) and number == 1
    adult = person.age_group == "A"
    units = _CARE_UNIT.get(center.kind, _GENERAL_UNIT) if adult else _CARE_UNIT[CHILDREN]
    places = _PLACE[illness.support_type] if adult else _CHILD_PLACE
    minutes = chance.normal(24 if illness.support_type == ECPR else 42, 14, 8, 150)
    decided = chance.skewed(0.4 if illness.support_type == ECPR else 2.5, 0.8, 0.1, 40)
    row = {
        "run_number": number,
        "support_type": illness.support_type,
        "initial_mode": illness.mode,
        "urgency": 3 if illness.support_type == ECPR else 1 if chance.yes(0.93) else 2,
        "intent": _intent(chance, illness),
        "decision_at": run.start - timedelta(minutes=round(minutes)) - whole_hours(decided)
        if chance.yes(0.7)
        else None,
        "cannulation_start_at": run.start - timedelta(minutes=round(minutes)) if chance.yes(0.85) else None,
        "run_start_at": run.start,
        "cannulation_place": ELSEWHERE if outside else places.draw(chance),
        "care_unit": units.draw(chance),
        "cannulator_specialty": _cannulator(chance, center),
        "cannulated_by_mobile_team": int(source == RETRIEVED) if outside else None,
        "primary_diagnosis": illness.diagnosis,
        "primary_icd10": illness.icd10,
        "procedure_icd9cm3": USUAL_PROCEDURE if chance.yes(0.8) else None,
    }
    return row | _unloading(chance, illness, run)


def _intent(chance: Chance, illness: Illness) -> int:
    bridges = {"R19": 4, "C19": 3, "C28": 7, "C29": 7}
    return bridges.get(illness.diagnosis) or _INTENT.draw(chance)


def _cannulator(chance: Chance, center: DemoCenter) -> int | None:
    if chance.yes(0.1):
        return None
    return chance.choice((2, 2, 8, 3)) if center.kind == HEART else chance.choice((1, 1, 1, 2, 4, 5, 8))


def _unloading(chance: Chance, illness: Illness, run: Stretch) -> dict[str, Any]:
    mcs = [_MCS.draw(chance)] if chance.yes(0.8) else None
    if not illness.is_arterial:
        return {"concurrent_mcs": [0] if mcs else None}
    device = _UNLOADING.draw(chance) if illness.support_type != PULMONARY else 0
    at = min(run.start + whole_hours(chance.skewed(8, 1, 0.2, 60)), run.stop or run.start)
    return {"lv_unloading": [device], "lv_unloading_at": at if device else None, "concurrent_mcs": mcs}


def ending(chance: Chance, run: Stretch, fate: Fate) -> dict[str, Any]:
    """The columns of the run that are known when it is over."""
    out = run.over + timedelta(minutes=round(chance.skewed(15, 0.9, 0, 85)))
    if run.reason in NO_DECANNULATION:
        removed = None
    else:
        removed = min(out, fate.end) if fate.end and run is fate.runs[-1] else out
    return {
        "run_stop_at": run.over,
        "stop_reason": run.reason,
        "decannulated_at": removed,
        "treatment_limited": int(run.reason in (3, 10)) if chance.yes(0.6) else None,
        "awake_ecls": int(run.reason == RECOVERED and chance.yes(0.12)) if chance.yes(0.7) else None,
    }


def baseline_row(chance: Chance, person: Person, illness: Illness, days_old: int) -> dict[str, Any]:
    weight, height = _body(chance, person, illness, days_old)
    older = days_old > 28
    injured = illness.diagnosis in _TRAUMA
    row: dict[str, Any] = {
        "weight_kg": weight,
        "height_cm": height,
        "weight_estimated": int(chance.yes(0.25)) if chance.yes(0.7) else None,
        "cns_dysfunction_history": _graded(chance, 0.05 + 0.05 * max(0.0, illness.severity)),
        "covid_status": 1 if illness.diagnosis == "R02" else 0 if chance.yes(0.8) else None,
        "immunocompromised": _graded(chance, 0.12) if older else None,
        "trauma_related": int(injured) if older else None,
    }
    if older and injured:
        row["trauma_mechanism"] = _MECHANISM.get(illness.diagnosis, chance.choice((1, 1, 2, 3)))
        row["injury_severity_score"] = chance.randrange(16, 50) if chance.yes(0.6) else None
    if illness.diagnosis == "N03":
        row["cdh_side"] = "L" if chance.yes(0.82) else "R"
        row["cdh_repair_timing"] = chance.choice((1, 2, 3, 3, 4))
    return row | _pregnancy(chance, person, illness)


def _graded(chance: Chance, share: float) -> int:
    return 9 if chance.yes(0.015) else int(chance.yes(share))


def _pregnancy(chance: Chance, person: Person, illness: Illness) -> dict[str, Any]:
    if person.sex != 2 or not 10 <= illness.age_years <= 60:
        return {}
    if illness.diagnosis in ("C08", "C27"):
        return {"pregnancy_status": 2}
    pregnant = 18 <= illness.age_years <= 42 and chance.yes(0.05)
    return {
        "pregnancy_status": int(pregnant),
        "pregnancy_weeks": chance.randrange(14, 40) if pregnant else None,
    }


def _body(chance: Chance, person: Person, illness: Illness, days_old: int) -> tuple[float, float]:
    """Weight in kg and height in cm that belong together."""
    if days_old <= 28:
        return round(chance.normal(3.2, 0.45, 1.9, 5), 2), round(chance.normal(50, 2, 44, 57), 1)
    if illness.age_years < 18:
        return _child_body(chance, days_old / 365.25)
    height = chance.normal(170 if person.sex == 1 else 159, 6.5, 142, 195)
    index = chance.normal(23.8, 3.6, 15, 42)
    return round(min(max(index * (height / 100) ** 2, 36), 170), 1), round(height)


def _child_body(chance: Chance, years: float) -> tuple[float, float]:
    """Rough means by age, girls and boys together."""
    height = 50 + 27 * years**0.55 if years < 2 else min(84 + 6.3 * (years - 2), 172)
    height *= chance.normal(1, 0.04, 0.9, 1.1)
    index = chance.normal(16.2 if years < 10 else 19, 1.5, 12.5, 26)
    return round(max(index * (height / 100) ** 2, 2.6), 1), round(height, 1)


def course_row(chance: Chance, illness: Illness, days_old: int, hours: float) -> dict[str, Any]:
    """Procedures and blood products; amounts grow with time on ECLS."""
    adult = illness.age_years >= 18
    row: dict[str, Any] = {
        "surgery_on_ecls": int(chance.yes(0.12)) if chance.yes(0.8) else None,
        "tracheostomy_on_ecls": int(adult and hours > 150 and chance.yes(0.3)) if chance.yes(0.8) else None,
        "antithrombin_used": int(chance.yes(0.08)) if chance.yes(0.6) else None,
    }
    if adult and illness.support_type != PULMONARY:
        angiography = chance.yes(0.75 if illness.diagnosis in ("C01", "C02", "A01") else 0.25)
        row["coronary_angiography"] = int(angiography)
        row["pci_performed"] = int(chance.yes(0.7)) if angiography else None
    if illness.support_type == PULMONARY and days_old > 28:
        row["prone_on_ecls"] = int(chance.yes(0.32))
    return row | _blood(chance, illness, adult, hours)


def _blood(chance: Chance, illness: Illness, adult: bool, hours: float) -> dict[str, Any]:
    size = 1 if adult else 0.3
    units = chance.skewed(
        (3 + 0.035 * hours) * size * (1.4 if illness.support_type == CARDIAC else 1), 0.7, 0, 150
    )
    return {
        "rbc_units": round(2 * units) / 2,
        "platelet_doses": round(chance.skewed(0.25 * units, 0.7, 0, 60)) if chance.yes(0.75) else None,
        "plasma_ml": 10 * round(chance.skewed(9 * units, 0.7, 0, 2000)) if chance.yes(0.75) else None,
        "cryo_units": round(chance.skewed(2, 1, 0, 60)) if chance.yes(0.4) else None,
        "fibrinogen_g": round(chance.skewed(0.8, 1, 0, 15), 1) if chance.yes(0.3) else None,
    }


def weaning_row(
    chance: Chance,
    illness: Illness,
    run: Stretch,
    death: datetime | None,
    again: datetime | None,
    alive: bool | None,
) -> dict[str, Any]:
    """``again`` is the start of the next run; ``alive`` is None when nobody knows."""
    row: dict[str, Any] = {
        "transplant_type": {HEART_TRANSPLANT: 1, LUNG_TRANSPLANT: 2}.get(run.reason or 0, 0)
    }
    if row["transplant_type"]:
        row["transplant_at"] = run.over
    row |= _trials(chance, illness, run)
    if run.reason in (DIED, MOVED):
        return row
    hours = (death - run.over) / timedelta(hours=1) if death else 1000.0 if alive else 0.0
    restarted = again is not None and (again - run.over) <= timedelta(hours=48)
    vad = chance.choice((3, 4, 4, 5)) if run.reason == VAD else 0
    return row | {
        "alive_24h_after_stop": int(hours >= 24),
        "alive_48h_after_stop": int(hours >= 48 and not restarted) if chance.yes(0.9) else None,
        "ecls_restarted": int(again is not None),
        "restart_within_24h": int((again - run.over) <= timedelta(hours=24)) if again else None,
        "vad_after": vad,
        "vad_at": run.over if vad else None,
    }


def _trials(chance: Chance, illness: Illness, run: Stretch) -> dict[str, Any]:
    weaned = run.reason == RECOVERED
    trials = chance.choice((1, 1, 1, 2, 2, 3)) if weaned else int(chance.yes(0.15))
    row: dict[str, Any] = {"wean_trials": trials}
    if trials:
        begun = run.start + (run.over - run.start) * (0.8 if trials > 1 else 0.92)
        row["first_wean_trial_at"] = chance.moment(begun.replace(second=0, microsecond=0), run.over)
        row["last_wean_result"] = 1 if weaned else 2
        if illness.is_arterial:
            row |= _echo(chance, weaned)
    return row


def _echo(chance: Chance, weaned: bool) -> dict[str, Any]:
    """Heart function at minimal flow."""
    return {
        "wean_lvef": round(chance.normal(40 if weaned else 26, 8, 15, 68)) if chance.yes(0.7) else None,
        "wean_lvot_vti": round(chance.normal(12.5 if weaned else 8.5, 2.2, 5, 22), 1)
        if chance.yes(0.5)
        else None,
        "wean_tapse": round(chance.normal(14, 3, 8, 26), 1) if chance.yes(0.3) else None,
    }
