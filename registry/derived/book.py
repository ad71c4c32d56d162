"""The book of derived variables: how each is computed, and what the dictionary says of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crf.pairs import Pair
from crf.rules import NotEvaluable

Compute = Callable[[Any], Any]

DERIVED: dict[str, Compute] = {}


@dataclass(frozen=True)
class Description:
    """A derived variable as the dictionary publishes it.

    ``definition`` says in words how it is computed, ``formula`` in field names; ``of`` are the fields and
    derived variables it is computed from.
    """

    label: Pair
    definition: Pair
    formula: str
    of: tuple[str, ...]
    unit: str = ""


DESCRIPTIONS: dict[str, Description] = {}


def derived(function: Compute) -> Compute:
    """Adds a derived variable under the name of its function."""
    DERIVED[function.__name__] = function
    return function


def describe(
    name: str,
    label: tuple[str, str],
    definition: tuple[str, str],
    formula: str,
    *,
    of: str,
    unit: str = "",
) -> None:
    """What the dictionary says of a derived variable. ``of`` names its inputs, divided by spaces."""
    DESCRIPTIONS[name] = Description(Pair(*label), Pair(*definition), formula, tuple(of.split()), unit)


def value(name: str, answers: Any) -> Any:
    """The derived variable called ``name``; None when an input is missing. Raises KeyError if unknown."""
    try:
        return DERIVED[name](answers)
    except NotEvaluable:
        return None


def inputs(name: str) -> tuple[str, ...]:
    """The typed fields a name stands for: itself, or those a derived variable is computed from in the end."""
    described = DESCRIPTIONS.get(name)
    if described is None:
        return (name,)
    found = [field for each in described.of for field in inputs(each)]
    return tuple(dict.fromkeys(found))
