"""Where real records have holes: missing values with their reason, warnings that were settled, drafts."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from config.demo.chance import Chance
from config.demo.lines import is_unusual
from crf.fields import NumberField
from crf.models import Answers
from registry.models import (
    Baseline,
    Cannula,
    Complication,
    Course,
    Ecpr,
    Equipment,
    HospitalOutcome,
    Perinatal,
    PreEcls,
    Run,
    SupportRecord,
    Weaning,
)
from registry.sections import TABLES

Row = dict[str, Any]
UNKNOWN, NOT_DONE = "unknown", "not_done"
FRESH, NEW_ON_ECLS = timedelta(hours=6), timedelta(hours=48)

# Share of records that lack a required value, and why.
MISSING: dict[type[Answers], tuple[tuple[str, float, str], ...]] = {
    Perinatal: (("apgar_5", 0.05, UNKNOWN), ("gestational_age_weeks", 0.01, UNKNOWN)),
    Baseline: (("height_cm", 0.025, NOT_DONE),),
    PreEcls: (
        ("pre_lactate", 0.025, NOT_DONE),
        ("pre_map_airway", 0.06, UNKNOWN),
        ("pre_lvef", 0.05, NOT_DONE),
        ("intubated_at", 0.02, UNKNOWN),
        ("pre_prone_hours", 0.06, UNKNOWN),
        ("pre_arrest_minutes", 0.05, UNKNOWN),
        ("crossclamp_minutes", 0.04, UNKNOWN),
        ("dose_norepinephrine", 0.02, UNKNOWN),
        ("dose_epinephrine", 0.02, UNKNOWN),
    ),
    Ecpr: (("ttm_target", 0.04, UNKNOWN), ("hospital_arrival_at", 0.03, UNKNOWN)),
    SupportRecord: (
        ("on_lactate", 0.03, NOT_DONE),
        ("sweep_fio2", 0.01, UNKNOWN),
        ("on_pip", 0.015, UNKNOWN),
    ),
    Equipment: (("oxygenator_model", 0.01, UNKNOWN), ("equip_emergency_change", 0.02, UNKNOWN)),
    Complication: (("comp_rbc_units_24h", 0.05, UNKNOWN),),
    Course: (("rbc_units", 0.02, UNKNOWN),),
    Weaning: (("first_wean_trial_at", 0.03, UNKNOWN),),
    Run: (("decannulated_at", 0.015, UNKNOWN),),
    Cannula: (("cannula_size_fr", 0.01, UNKNOWN),),
    HospitalOutcome: (
        ("cpc_discharge", 0.04, UNKNOWN),
        ("pcpc_discharge", 0.05, NOT_DONE),
        ("extubated_at", 0.03, UNKNOWN),
        ("withdrawal_of_support", 0.02, UNKNOWN),
        ("rrt_at_discharge", 0.01, UNKNOWN),
    ),
}
# What goes with a value that is unknown, as its own question depends on it.
FOLLOWS = {
    "withdrawal_of_support": "withdrawal_reason_financial",
    "oxygenator_model": "equip_name_text",
}


def note(row: Row, section: str, name: str, value: Any) -> None:
    row.setdefault("notes", {}).setdefault(section, {})[name] = value


def settle(row: Row, name: str, rule: str, reason: str = "verified") -> None:
    """A warning was looked at and the value confirmed."""
    row.setdefault("notes", {}).setdefault("reason", {}).setdefault(name, {})[rule] = reason


def lose_values(chance: Chance, model: type[Answers], row: Row) -> None:
    """Take away a few values, each with its reason."""
    for name, share, reason in MISSING.get(model, ()):
        if row.get(name) is not None and chance.yes(share):
            row[name] = None
            note(row, "missing", name, reason)
            if name in FOLLOWS:
                row[FOLLOWS[name]] = None


def _usual_ranges(model: type[Answers]) -> list[tuple[str, dict[str, tuple[float, float]]]]:
    items = [field.item for field in model.item_fields() if isinstance(field, NumberField)]
    return [
        (item.name, {group: item.soft.of(group) for group in "NPA"})
        for item in items
        if item.soft and not item.system
    ]


_RANGES: dict[type[Answers], list[tuple[str, dict[str, tuple[float, float]]]]] = {
    model: _usual_ranges(model) for model in TABLES.values()
}


def confirm_unusual_numbers(model: type[Answers], row: Row, group: str, *, but: Iterable[str] = ()) -> None:
    """A number outside the usual range of the age group carries the reason that settles V088."""
    for name, limits in _RANGES[model]:
        value = row.get(name)
        if value is not None and name not in but:
            low, high = limits[group]
            if not low <= value <= high:
                settle(row, name, "V088")


def confirm_cannula(row: Row, group: str) -> None:
    femoral = row["cannula_function"] == 2 and row["cannula_vessel"] in ("CFA", "SFA")
    if femoral and group == "A" and row.get("distal_perfusion") != 1:
        settle(row, "cannula_function", "V052")


def confirm_before(row: Row, start: datetime) -> None:
    if start - row["assessed_at"] > FRESH:
        settle(row, "assessed_at", "V149")


def confirm_arrest(row: Row) -> None:
    if row.get("rosc_sustained") == 1:
        settle(row, "rosc_sustained", "V034")


def confirm_infection(row: Row, start: datetime) -> None:
    if row["infection_onset_at"] - start < NEW_ON_ECLS:
        settle(row, "infection_onset_at", "V114")


def confirm_run(row: Row, group: str, illness: Any) -> None:
    if is_unusual(group, illness):
        settle(row, "initial_mode", "V036")


def confirm_outcome(row: Row, *, has_phone: bool) -> None:
    status = row.get("discharge_status")
    if status == 5 and row.get("alive_30d_known") != 1:
        settle(row, "alive_30d_known", "V143")
    if status in (1, 2, 3, 8) and not has_phone:
        settle(row, "discharge_status", "V150")
    if row.get("died") == 0 and row.get("alive_30d_known") is None:
        note(row, "missing", "alive_30d_known", UNKNOWN)


def mistype(row: Row, name: str, unit: str) -> None:
    """Somebody typed the unit into a number: the text is kept, and no value stored."""
    if row.get(name) is not None:
        note(row, "rejected", name, f"{row[name]}{unit}")
        row[name] = None


def thin_out(chance: Chance, rows: Iterable[Row], share: float, keep: Callable[[str], bool]) -> None:
    """A draft in the making: part of the answers is not there yet."""
    for row in rows:
        for name in [name for name, value in row.items() if value is not None and not keep(name)]:
            if chance.yes(share):
                row[name] = None
        row.pop("notes", None)
