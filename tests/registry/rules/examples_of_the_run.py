"""For each rule about what happens before and during a run: answers with which it holds, and with which it fails."""

from typing import Any

from tests.registry.rules.answers import Given

START, STOP = "2026-03-01 12:00", "2026-03-08 12:00"
ECPR, CARDIAC, RESPIRATORY = 3, 2, 1


def given(**values: Any) -> Given:
    return Given(values)


def among(group: str, *rows: dict[str, Any], **values: Any) -> Given:
    return Given(values, rows={group: list(rows)})


ARREST: dict[str, tuple[Given, Given]] = {
    "V032": (
        given(support_type=ECPR, arrest_at=START, run_stop_at=STOP),
        given(support_type=ECPR, run_stop_at=STOP),
    ),
    "V033": (given(support_type=ECPR, pre_arrest=1), given(support_type=ECPR, pre_arrest=0)),
    "V034": (given(support_type=ECPR, rosc_sustained=0), given(support_type=ECPR, rosc_sustained=1)),
    "V037": (
        given(arrest_at="2026-03-01 11:00", cpr_start_at="2026-03-01 11:00", run_start_at=START),
        given(arrest_at="2026-03-01 11:01", cpr_start_at="2026-03-01 11:00", run_start_at=START),
    ),
    "V038": (given(low_flow_minutes=180), given(low_flow_minutes=181)),
    "V039": (given(low_flow_minutes=900), given(low_flow_minutes=901)),
    "V040": (given(witnessed=1, no_flow_minutes=20), given(witnessed=1, no_flow_minutes=21)),
    "V041": (
        given(arrest_location=1, arrest_at=START, hospital_arrival_at=START),
        given(arrest_location=1, arrest_at="2026-03-01 12:01", hospital_arrival_at=START),
    ),
}

BEFORE: dict[str, tuple[Given, Given]] = {
    "V061": (
        given(primary_diagnosis="C14", postcardiotomy=1),
        given(primary_diagnosis="C14", postcardiotomy=0),
    ),
    "V069": (given(pre_vasoactive_drugs=["NONE"]), given(pre_vasoactive_drugs=["NONE", "NOR"])),
    "V070": (given(pre_adjuncts=["NONE"]), given(pre_adjuncts=["NONE", "PRONE"])),
    "V071": (given(pre_sbp=80, pre_map=60, pre_dbp=60), given(pre_sbp=80, pre_map=59, pre_dbp=60)),
    "V073": (given(pre_fio2=21), given(pre_fio2=20)),
    "V074": (given(pre_pip=8, pre_peep=8), given(pre_pip=7, pre_peep=8)),
    "V075": (given(pre_plateau=25, pre_pip=25), given(pre_plateau=26, pre_pip=25)),
    "V076": (given(pre_plateau=8, pre_peep=8), given(pre_plateau=7, pre_peep=8)),
    "V077": (
        given(assessed_at=START, run_start_at=START),
        given(assessed_at="2026-03-01 12:01", run_start_at=START),
    ),
    "V078": (
        given(intubated_at=START, run_start_at=START),
        given(intubated_at="2026-03-01 12:01", run_start_at=START),
    ),
    "V079": (
        given(support_type=RESPIRATORY, pre_pao2=300),
        given(support_type=RESPIRATORY, pre_pao2=301),
    ),
    "V080": (
        given(support_type=RESPIRATORY, pre_pao2=150, pre_fio2=50),
        given(support_type=RESPIRATORY, pre_pao2=151, pre_fio2=50),
    ),
    "V081": (given(pre_lactate=20), given(pre_lactate=20.1)),
    "V082": (given(pre_creatinine=15), given(pre_creatinine=14)),
    "V083": (given(pre_bilirubin=2), given(pre_bilirubin=1.9)),
    "V084": (given(pre_hb=35), given(pre_hb=34)),
    "V085": (given(pre_paco2=15), given(pre_paco2=14.9)),
    "V145": (given(pre_mcs=[0]), given(pre_mcs=[0, 1])),
    "V147": (given(dose_vasopressin=0.003), given(dose_vasopressin=0.0031)),
    "V148": (given(pre_troponin_ratio=10000), given(pre_troponin_ratio=10001)),
    "V149": (
        given(assessed_at="2026-03-01 06:00", run_start_at=START),
        given(assessed_at="2026-03-01 05:59", run_start_at=START),
    ),
}

SUPPORT: dict[str, tuple[Given, Given]] = {
    "V072": (given(on_sbp=60, on_dbp=60), given(on_sbp=59, on_dbp=60)),
    "V089": (
        given(timepoint="H4", run_start_at=START, measured_at="2026-03-01 18:00"),
        given(timepoint="H4", run_start_at=START, measured_at="2026-03-01 18:01"),
    ),
    "V090": (
        given(timepoint="H24", run_start_at=START, measured_at="2026-03-02 06:00"),
        given(timepoint="H24", run_start_at=START, measured_at="2026-03-02 05:59"),
    ),
    "V091": (
        among("support_records", {"timepoint": "H24"}, run_hours=18),
        among("support_records", {"timepoint": "H4"}, run_hours=18),
    ),
    "V092": (
        given(measured_at=STOP, run_start_at=START, run_stop_at=STOP),
        given(measured_at="2026-03-08 12:01", run_start_at=START, run_stop_at=STOP),
    ),
    "V093": (
        among("support_records", {"timepoint": "H24"}, {"timepoint": "DAY"}, timepoint="H24"),
        among("support_records", {"timepoint": "H24"}, {"timepoint": "H24"}, timepoint="H24"),
    ),
    "V094": (given(pump_flow=0.75, weight_kg=3), given(pump_flow=0.76, weight_kg=3)),
    "V095": (
        given(pre_membrane_pressure=200, post_membrane_pressure=200),
        given(pre_membrane_pressure=199, post_membrane_pressure=200),
    ),
    "V096": (
        given(plasma_free_hb=501, any_complication=1),
        given(plasma_free_hb=501, any_complication=0),
    ),
    "V097": (
        given(timepoint="H24", paco2_change_24h=50),
        given(timepoint="H24", paco2_change_24h=50.1),
    ),
    "V146": (given(on_vasoactive_drugs=["NONE"]), given(on_vasoactive_drugs=["EPI", "NONE"])),
}

EQUIPMENT: dict[str, tuple[Given, Given]] = {
    "V098": (
        given(equip_start_at="2026-02-28 12:00", equip_stop_at=STOP, run_start_at=START),
        given(equip_start_at="2026-02-28 11:59", equip_stop_at=STOP, run_start_at=START),
    ),
    "V099": (
        given(equip_change_reason=1, equip_changed=1),
        given(equip_change_reason=1, equip_changed=0),
    ),
    "V100": (
        among("complications", {"comp_code": "MEC02"}, equip_change_reason=1),
        among("complications", {"comp_code": "MEC11"}, equip_change_reason=1),
    ),
}

BLED_ON_4TH = {"comp_code": "HEM05", "comp_onset_at": "2026-03-04 12:00"}
COMPLICATIONS: dict[str, tuple[Given, Given]] = {
    "V101": (
        among("infections", {"infection_type": 5}, any_complication=1),
        among("infections", {"infection_type": 5, "infection_present_before": 1}, any_complication=1),
    ),
    "V102": (
        given(any_complication=0),
        among("complications", {"comp_code": "HEM01"}, any_complication=0),
    ),
    "V103": (
        given(comp_code="CVS10", comp_onset_at="2026-04-01 12:00", run_start_at=START, run_stop_at=STOP),
        given(comp_code="HEM01", comp_onset_at="2026-03-11 12:01", run_start_at=START, run_stop_at=STOP),
    ),
    "V104": (
        given(comp_onset_at=START, comp_end_at=START),
        given(comp_onset_at=START, comp_end_at="2026-03-01 11:59"),
    ),
    "V105": (given(comp_code="HEM88", comp_note="seen"), given(comp_code="HEM88")),
    "V106": (
        among("cannulas", {"distal_perfusion": 1}, comp_code="LIM02"),
        among("cannulas", {"distal_perfusion": 0}, comp_code="LIM02"),
    ),
    "V107": (
        among("support_records", {"on_rrt": 0}, {"on_rrt": 1}, comp_code="REN04"),
        among("support_records", {"on_rrt": 0}, {}, comp_code="REN04"),
    ),
    "V108": (
        given(comp_code="NEU01", brain_death_declared=1),
        given(comp_code="NEU01", brain_death_declared=0),
    ),
    "V109": (given(comp_code="PAT07", pregnancy_status=2), given(comp_code="PAT07", pregnancy_status=0)),
    "V110": (
        among("segments", {"segment_mode": "VAV"}, comp_code="CVS09", initial_mode="VV"),
        among("segments", {"segment_mode": "VV"}, comp_code="CVS09", initial_mode="VV"),
    ),
    "V111": (
        among("segments", {"segment_mode": "VAV"}, comp_code="MEC14", initial_mode="VA"),
        among("segments", {"segment_mode": "VA"}, comp_code="MEC14", initial_mode="VA"),
    ),
    "V112": (
        among(
            "complications",
            BLED_ON_4TH,
            {"comp_code": "HEM05", "comp_onset_at": "2026-03-05 12:01"},
            comp_code="HEM05",
            comp_onset_at="2026-03-05 12:01",
        ),
        among(
            "complications",
            BLED_ON_4TH,
            {"comp_code": "HEM05", "comp_onset_at": "2026-03-05 12:00"},
            comp_code="HEM05",
            comp_onset_at="2026-03-05 12:00",
        ),
    ),
}

INFECTIONS: dict[str, tuple[Given, Given]] = {
    "V113": (among("infections", {"infection_type": 5}, any_infection=1), given(any_infection=1)),
    "V114": (
        given(infection_onset_at="2026-03-03 12:00", run_start_at=START),
        given(infection_onset_at="2026-03-03 11:59", run_start_at=START),
    ),
    "V115": (
        given(infection_onset_at="2026-03-10 12:00", run_stop_at=STOP),
        given(infection_onset_at="2026-03-10 12:01", run_stop_at=STOP),
    ),
    "V116": (given(culture_positive=1, organism=1), given(culture_positive=1)),
    "V117": (
        given(infection_type=1, culture_positive=1),
        given(infection_type=1, culture_positive=0),
    ),
}

OF_THE_RUN = {**ARREST, **BEFORE, **SUPPORT, **EQUIPMENT, **COMPLICATIONS, **INFECTIONS}
