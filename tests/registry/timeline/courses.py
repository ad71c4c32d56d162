"""Cases whose course is worth drawing, made through the same actions as the pages use."""

from typing import Any

from centers.models import Center, User
from registry.actions.cases import add_run
from registry.actions.saving import save_case
from registry.models import Case
from tests.factories.cases import changes, identify, make_draft

Answers = dict[str, dict[str, Any]]

ECPR: Answers = {
    "patient": {"sex": "1", "birth_date": "1968-03-04"},
    "run1": {
        "support_type": "3",
        "initial_mode": "VA",
        "cannulation_start_at": "2026-03-01 11:20",
        "run_start_at": "2026-03-01 11:47",
        "run_stop_at": "2026-03-08 12:00",
        "decannulated_at": "2026-03-08 13:00",
        "stop_reason": "1",
        "mode_changed": "1",
        "lv_unloading": ["1"],
        "lv_unloading_at": "2026-03-03 15:00",
    },
    "ecpr1": {"arrest_at": "2026-03-01 10:45", "cpr_start_at": "2026-03-01 10:46"},
    "segment1.new1": {
        "segment_mode": "VA",
        "segment_start_at": "2026-03-01 11:47",
        "segment_stop_at": "2026-03-05 09:00",
    },
    "segment1.new2": {
        "segment_mode": "VV",
        "segment_start_at": "2026-03-05 09:00",
        "segment_stop_at": "2026-03-08 12:00",
        "segment_reason": "1",
    },
    "course1": {"any_complication": "1", "any_infection": "1"},
    "complication1.new1": {
        "comp_code": "LIM01",
        "comp_onset_at": "2026-03-02 10:30",
        "comp_severity": "3",
    },
    "complication1.new2": {
        "comp_code": "HEM01",
        "comp_onset_at": "2026-03-02 14:00",
        "comp_severity": "1",
    },
    "equipment1.new1": {
        "equip_type": "1",
        "equip_start_at": "2026-03-01 11:47",
        "equip_changed": "1",
        "equip_stop_at": "2026-03-06 04:00",
        "equip_change_reason": "1",
    },
    "infection1.new1": {"infection_type": "5", "infection_onset_at": "2026-03-06 09:00"},
    "outcome": {
        "discharge_status": "1",
        "discharge_at": "2026-03-25 10:00",
        "died": "0",
    },
}
RUNNING: Answers = {
    "run1": {"support_type": "1", "initial_mode": "VV", "run_start_at": "2026-03-01 11:47"},
    "course1": {"any_complication": "1"},
    "complication1.new1": {
        "comp_code": "HEM01",
        "comp_onset_at": "2026-03-03 14:00",
        "comp_severity": "2",
    },
}
TWO_RUNS: Answers = {
    "run1": {
        "support_type": "2",
        "initial_mode": "VA",
        "run_start_at": "2026-03-01 12:00",
        "run_stop_at": "2026-03-06 12:00",
        "stop_reason": "1",
        "decannulated_at": "2026-03-06",
    },
    "run2": {
        "support_type": "1",
        "initial_mode": "VV",
        "run_start_at": "2026-03-20 12:00",
        "run_stop_at": "2026-03-28 12:00",
        "stop_reason": "1",
        "decannulated_at": "2026-03-28 12:40",
    },
    "outcome": {"discharge_status": "1", "discharge_at": "2026-04-15 10:00", "died": "0"},
}
TRANSFERRED: Answers = {
    "admission": {"admission_at": "2026-03-01 21:00", "admission_source": "4"},
    "run1": {
        "support_type": "2",
        "initial_mode": "VA",
        "run_start_at": "2026-03-01 12:00",
        "run_stop_at": "2026-03-04 08:00",
        "stop_reason": "12",
    },
    "outcome": {"discharge_status": "4", "discharge_at": "2026-03-04 08:00", "died": "0"},
}
DIED: Answers = {
    "run1": {
        "support_type": "2",
        "initial_mode": "VA",
        "run_start_at": "2026-03-01 12:00",
        "run_stop_at": "2026-03-04 08:00",
        "stop_reason": "2",
    },
    "course1": {"any_complication": "1"},
    "complication1.new1": {
        "comp_code": "NEU05",
        "comp_onset_at": "2026-03-03 14:00",
        "comp_severity": "4",
    },
    "outcome": {"discharge_status": "6", "died": "1", "death_at": "2026-03-04 08:10"},
}
WRONG: Answers = {
    "run1": {
        "support_type": "2",
        "initial_mode": "VA",
        "run_start_at": "2026-03-01 12:00",
        "run_stop_at": "2026-03-08 12:00",
        "stop_reason": "1",
        "decannulated_at": "2026-03-07 09:00",
        "mode_changed": "1",
    },
    "segment1.new1": {
        "segment_mode": "VA",
        "segment_start_at": "2026-03-01 12:00",
        "segment_stop_at": "2026-03-04 09:00",
    },
    "segment1.new2": {
        "segment_mode": "VAV",
        "segment_start_at": "2026-03-05 09:00",
        "segment_stop_at": "2026-03-08 12:00",
    },
    "course1": {"any_complication": "1"},
    "complication1.new1": {"comp_code": "LIM01", "comp_onset_at": "2026-02-20 10:30"},
    "complication1.new2": {"comp_code": "HEM01", "comp_onset_at": "2026-03-02 10:30"},
    "equipment1.new1": {
        "equip_type": "1",
        "equip_start_at": "2026-03-01 12:00",
        "equip_changed": "1",
        "equip_stop_at": "2026-03-06 04:00",
    },
    "support1.new1": {"timepoint": "H24", "measured_at": "2026-03-12 10:00"},
    "outcome": {
        "discharge_status": "6",
        "died": "1",
        "death_at": "2026-03-09 08:00",
    },
}


def make_course(center: Center, by: User, answers: Answers) -> Case:
    """A draft with these answers; ``run2`` in them opens a second run."""
    case = make_draft(center, by)
    first = {key: fields for key, fields in answers.items() if "2" not in key.partition(".")[0]}
    save_case(case.number, changes(first), by=by, identify=identify)
    if "run2" in answers:
        add_run(case, by=by)
        second = {key: fields for key, fields in answers.items() if key not in first}
        save_case(case.number, changes(second), by=by, run_number=2, identify=identify)
    return Case.objects.get(pk=case.pk)
