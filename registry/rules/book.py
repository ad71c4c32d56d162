"""The rule book of the case. ``on`` names the row a rule is asked for: patient, admission, run, cannula, segment."""

from crf.rules import RuleBook

BOOK = RuleBook()
error, warning = BOOK.error, BOOK.warning

ARTERIAL_MODES = frozenset({"VA", "VVA", "VAV", "VPA"})
ALIVE_AT_DISCHARGE = frozenset({1, 2, 3, 8})
