"""KDIGO 2012 stage of acute kidney injury, adult rule."""

from typing import Any

import pytest

from registry.scores.kdigo_aki import kdigo_aki


@pytest.mark.parametrize(
    ("inputs", "stage"),
    [
        ({"scr_umol_l": 100}, 0),
        ({"scr_umol_l": 112}, 1),
        ({"scr_umol_l": 98, "scr_rise_48h_umol_l": 28}, 1),
        ({"scr_umol_l": 150}, 2),
        ({"scr_umol_l": 215}, 3),
        ({"scr_umol_l": 70, "hours_uo_lt_0_5": 13}, 2),
        ({"scr_umol_l": 80, "rrt_started_for_aki": True}, 3),
    ],
)
def test_worked_examples(inputs: dict[str, Any], stage: int) -> None:
    assert kdigo_aki(**{"scr_baseline_umol_l": 70} | inputs).total == stage


@pytest.mark.parametrize(
    ("inputs", "stage"),
    [
        ({"scr_umol_l": 149.9}, 0),
        ({"scr_umol_l": 150}, 1),
        ({"scr_umol_l": 126, "scr_rise_48h_umol_l": 26.4}, 0),
        ({"scr_umol_l": 126, "scr_rise_48h_umol_l": 26.5}, 1),
        ({"scr_umol_l": 199.9}, 1),
        ({"scr_umol_l": 200}, 2),
        ({"scr_umol_l": 300}, 3),
        ({"scr_umol_l": 90, "hours_uo_lt_0_5": 5.9}, 0),
        ({"scr_umol_l": 90, "hours_uo_lt_0_5": 6}, 1),
        ({"scr_umol_l": 90, "hours_uo_lt_0_5": 12}, 2),
        ({"scr_umol_l": 90, "hours_uo_lt_0_5": 11.9}, 1),
        ({"scr_umol_l": 90, "hours_uo_lt_0_3": 23.9}, 0),
        ({"scr_umol_l": 90, "hours_anuria": 11.9}, 0),
        ({"scr_umol_l": 299.9}, 2),
        ({"scr_umol_l": 90, "hours_uo_lt_0_3": 24}, 3),
        ({"scr_umol_l": 90, "hours_anuria": 12}, 3),
    ],
)
def test_cut_offs(inputs: dict[str, Any], stage: int) -> None:
    assert kdigo_aki(**{"scr_baseline_umol_l": 100} | inputs).total == stage


def test_a_high_value_without_an_acute_rise_is_chronic() -> None:
    assert kdigo_aki(scr_umol_l=400, scr_baseline_umol_l=380, scr_rise_48h_umol_l=10).total == 0
    assert kdigo_aki(scr_umol_l=400, scr_baseline_umol_l=380, scr_rise_48h_umol_l=30).total == 3
    assert kdigo_aki(scr_umol_l=353.6, scr_baseline_umol_l=300, scr_rise_48h_umol_l=30).total == 3
    assert kdigo_aki(scr_umol_l=353.59, scr_baseline_umol_l=300, scr_rise_48h_umol_l=30).total == 1


def test_replacement_for_injury_settles_the_stage_alone() -> None:
    found = kdigo_aki(scr_umol_l=None, scr_baseline_umol_l=None, rrt_started_for_aki=True)

    assert (found.total, found.flags) == (3, ())


def test_without_a_baseline_urine_stands_alone() -> None:
    found = kdigo_aki(scr_umol_l=300, scr_baseline_umol_l=None, hours_uo_lt_0_5=8)

    assert (found.total, found.items["creatinine"]) == (1, None)
    assert found.flags == ("partial",)


def test_nothing_to_judge_gives_no_stage() -> None:
    assert kdigo_aki(scr_umol_l=300, scr_baseline_umol_l=None, rrt_started_for_aki=False).total is None
