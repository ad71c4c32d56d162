"""Clinical scores as pure functions: one file each, named by its id, all in the book ``SCORES``.

A function takes the inputs of its table by name, each possibly None for "not known", and gives a
``ScoreResult``. Nothing is assumed normal: what is missing widens the bounds of the total.
"""

from registry.scores import (  # each writes itself into the book
    compliance_rs,
    driving_pressure,
    encourage,
    entered,
    hope,
    inotropic_score,
    kdigo_aki,
    miracle2,
    murray_lis,
    osi,
    oxygenation_index,
    p_prep,
    pediatric_ecpr,
    pf_ratio,
    preserve,
    preset,
    resp,
    save,
    scai_stage,
    sofa,
    ttm_risk,
    vis,
)
from registry.scores.book import SCORES

__all__ = [
    "SCORES",
    "compliance_rs",
    "driving_pressure",
    "encourage",
    "entered",
    "hope",
    "inotropic_score",
    "kdigo_aki",
    "miracle2",
    "murray_lis",
    "osi",
    "oxygenation_index",
    "p_prep",
    "pediatric_ecpr",
    "pf_ratio",
    "preserve",
    "preset",
    "resp",
    "save",
    "scai_stage",
    "sofa",
    "ttm_risk",
    "vis",
]
