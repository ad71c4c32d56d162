"""For each rule answers with which it holds and answers with which it fails."""

from typing import Any

from tests.registry.rules.answers import Given
from tests.registry.rules.examples_of_the_run import OF_THE_RUN

START, STOP = "2026-03-01 12:00", "2026-03-08 12:00"
DRAIN = {"cannula_function": 1, "cannula_vessel": "FV"}
ARTERIAL = {"cannula_function": 2, "cannula_vessel": "CFA"}
VENOUS = {"cannula_function": 2, "cannula_vessel": "IJV"}
FIRST = {"segment_start_at": START, "segment_stop_at": "2026-03-03 12:00"}
SECOND = {"segment_start_at": "2026-03-03 12:00", "segment_stop_at": STOP}
LATE = {"segment_start_at": "2026-03-03 13:00", "segment_stop_at": STOP}


def given(**values: Any) -> Given:
    return Given(values)


def with_cannulas(*rows: dict[str, Any], **values: Any) -> Given:
    return Given(values, rows={"cannulas": list(rows)})


def with_segments(*rows: dict[str, Any]) -> Given:
    values = {"mode_changed": 1, "run_start_at": START, "run_stop_at": STOP}
    return Given(values, rows={"segments": list(rows)})


# number: (holds, fails)
OF_THE_CASE: dict[str, tuple[Given, Given]] = {
    "V001": (given(run_start_at=START, run_stop_at=STOP), given(run_start_at=START, run_stop_at=START)),
    "V002": (
        given(admission_at="2026-03-02 08:00", run_start_at=START, admission_source=4),
        given(admission_at="2026-03-02 08:00", run_start_at=START, admission_source=1),
    ),
    "V003": (
        given(birth_date="2026-03-01", run_start_at=START),
        given(birth_date="2026-03-02", run_start_at=START),
    ),
    "V004": (
        given(birth_date="2026-03-01", admission_at=START),
        given(birth_date="2026-03-02", admission_at=START),
    ),
    "V005": (given(age_years=120), given(age_years=121)),
    "V006": (
        given(run_stop_at=STOP, discharge_at=STOP, discharge_status=1),
        given(run_stop_at=STOP, discharge_at="2026-03-08 11:59", discharge_status=1),
    ),
    "V007": (
        given(decannulated_at=STOP, run_stop_at=STOP),
        given(decannulated_at="2026-03-08 11:00", run_stop_at=STOP),
    ),
    "V008": (
        given(decannulated_at=STOP, discharge_at=STOP),
        given(decannulated_at="2026-03-08 13:00", discharge_at=STOP),
    ),
    "V009": (
        given(admission_at=START, icu_admission_at=START, icu_discharge_at=STOP),
        given(admission_at=START, icu_admission_at=STOP, icu_discharge_at=START),
    ),
    "V010": (given(admission_at=START, discharge_at=STOP), given(admission_at=STOP, discharge_at=START)),
    "V011": (
        given(now="2026-06-01 00:00", run_stop_at=STOP, death_at="2026-06-01 00:00"),
        given(now="2026-06-01 00:00", run_stop_at="2026-06-01 00:01"),
    ),
    "V012": (
        given(died=1, death_at=START, run_start_at=START),
        given(died=1, death_at="2026-03-01 11:59", run_start_at=START),
    ),
    "V013": (
        given(stop_reason=2, died=1, death_at="2026-03-08 13:00", run_stop_at=STOP),
        given(stop_reason=2, died=1, death_at="2026-03-08 13:01", run_stop_at=STOP),
    ),
    "V014": (
        given(stop_reason=1, death_at=STOP, run_stop_at=STOP),
        given(stop_reason=1, death_at="2026-03-08 11:59", run_stop_at=STOP),
    ),
    "V015": (
        given(discharge_status=1, died=1, death_at="2026-04-01 12:00", discharge_at=STOP),
        given(discharge_status=1, died=1, death_at=START, discharge_at=STOP),
    ),
    "V016": (given(discharge_status=6, died=1), given(discharge_status=6, died=0)),
    "V017": (given(died=1, death_cause=1), given(died=1)),
    "V018": (given(stop_reason=2, discharge_status=6), given(stop_reason=2, discharge_status=1)),
    "V019": (
        given(discharge_status=1, alive_24h_after_stop=1),
        given(discharge_status=1, alive_24h_after_stop=0),
    ),
    "V020": (
        given(alive_24h_after_stop=1, death_at="2026-03-09 12:00", run_stop_at=STOP),
        given(alive_24h_after_stop=1, death_at="2026-03-09 11:59", run_stop_at=STOP),
    ),
    "V021": (
        given(alive_24h_after_stop=0, death_at="2026-03-09 11:59", run_stop_at=STOP),
        given(alive_24h_after_stop=0, death_at="2026-03-09 12:00", run_stop_at=STOP),
    ),
    "V022": (
        given(alive_48h_after_stop=1, death_at="2026-03-10 12:00", run_stop_at=STOP),
        given(alive_48h_after_stop=1, death_at="2026-03-10 11:59", run_stop_at=STOP),
    ),
    "V023": (given(stop_reason=12, discharge_status=4), given(stop_reason=12, discharge_status=1)),
    "V024": (given(discharge_status=4, stop_reason=12), given(discharge_status=4, stop_reason=1)),
    "V025": (
        given(admission_source=4, transferred_in_ecls_start_at=START, admission_at=START),
        given(admission_source=4, transferred_in_ecls_start_at=STOP, admission_at=START),
    ),
    "V026": (
        given(admission_source=4, transferred_in_ecls_start_at=START, run_start_at="2026-03-01 13:00"),
        given(admission_source=4, transferred_in_ecls_start_at=START, run_start_at="2026-03-01 13:01"),
    ),
    "V027": (
        given(run_number=2, previous_run_stop_at=START, run_start_at=START),
        given(run_number=2, previous_run_stop_at=STOP, run_start_at=START),
    ),
    "V028": (
        given(previous_run_stop_at="2026-03-01 11:00", run_start_at=START),
        given(previous_run_stop_at="2026-03-01 11:01", run_start_at=START),
    ),
    "V029": (
        given(run_number=2, previous_run_ecls_restarted=1),
        given(run_number=2, previous_run_ecls_restarted=0),
    ),
    "V030": (
        given(restart_within_24h=1, ecls_restarted=1),
        given(restart_within_24h=1, ecls_restarted=0),
    ),
    "V031": (given(support_type=3, initial_mode="VA"), given(support_type=3, initial_mode="VV")),
    "V035": (given(support_type=2, initial_mode="VA"), given(support_type=2, initial_mode="VV")),
    "V036": (
        given(age_group="P", support_type=1, initial_mode="VA"),
        given(age_group="A", support_type=1, initial_mode="VA"),
    ),
    "V042": (
        given(cannulation_start_at=START, run_start_at=START),
        given(cannulation_start_at=STOP, run_start_at=START),
    ),
    "V043": (
        given(cannulation_start_at="2026-03-01 09:00", run_start_at=START),
        given(cannulation_start_at="2026-03-01 08:59", run_start_at=START),
    ),
    "V044": (
        given(cannula_function=2, cannula_in_at=START, run_start_at=START, mode_changed=0),
        given(cannula_function=2, cannula_in_at=STOP, run_start_at=START, mode_changed=0),
    ),
    "V045": (
        given(cannula_in_at=START, cannula_out_at=STOP),
        given(cannula_in_at=START, cannula_out_at=START),
    ),
    "V046": (with_cannulas(DRAIN, run_stop_at=STOP), with_cannulas(ARTERIAL, run_stop_at=STOP)),
    "V047": (with_cannulas(ARTERIAL, run_stop_at=STOP), with_cannulas(DRAIN, run_stop_at=STOP)),
    "V048": (
        with_cannulas(DRAIN, ARTERIAL, initial_mode="VA"),
        with_cannulas(DRAIN, VENOUS, initial_mode="VA"),
    ),
    "V049": (
        with_cannulas(DRAIN, VENOUS, initial_mode="VV", mode_changed=0),
        with_cannulas(DRAIN, ARTERIAL, initial_mode="VV", mode_changed=0),
    ),
    "V050": (given(cannula_vessel="UV", age_group="N"), given(cannula_vessel="UV", age_group="P")),
    "V051": (given(cannula_vessel="CA", age_group="P"), given(cannula_vessel="CA", age_group="A")),
    "V052": (
        given(cannula_function=2, cannula_vessel="CFA", distal_perfusion=1, age_group="A"),
        given(cannula_function=2, cannula_vessel="CFA", distal_perfusion=0, age_group="A"),
    ),
    "V053": (
        given(segment_start_at=START, segment_stop_at=STOP),
        given(segment_start_at=STOP, segment_stop_at=START),
    ),
    "V054": (with_segments(FIRST, SECOND), with_segments(FIRST, LATE)),
    "V055": (
        given(lv_unloading=[1], initial_mode="VA", mode_changed=0),
        given(lv_unloading=[1], initial_mode="VV", mode_changed=0),
    ),
    "V056": (given(run_hours=2880), given(run_hours=2880.1)),
    "V057": (given(run_hours=1), given(run_hours=0.9)),
    "V058": (
        given(run_stop_at=STOP, support_type=2, primary_diagnosis="C01"),
        given(run_stop_at=STOP, support_type=2),
    ),
    "V059": (given(primary_icd10="I40.9"), given(primary_icd10="40.9")),
    "V060": (
        given(age_group="N", primary_diagnosis="N03"),
        given(age_group="A", primary_diagnosis="N03"),
    ),
    "V062": (given(pregnancy_status=1, sex=2), given(pregnancy_status=1, sex=1)),
    "V063": (
        given(pregnancy_status=1, pregnancy_weeks=20),
        given(pregnancy_status=0, pregnancy_weeks=20),
    ),
    "V064": (given(pregnancy_status=1, age_years=60), given(pregnancy_status=1, age_years=61)),
    "V065": (
        given(id_document_type=1, id_number_is_valid=True),
        given(id_document_type=1, id_number_is_valid=False),
    ),
    "V066": (
        given(id_document_type=1, id_number_birth_date="1968-03-04", birth_date="1968-03-04"),
        given(id_document_type=1, id_number_birth_date="1968-03-04", birth_date="1968-04-03"),
    ),
    "V067": (
        given(id_document_type=6, id_number_sex=2, sex=2),
        given(id_document_type=6, id_number_sex=2, sex=1),
    ),
    "V068": (given(comorbidities=["NONE"]), given(comorbidities=["HTN", "NONE"])),
    "V086": (
        given(age_years=58, weight_kg=72, height_cm=174),
        given(age_years=58, weight_kg=20, height_cm=174),
    ),
    "V118": (
        given(vad_after=1, vad_at=STOP, run_start_at=START),
        given(vad_after=1, vad_at=START, run_start_at=STOP),
    ),
    "V119": (
        given(transplant_type=1, transplant_at=STOP, run_start_at=START),
        given(transplant_type=1, transplant_at=START, run_start_at=STOP),
    ),
    "V120": (given(stop_reason=5, transplant_type=1), given(stop_reason=5, transplant_type=0)),
    "V121": (given(stop_reason=4, vad_after=1), given(stop_reason=4, vad_after=0)),
    "V122": (
        given(stop_reason=3, wean_trials=1, last_wean_result=2),
        given(stop_reason=3, wean_trials=1),
    ),
    "V123": (given(cpc_discharge=5, discharge_status=6), given(cpc_discharge=5, discharge_status=1)),
    "V124": (given(pcpc_discharge=6, discharge_status=6), given(pcpc_discharge=6, discharge_status=1)),
    "V125": (
        given(support_type=3, discharge_status=1, cpc_discharge=1),
        given(support_type=3, discharge_status=1),
    ),
    "V143": (
        given(discharge_status=5, alive_30d_known=1),
        given(discharge_status=5, alive_30d_known=0),
    ),
    "V144": (given(discharge_status=5, withdrawal_of_support=1), given(discharge_status=5)),
    "V150": (given(discharge_status=1, contact_phone=True), given(discharge_status=1)),
    "V151": (
        given(discharge_status=7, admission_at=START, now="2027-03-01 12:00"),
        given(discharge_status=7, admission_at=START, now="2027-03-02 12:00"),
    ),
    "V152": (given(lv_unloading=[0]), given(lv_unloading=[0, 1])),
    "V153": (given(discharge_status=7, died=0), given(discharge_status=7, died=1)),
}

EXAMPLES = {**OF_THE_CASE, **OF_THE_RUN}
