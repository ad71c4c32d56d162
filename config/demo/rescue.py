"""What was tried before ECLS: drugs, adjuncts, earlier operations, scores (form 2)."""

from config.demo.gaps import Row
from config.demo.illness import CARDIAC, ECPR, PULMONARY
from config.demo.scene import Scene

POST_CARDIOTOMY = frozenset({"C14", "C15", "C16", "C17", "C18"})
INFARCTIONS = frozenset({"C01", "C02", "C03", "C04"})
_PROCEDURE = {"C14": 1, "C15": 2, "C16": 3, "C17": 4, "C18": 5, "C28": 7, "C29": 8, "R20": 10}
_DRUGS = {
    PULMONARY: {"DOB": 0.05, "DOP": 0.08, "EPI": 0.06, "NOR": 0.46, "VAS": 0.07, "MIL": 0.03},
    CARDIAC: {"DOB": 0.35, "DOP": 0.3, "EPI": 0.5, "NOR": 0.72, "VAS": 0.16, "MIL": 0.14, "LEV": 0.06},
    ECPR: {"DOP": 0.2, "EPI": 0.92, "NOR": 0.6, "VAS": 0.12},
}
_CHILD_DRUGS = {"DOB": 0.12, "DOP": 0.42, "EPI": 0.5, "NOR": 0.25, "VAS": 0.06, "MIL": 0.42}
# Field, median rate, sigma, lowest, highest, decimal places.
_DOSES = {
    "DOB": ("dose_dobutamine", 6, 0.4, 1, 20, 2),
    "DOP": ("dose_dopamine", 8, 0.4, 2, 20, 2),
    "EPI": ("dose_epinephrine", 0.14, 0.8, 0.01, 1.5, 3),
    "NOR": ("dose_norepinephrine", 0.36, 0.8, 0.02, 2.4, 3),
    "MIL": ("dose_milrinone", 0.45, 0.3, 0.15, 1, 3),
    "VAS": ("dose_vasopressin", 0.0006, 0.4, 0.00015, 0.0022, 5),
}
_ADJUNCTS = {
    PULMONARY: {"PRONE": 0.5, "INO": 0.07, "NMB": 0.6, "STER": 0.48, "BICA": 0.18, "RM": 0.3},
    CARDIAC: {"INO": 0.03, "NMB": 0.2, "STER": 0.18, "BICA": 0.3, "PACE": 0.1},
    ECPR: {"NMB": 0.15, "BICA": 0.62, "PACE": 0.06},
}
_NEWBORN_LUNGS = {"INO": 0.78, "SURF": 0.5, "NMB": 0.45, "BICA": 0.25, "SILD": 0.15}
_SCORES = {
    PULMONARY: (11, 21),
    CARDIAC: (12, 23),
    ECPR: (14, 29),
}  # SOFA, APACHE II


def rescue_row(scene: Scene, row: Row) -> Row:
    """``row`` holds what form 2 says of lungs, gases and laboratory."""
    found = _drugs(scene) | _arrest(scene) | _operations(scene) | _support(scene, row)
    found |= _adjuncts(scene, found)
    found |= _judgements(scene)
    return found | (_adult_scores(scene) if scene.is_adult else _child_scores(scene))


def _drugs(scene: Scene) -> Row:
    chance, kind = scene.chance, scene.illness.support_type
    shares = _DRUGS[kind] if scene.is_adult or kind == ECPR else _CHILD_DRUGS
    taken = chance.some(shares)
    row: Row = {"pre_vasoactive_drugs": taken or ["NONE"]}
    for code in taken:
        if code in _DOSES:
            name, median, sigma, low, high, places = _DOSES[code]
            row[name] = chance.amount(median, sigma, low, high, places)
    return row


def _arrest(scene: Scene) -> Row:
    chance = scene.chance
    if scene.is_ecpr:
        return {"pre_arrest": 1}
    arrested = chance.yes(0.06 if scene.is_pulmonary else 0.2)
    return {
        "pre_arrest": int(arrested),
        "pre_arrest_minutes": chance.amount(11, 0.8, 1, 70) if arrested else None,
    }


def _operations(scene: Scene) -> Row:
    """Heart surgery and infarction; the diagnosis says most of it."""
    chance, code = scene.chance, scene.illness.diagnosis
    inborn = code.startswith("H")
    operated = code in POST_CARDIOTOMY or (inborn and chance.yes(0.75))
    procedure = _PROCEDURE.get(code) or (4 if inborn and operated else None)
    row: Row = {"pre_cardiac_procedures": [procedure] if procedure else None}
    if scene.is_pulmonary:
        return row
    row["postcardiotomy"] = int(operated)
    if operated:
        bypass = int(chance.figure(165, 55, 40, 420))
        row |= {
            "bypass_minutes": bypass,
            "crossclamp_minutes": round(bypass * chance.between(0.4, 0.75)),
        }
    return row | (_infarction(scene) if scene.is_adult else {})


def _infarction(scene: Scene) -> Row:
    chance, code = scene.chance, scene.illness.diagnosis
    had = code in INFARCTIONS or (code == "A01" and chance.yes(0.5)) or (code == "C14" and chance.yes(0.3))
    kind = {"C01": 1, "C02": 2}.get(code) or chance.choice((1, 1, 2, 9))
    return {"pre_mi": int(had), "pre_mi_type": kind if had else None}


def _support(scene: Scene, row: Row) -> Row:
    """Machines before ECLS: for the heart and for the kidneys."""
    chance = scene.chance
    failing = (row.get("pre_creatinine") or 0) > (180 if scene.is_adult else 110)
    cleared = chance.yes(0.3 if failing else 0.03)
    return {
        "pre_mcs": [_machine(scene)],
        "pre_rrt": (3 if scene.group == "N" else 1) if cleared else 0,
        "pre_aki_stage": 3 if cleared else chance.choice((1, 2, 2, 3) if failing else (0, 0, 0, 1)),
    }


def _machine(scene: Scene) -> int:
    chance, code = scene.chance, scene.illness.diagnosis
    if code in POST_CARDIOTOMY and chance.yes(0.4):
        return 8
    if scene.is_adult and code in INFARCTIONS and chance.yes(0.3):
        return 1
    return 1 if scene.is_adult and not scene.is_pulmonary and chance.yes(0.05) else 0


def _adjuncts(scene: Scene, found: Row) -> Row:
    chance, kind = scene.chance, scene.illness.support_type
    newborn_lungs = scene.group == "N" and kind == PULMONARY
    shares = dict(_NEWBORN_LUNGS if newborn_lungs else _ADJUNCTS[kind])
    if not scene.was_intubated:
        shares = {code: share for code, share in shares.items() if code in ("STER", "BICA", "INO")}
    given = chance.some(shares)
    given += ["CRRT"] if found["pre_rrt"] == 1 else []
    given += ["LYSIS"] if scene.illness.diagnosis == "C12" and chance.yes(0.35) else []
    return {
        "pre_adjuncts": given or ["NONE"],
        "pre_prone_hours": chance.amount(17, 0.45, 4, 60) if "PRONE" in given else None,
    }


def _judgements(scene: Scene) -> Row:
    chance = scene.chance
    row: Row = {"pre_gcs": _coma_scale(scene) if chance.yes(0.5) else None}
    if scene.is_adult and scene.is_pulmonary:
        row["nonpulmonary_infection"] = 9 if chance.yes(0.03) else int(chance.yes(0.14))
    if scene.is_adult and scene.illness.support_type == CARDIAC:
        late = chance.gauss(0, 1) + 0.5 * scene.illness.severity
        row["pre_scai"] = "E" if late > 1.1 else "D" if late > -0.6 else "C"
    if scene.is_pulmonary and scene.is_adult and chance.yes(0.7):
        row["murray_score"] = round(4 * chance.normal(3.2, 0.35, 2, 4)) / 4
    return row


def _coma_scale(scene: Scene) -> int:
    if scene.is_ecpr:
        return 3
    return scene.chance.choice((15, 15, 14, 13, 11, 9, 7, 3))


def _adult_scores(scene: Scene) -> Row:
    chance = scene.chance
    sofa, apache = _SCORES[scene.illness.support_type]
    push = 1.2 * scene.illness.severity
    return {
        "pre_sofa": chance.figure(sofa + push, 2.5, 2, 22) if chance.yes(0.6) else None,
        "pre_apache2": chance.figure(apache + 2 * push, 5, 8, 48) if chance.yes(0.5) else None,
    }


def _child_scores(scene: Scene) -> Row:
    if scene.group == "N" or not scene.chance.yes(0.4):
        return {}
    return {"pre_pelod2": scene.chance.figure(11 + scene.illness.severity, 4, 1, 27)}
