"""What the forms of a run say agrees with each other and with how it ended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from statistics import median
from typing import Any

import pytest

from config.demo.cases import MadeCase, Nation
from config.demo.illness import CARDIAC, ECPR, PULMONARY
from config.demo.whole_runs import RunRows
from registry.models.case import CaseState
from tests.demo.conftest import SMALL

ALIVE = (1, 2, 3, 8)


@pytest.fixture(scope="module")
def finished() -> list[tuple[MadeCase, RunRows]]:
    """Every run of the cases that were submitted."""
    cases = Nation(replace(SMALL, runs=900)).cases()
    return [(case, run) for case in cases if case.way.state != CaseState.DRAFT for run in case.runs]


def of_type(finished: list[Any], support_type: int) -> Iterator[tuple[MadeCase, RunRows]]:
    return ((case, run) for case, run in finished if run.run["support_type"] == support_type)


def test_failing_lungs_and_failing_hearts_look_different(finished: list[Any]) -> None:
    def typical(name: str, support_type: int) -> float:
        values = [run.parts["pre_ecls"].get(name) for _, run in of_type(finished, support_type)]
        return float(median(value for value in values if value is not None))

    assert typical("pre_pao2", PULMONARY) < 75 < typical("pre_pao2", CARDIAC)
    assert typical("pre_paco2", PULMONARY) > typical("pre_paco2", CARDIAC) + 10
    assert typical("pre_lactate", PULMONARY) < typical("pre_lactate", CARDIAC) < typical("pre_lactate", ECPR)
    assert typical("pre_ph", ECPR) < 7.2 < typical("pre_ph", CARDIAC)


def test_lactate_falls_in_those_who_live(finished: list[Any]) -> None:
    left: dict[bool, list[float]] = {True: [], False: []}
    for case, run in of_type(finished, CARDIAC):
        values = [row.get("on_lactate") for row in run.groups["support"]]
        first = run.parts["pre_ecls"].get("pre_lactate")
        if first and len(values) > 2 and values[-1]:
            left[case.outcome.get("discharge_status") in ALIVE].append(values[-1] / first)

    assert median(left[True]) < 0.5 < median(left[False])


def test_whoever_looks_at_the_patient_does_so_during_the_run(finished: list[Any]) -> None:
    for _, run in finished:
        start, stop = run.run["run_start_at"], run.run["run_stop_at"]
        seen = [row["measured_at"] for row in run.groups["support"]]
        points = [row["timepoint"] for row in run.groups["support"]]

        assert seen == sorted(seen)
        assert all(start < at <= stop for at in seen)
        assert len(seen) <= 7
        assert ("H24" in points) == (stop - start >= timedelta(hours=18))
        assert all(start <= row["comp_onset_at"] <= stop for row in run.groups["complication"])
        assert all(start < row["infection_onset_at"] <= stop for row in run.groups["infection"])


def test_arrest_comes_before_compressions_and_they_before_flow(finished: list[Any]) -> None:
    for _, run in of_type(finished, ECPR):
        told = run.parts["ecpr"]
        low_flow = run.run["run_start_at"] - told["cpr_start_at"]

        assert told["arrest_at"] <= told["cpr_start_at"]
        assert timedelta(minutes=5) <= low_flow <= timedelta(minutes=180)
        assert (told["arrest_location"] == 1) == ("hospital_arrival_at" in told)


def test_part_that_is_changed_has_a_successor_and_a_complication(finished: list[Any]) -> None:
    changed = [(run, row) for _, run in finished for row in run.groups["equipment"] if row["equip_changed"]]

    assert changed
    for run, row in changed:
        rows = run.groups["equipment"]
        place = rows.index(row) + 1
        after = [
            each
            for each in rows
            if each["equip_type"] == row["equip_type"] and each["equip_start_at"] == row["equip_stop_at"]
        ]
        told = [each for each in run.groups["complication"] if each.get("comp_equipment_row") == place]
        assert len(after) == 1
        assert bool(told) == (row["equip_change_reason"] != 10)


def test_some_values_are_missing_or_unusual_and_say_why(finished: list[Any]) -> None:
    notes = [row.get("notes", {}) for _, run in finished for _, row in run.all()]
    missing = sum(len(note.get("missing", {})) for note in notes) / len(finished)
    unusual = sum(len(note.get("reason", {})) for note in notes) / len(finished)

    assert 0.1 < missing < 1
    assert 0.5 < unusual < 4


def test_every_number_is_possible_in_its_age_group(finished: list[Any]) -> None:
    for case, run in finished:
        group = case.person.age_group
        for model, row in run.all():
            for field in model.item_fields():
                value, hard = row.get(field.name), field.item.hard
                if hard and isinstance(value, int | float):
                    low, high = hard.of(group)
                    assert low <= value <= high, (field.name, value)
