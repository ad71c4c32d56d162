"""What the diagnoses of a run tell a score."""

from typing import Any

from crf.codelists.diagnoses import DIAGNOSIS
from crf.codes import Code
from registry.scoring.sources import Source

FROM_DISCHARGE = 4  # diag_role: may have been found after the start of flow
PRIMARY = ("primary_diagnosis",)
RESP_GROUPS = {
    "viral": "viral_pneumonia",
    "bacterial": "bacterial_pneumonia",
    "asthma": "asthma",
    "trauma": "trauma_burn",
    "aspiration": "aspiration_pneumonitis",
    "other_acute": "other_acute_respiratory",
    "nonresp_chronic": "non_respiratory_or_chronic",
}
ARDS_GROUPS = frozenset({"viral", "bacterial", "trauma", "aspiration", "other_acute"})
CONGENITAL_HEART = frozenset(option.code for option in DIAGNOSIS if option.facts["group"] == "CHD") | {"C17"}
SEPSIS = frozenset({"C23", "N06"})


def codes(c: Any) -> frozenset[str]:
    """The primary and the further diagnoses, those of discharge left out. Raises NotEvaluable."""
    further = [row for row in c.rows("diagnoses") if row.get("diag_role") != FROM_DISCHARGE]
    named = [row.get("diag_code") for row in further if row.get("diag_code")]
    return frozenset([c.primary_diagnosis, *named])


def among(*wanted: Code) -> Source:
    """Whether one of the codes is among the diagnoses; not known without a primary diagnosis."""
    return Source(PRIMARY, lambda c: not codes(c).isdisjoint(wanted))


def resp_group(c: Any) -> str | None:
    """Group of the primary diagnosis in the diagnosis list; None for one the list gives no group."""
    code = c.primary_diagnosis
    return DIAGNOSIS[code].facts["resp_group"] or None if code in DIAGNOSIS else None


def resp_diagnosis_group(c: Any) -> str | None:
    return RESP_GROUPS.get(resp_group(c) or "")


def pulmonary_diagnosis(c: Any) -> str | None:
    """Group of P-PREP. ARDS of a cause outside the lung may or may not be septic: then not known."""
    if c.primary_diagnosis in ("R13", "R14") and not codes(c).isdisjoint(SEPSIS):
        return "sepsis_ards"
    named = {"R15": "asthma", "R12": "aspiration", "R04": "rsv", "R10": "pertussis", "R13": None}
    return named.get(c.primary_diagnosis, "other")
