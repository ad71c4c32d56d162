"""The patient in the hours before flow (form 2): lungs, gases, circulation, laboratory."""

from datetime import timedelta

from config.demo import gases, rescue
from config.demo.chance import Weighted, whole_hours
from config.demo.gaps import Row
from config.demo.illness import CARDIAC, ECPR, PULMONARY
from config.demo.scene import Figure, Scene, figures

INVASIVE, MASK, HIGH_FLOW, OXYGEN, BAG, NOTHING = 1, 2, 3, 4, 5, 6
OSCILLATION = 2
_STATUS = {
    PULMONARY: Weighted({INVASIVE: 89, MASK: 4, HIGH_FLOW: 7}),
    CARDIAC: Weighted({INVASIVE: 79, MASK: 4, HIGH_FLOW: 7, OXYGEN: 9, NOTHING: 1}),
    ECPR: Weighted({INVASIVE: 82, BAG: 18}),
}
_AWAKE = Weighted({HIGH_FLOW: 50, OXYGEN: 40, MASK: 10})
_OSCILLATED = {"N": 0.42, "P": 0.12, "A": 0.0}  # of lungs that fail
_FIO2 = {MASK: (75, 15), HIGH_FLOW: (80, 15), OXYGEN: (48, 6)}
# Set pressures and rate by age group: PEEP, drive above it, mean airway pressure, rate.
_SETTINGS = {
    "N": (6, 20, 13, 42),
    "P": (9, 20, 17, 28),
    "A": (11, 19, 18, 20),
}
_LACTATE = {PULMONARY: (2.3, 0.6), CARDIAC: (6.8, 0.5), ECPR: (11, 0.38)}  # median in mmol/L, sigma
_PAO2 = {PULMONARY: (62, 14, 110), CARDIAC: (108, 45, 320), ECPR: (82, 45, 320)}  # mean, deviation, most
_PACO2 = {PULMONARY: (57, 17), CARDIAC: (38, 8), ECPR: (54, 16)}
_RETAINERS = frozenset({"R15", "R16", "R24", "N03"})
# Mean pressure when lungs fail and when the heart fails, and the pulse pressure of each.
_PRESSURE = {"N": (41, 33, 20, 14), "P": (60, 46, 34, 21), "A": (73, 55, 46, 27)}
_HEART_RATE = {"N": (155, 18), "P": (140, 22), "A": (112, 21)}

_LABORATORY: tuple[Figure, ...] = (
    ("pre_wbc", 0.9, 13.5, 6, 0.4, 38, 1),
    ("pre_urea", 0.75, 11, 5, 2, 36, 1),
    ("pre_albumin", 0.7, 30, 6, 15, 48, 1),
    ("pre_glucose", 0.75, 10.5, 4, 2.5, 24, 1),
    ("pre_potassium", 0.9, 4.3, 0.8, 2.6, 7.5, 1),
    ("pre_sodium", 0.9, 140, 6, 118, 162, 0),
    ("pre_inr", 0.7, 1.5, 0.45, 0.9, 4.5, 1),
    ("pre_aptt", 0.6, 44, 15, 24, 130, 1),
    ("pre_fibrinogen", 0.55, 3.4, 1.5, 0.7, 8, 1),
    ("pre_cvp", 0.45, 13, 4, 2, 28, 0),
    ("pre_temp", 0.85, 36.8, 0.9, 32.5, 40, 1),
)
_HEMOGLOBIN = {"N": (150, 22, 75, 210), "P": (112, 20, 52, 175), "A": (114, 23, 45, 180)}
_CREATININE = {"N": (62, 0.4, 20, 220), "P": (52, 0.55, 16, 420), "A": (122, 0.58, 41, 950)}


def pre_ecls_row(scene: Scene) -> Row:
    """Form 2 without its last section, then that section."""
    row = _lungs(scene)
    row |= _gas(scene, row)
    row |= _circulation(scene, row)
    row |= _laboratory(scene)
    return row | rescue.rescue_row(scene, row)


def _lungs(scene: Scene) -> Row:
    chance = scene.chance
    statuses = _STATUS[scene.illness.support_type] if scene.was_intubated else _AWAKE
    status = statuses.draw(chance)
    early = 0.1 if scene.is_ecpr else 9 if chance.yes(0.03) else 1.5  # hours; a few look too early
    row: Row = {
        "assessed_at": scene.start - timedelta(minutes=round(60 * chance.between(0.05, early))),
        "pre_vent_status": status,
    }
    if status in _FIO2:
        mean, deviation = _FIO2[status]
        return row | {
            "pre_fio2": 5 * round(chance.normal(mean, deviation, 40, 100) / 5),
            "pre_vent_mode": 7 if status == MASK else None,
        }
    if status == NOTHING:
        return row | {"pre_fio2": 21}
    row |= {"pre_fio2": _oxygen(scene), "pre_airway": _airway(scene, status)}
    return row | _ventilator(scene) if status == INVASIVE else row


def _oxygen(scene: Scene) -> int:
    """Inspired oxygen in percent; all of it when nothing less keeps the patient alive."""
    full = {PULMONARY: 0.72, CARDIAC: 0.3, ECPR: 0.95}[scene.illness.support_type]
    return 100 if scene.chance.yes(full) else 5 * round(scene.chance.normal(75, 14, 40, 95) / 5)


def _airway(scene: Scene, status: int) -> int:
    if status == BAG:
        return 1 if scene.chance.yes(0.4) else 3
    return 2 if scene.is_adult and scene.chance.yes(0.03) else 1


def _ventilator(scene: Scene) -> Row:
    chance = scene.chance
    before = 0.3 if scene.is_ecpr else chance.skewed(44 if scene.is_pulmonary else 9, 1.0, 0.5, 500)
    at = max(scene.start - whole_hours(before), scene.person.birth)
    row: Row = {"intubated_at": min(at, scene.start)}
    if scene.is_pulmonary and chance.yes(_OSCILLATED[scene.group]):
        return row | _oscillator(scene)
    return row | {"pre_vent_type": 1} | _pressures(scene)


def _oscillator(scene: Scene) -> Row:
    chance = scene.chance
    return {
        "pre_vent_type": OSCILLATION,
        "pre_map_airway": chance.figure(17 if scene.group == "N" else 22, 3, 9, 29, 1),
        "hfo_frequency": chance.figure(10 if scene.group == "N" else 8, 1.5, 5, 14, 1),
        "hfo_amplitude": chance.figure(42, 9, 20, 70),
    }


def _pressures(scene: Scene) -> Row:
    """Pressures in order: PEEP, plateau, peak. A heart that fails leaves softer lungs."""
    chance, ease = scene.chance, 1.0 if scene.is_pulmonary else 0.62
    peep_mean, drive, middle, rate = _SETTINGS[scene.group]
    peep = int(chance.figure(peep_mean * (0.5 + 0.5 * ease), 2.4, 3, 22))
    peak = peep + int(chance.figure(drive * ease, 4, 6, 34))
    row: Row = {
        "pre_vent_mode": chance.choice((1, 2, 2, 3, 4)) if chance.yes(0.85) else None,
        "pre_peep": peep,
        "pre_pip": peak,
        "pre_map_airway": chance.figure(max(middle * ease, peep + 2), 2.5, 6, 36, 1),
        "pre_resp_rate": chance.figure(rate, rate * 0.18, rate * 0.45, rate * 1.7),
    }
    return row | (_mechanics(scene, peep, peak) if chance.yes(0.6) else {})


def _mechanics(scene: Scene, peep: int, peak: int) -> Row:
    """Plateau, and the tidal volume and compliance that go with it."""
    chance = scene.chance
    plateau = max(peep + 5, peak - chance.randrange(1, 6))
    volume = round(min(scene.weight, 75) * chance.normal(5.8, 1.2, 3, 9))
    return {
        "pre_plateau": plateau,
        "pre_tidal_volume": volume,
        "pre_compliance": round(volume / (plateau - peep)) if chance.yes(0.8) else None,
    }


def _gas(scene: Scene, row: Row) -> Row:
    chance, kind = scene.chance, scene.illness.support_type
    worse = 1.0 if scene.is_alive else 1.3
    median, sigma = _LACTATE[kind]
    lactate = chance.amount(median * worse * _weight_of_illness(scene), sigma, 0.6, 20, 1)
    paco2 = _paco2(scene)
    mean, deviation, most = _PAO2[kind]
    pao2 = chance.figure(mean * (0.72 if scene.group == "N" else 1), deviation, 24, most, 1)
    bicarbonate = chance.figure(25.5 - 0.75 * lactate + 0.05 * (paco2 - 40), 2.6, 6, 42, 1)
    acidity = round(gases.ph(paco2, bicarbonate), 2)
    return {
        "pre_lactate": lactate,
        "pre_paco2": paco2,
        "pre_pao2": pao2,
        "pre_hco3": bicarbonate,
        "pre_ph": acidity,
        "pre_sao2": round(gases.saturation(pao2), 1),
        "pre_base_excess": gases.base_excess(bicarbonate, acidity) if chance.yes(0.85) else None,
        "pre_svo2": chance.figure(52, 11, 24, 85, 1) if chance.yes(0.25) else None,
    }


def _weight_of_illness(scene: Scene) -> float:
    return float(min(max(1 + 0.2 * scene.illness.severity, 0.5), 1.7))


def _paco2(scene: Scene) -> float:
    mean, deviation = _PACO2[scene.illness.support_type]
    if scene.illness.diagnosis in _RETAINERS:
        mean, deviation = 82, 18
    return scene.chance.figure(mean, deviation, 18, 126, 1)


def _circulation(scene: Scene, row: Row) -> Row:
    """Heart and pressures. In an arrest there are none to speak of."""
    chance = scene.chance
    spo2 = min(100, round(row["pre_sao2"] + chance.gauss(0, 2)))
    found: Row = {"pre_spo2": max(spo2, 30) if chance.yes(0.85) else None}
    if scene.is_ecpr:
        return found
    if scene.illness.support_type == CARDIAC:
        found["pre_lvef"] = chance.figure(23, 9, 5, 62)
        found["pre_cardiac_index"] = chance.figure(1.7, 0.4, 0.8, 3.4, 1) if chance.yes(0.12) else None
    mean, deviation = _HEART_RATE[scene.group]
    found["pre_heart_rate"] = chance.figure(mean, deviation, mean * 0.3, mean * 1.55)
    found["pre_urine_ml_kg_h"] = chance.amount(0.6, 0.8, 0, 5, 1) if chance.yes(0.6) else None
    return found | pressures(scene)


def pressures(scene: Scene) -> Row:
    """Systolic, mean and diastolic pressure of one reading."""
    chance = scene.chance
    lungs, heart, wide, narrow = _PRESSURE[scene.group]
    mean = lungs if scene.is_pulmonary else heart
    middle = chance.normal(mean - 2 * scene.illness.severity, mean * 0.16, mean * 0.5, mean * 1.6)
    pulse = chance.normal(wide if scene.is_pulmonary else narrow, 6, 5, 70)
    return {
        "pre_map": round(middle),
        "pre_sbp": round(middle + 2 * pulse / 3),
        "pre_dbp": max(5, round(middle - pulse / 3)),
    }


def _laboratory(scene: Scene) -> Row:
    chance, group = scene.chance, scene.group
    failing = not scene.is_pulmonary
    row = figures(chance, _LABORATORY)
    row |= {
        "pre_hb": chance.figure(*_HEMOGLOBIN[group]),
        "pre_platelets": chance.amount(168, 0.5, 14, 560),
        "pre_creatinine": chance.amount(*_CREATININE[group]),
        "pre_bilirubin": chance.amount(17, 0.75, 4, 240, 1) if chance.yes(0.8) else None,
        "pre_ast": chance.amount(140 if failing else 55, 1.2, 10, 9000) if chance.yes(0.75) else None,
        "pre_alt": chance.amount(85 if failing else 38, 1.2, 5, 6000) if chance.yes(0.75) else None,
        "pre_ddimer": chance.amount(4, 1.0, 0.1, 60, 2) if chance.yes(0.5) else None,
        "pre_crp": chance.amount(45 if failing else 95, 0.9, 0.5, 400, 1) if chance.yes(0.7) else None,
        "pre_pct": chance.amount(2.2, 1.4, 0.02, 100, 2) if chance.yes(0.65) else None,
    }
    if failing:
        row["pre_ntprobnp"] = chance.amount(4800, 1.2, 60, 35000) if chance.yes(0.6) else None
        row["pre_troponin_ratio"] = chance.amount(90, 1.6, 0.3, 9000, 1) if chance.yes(0.7) else None
    return row
