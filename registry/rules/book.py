"""The rule book of the case. ``on`` names the row a rule is asked for, by the kind of its table."""

from crf.rules import RuleBook

BOOK = RuleBook()
error, warning = BOOK.error, BOOK.warning

RESPIRATORY, CARDIAC, ECPR = 1, 2, 3
ARTERIAL_MODES = frozenset({"VA", "VVA", "VAV", "VPA"})
VENOUS_RETURN_MODES = frozenset({"VV", "VAV", "VP", "VVECCO2R"})
ALIVE_AT_DISCHARGE = frozenset({1, 2, 3, 8})
