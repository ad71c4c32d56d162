"""The rules of the case, V001 onward, as the published dictionary numbers them."""

from registry.rules import (
    arrest,
    before,
    cannulas,
    complications,
    equipment,
    infections,
    outcome,
    patient,
    run,
    support,
    times,
)
from registry.rules.book import BOOK

__all__ = [
    "BOOK",
    "arrest",
    "before",
    "cannulas",
    "complications",
    "equipment",
    "infections",
    "outcome",
    "patient",
    "run",
    "support",
    "times",
]
