"""Oxygenation and mechanics before ECLS."""

from registry.scoring.adapter import Adapter
from registry.scoring.needs import VENTILATED
from registry.scoring.sources import derived, field, oxygen_fraction

PF_RATIO = Adapter("pf_ratio", {"pao2_mmhg": field("pre_pao2"), "fio2": oxygen_fraction()}, unit="mmHg")
OXYGENATION_INDEX = Adapter(
    "oxygenation_index",
    {
        "mean_airway_pressure": field("pre_map_airway"),
        "fio2": oxygen_fraction(),
        "pao2_mmhg": field("pre_pao2"),
    },
    needs=(VENTILATED,),
    digits=1,
)
OSI = Adapter(
    "osi",
    {
        "mean_airway_pressure": field("pre_map_airway"),
        "fio2": oxygen_fraction(),
        "spo2": field("pre_spo2"),
    },
    needs=(VENTILATED,),
    digits=1,
)
DRIVING_PRESSURE = Adapter(
    "driving_pressure",
    {"plateau_cmh2o": field("pre_plateau"), "peep_cmh2o": field("pre_peep")},
    needs=(VENTILATED,),
    unit="cmH2O",
)
COMPLIANCE_RS = Adapter(
    "compliance_rs",
    {
        "vt_ml": field("pre_tidal_volume"),
        "driving_pressure": derived("driving_pressure", "pre_plateau", "pre_peep"),
    },
    needs=(VENTILATED,),
    unit="mL/cmH2O",
)
