"""What holds of every score that adds points, whatever is missing (missing-data rule of the methods)."""

from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.scores import (
    encourage,
    miracle2,
    p_prep,
    pediatric_ecpr,
    preserve,
    preset,
    resp,
    save,
    sofa,
    ttm_risk,
)
from tests.scores import (
    test_encourage,
    test_miracle2,
    test_p_prep,
    test_pediatric_ecpr,
    test_preserve,
    test_preset,
    test_resp,
    test_save,
    test_sofa,
    test_ttm_risk,
)
from tests.scores.worked import Compute, bounds_of, total_of

CASES: dict[str, tuple[Any, dict[str, Any]]] = {
    "resp": (resp, test_resp.BASELINE),
    "save": (save, test_save.BASELINE),
    "encourage": (encourage, test_encourage.BASELINE),
    "preserve": (preserve, test_preserve.BASELINE),
    "preset": (preset, test_preset.BASELINE),
    "p_prep": (p_prep, test_p_prep.BASELINE),
    "miracle2": (miracle2, test_miracle2.BASELINE),
    "ttm_risk": (ttm_risk, test_ttm_risk.BASELINE),
    "pediatric_ecpr": (pediatric_ecpr, test_pediatric_ecpr.BASELINE),
    # Creatinine alone is enough for the kidney: urine that comes later may still change a scored item.
    "sofa": (sofa, {name: each for name, each in test_sofa.BASELINE.items() if "urine" not in name}),
}
NO_DRUG_KNOWN = {"sofa": dict.fromkeys(sofa.DRUGS)}
CHOICES = {
    "sex": ["M", "F"],
    "ecmo_mode": ["VV", "VA"],
    "pulmonary_diagnosis": ["asthma", "aspiration", "rsv", "sepsis_ards", "pertussis", "other"],
    "resp_diagnosis_group": ["viral_pneumonia", "asthma", "trauma_burn", "non_respiratory_or_chronic"],
}


def values_of(name: str, example: Any) -> st.SearchStrategy[Any]:
    if name in CHOICES:
        return st.sampled_from(CHOICES[name])
    if isinstance(example, bool):
        return st.booleans()
    if name == "age_years":
        return st.integers(18, 100)
    return st.floats(float(example) / 5, float(example) * 5)


def records(baseline: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({name: values_of(name, example) for name, example in baseline.items()})


def function(score_id: str) -> Compute:
    compute = getattr(CASES[score_id][0], score_id)
    return partial(compute, urine_output_ml_24h=None) if score_id == "sofa" else compute


@pytest.mark.parametrize("score_id", CASES)
@given(data=st.data())
def test_bounds_hold_whatever_is_filled_in(score_id: str, data: st.DataObject) -> None:
    """From a partial record to the whole one the bounds only ever close in, and end on the total."""
    compute, whole = function(score_id), data.draw(records(CASES[score_id][1]))
    hidden = data.draw(st.permutations(list(whole)))
    known: dict[str, Any] = dict.fromkeys(whole)
    low, high = -1000.0, 1000.0
    for name in hidden:
        found = compute(**known)
        bounds = bounds_of(found)
        assert low <= bounds[0] <= bounds[1] <= high
        low, high = bounds
        known[name] = whole[name]
    assert low <= total_of(compute(**whole)) <= high


@pytest.mark.parametrize("score_id", CASES)
@given(data=st.data())
def test_a_class_named_early_is_the_final_one(score_id: str, data: st.DataObject) -> None:
    compute, whole = function(score_id), data.draw(records(CASES[score_id][1]))
    hidden = data.draw(st.sets(st.sampled_from(list(whole))))
    early, final = compute(**whole | dict.fromkeys(hidden)), compute(**whole)

    assert early.complete == (not early.missing_items)
    assert (early.total is None) == bool(early.missing_items)
    if early.risk_class is not None:
        assert (early.risk_class, early.predicted_pct) == (final.risk_class, final.predicted_pct)


@pytest.mark.parametrize("score_id", CASES)
@given(data=st.data())
def test_totals_stay_in_the_published_range(score_id: str, data: st.DataObject) -> None:
    definition = CASES[score_id][0].DEFINITION
    found = function(score_id)(**data.draw(records(CASES[score_id][1])))

    assert definition.min_total <= total_of(found) <= definition.max_total
    assert sum(each or 0 for each in found.items.values()) == found.total


@pytest.mark.parametrize("score_id", CASES)
def test_nothing_known_gives_the_published_range(score_id: str) -> None:
    definition = CASES[score_id][0].DEFINITION
    found = function(score_id)(**dict.fromkeys(CASES[score_id][1]) | NO_DRUG_KNOWN.get(score_id, {}))

    assert bounds_of(found) == (definition.min_total, definition.max_total)
    assert (found.total, found.risk_class) == (None, None)
