"""Derived variables: computed here and nowhere else, never typed.

Each function reads answers by name (``c.run_start_at``) and gives None, through ``NotEvaluable``, when
one it needs is missing. Names and definitions are those of the published dictionary.
"""

from registry.derived import arrest, before, context, events, kidney, outcome, patient, run, support
from registry.derived.book import DERIVED, DESCRIPTIONS, Description, derived, describe, inputs, value
from registry.derived.moments import hours, local_day, minutes, whole_years

__all__ = [
    "DERIVED",
    "DESCRIPTIONS",
    "Description",
    "arrest",
    "before",
    "context",
    "derived",
    "describe",
    "events",
    "hours",
    "inputs",
    "kidney",
    "local_day",
    "minutes",
    "outcome",
    "patient",
    "run",
    "support",
    "value",
    "whole_years",
]
