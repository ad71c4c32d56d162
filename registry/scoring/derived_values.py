"""Derived variables that are scores, or that scores are made of: computed from the state before ECLS.

Fed by these fields of the forms (everything else they need is derived itself):

- ``pf_ratio``, ``oxygenation_index``, ``sf_ratio``: pre_pao2, pre_fio2, pre_map_airway, pre_spo2
- ``driving_pressure``, ``compliance_rs``: pre_plateau, pre_peep, pre_tidal_volume
- ``pulse_pressure_pre``: pre_sbp, pre_dbp
- ``pre_ecls_vent_hours``: intubated_at, run_start_at
- ``vis_pre``: pre_vasoactive_drugs and the dose of each drug in it
- ``resp_score``, ``save_score``: the fields named in ``respiratory.RESP`` and ``circulatory.SAVE``
"""

from typing import Any

from crf.rules import NotEvaluable
from registry.derived import derived, hours
from registry.scores.numbers import exact
from registry.scoring.needs import CARDIAC
from registry.scoring.run_scores import score

HIGHEST_SPO2 = 97


@derived
def pf_ratio(c: Any) -> float | None:
    """PaO2 over the inspired oxygen fraction, mmHg."""
    return score("pf_ratio", c).total


@derived
def oxygenation_index(c: Any) -> float | None:
    """Mean airway pressure times inspired oxygen in percent, over PaO2; of ventilated patients."""
    return score("oxygenation_index", c).total


@derived
def sf_ratio(c: Any) -> float:
    """SpO2 over the inspired oxygen fraction; nothing above a saturation of 97 %."""
    if c.pre_spo2 > HIGHEST_SPO2:
        raise NotEvaluable("pre_spo2")
    return float(exact(c.pre_spo2) * 100 / exact(c.pre_fio2))


@derived
def driving_pressure(c: Any) -> float | None:
    """Plateau pressure minus PEEP, cmH2O."""
    return score("driving_pressure", c).total


@derived
def compliance_rs(c: Any) -> float | None:
    """Tidal volume over driving pressure, mL/cmH2O."""
    return score("compliance_rs", c).total


@derived
def pulse_pressure_pre(c: Any) -> int:
    """Systolic minus diastolic pressure, mmHg."""
    return c.pre_sbp - c.pre_dbp


@derived
def pre_ecls_vent_hours(c: Any) -> float:
    """Hours from intubation to flow."""
    return hours(c.run_start_at, c.intubated_at)


@derived
def vis_pre(c: Any) -> float | None:
    """Vasoactive-inotropic score; nothing while the dose of a chosen drug is missing."""
    return score("vis", c).total


@derived
def resp_score(c: Any) -> float | None:
    """RESP score of adults on VV in their first run; nothing while an item is missing."""
    return score("resp", c).total


@derived
def save_score(c: Any) -> float | None:
    """SAVE score of adults on VA for a cardiac reason, ECPR left out; nothing while an item is missing."""
    return score("save", c).total if c.support_type == CARDIAC else None
