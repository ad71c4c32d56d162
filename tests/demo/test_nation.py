"""The same recipe makes the same rows; other recipes make others, of any size."""

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from config.demo.cases import Nation
from config.demo.centers import in_chinese
from config.demo.recipe import Recipe
from tests.demo.conftest import SMALL


def fingerprint(recipe: Recipe) -> str:
    digest = hashlib.sha256()
    for case in Nation(recipe).cases():
        digest.update(repr(case).encode())
    return digest.hexdigest()


def runs_of(recipe: Recipe) -> int:
    return sum(len(case.runs) for case in Nation(recipe).cases())


def test_same_seed_makes_the_same_rows() -> None:
    assert fingerprint(SMALL) == fingerprint(SMALL)


def test_other_seed_makes_other_rows() -> None:
    assert fingerprint(SMALL) != fingerprint(replace(SMALL, seed=8))


@pytest.mark.parametrize(("centers", "runs", "years"), [(1, 1, 1), (1, 30, 1), (3, 2, 2), (12, 100, 6)])
def test_any_size_makes_as_many_runs_as_asked(centers: int, runs: int, years: int) -> None:
    recipe = Recipe(centers, runs, years, seed=3, as_of=date(2026, 11, 22))

    # A second run that lies after the day of the data has not begun.
    assert runs - 2 <= runs_of(recipe) <= runs


def test_first_day_of_a_year_has_its_cases_before_it() -> None:
    recipe = Recipe(2, 10, 1, seed=3, as_of=date(2026, 1, 1))

    assert all(case.runs[0].run["run_start_at"] < recipe.cut for case in Nation(recipe).cases())


def test_a_recipe_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Recipe(centers=0)


def test_centers_of_every_volume_class_exist() -> None:
    nation = Nation(Recipe(as_of=date(2026, 11, 22)))
    runs = [center.runs[2025] for center in nation.centers]

    classes = Counter(
        "1-5" if n <= 5 else "6-20" if n <= 20 else "21-50" if n <= 50 else "51+" for n in runs if n
    )
    assert set(classes) == {"1-5", "6-20", "21-50", "51+"}


def test_survival_follows_severity() -> None:
    cases = list(Nation(replace(SMALL, runs=1500)).cases())
    ages = {True: [0, 0], False: [0, 0]}
    for case in cases:
        status = case.outcome.get("discharge_status")
        if status in (1, 2, 3, 5, 6, 8) and case.person.age_group == "A":
            old = case.person.birth_date.year < 1966
            ages[old][0] += status in (1, 2, 3, 8)
            ages[old][1] += 1

    shares = {old: alive / number for old, (alive, number) in ages.items()}
    assert 0.3 < shares[True] < shares[False] < 0.7


def test_nothing_happens_after_the_day_of_the_data() -> None:
    for case in Nation(SMALL).cases():
        rows = [row for run in case.runs for _, row in run.all()]
        parts = [case.admission, case.outcome, *rows]
        moments = [value for row in parts for value in row.values() if hasattr(value, "hour")]
        assert all(moment < SMALL.cut for moment in [*moments, *(step.at for step in case.way.steps)])
        assert all(row["fu_date"] < SMALL.as_of for row in case.follow_ups)


def test_nobody_known_alive_at_30_days_died_before() -> None:
    for case in Nation(replace(SMALL, runs=900)).cases():
        start = case.runs[0].run["run_start_at"].date()
        died = [row["fu_death_date"] for row in case.follow_ups if row.get("fu_death_date")]
        if case.outcome.get("alive_30d_known") == 1 and case.outcome["discharge_status"] != 5:
            assert all((day - start).days > 30 for day in died)


def test_transferred_patient_is_one_person_in_two_centers() -> None:
    nation = Nation(replace(SMALL, centers=12, runs=600))
    moved = [case for case in nation.cases() if case.admission["admission_source"] == 4]
    left = {
        case.person.document_no: case for case in nation.cases() if case.outcome.get("discharge_status") == 4
    }

    assert moved
    for case in moved:
        if case.person.document_no:
            before = left[case.person.document_no]
            assert before.center != case.center
            assert before.runs[0].run["run_stop_at"] < case.admission["admission_at"]


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (10, "十"), (12, "十二"), (40, "四十"), (103, "一百零三"), (210, "二百一十")],
)
def test_chinese_numerals(number: int, text: str) -> None:
    assert in_chinese(number) == text
