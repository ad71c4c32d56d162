"""Infections of a run."""

from datetime import timedelta
from typing import Any

from registry.rules.book import error, warning
from registry.rules.times_order import lies_between

TWO_DAYS = timedelta(hours=48)
ON = "infection"


@error(
    "V113",
    "any_infection",
    "Infection answer and infection rows disagree",
    "感染勾选与明细不一致",
    on="course",
)
def infections_are_told_as_answered(c: Any) -> bool:
    return (c.any_infection == 1) == bool(c.rows("infections"))


@warning(
    "V114",
    "infection_onset_at run_start_at",
    "New infection is expected to start at least 48 h after cannulation",
    "新发感染一般应在置管 48 小时后",
    on=ON,
)
def infection_begins_on_ecls(c: Any) -> bool:
    return lies_between(c, "infection_onset_at", c.run_start_at + TWO_DAYS, None)


@warning(
    "V115",
    "infection_onset_at run_stop_at",
    "New infection should start no later than 48 h after the run",
    "感染不晚于撤机后 48 小时",
    on=ON,
)
def infection_begins_soon_after_the_run(c: Any) -> bool:
    return lies_between(c, "infection_onset_at", None, c.run_stop_at + TWO_DAYS)


@error(
    "V116",
    "organism culture_positive",
    "A positive culture needs an organism",
    "培养阳性须填写病原体",
    on=ON,
)
def positive_culture_names_its_organism(c: Any) -> bool:
    return c.culture_positive != 1 or c.has_answer("organism")


@warning(
    "V117",
    "culture_positive infection_type",
    "Cannula bloodstream infection needs a positive culture",
    "导管血流感染须有病原学阳性",
    on=ON,
)
def cannula_bloodstream_infection_is_cultured(c: Any) -> bool:
    return c.infection_type != 1 or c.culture_positive == 1
