"""The rules of the case, V001 onward, as the published dictionary numbers them."""

from registry.rules import cannulas, outcome, patient, run, times
from registry.rules.book import BOOK

__all__ = ["BOOK", "cannulas", "outcome", "patient", "run", "times"]
