"""Oxygenation and mechanics: definitions; bands of PALICC 2015."""

import pytest

from registry.scores.compliance_rs import compliance_rs
from registry.scores.driving_pressure import driving_pressure
from registry.scores.osi import osi
from registry.scores.oxygenation_index import oxygenation_index
from registry.scores.pf_ratio import pf_ratio
from tests.scores.worked import total_of


@pytest.mark.parametrize(
    ("pressure", "fio2", "pao2", "index", "severity", "ratio"),
    [
        (20, 1.0, 50, 40.0, "severe", 50),
        (14, 0.5, 70, 10.0, "moderate", 140),
        (10, 0.4, 80, 5.0, "mild", 200),
        (9, 0.3, 90, 3.0, "none", 300),
        (22, 0.8, 60.005, 29.33, "severe", 75.01),
    ],
)
def test_worked_examples(
    pressure: float, fio2: float, pao2: float, index: float, severity: str, ratio: float
) -> None:
    found = oxygenation_index(mean_airway_pressure=pressure, fio2=fio2, pao2_mmhg=pao2)

    assert (round(total_of(found), 2), found.risk_class) == (index, severity)
    assert pf_ratio(pao2_mmhg=pao2, fio2=fio2).total == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("plateau", "peep", "volume", "pressure", "compliance"),
    [(30, 10, 400, 20, 20.0), (26, 12, 350, 14, 25.0)],
)
def test_worked_examples_of_mechanics(
    plateau: int, peep: int, volume: int, pressure: int, compliance: float
) -> None:
    driving = driving_pressure(plateau_cmh2o=plateau, peep_cmh2o=peep).total

    assert driving == pressure
    assert compliance_rs(vt_ml=volume, driving_pressure=driving).total == compliance


@pytest.mark.parametrize(("percent", "pao2"), [(57, 57), (21, 21), (29, 29), (58, 58)])
def test_the_ratio_meets_its_cut_offs_exactly(percent: int, pao2: int) -> None:
    assert pf_ratio(pao2_mmhg=pao2, fio2=percent / 100).total == 100


@pytest.mark.parametrize(
    ("index", "severity"),
    [(3.99, "none"), (4, "mild"), (7.99, "mild"), (8, "moderate"), (15.9, "moderate"), (16, "severe")],
)
def test_bands_of_the_oxygenation_index(index: float, severity: str) -> None:
    assert oxygenation_index(mean_airway_pressure=index, fio2=1, pao2_mmhg=100).risk_class == severity


@pytest.mark.parametrize(
    ("pressure", "severity"),
    [(3.9, "none"), (4, "mild"), (5.996, "mild"), (6, "moderate"), (9.83, "moderate"), (9.84, "severe")],
)
def test_bands_of_the_saturation_index(pressure: float, severity: str) -> None:
    """At 80 % and pure oxygen the index is pressure times 1.25: cut-offs 5, 7.5 and 12.3."""
    assert osi(mean_airway_pressure=pressure, fio2=1, spo2=80).risk_class == severity


def test_the_saturation_index_ends_at_97_percent() -> None:
    assert osi(mean_airway_pressure=10, fio2=1, spo2=97).total == pytest.approx(10.31, abs=0.005)
    for spo2 in (98, 0):
        assert (found := osi(mean_airway_pressure=10, fio2=1, spo2=spo2)).total is None
        assert found.flags == ("spo2_out_of_range",)


@pytest.mark.parametrize("fio2", [60, 1.01, 0.2])
def test_a_percentage_is_no_fraction(fio2: float) -> None:
    with pytest.raises(ValueError, match="fio2"):
        pf_ratio(pao2_mmhg=80, fio2=fio2)


def test_compliance_needs_a_driving_pressure_above_zero() -> None:
    assert compliance_rs(vt_ml=400, driving_pressure=0).total is None


def test_a_missing_input_is_named() -> None:
    assert pf_ratio(pao2_mmhg=None, fio2=0.6).missing_items == ("pao2_mmhg",)
    assert oxygenation_index(mean_airway_pressure=None, fio2=0.5, pao2_mmhg=80).total is None
