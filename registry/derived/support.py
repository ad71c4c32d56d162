"""What the daily rows of a run say beside what was typed in them."""

from typing import Any

from crf.rules import NotEvaluable
from registry.derived.book import derived, describe

AT_24_HOURS = "H24"

describe(
    "flow_index",
    ("Pump flow per body weight or surface", "流量指数"),
    (
        "mL/kg/min of body weight in neonates and children, L/min/m2 of body surface in adults",
        "新生儿与儿童按体重计（mL/kg/min），成人按体表面积计（L/min/m2）",
    ),
    "pump_flow * 1000 / weight_kg for N and P; pump_flow / bsa for A",
    of="pump_flow weight_kg height_cm age_group",
    unit="mL/kg/min; A: L/min/m2",
)
describe(
    "transmembrane_pressure",
    ("Pressure drop over membrane lung", "跨膜压"),
    ("Pressure before the membrane lung minus pressure behind it", "膜前压减膜后压"),
    "pre_membrane_pressure - post_membrane_pressure",
    of="pre_membrane_pressure post_membrane_pressure",
    unit="mmHg",
)
describe(
    "lactate_clearance_24h",
    ("Lactate clearance at 24 h", "24 小时乳酸清除率"),
    (
        "Fall from the value before ECLS to the 24 h row, as a share of the first; negative when it rose",
        "自 ECLS 前至 24 h 的下降占 ECLS 前值的百分比；升高为负",
    ),
    "(pre_lactate - on_lactate at H24) / pre_lactate * 100",
    of="on_lactate pre_lactate",
    unit="%",
)
describe(
    "paco2_change_24h",
    ("Relative PaCO2 fall in 24 h", "24 小时 PaCO2 下降幅度"),
    (
        "Fall from the value before ECLS to the 24 h row, as a share of the first; over 50 % warns of harm to the brain",
        "自 ECLS 前至 24 h 的下降占 ECLS 前值的百分比；超过 50% 提示神经系统风险",
    ),
    "(pre_paco2 - on_paco2 at H24) / pre_paco2 * 100",
    of="on_paco2 pre_paco2",
    unit="%",
)


@derived
def flow_index(c: Any) -> float:
    if c.age_group == "A":
        return float(c.pump_flow) / c.bsa
    return float(c.pump_flow) * 1000 / float(c.weight_kg)


@derived
def transmembrane_pressure(c: Any) -> float:
    return c.pre_membrane_pressure - c.post_membrane_pressure


@derived
def lactate_clearance_24h(c: Any) -> float:
    return _fall(c.pre_lactate, _at_24_hours(c).on_lactate)


@derived
def paco2_change_24h(c: Any) -> float:
    return _fall(c.pre_paco2, _at_24_hours(c).on_paco2)


def _at_24_hours(c: Any) -> Any:
    rows = [row for row in c.rows("support_records") if row.get("timepoint") == AT_24_HOURS]
    if not rows:
        raise NotEvaluable("H24")
    return rows[0]


def _fall(first: Any, then: Any) -> float:
    """In percent of the first; not defined from 0."""
    if not first:
        raise NotEvaluable("first value")
    return float((first - then) / first * 100)
