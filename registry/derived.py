"""Derived variables: computed here and nowhere else, never typed.

Each function reads answers by name (``c.run_start_at``) and gives None, through ``NotEvaluable``, when
one it needs is missing. Names and definitions are those of the published dictionary.
"""

from collections.abc import Callable
from datetime import date, datetime
from math import sqrt
from typing import Any

from django.utils import timezone

from crf.rules import NotEvaluable

DERIVED: dict[str, Callable[[Any], Any]] = {}


def derived(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    DERIVED[function.__name__] = function
    return function


def value(name: str, answers: Any) -> Any:
    """The derived variable called ``name``; None when an input is missing. Raises KeyError if unknown."""
    try:
        return DERIVED[name](answers)
    except NotEvaluable:
        return None


def local_day(moment: datetime | date) -> date:
    """The calendar date in Asia/Shanghai."""
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


def whole_years(born: date, on: date) -> int:
    """Completed years by the calendar, not days divided by 365."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def hours(later: datetime, earlier: datetime) -> float:
    return (later - earlier).total_seconds() / 3600


@derived
def age_days(c: Any) -> int:
    return (local_day(c.run_start_at) - c.birth_date).days


@derived
def age_years(c: Any) -> int:
    return whole_years(c.birth_date, local_day(c.run_start_at))


@derived
def age_group(c: Any) -> str:
    """N to 28 days, P from 29 days to under 18 years, A from 18 years, at the start of the run."""
    if c.age_days <= 28:
        return "N"
    return "P" if c.age_years < 18 else "A"


@derived
def postmenstrual_age_weeks(c: Any) -> float:
    return c.gestational_age_weeks + ((c.get("gestational_age_days") or 0) + c.age_days) / 7


@derived
def bmi(c: Any) -> float:
    """kg/m2"""
    return float(c.weight_kg) / (float(c.height_cm) / 100) ** 2


@derived
def bsa(c: Any) -> float:
    """Body surface area in m2 (Mosteller)."""
    return sqrt(float(c.weight_kg) * float(c.height_cm) / 3600)


@derived
def run_hours(c: Any) -> float:
    return hours(c.run_stop_at, c.run_start_at)


@derived
def run_days(c: Any) -> float:
    return c.run_hours / 24


@derived
def cannula_hours(c: Any) -> float:
    out = c.get("cannula_out_at") or c.get("decannulated_at") or c.run_stop_at
    return hours(out, c.cannula_in_at)


@derived
def cannulation_minutes(c: Any) -> float:
    return hours(c.run_start_at, c.cannulation_start_at) * 60


@derived
def no_flow_minutes(c: Any) -> float:
    """From collapse to the first compression; 0 when it came at once."""
    return hours(c.cpr_start_at, c.arrest_at) * 60


@derived
def low_flow_minutes(c: Any) -> float:
    """From the first compression to ECLS flow; times with a pulse in between are not taken off."""
    return hours(c.run_start_at, c.cpr_start_at) * 60


@derived
def total_ecls_hours(c: Any) -> float:
    return sum(run.run_hours for run in c.runs)


@derived
def icu_los_days(c: Any) -> float:
    return round(hours(c.get("icu_discharge_at") or c.death_at, c.icu_admission_at) / 24, 1)


@derived
def hospital_los_days(c: Any) -> float:
    return round(hours(c.get("discharge_at") or c.death_at, c.admission_at) / 24, 1)


@derived
def survived_ecls(c: Any) -> bool:
    """Alive 24 hours after the final end of flow; None for a run that goes on elsewhere."""
    if c.stop_reason == 12:
        raise NotEvaluable("stop_reason")
    return c.stop_reason != 2 and c.alive_24h_after_stop == 1


@derived
def weaned_successfully(c: Any) -> bool:
    """Survival after complete removal without further mechanical support or transplant."""
    if not c.survived_ecls:
        return False
    return c.vad_after == 0 and c.transplant_type not in (1, 2, 3) and c.ecls_restarted == 0


@derived
def died_in_admission(c: Any) -> bool:
    """Died in hospital, or left with death expected and not known alive 30 days later."""
    if c.discharge_status != 5:
        return c.discharge_status == 6
    alive = c.get("alive_30d_known") == 1 and c.get("died") == 0
    died_later = c.get("death_at") and c.get("discharge_at") and (c.death_at - c.discharge_at).days >= 30
    return not (alive or died_later)


@derived
def survived_to_discharge(c: Any) -> bool:
    """None for a transfer on ECLS (4) and a patient still in hospital (7)."""
    if c.discharge_status in (4, 7):
        raise NotEvaluable("discharge_status")
    return not c.died_in_admission


@derived
def favorable_neuro(c: Any) -> bool:
    """CPC 1 or 2 at discharge; in children PCPC 1 or 2 or no worse than before."""
    if c.age_group == "A":
        return c.cpc_discharge in (1, 2)
    return c.pcpc_discharge in (1, 2) or c.pcpc_discharge == c.get("baseline_pcpc")


@derived
def now(c: Any) -> datetime:
    return timezone.now()


def _previous_run(c: Any) -> Any:
    earlier = [run for run in c.runs if run.get("run_number") == c.run_number - 1]
    if not earlier:
        raise NotEvaluable("previous run")
    return earlier[0]


@derived
def previous_run_stop_at(c: Any) -> datetime:
    return _previous_run(c).run_stop_at


@derived
def previous_run_ecls_restarted(c: Any) -> int:
    return _previous_run(c).ecls_restarted
