"""All scores of a run together: nothing breaks on what is missing, and names are those of the forms."""

from collections.abc import Callable
from typing import Any

import pytest

from registry.derived import inputs
from registry.models.run import Run
from registry.scores import SCORES
from registry.scores.definition import ShipsAs, Status
from registry.scoring.run_scores import ADAPTERS, scores
from registry.sections import TABLES
from tests.registry.rules.answers import Given
from tests.registry.scoring.runs import ARREST, CARDIAC, RESPIRATORY, run


@pytest.mark.parametrize("base", [RESPIRATORY, CARDIAC, ARREST], ids=["vv", "va", "ecpr"])
def test_taking_any_answer_away_never_gives_a_total_that_was_not_there(base: dict[str, Any]) -> None:
    whole = {each.score_id: each for each in scores(run(base))}
    for name in base:
        poorer = base | {name: None}
        for found in scores(run(poorer)):
            if found.is_applicable and found.total is not None:
                assert whole[found.score_id].total is not None


def test_an_empty_run_is_no_score_at_all_and_breaks_nothing() -> None:
    statuses = {each.score_id: each.applicability_status for each in scores(Given({}))}

    assert statuses["resp"] == Status.NOT_AGE
    assert all(each.total is None for each in scores(Given({})))


def test_sources_name_fields_of_the_forms() -> None:
    known = {item.name for table in TABLES.values() for item in table.items()}
    named = {name for each in ADAPTERS.values() for source in each.sources.values() for name in source.fields}

    assert named - known == set()
    assert "run_start_at" in {item.name for item in Run.items()}


def test_sources_give_each_score_the_inputs_it_takes() -> None:
    for score_id, adapter in ADAPTERS.items():
        function: Callable[..., object] = SCORES.function(score_id)
        assert set(adapter.sources) == set(function.__annotations__) - {"return"}, score_id


def test_every_computed_score_has_its_fields_but_two() -> None:
    """The worst values of 24 hours (SOFA) and a creatinine baseline (KDIGO) are on no form."""
    computed = {each.score_id for each in SCORES if each.ships_as == ShipsAs.COMPUTED}

    assert computed - set(ADAPTERS) == {"sofa", "kdigo_aki"}


def test_derived_scores_of_whole_runs() -> None:
    assert run(RESPIRATORY).resp_score == 7
    assert run(RESPIRATORY).get("save_score") is None
    assert run(CARDIAC).save_score == 4
    assert run(CARDIAC).pulse_pressure_pre == 35
    assert run(RESPIRATORY).pre_ecls_vent_hours == 30


@pytest.mark.parametrize(
    ("name", "score_id"),
    [
        ("resp_score", "resp"),
        ("save_score", "save"),
        ("vis_pre", "vis"),
        ("pf_ratio", "pf_ratio"),
        ("oxygenation_index", "oxygenation_index"),
        ("driving_pressure", "driving_pressure"),
    ],
)
def test_the_dictionary_names_every_field_a_derived_score_is_made_of(name: str, score_id: str) -> None:
    named = {field for source in ADAPTERS[score_id].sources.values() for field in source.fields}

    assert named - set(inputs(name)) == set()
