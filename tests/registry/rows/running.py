"""Patients on support now, with the values of the days before."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from centers.models import Center, User
from registry.actions.saving import save_case
from registry.models import Case
from tests.factories.cases import COMPLETE, changes, identify, make_complete, make_draft

DAYS_ON = 3


def day(ago: int, clock: str = "") -> str:
    """A local date so many days ago, with a time of day."""
    return f"{timezone.localtime() - timedelta(days=ago):%Y-%m-%d} {clock}".strip()


def make_running(center: Center, by: User) -> Case:
    """A patient who came on support three days ago: rows for 4 h and 24 h, none since, still running."""
    times: dict[str, dict[str, Any]] = {
        "run1": {
            "run_start_at": day(DAYS_ON, "02:47"),
            **dict.fromkeys(("run_stop_at", "decannulated_at", "stop_reason"), ""),
        },
        "patient": {"contact_relation": ""},  # asked where a telephone number is sealed
        "admission": {"admission_at": day(DAYS_ON + 1, "08:00")},
        "pre_ecls1": {"assessed_at": day(DAYS_ON, "02:00"), "intubated_at": day(DAYS_ON, "01:00")},
        "equipment1.new1": {"equip_start_at": day(DAYS_ON, "02:47")},
        "cannula1.new1": {"cannula_in_at": day(DAYS_ON, "02:30")},
        "cannula1.new2": {"cannula_in_at": day(DAYS_ON, "02:35")},
        "complication1.new1": {"comp_onset_at": day(2, "10:30")},
        "infection1.new1": {"infection_onset_at": day(1, "10:30")},
        "support1.new1": {
            "measured_at": day(2, "03:00"),
            "pump_rpm": "3600",
            "on_hb": "88",
            "on_aptt": "64",
            "on_lactate": "6.1",
        },
        "outcome": dict.fromkeys(COMPLETE["outcome"], ""),
        "weaning1": dict.fromkeys(COMPLETE["weaning1"], ""),
    }
    case = make_complete(center, by, **times)
    first = {
        "timepoint": "H4",
        "measured_at": day(DAYS_ON, "06:50"),
        "pump_flow": "3.8",
        "pump_rpm": "3450",
        "sweep_gas_flow": "4",
        "sweep_fio2": "100",
        "on_map": "58",
        "on_lactate": "9.2",
        "on_hb": "96",
        "on_platelets": "142",
        "on_aptt": "88",
    }
    save_case(case.number, changes({"support1.new1": first}), by=by, identify=identify)
    return case


def make_stopped(center: Center, by: User, **overrides: dict[str, Any]) -> Case:
    """A complete case without a telephone number, as no sealed identity goes with it here."""
    return make_complete(center, by, **{"patient": {"contact_relation": ""}, **overrides})


def make_just_started(center: Center, by: User) -> Case:
    """A patient of whom only the start of flow is known."""
    case = make_draft(center, by)
    answers = {"run1": {"run_start_at": day(DAYS_ON, "02:47")}}
    save_case(case.number, changes(answers), by=by, identify=identify)
    return case
