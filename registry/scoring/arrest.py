"""Scores of patients on ECLS during or after cardiac arrest."""

from decimal import Decimal
from typing import Any

from registry.scores.numbers import exact
from registry.scoring import diagnoses, notes
from registry.scoring.adapter import Adapter
from registry.scoring.needs import (
    ADULT,
    CARDIAC_CAUSE,
    HYPOTHERMIC_ARREST,
    OUT_OF_HOSPITAL,
    RESUSCITATED,
    UNDER_16,
)
from registry.scoring.respiratory import AGE
from registry.scoring.sources import Source, coded, derived, field, first_of, not_asked, yes_no

MMHG_PER_KPA = Decimal("7.50062")
SHOCKABLE = dict.fromkeys((1, 2, 5), True) | dict.fromkeys((3, 4, 6, 7), False)
CHANGING = frozenset({1, 3, 4})  # fibrillation, electrical activity without pulse, asystole
SUFFOCATION = 7


def _changing_rhythm(c: Any) -> bool | None:
    """True if two recorded rhythms differ; the same one twice does not say what lay between."""
    seen = {c.initial_rhythm, c.rhythm_at_cannulation}
    return True if len(seen) == 2 and seen <= CHANGING else None


def _asphyxia(c: Any) -> bool | None:
    """True for drowning or a respiratory cause; nothing on the forms rules it out."""
    is_named = c.get("arrest_cause") == SUFFOCATION or "R23" in diagnoses.codes(c)
    return True if is_named else None


def _kpa(c: Any) -> Decimal:
    return exact(c.pre_paco2) / MMHG_PER_KPA


RHYTHM = coded("initial_rhythm", SHOCKABLE)
EPINEPHRINE = Source(("epinephrine_total_mg",), lambda c: c.epinephrine_total_mg > 0)
LOW_FLOW = derived("low_flow_minutes", "cpr_start_at", "run_start_at")
PUPILS = not_asked("pupil reaction", "瞳孔反应")

MIRACLE2 = Adapter(
    "miracle2",
    {
        "witnessed": yes_no("witnessed"),
        "initial_rhythm_shockable": RHYTHM,
        "pupils_reactive_any": PUPILS,
        "age_years": AGE,
        "changing_rhythm": Source(("initial_rhythm", "rhythm_at_cannulation"), _changing_rhythm),
        "ph_arterial": field("pre_ph"),
        "epinephrine_given": EPINEPHRINE,
    },
    needs=(ADULT, RESUSCITATED, OUT_OF_HOSPITAL, CARDIAC_CAUSE),
    finish=notes.of_miracle2,
)
TTM_RISK = Adapter(
    "ttm_risk",
    {
        "age_years": AGE,
        "arrest_at_home": Source(("arrest_place",), lambda c: c.arrest_place == 1),
        "initial_rhythm_shockable": RHYTHM,
        "no_flow_min": derived("no_flow_minutes", "arrest_at", "cpr_start_at"),
        "low_flow_min": LOW_FLOW,
        "epinephrine_given": EPINEPHRINE,
        "pupillary_or_corneal_reflex": not_asked("pupillary or corneal reflex", "瞳孔或角膜反射"),
        "ph_arterial": field("pre_ph"),
        "gcs_motor": not_asked("motor part of the coma scale", "格拉斯哥评分运动项"),
        "paco2_kpa": Source(("pre_paco2",), _kpa),
    },
    needs=(ADULT, RESUSCITATED, OUT_OF_HOSPITAL),
    finish=notes.of_ttm_risk,
)
HOPE = Adapter(
    "hope",
    {
        "male": coded("sex", {1: True, 2: False}),
        "asphyxia": Source(("arrest_cause",), _asphyxia),
        "age_years": AGE,
        "k_mmol_l": first_of("cpr_potassium", "pre_potassium"),
        "cpr_minutes": Source(
            ("cpr_start_at",), lambda c: c.get("low_flow_minutes") or c.get("pre_arrest_minutes")
        ),
        "t_core_c": field("pre_temp"),
    },
    needs=(HYPOTHERMIC_ARREST,),
    digits=2,
)
PEDIATRIC_ECPR = Adapter(
    "pediatric_ecpr",
    {
        "cpr_minutes": LOW_FLOW,
        "lactate_mmol_l": first_of("cpr_lactate", "pre_lactate"),
        "ph_arterial": field("pre_ph"),
    },
    needs=(UNDER_16, RESUSCITATED),
)
