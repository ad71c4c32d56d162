"""The book of scores: an unverified table is never computed, and every definition is complete."""

import inspect
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from registry.scores import resp, save
from registry.scores.book import SCORES, NotVerified, ScoreBook
from registry.scores.definition import Level, ScoreDefinition, ShipsAs
from registry.scores.result import ScoreResult, incomplete

COMPUTED = {
    "resp",
    "save",
    "encourage",
    "preset",
    "p_prep",
    "miracle2",
    "ttm_risk",
    "hope",
    "pediatric_ecpr",
    "sofa",
    "murray_lis",
    "kdigo_aki",
    "vis",
    "inotropic_score",
    "oxygenation_index",
    "osi",
    "pf_ratio",
    "driving_pressure",
    "compliance_rs",
}
ENTERED_ONLY = {
    "preserve",
    "scai_stage",
    "remember",
    "predict_va_ecmo_6h",
    "predict_va_ecmo_12h",
    "rescue_ihca",
    "cahp",
    "ped_rescuers",
    "neo_rescuers",
    "neomod",
    "apache_ii",
    "prism_iii",
    "pelod_2",
    "marshall_mods",
}


def definition_of(level: Level, **signed: Any) -> ScoreDefinition:
    return replace(resp.DEFINITION, score_id="trial", verification_level=level, **signed)


def trial() -> ScoreResult:
    return incomplete(resp.DEFINITION, ())


@pytest.mark.parametrize("level", [Level.HOLD, Level.NONE])
@pytest.mark.parametrize("signed", [{}, {"signed_off_by": "Wu"}, {"signed_off_on": date(2026, 1, 1)}])
def test_an_unverified_score_cannot_be_computed(level: Level, signed: dict[str, Any]) -> None:
    book = ScoreBook()

    with pytest.raises(NotVerified):
        book.computes(definition_of(level, **signed))
    assert "trial" not in book


@pytest.mark.parametrize("level", [Level.HOLD, Level.NONE])
def test_a_sign_off_opens_it(level: Level) -> None:
    book = ScoreBook()
    book.computes(definition_of(level, signed_off_by="Wu", signed_off_on=date(2026, 1, 1)))(trial)

    assert book.function("trial") is trial


def test_an_entered_score_gets_no_function() -> None:
    book, definition = ScoreBook(), replace(definition_of(Level.HOLD), ships_as=ShipsAs.ENTERED_ONLY)
    with pytest.raises(ValueError, match="entered"):
        book.computes(definition)

    book.is_entered(definition)

    assert book["trial"] is definition
    with pytest.raises(KeyError):
        book.function("trial")


def test_a_function_bears_the_name_of_its_score_and_no_id_is_used_twice() -> None:
    book = ScoreBook()
    with pytest.raises(ValueError, match="trial"):
        book.computes(definition_of(Level.PRIMARY))(resp.resp)
    book.computes(definition_of(Level.PRIMARY))(trial)
    with pytest.raises(ValueError, match="exists"):
        book.computes(definition_of(Level.PRIMARY))(trial)


def test_the_catalogue_is_whole() -> None:
    assert {each.score_id for each in SCORES if each.ships_as == ShipsAs.COMPUTED} == COMPUTED
    assert {each.score_id for each in SCORES if each.ships_as == ShipsAs.ENTERED_ONLY} == ENTERED_ONLY


@pytest.mark.parametrize("definition", list(SCORES), ids=lambda each: each.score_id)
def test_every_definition_speaks_both_languages(definition: ScoreDefinition) -> None:
    pairs = (definition.title, definition.verification_note, definition.applicability.words)

    assert all(pair.en and pair.zh for pair in pairs)
    assert definition.verification_level.words.zh


@pytest.mark.parametrize("score_id", sorted(COMPUTED))
def test_functions_take_names_only_and_every_result_names_its_version(score_id: str) -> None:
    function = SCORES.function(score_id)
    parameters = inspect.signature(function).parameters

    assert {each.kind for each in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
    found = function(**dict.fromkeys(parameters))
    assert (found.score_id, found.definition_version) == (score_id, SCORES[score_id].definition_version)
    assert found.verification_level == SCORES[score_id].verification_level
    assert (found.total, found.complete, found.predicted_pct) == (None, False, None)
    assert found.missing_items


def test_definitions_carry_the_range_their_items_reach() -> None:
    for module in (resp, save):
        low = sum(item.lowest for item in module.ITEMS)
        high = sum(item.highest for item in module.ITEMS)
        assert (module.DEFINITION.min_total, module.DEFINITION.max_total) == (low, high)
