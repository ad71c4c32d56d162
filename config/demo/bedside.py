"""Gases, circulation and ventilation of a patient on ECLS at one moment."""

from config.demo import gases
from config.demo.gaps import Row
from config.demo.scene import Scene

INVASIVE, HIGH_FLOW, OXYGEN = 1, 3, 4
_MEAN_PRESSURE = {"N": 44, "P": 58, "A": 71}
_HEART_RATE = {"N": (142, 15), "P": (122, 18), "A": (88, 15)}
_RATE = {"N": (22, 6), "P": (15, 4), "A": (11, 3)}


def blood_gas(scene: Scene, least: float) -> Row:
    """Through an artery the gas is that of the membrane lung, through a vein it mixes with the patient's.

    ``least`` is the PaCO2 in mmHg that care would not yet go below.
    """
    chance = scene.chance
    paco2 = max(chance.figure(40, 5, 26, 66, 1), round(least, 1))
    acidity = chance.figure(7.41 if scene.is_alive else 7.36, 0.055, 7.12, 7.58, 2)
    pao2 = chance.amount(150, 0.5, 45, 460, 1) if scene.is_arterial else chance.figure(78, 17, 42, 190, 1)
    bicarbonate = round(gases.hco3(paco2, acidity), 1)
    return {
        "on_ph": acidity,
        "on_paco2": paco2,
        "on_pao2": pao2,
        "on_hco3": bicarbonate,
        "on_base_excess": gases.base_excess(bicarbonate, acidity) if chance.yes(0.85) else None,
        "on_sao2": round(gases.saturation(pao2), 1) if chance.yes(0.9) else None,
        "on_svo2": chance.figure(70, 6, 50, 85, 1) if chance.yes(0.25) else None,
        "on_sample_site": _site(scene) if chance.yes(0.6) else None,
    }


def _site(scene: Scene) -> int:
    if scene.group == "N":
        return scene.chance.choice((1, 4, 4))
    return scene.chance.choice((1, 1, 1, 2, 3))


def circulation(scene: Scene, gone: float) -> Row:
    """A heart that recovers makes its own pulse again and needs fewer drugs."""
    chance = scene.chance
    better = gone if scene.is_alive else 0.2 * gone
    mean = _MEAN_PRESSURE[scene.group] * (1.0 if scene.is_alive else 0.92)
    middle = chance.normal(mean, 0.11 * mean, 0.6 * mean, 1.5 * mean)
    size = {"N": 0.45, "P": 0.7, "A": 1.0}[scene.group]
    pulse = size * chance.normal(16 + 28 * better if scene.is_arterial else 46, 8, 3, 78)
    systolic, diastolic = round(middle + 2 * pulse / 3), round(middle - pulse / 3)
    rate, spread = _HEART_RATE[scene.group]
    row: Row = {
        "on_map": round(middle),
        "on_sbp": systolic,
        "on_dbp": diastolic,
        "on_pulse_pressure": systolic - diastolic if chance.yes(0.5) else None,
        "on_heart_rate": chance.figure(rate, spread, 0.5 * rate, 1.6 * rate),
        "on_cvp": chance.figure(10, 3, 1, 24) if chance.yes(0.5) else None,
    }
    return row | _drugs(scene, better) | _echo(scene, better)


def _drugs(scene: Scene, better: float) -> Row:
    chance = scene.chance
    need = (0.45 if scene.is_pulmonary else 0.75) * (1 - 0.7 * better)
    shares = {"NOR": need, "EPI": need * 0.5, "DOB": need * 0.35, "VAS": need * 0.12}
    if not scene.is_adult:
        shares |= {"DOP": need * 0.4, "MIL": need * 0.5}
    given = chance.some(shares)
    score = chance.amount(5 * len(given) * (1.3 - better), 0.5, 0.5, 110, 1) if given else 0.0
    return {
        "on_vasoactive_drugs": (given or ["NONE"]) if chance.yes(0.92) else None,
        "on_vis": score if chance.yes(0.4) else None,
    }


def _echo(scene: Scene, better: float) -> Row:
    if scene.is_pulmonary or not scene.chance.yes(0.4):
        return {}
    return {
        "on_lvef": scene.chance.figure(20 + 24 * better, 7, 5, 66),
        "on_lvot_vti": scene.chance.figure(6 + 7 * better, 2, 3, 21, 1) if scene.chance.yes(0.5) else None,
    }


def lungs(scene: Scene, gone: float, *, awake: bool) -> Row:
    """Lungs at rest; without a tube in who is awake."""
    chance = scene.chance
    if awake:
        status = HIGH_FLOW if chance.yes(0.6) else OXYGEN
        return {
            "on_vent_status": status,
            "on_fio2": 5 * chance.randrange(7, 13) if status == HIGH_FLOW else None,
        }
    peep = int(chance.figure(9 if scene.is_pulmonary else 7, 2, 5, 16))
    rate, spread = _RATE[scene.group]
    row: Row = {
        "on_vent_status": INVASIVE,
        "on_fio2": 5 * round(chance.normal(50 - 8 * gone, 9, 25, 90) / 5),
        "on_peep": peep,
        "on_pip": peep + int(chance.figure(13, 3, 5, 22)),
        "on_map_airway": chance.figure(peep + 4, 1.5, 5, 23, 1) if chance.yes(0.5) else None,
        "on_vent_rate": chance.figure(rate, spread, 4, 2 * rate) if chance.yes(0.8) else None,
    }
    return row | _volume(scene, gone)


def _volume(scene: Scene, gone: float) -> Row:
    """Small at first, as the lungs rest."""
    if not scene.chance.yes(0.55):
        return {}
    per_kg = scene.chance.normal(3.2 + 2.2 * gone, 0.9, 1.2, 7.5)
    low, high = {"N": (3, 30), "P": (10, 400), "A": (60, 500)}[scene.group]
    return {"on_tidal_volume": round(min(max(per_kg * min(scene.weight, 75), low), high))}


def rest(scene: Scene, warmth: float | None, *, awake: bool) -> Row:
    """Temperature, oximetry, sedation and movement."""
    chance = scene.chance
    brain = 0.4 if scene.is_adult else 0.8
    row: Row = {
        "on_temp": chance.figure(warmth or 36.7, 0.25 if warmth else 0.45, 32.6, 38.9, 1)
        if chance.yes(0.9)
        else None,
        "rass": chance.choice((0, 0, -1, 1) if awake else (-5, -5, -4, -4, -3, -2))
        if chance.yes(0.6)
        else None,
        "nirs_limb": chance.figure(62, 8, 36, 84) if scene.is_arterial and chance.yes(0.25) else None,
    }
    if chance.yes(brain):
        left = int(chance.figure(65, 7, 38, 84))
        row |= {"nirs_cerebral_left": left, "nirs_cerebral_right": min(84, left + chance.randrange(-4, 5))}
    if scene.is_adult and chance.yes(0.5):
        row["mobility_level"] = chance.choice((1, 1, 2, 3) if awake else (0, 0, 0, 1))
    return row
