"""Infections that began on ECLS (form 8)."""

from config.demo.chance import Chance, Weighted, whole_hours
from config.demo.gaps import Row
from config.demo.scene import Scene

NEW_AFTER_HOURS = 49
EARLY = 0.05  # of the infections are noticed on the second day
CANNULA_BLOOD, PNEUMONIA, OTHER_PNEUMONIA, URINE, CULTURE_NEGATIVE = 1, 5, 6, 7, 12
_KIND = Weighted(
    {CANNULA_BLOOD: 8, 2: 11, 3: 7, 4: 5, PNEUMONIA: 46, URINE: 7, 9: 4, 11: 2, CULTURE_NEGATIVE: 10}
)
_SPECIMEN = {1: 1, 2: 1, 3: 1, 4: 5, PNEUMONIA: 2, OTHER_PNEUMONIA: 2, URINE: 3, 9: 7, 11: 5}
_BLOOD = Weighted({1: 16, 2: 24, 3: 6, 4: 7, 8: 6, 9: 10, 10: 9, 12: 18, 6: 4})
_LUNGS = Weighted({1: 34, 2: 24, 3: 12, 6: 9, 8: 6, 4: 3, 7: 3, 13: 5, 99: 4})
_ELSEWHERE = Weighted({1: 16, 2: 18, 3: 10, 4: 16, 8: 8, 10: 12, 12: 18, 99: 2})
# Resistance that is common in the organism, and how common.
_RESISTANT = {1: (5, 0.7), 2: (4, 0.5), 3: (6, 0.3), 4: (3, 0.5), 8: (1, 0.35), 10: (2, 0.06)}


def infection_rows(scene: Scene) -> list[Row]:
    """Up to two episodes, in order of time."""
    room = scene.hours - NEW_AFTER_HOURS
    if room < 1:
        return []
    share = min(0.07 + 0.0009 * room, 0.45)
    number = sum(scene.chance.yes(each) for each in (share, 0.25 * share))
    rows = [_row(scene, room) for _ in range(number)]
    return sorted(rows, key=lambda row: row["infection_onset_at"])


def _row(scene: Scene, room: float) -> Row:
    chance = scene.chance
    kind = _KIND.draw(chance)
    if kind == PNEUMONIA and not scene.was_intubated:
        kind = OTHER_PNEUMONIA
    found = kind == CANNULA_BLOOD or (kind != CULTURE_NEGATIVE and chance.yes(0.86))
    noticed = chance.between(26, 47) if chance.yes(EARLY) else NEW_AFTER_HOURS + room * chance.random()
    row: Row = {
        "infection_type": kind,
        "infection_ecls_related": 1 if kind in (CANNULA_BLOOD, 4) else chance.choice((0, 0, 1, 9)),
        "infection_onset_at": scene.start + whole_hours(noticed),
        "infection_present_before": 0 if chance.yes(0.8) else None,
        "culture_positive": int(found),
        "antimicrobial_changed": int(chance.yes(0.93)),
        "septic_shock": int(chance.yes(0.18)) if chance.yes(0.85) else None,
        "infection_cannula_removed": int(chance.yes(0.15)) if kind in (CANNULA_BLOOD, 4) else None,
    }
    return row | (_culture(chance, kind) if found else {})


def _culture(chance: Chance, kind: int) -> Row:
    blood, lungs = kind in (1, 2, 3), kind in (PNEUMONIA, OTHER_PNEUMONIA)
    organism = (_BLOOD if blood else _LUNGS if lungs else _ELSEWHERE).draw(chance)
    resistance, share = _RESISTANT.get(organism, (0, 1.0))
    return {
        "specimen": _SPECIMEN[kind],
        "organism": organism,
        "resistance": [resistance if chance.yes(share) else 0] if chance.yes(0.85) else [9],
    }
