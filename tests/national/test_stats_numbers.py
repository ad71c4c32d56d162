"""Numbers of the pure statistics against published, worked and independently computed values."""

import json
import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from national.stats.canonical import canonical_json, sha256
from national.stats.growth import cagr, growth
from national.stats.proportions import Interval, proportion, wilson_ci
from national.stats.quantiles import Quantiles, quantiles
from national.stats.survival import EventCount, event_table, km_curve
from national.stats.volume import class_names, volume_class

COUNTS = st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SUBJECTS = st.lists(st.tuples(st.integers(0, 400), st.booleans()), max_size=60)


@pytest.mark.parametrize(
    ("k", "n", "lower", "upper"),
    [
        (6, 14, 0.213808, 0.674094),
        (0, 17, 0, 0.184318),
        (23, 23, 0.856883, 1),
        (41, 96, 0.332821, 0.526957),
        # Newcombe (Statistics in Medicine 1998;17:857-872), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_interval_of_published_examples(k, n, lower, upper):
    interval = wilson_ci(k, n)

    assert interval.lower == pytest.approx(lower, abs=6e-5)
    assert interval.upper == pytest.approx(upper, abs=6e-5)


def test_wilson_interval_of_nobody_is_undefined():
    assert wilson_ci(0, 0) == Interval(None, None)
    assert proportion(0, 0, missing=3).proportion is None


def test_wilson_refuses_what_is_no_proportion():
    with pytest.raises(ValueError, match="not a proportion"):
        wilson_ci(3, 2)


@given(COUNTS)
def test_wilson_mirrors_its_complement_and_contains_the_estimate(counts):
    k, n = counts

    interval, mirror = wilson_ci(k, n), wilson_ci(n - k, n)

    if n:
        assert interval.lower == pytest.approx(1 - mirror.upper, abs=1e-12)
        assert 0 <= interval.lower <= k / n <= interval.upper <= 1


def test_quartiles_of_a_worked_example():
    """Hyndman and Fan's type 7: of 1, 2, 4, 8 the ranks 1.75, 2.5 and 3.25 give 1.75, 3 and 5."""
    assert quantiles([8, 1, 4, 2]) == Quantiles(n=4, median=3.0, q1=1.75, q3=5.0)


def test_quartiles_of_none_and_of_one():
    assert quantiles([]) == Quantiles(0, None, None, None)
    assert quantiles([7]) == Quantiles(1, 7.0, 7.0, 7.0)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=80))
def test_quartiles_equal_numpy_and_the_standard_library(values):
    ours = quantiles(values)

    assert [ours.q1, ours.median, ours.q3] == list(np.quantile(values, [0.25, 0.5, 0.75]))
    assert [ours.q1, ours.median, ours.q3] == statistics.quantiles(values, n=4, method="inclusive")


def test_volume_classes_at_their_edges():
    runs = [0, 1, 5, 6, 20, 21, 50, 51, 400]

    classes = [volume_class(n) for n in runs]

    assert classes == [None, "1-5", "1-5", "6-20", "6-20", "21-50", "21-50", "51+", "51+"]


def test_volume_cut_points_are_configurable_and_checked():
    assert class_names((10, 30)) == ["1-10", "11-30", "31+"]
    assert volume_class(30, (10, 30)) == "11-30"
    with pytest.raises(ValueError, match="ascending"):
        class_names((20, 5))


def test_growth_and_its_undefined_cases():
    assert growth(160, 200) == 0.25
    assert growth(0, 7) is None
    assert growth(None, 7) is None
    assert growth(9, 0) == -1


def test_compound_growth_of_a_worked_example():
    assert cagr(150, 300, 4) == pytest.approx(0.189207, abs=5e-7)
    assert cagr(0, 300, 4) is None


TIMES = [2, 3, 3, 5, 6, 8, 8, 9, 12, 15]
EVENTS = [1, 1, 0, 1, 0, 1, 1, 0, 1, 0]


def test_kaplan_meier_of_a_worked_example():
    """Ten subjects; S, Greenwood and log-log limits checked by hand and against R's survfit."""
    curve = km_curve(event_table(TIMES, EVENTS), at_risk_times=(0, 3, 8, 16))

    assert (curve.n, curve.events) == (10, 6)
    assert curve.times == (0, 2, 3, 5, 8, 12)
    assert curve.survival == pytest.approx((1, 0.9, 0.8, 0.685714, 0.411429, 0.205714), abs=5e-7)
    assert curve.lower[0] is None
    assert (curve.lower[3], curve.upper[3]) == pytest.approx((0.304585, 0.887148), abs=5e-7)
    assert (curve.lower[4], curve.upper[4]) == pytest.approx((0.102511, 0.707313), abs=5e-7)
    assert curve.at_risk == (10, 9, 5, 0)
    assert curve.step_at_risk == (10, 10, 9, 7, 5, 2)


def test_kaplan_meier_of_the_acute_myelogenous_leukemia_trial():
    """Maintained arm in Miller, Survival Analysis (1981), p. 49: the curve every textbook prints."""
    times = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161]
    events = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]

    curve = km_curve(event_table(times, events))

    assert curve.times == (0, 9, 13, 18, 23, 31, 34, 48)
    assert curve.survival == pytest.approx((1, 0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184), abs=5e-4)


def test_death_on_the_first_day_is_legal():
    curve = km_curve([EventCount(0, True, 1), EventCount(10, False, 3)])

    assert curve.times == (0,)
    assert curve.survival == (0.75,)
    assert curve.at_risk == (4, 0, 0, 0, 0)


def test_curve_of_nobody_of_survivors_and_of_the_dead():
    assert km_curve([]).times == ()
    assert km_curve([EventCount(50, False, 4)]).survival == (1.0,)
    dead = km_curve([EventCount(5, True, 4)])
    assert dead.survival == (1.0, 0.0)
    assert dead.lower == dead.upper == (None, None)


@given(SUBJECTS)
def test_survival_never_rises_and_stays_in_its_interval(subjects):
    curve = km_curve(event_table(*zip(*subjects, strict=True)) if subjects else [])

    assert list(curve.survival) == sorted(curve.survival, reverse=True)
    for survival, lower, upper in zip(curve.survival, curve.lower, curve.upper, strict=True):
        assert 0 <= survival <= 1
        assert lower is None or 0 <= lower <= survival <= upper <= 1


@given(st.lists(st.integers(0, 60), min_size=1, max_size=50))
def test_survival_without_censoring_is_the_share_still_alive(times):
    curve = km_curve(event_table(times, [True] * len(times)))

    for day, survival in zip(curve.times, curve.survival, strict=True):
        assert survival == pytest.approx(sum(t > day for t in times) / len(times) if day in times else 1.0)


@given(SUBJECTS, st.integers(0, 60))
def test_splitting_subjects_and_adding_event_tables_changes_nothing(subjects, cut):
    def table(part):
        return event_table(*zip(*part, strict=True)) if part else []

    whole, parts = km_curve(table(subjects)), km_curve(table(subjects[cut:]) + table(subjects[:cut]))

    assert whole == parts


def test_canonical_text_ignores_order_and_refuses_what_is_no_number():
    assert canonical_json({"b": 0.1, "a": [1, None, "中"]}) == '{"a":[1,null,"中"],"b":0.1}'
    assert sha256({"a": 1, "b": 2}) == sha256({"b": 2, "a": 1})
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json({"a": math.nan})


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_canonical_numbers_survive_reading(value):
    assert json.loads(canonical_json(value)) == value
