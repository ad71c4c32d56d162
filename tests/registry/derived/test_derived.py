"""Derived variables against values worked out by hand, and what the dictionary says of each."""

from typing import Any

import pytest

import national.statistics  # noqa: F401 - describes the volume class of a center
from registry.derived import DERIVED, DESCRIPTIONS, inputs, value
from registry.derived.events import InfectionComplication, infection_complications
from tests.registry.rules.answers import Given, meant

START, STOP = "2026-03-01 12:00", "2026-03-08 18:00"  # 174 h
CONTEXT = {"now", "previous_run_stop_at", "previous_run_ecls_restarted"}  # asked by rules, never shown
WITH_THE_FIGURES = {"center_volume_class"}  # computed where the national figures are


def test_every_variable_is_computed_and_described() -> None:
    assert set(DESCRIPTIONS) - WITH_THE_FIGURES == set(DERIVED) - CONTEXT


@pytest.mark.parametrize("name", sorted(DESCRIPTIONS))
def test_descriptions_speak_both_languages_and_end_in_typed_fields(name: str) -> None:
    told = DESCRIPTIONS[name]

    assert all((told.label.en, told.label.zh, told.definition.en, told.definition.zh, told.formula))
    assert inputs(name)
    assert set(inputs(name)).isdisjoint(DESCRIPTIONS)


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("age_days", {"birth_date": "2026-03-01", "run_start_at": START}, 0),
        ("age_days", {"birth_date": "2026-02-01", "run_start_at": START}, 28),
        ("age_years", {"birth_date": "2008-03-02", "run_start_at": START}, 17),
        ("age_years", {"birth_date": "2008-03-01", "run_start_at": START}, 18),
        (
            "postmenstrual_age_weeks",
            {"gestational_age_weeks": 38, "gestational_age_days": 4, "age_days": 10},
            40.0,
        ),
        ("bmi", {"weight_kg": 81, "height_cm": 180}, 25.0),
        ("bsa", {"weight_kg": 80, "height_cm": 180}, 2.0),
        ("run_hours", {"run_start_at": START, "run_stop_at": STOP}, 174.0),
        ("run_days", {"run_start_at": START, "run_stop_at": STOP}, 7.25),
        ("total_ecls_hours", {"run_start_at": START, "run_stop_at": STOP}, 174.0),
        (
            "cannula_hours",
            {"cannula_in_at": "2026-03-01 11:00", "decannulated_at": "2026-03-01 21:30", "run_stop_at": STOP},
            10.5,
        ),
        ("icu_los_days", {"icu_admission_at": START, "icu_discharge_at": STOP}, 7.2),
        ("hospital_los_days", {"admission_at": START, "death_at": STOP}, 7.2),
        ("no_flow_minutes", {"arrest_at": "2026-03-01 11:00", "cpr_start_at": "2026-03-01 11:03"}, 3),
        ("low_flow_minutes", {"cpr_start_at": "2026-03-01 11:03", "run_start_at": START}, 57),
        ("cannulation_minutes", {"cannulation_start_at": "2026-03-01 11:35", "run_start_at": START}, 25),
        ("shockable_rhythm", {"initial_rhythm": 5}, True),
        ("shockable_rhythm", {"initial_rhythm": 3}, False),
        ("shockable_rhythm", {"initial_rhythm": 9}, None),
        ("flow_index", {"pump_flow": 4.2, "bsa": 2.0, "weight_kg": 80, "age_group": "A"}, 2.1),
        ("flow_index", {"pump_flow": 0.42, "weight_kg": 3.5, "age_group": "N"}, 120.0),
        ("transmembrane_pressure", {"pre_membrane_pressure": 260, "post_membrane_pressure": 235}, 25),
        ("survived_ecls", {"alive_24h_after_stop": 1, "stop_reason": 1}, True),
        ("survived_ecls", {"alive_24h_after_stop": 0, "stop_reason": 1}, False),
        ("survived_ecls", {"alive_24h_after_stop": 1, "stop_reason": 2}, False),
        ("survived_ecls", {"alive_24h_after_stop": 1, "stop_reason": 12}, None),
        (
            "weaned_successfully",
            {"survived_ecls": True, "vad_after": 0, "transplant_type": 0, "ecls_restarted": 0},
            True,
        ),
        (
            "weaned_successfully",
            {"survived_ecls": True, "vad_after": 0, "transplant_type": 0, "ecls_restarted": 1},
            False,
        ),
        ("died_in_admission", {"discharge_status": 5}, True),
        ("died_in_admission", {"discharge_status": 5, "alive_30d_known": 1, "died": 0}, False),
        (
            "died_in_admission",
            {"discharge_status": 5, "discharge_at": START, "death_at": "2026-03-31 12:00"},
            False,
        ),
        ("survived_to_discharge", {"discharge_status": 3}, True),
        ("survived_to_discharge", {"discharge_status": 6}, False),
        ("survived_to_discharge", {"discharge_status": 4}, None),
        ("favorable_neuro", {"age_group": "A", "cpc_discharge": 2}, True),
        ("favorable_neuro", {"age_group": "A", "cpc_discharge": 3}, False),
        ("favorable_neuro", {"age_group": "P", "pcpc_discharge": 4, "baseline_pcpc": 4}, True),
        ("favorable_neuro", {"age_group": "P", "pcpc_discharge": 4, "baseline_pcpc": 3}, False),
        ("age_at_followup", {"birth_date": "2008-10-06", "fu_date": "2026-10-05"}, 17),
        ("fu_whodas_percent", {"fu_whodas_items": "012340123400"}, 20 / 48 * 100),
        ("fu_whodas_percent", {"fu_whodas_items": "444444444444"}, 100.0),
        ("fu_whodas_percent", {"fu_whodas_items": "01234"}, None),
        ("fu_eq5d_index", {f"fu_eq5d_{each}": 1 for each in ("mobility", "selfcare")}, None),
    ],
)
def test_worked_value(name: str, values: dict[str, Any], expected: Any) -> None:
    assert value(name, Given(values)) == (pytest.approx(expected) if expected is not None else None)


@pytest.mark.parametrize("name", sorted(set(DERIVED) - {"now"}))
def test_nothing_is_known_of_an_empty_case(name: str) -> None:
    assert value(name, Given({})) is None


def with_rows(group: str, *rows: dict[str, Any], **values: Any) -> Given:
    return Given(values, rows={group: [{name: meant(each) for name, each in row.items()} for row in rows]})


def test_first_day_is_compared_with_the_row_of_24_hours() -> None:
    early = {"timepoint": "H4", "on_lactate": 9.0, "on_paco2": 60}
    at_24 = {"timepoint": "H24", "on_lactate": 2.0, "on_paco2": 36}
    answers = with_rows("support_records", early, at_24, pre_lactate=8.0, pre_paco2=80)

    assert value("lactate_clearance_24h", answers) == 75.0
    assert value("paco2_change_24h", answers) == pytest.approx(55)
    assert value("paco2_change_24h", with_rows("support_records", early, pre_paco2=80)) is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{"on_creatinine": 100}], 0),  # ratio 1.43
        ([{"on_creatinine": 112}], 1),  # ratio 1.6
        ([{"on_creatinine": 70}, {"on_creatinine": 98}], 1),  # a rise of 28 within 48 h
        ([{"on_creatinine": 150}], 2),
        ([{"on_creatinine": 215}, {"on_creatinine": 100}], 3),
        ([{"urine_ml": 840}], 0),  # 0.5 mL/kg/h of 70 kg
        ([{"urine_ml": 839}], 2),
        ([{"urine_ml": 503}], 3),
        ([{"on_rrt": 1}], None),
    ],
)
def test_kidney_stage_of_the_daily_rows(rows: list[dict[str, Any]], expected: int | None) -> None:
    dated = [row | {"measured_at": f"2026-03-0{day} 08:00"} for day, row in enumerate(rows, 2)]

    answers = with_rows("support_records", *dated, pre_creatinine=70, weight_kg=70)

    assert value("kdigo_max", answers) == expected


def test_kidney_stage_entered_as_a_complication_counts() -> None:
    assert value("kdigo_max", with_rows("complications", {"comp_code": "REN02"}, {"comp_code": "HEM01"})) == 2
    assert value("kdigo_max", with_rows("complications", {"comp_code": "HEM01"})) is None


BLOOD = {"infection_type": 2, "infection_onset_at": "2026-03-05 09:00", "culture_positive": 1}
INFECTIONS = [
    BLOOD,
    BLOOD | {"organism": 8},  # the second organism of the same infection
    {"infection_type": 1, "infection_onset_at": "2026-03-06 09:00", "culture_positive": 1},
    {"infection_type": 12, "infection_onset_at": "2026-03-07 09:00", "culture_positive": 0},
    {"infection_type": 5, "infection_onset_at": "2026-03-02 09:00", "infection_present_before": 1},
    {},
]


def test_infections_are_told_as_complications_once_for_each_new_episode() -> None:
    told = infection_complications(with_rows("infections", *INFECTIONS))

    assert told == [
        InfectionComplication("INF01", meant("2026-03-05 09:00")),
        InfectionComplication("INF02", meant("2026-03-06 09:00")),
        InfectionComplication("INF88", meant("2026-03-07 09:00")),
    ]


def test_rates_are_counted_against_the_time_on_support() -> None:
    groups = {
        "infections": [{name: meant(each) for name, each in row.items()} for row in INFECTIONS],
        "complications": [{"comp_code": "HEM01"}, {}],
    }
    answers = Given({"run_start_at": START, "run_stop_at": "2026-03-11 12:00"}, rows=groups)  # 240 h

    assert value("infection_rate", answers) == pytest.approx(1000 * 3 / 10)
    assert value("complication_rate", answers) == pytest.approx(1000 * 4 / 240)
