"""What repeats within a run: cannulas, stretches of one mode, further diagnoses."""

from datetime import timedelta
from typing import Any

from config.demo.chance import Chance, Weighted
from config.demo.fates import Stretch
from config.demo.illness import CARDIAC, PULMONARY, Illness
from crf.codelists.diagnoses import DIAGNOSIS

DRAINAGE, RETURN, DUAL = 1, 2, 3
_REMOVAL = Weighted({1: 45, 2: 35, 3: 15, 4: 5})
_SIZES = {  # drainage and return, in French
    "A": ((21, 21, 23, 23, 25), (15, 15, 17, 17, 19)),
    "N": ((8, 10, 12), (8, 8, 10)),
}
ADDED_RETURN = {"VA": "VAV", "VV": "VAV"}
MODE_CHANGED = 0.035


def mode_rows(chance: Chance, illness: Illness, run: Stretch) -> list[dict[str, Any]]:
    """Two segments where the mode was changed; none in most runs."""
    later = ADDED_RETURN.get(illness.mode)
    if run.stop is None or later is None or not chance.yes(MODE_CHANGED):
        return []
    hours = (run.stop - run.start) / timedelta(hours=1)
    if hours < 6:
        return []
    at = chance.moment(run.start + timedelta(hours=1), run.stop - timedelta(hours=1))
    return [
        {"segment_mode": illness.mode, "segment_start_at": run.start, "segment_stop_at": at},
        {
            "segment_mode": later,
            "segment_start_at": at,
            "segment_stop_at": run.stop,
            "segment_reason": chance.choice((1, 2, 2)) if illness.mode == "VA" else 3,
        },
    ]


def cannula_rows(
    chance: Chance, group: str, illness: Illness, run: Stretch, segments: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The cannulas of the initial mode, and one more where the mode was changed."""
    drain, back = _sizes(group, illness.age_years)
    rows = (
        _central(chance, drain, back)
        if _is_central(chance, illness)
        else _peripheral(chance, group, illness, drain, back)
    )
    for row in rows:
        row["cannula_in_at"] = run.start - timedelta(minutes=chance.randrange(3, 12))
    if segments:
        added = "IJV" if illness.mode == "VA" else "CFA"
        row = _cannula(chance, RETURN, added, "R", chance.choice(back))
        rows.append(row | _perfusion(chance, row, 0.8) | {"cannula_in_at": segments[1]["segment_start_at"]})
    for row in rows:
        row["cannula_removal"] = _removal(chance, run)
    return rows


def _removal(chance: Chance, run: Stretch) -> int | None:
    if run.stop is None or run.reason == 12 or chance.yes(0.3):
        return None
    return 5 if run.reason == 2 else _REMOVAL.draw(chance)


def _sizes(group: str, years: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if group in _SIZES:
        return _SIZES[group]
    low = 10 + min(years, 12) // 2 * 2
    return (low, low + 2), (low - 2, low)


def _is_central(chance: Chance, illness: Illness) -> bool:
    """After heart surgery the open chest is used."""
    surgical = illness.diagnosis in ("C14", "C15", "C16", "C17", "C18") or illness.diagnosis.startswith("H")
    return illness.mode == "VA" and illness.support_type == CARDIAC and surgical and chance.yes(0.6)


def _central(chance: Chance, drain: tuple[int, ...], back: tuple[int, ...]) -> list[dict[str, Any]]:
    rows = [
        _cannula(chance, DRAINAGE, "RA", "M", chance.choice(drain)),
        _cannula(chance, RETURN, "AAO", "M", chance.choice(back)),
    ]
    return [row | {"cannula_technique": 5, "cannula_length_cm": None} for row in rows]


def _peripheral(
    chance: Chance, group: str, illness: Illness, drain: tuple[int, ...], back: tuple[int, ...]
) -> list[dict[str, Any]]:
    small = group == "N" or illness.age_years < 3
    if illness.mode in ("VV", "VVECCO2R"):
        return _venous(chance, small, drain, back)
    vein, artery = ("IJV", "CA") if small else ("FV", "CFA")
    rows = [_cannula(chance, DRAINAGE, vein, "R", chance.choice(drain), open_up=small)]
    if illness.mode == "VVA":
        rows.append(_cannula(chance, DRAINAGE, "IJV", "R", chance.choice(drain)))
    row = _cannula(
        chance, RETURN, artery, "R" if small or chance.yes(0.6) else "L", chance.choice(back), open_up=small
    )
    rows.append(row | _perfusion(chance, row, 0.8 if group == "A" else 0.6))
    if illness.mode == "VAV":
        rows.append(_cannula(chance, RETURN, "IJV", "R", chance.choice(back)))
    if illness.mode == "VPA":
        rows.append(_cannula(chance, RETURN, "PA", "M", chance.choice(back)))
    return rows


def _venous(
    chance: Chance, small: bool, drain: tuple[int, ...], back: tuple[int, ...]
) -> list[dict[str, Any]]:
    if small or chance.yes(0.05):
        size = max(drain) if small else 31
        return [
            _cannula(chance, DUAL, "IJV", "R", size, open_up=small and chance.yes(0.5))
            | {"cannula_tip": "RA"}
        ]
    return [
        _cannula(chance, DRAINAGE, "FV", "R" if chance.yes(0.75) else "L", chance.choice(drain))
        | {"cannula_tip": "IVC"},
        _cannula(chance, RETURN, "IJV", "R", chance.choice(back)) | {"cannula_tip": "SVC"},
    ]


def _perfusion(chance: Chance, row: dict[str, Any], share: float) -> dict[str, Any]:
    if row["cannula_function"] != RETURN or row["cannula_vessel"] not in ("CFA", "SFA"):
        return {}
    placed = chance.yes(share)
    return {
        "distal_perfusion": int(placed),
        "distal_perfusion_timing": 1 + chance.yes(0.2) if placed else None,
    }


def _cannula(
    chance: Chance, function: int, vessel: str, side: str, size: int, *, open_up: bool = False
) -> dict[str, Any]:
    return {
        "cannula_function": function,
        "cannula_vessel": vessel,
        "cannula_side": side,
        "cannula_technique": 2 if open_up else Weighted({1: 84, 3: 8, 2: 8}).draw(chance),
        "cannula_size_fr": size,
        "cannula_length_cm": chance.choice((15, 38, 55)) if size > 13 and chance.yes(0.4) else None,
        "cannula_guidance": [1] if chance.yes(0.6) else None,
    }


def diagnosis_rows(chance: Chance, illness: Illness) -> list[dict[str, Any]]:
    return [
        {
            "diag_code": code,
            "diag_icd10": DIAGNOSIS[code].facts["icd10"],
            "diag_role": 2 if chance.yes(0.8) else 3,
        }
        for code in illness.further
    ]


def is_unusual(group: str, illness: Illness) -> bool:
    """Lungs of an adult supported through an artery."""
    return group == "A" and illness.support_type == PULMONARY and illness.mode in ("VA", "VVA")
