"""The hospital stay: admission (form 1) and how it ended (form 9)."""

from datetime import datetime, timedelta
from typing import Any

from config.demo.chance import Chance, Weighted, whole_hours
from config.demo.fates import (
    DEAD,
    HOME,
    HOPELESS,
    HOSPICE,
    IN_HOSPITAL,
    ON_ECLS,
    OTHER_HOSPITAL,
    REHAB,
    WITHDRAWN,
    Fate,
)
from config.demo.illness import ECPR, PULMONARY, Illness
from config.demo.people import Person

HOME_SOURCE, EMERGENCY, REFERRED, ARRIVED_ON_ECLS, RETRIEVED, BORN_HERE = 1, 2, 3, 4, 5, 6
ALIVE = (HOME, REHAB, OTHER_HOSPITAL, HOSPICE)
DEMO_HOSPITAL = "演示外院"

_SOURCE = Weighted({EMERGENCY: 44, REFERRED: 36, HOME_SOURCE: 12, RETRIEVED: 8})
_ECPR_SOURCE = Weighted({EMERGENCY: 72, HOME_SOURCE: 14, REFERRED: 14})
_NEWBORN_SOURCE = Weighted({BORN_HERE: 30, REFERRED: 65, RETRIEVED: 5})
_PAYER = Weighted({1: 40, 2: 46, 3: 2, 4: 2, 5: 2, 6: 6, 7: 1, 9: 1})
_BLOOD = Weighted({1: 31, 2: 28, 3: 32, 4: 9})
_TRANSPORT = Weighted({1: 93, 2: 3, 3: 1, 4: 1, 9: 2})
_COMORBIDITY = Weighted(
    {"HTN": 30, "DM2": 18, "CAD": 15, "CHF": 7, "CKD": 6, "AF": 6, "COPD": 6, "STR": 5, "MAL": 5, "CLD": 3}
    | {"RHE": 4, "ILD": 4, "IMM": 3, "HEM": 2, "OBE": 5, "VHD": 4, "PMI": 4}
)
_CHILD_COMORBIDITY = Weighted({"CHD": 40, "GEN": 14, "PRM": 18, "NEU": 10, "AST": 8, "IMM": 5, "OTH": 5})
_CAUSES = {
    PULMONARY: Weighted({2: 38, 3: 28, 4: 18, 5: 6, 7: 4, 10: 1, 11: 2, 1: 3}),
    ECPR: Weighted({6: 42, 1: 26, 3: 20, 7: 4, 5: 3, 12: 3, 11: 2}),
}
_CARDIAC_CAUSES = Weighted({1: 42, 3: 28, 4: 10, 6: 6, 5: 4, 7: 4, 12: 4, 11: 2})
_CPC = {True: Weighted({1: 52, 2: 24, 3: 17, 4: 7}), False: Weighted({1: 82, 2: 13, 3: 4, 4: 1})}
_MRS = {1: (0, 1, 1, 2), 2: (2, 3, 3), 3: (4, 4, 5), 4: (5,)}


def admitted(chance: Chance, person: Person, illness: Illness, start: datetime) -> tuple[int, datetime]:
    """Source and time of an admission that leads to ECLS at ``start``."""
    newborn = person.age_group == "N"
    source = (_NEWBORN_SOURCE if newborn else _ECPR_SOURCE if illness.support_type == ECPR else _SOURCE).draw(
        chance
    )
    if source == BORN_HERE:
        return source, person.birth
    if source == RETRIEVED:
        return source, start + chance.hours(2, 7)
    before = chance.skewed(1.5 if illness.support_type == ECPR else 28, 1.1, 0.3, 700)
    return source, max(start - whole_hours(before), person.birth)


def admission_row(
    chance: Chance, person: Person, illness: Illness, source: int, at: datetime, start: datetime
) -> dict[str, Any]:
    moved = source in (REFERRED, ARRIVED_ON_ECLS, RETRIEVED)
    adult = person.age_group == "A"
    diseases = _comorbidities(chance, person, illness)
    row = {
        "data_consent": 1,
        "admission_at": at,
        "icu_admission_at": _icu(chance, at, start) if chance.yes(0.9) else None,
        "admission_source": source,
        "referring_hospital": f"{DEMO_HOSPITAL}{chance.randrange(1, 60)}" if moved else None,
        "transport_mode": _TRANSPORT.draw(chance) if moved else None,
        "transport_distance_km": round(chance.skewed(60, 0.9, 1, 580)) if moved and chance.yes(0.7) else None,
        "transferred_in_ecls_start_at": start if source == ARRIVED_ON_ECLS else None,
        "payer": _PAYER.draw(chance),
        "blood_group": _BLOOD.draw(chance) if chance.yes(0.9) else None,
        "comorbidities": diseases,
        "ckd_stage": chance.randrange(2, 6) if "CKD" in diseases else None,
        "previous_cardiac_surgery": int(chance.yes(0.08)) if chance.yes(0.8) else None,
    }
    return row | (_adult_history(chance, illness) if adult else _child_history(chance, illness))


def _icu(chance: Chance, at: datetime, start: datetime) -> datetime:
    return chance.moment(at, start) if at < start else at + chance.hours(0.2, 1)


def _comorbidities(chance: Chance, person: Person, illness: Illness) -> list[str]:
    if person.age_group == "A":
        weights, wanted = _COMORBIDITY, (illness.age_years / 40 + 0.3 * illness.severity)
    else:
        weights, wanted = _CHILD_COMORBIDITY, 0.5
    number = min(4, max(0, round(chance.gauss(wanted, 0.8))))
    found = {weights.draw(chance) for _ in range(number)}
    return [code for code in weights.values if code in found] or ["NONE"]


def _adult_history(chance: Chance, illness: Illness) -> dict[str, Any]:
    known = chance.yes(0.7)
    return {
        "smoking": chance.choice((0, 0, 0, 1, 1, 2, 9)),
        "baseline_frailty": min(7, max(1, round(2 + illness.age_years / 40 + chance.gauss(0, 0.8))))
        if known
        else None,
        "baseline_cpc": 1 if chance.yes(0.95) else 2,
        "baseline_independent": int(chance.yes(0.96)) if known else None,
    }


def _child_history(chance: Chance, illness: Illness) -> dict[str, Any]:
    pcpc = 1 if chance.yes(0.88) else 2
    return {
        "smoking": 0 if illness.age_years >= 10 else None,
        "baseline_pcpc": pcpc if chance.yes(0.8) else None,
        "baseline_popc": pcpc if chance.yes(0.6) else None,
    }


def outcome_row(
    chance: Chance, person: Person, illness: Illness, fate: Fate, at: datetime, icu_at: datetime | None
) -> dict[str, Any]:
    """Form 9 of a stay that is over, or of one that goes on after ECLS (status 7)."""
    row: dict[str, Any] = {
        "discharge_status": fate.status or IN_HOSPITAL,
        "discharge_at": fate.left,
        "discharge_hospital": f"{DEMO_HOSPITAL}{chance.randrange(1, 60)}"
        if fate.status in (OTHER_HOSPITAL, ON_ECLS)
        else None,
        "died": int(fate.death is not None),
        "total_cost_cny": round(chance.skewed(330_000, 0.45, 60_000, 2_500_000), 2)
        if chance.yes(0.8)
        else None,
    }
    row |= _airway(chance, fate)
    if fate.death:
        row |= _death(chance, illness, fate)
    else:
        row["alive_30d_known"] = _alive(fate)
    if fate.death or fate.status == HOPELESS:
        row |= _withdrawal(chance, fate)
    if fate.status in ALIVE:
        row |= _survival(chance, person, illness, fate, icu_at or at)
    if fate.end:
        days = (fate.end - at) / timedelta(days=1)
        row["ventilation_days"] = (
            round(min(chance.between(0.4, 0.95) * days, 59), 1) if chance.yes(0.85) else None
        )
    return row


def _alive(fate: Fate) -> int | None:
    """At 30 days after the start of flow. None where nobody knows (then a missing reason is given)."""
    if fate.status not in ALIVE:
        return 1 if fate.alive_at_30_days else None
    until = fate.runs[0].start + timedelta(days=31)
    return None if fate.late_death and fate.late_death < until else 1


def _airway(chance: Chance, fate: Fate) -> dict[str, Any]:
    stop = fate.runs[-1].stop
    if fate.status is None or stop is None:
        return {}
    if fate.status == DEAD:
        return {"extubation_status": 3}
    if fate.status in (ON_ECLS, HOPELESS):
        return {"extubation_status": 2}
    status = Weighted({1: 78, 4: 8, 5: 7, 2: 4, 6: 3}).draw(chance)
    at = chance.moment(stop, fate.left or stop) if status == 1 else None
    return {"extubation_status": status, "extubated_at": at}


def _death(chance: Chance, illness: Illness, fate: Fate) -> dict[str, Any]:
    place = 4 if fate.status == HOPELESS else chance.choice((1, 1, 1, 1, 1, 1, 2, 3))
    brain = int(chance.yes(0.04))
    return {
        "death_at": fate.death,
        "death_place": place,
        "death_cause": _CAUSES.get(illness.support_type, _CARDIAC_CAUSES).draw(chance),
        "death_cause_icd10": illness.icd10 if chance.yes(0.7) else None,
        "autopsy": 0,
        "brain_death_declared": brain if chance.yes(0.8) else None,
        "organ_donor": int(brain and chance.yes(0.3)),
    }


def _withdrawal(chance: Chance, fate: Fate) -> dict[str, Any]:
    given_up = fate.status == HOPELESS or fate.runs[-1].reason == WITHDRAWN or chance.yes(0.15)
    return {
        "withdrawal_of_support": int(given_up),
        "withdrawal_reason_financial": int(chance.yes(0.35)) if given_up else None,
    }


def _survival(
    chance: Chance, person: Person, illness: Illness, fate: Fate, icu_at: datetime
) -> dict[str, Any]:
    stop = fate.runs[-1].over
    left = fate.left or stop
    row: dict[str, Any] = {"rrt_at_discharge": int(chance.yes(0.06))}
    if chance.yes(0.85):
        row["icu_discharge_at"] = max(chance.moment(stop, left), icu_at)
    cpc = _CPC[illness.support_type == ECPR].draw(chance)
    if person.age_group == "A":
        return row | {
            "cpc_discharge": cpc,
            "mrs_discharge": chance.choice(_MRS[cpc]) if chance.yes(0.6) else None,
        }
    return row | {"pcpc_discharge": cpc, "popc_discharge": cpc if chance.yes(0.7) else None}
