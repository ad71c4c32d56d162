"""What a living patient answers when asked how they are: scales, quality of life, growth (form 10)."""

from config.demo.chance import Chance
from config.demo.gaps import UNKNOWN, Row, note
from config.demo.people import Person

ASKED = (1, 2, 3, 4)  # ways of contact in which somebody can be asked
CLINIC, BY_TELEPHONE = 1, 2
NOT_ASSESSED = 9
ADULT, ANSWERS_THEMSELVES, TODDLER = 18, 16, 3
HALF_A_YEAR = ("D180", "Y1", "Y2", "Y3", "Y4", "Y5", "YN")
_EQ5D = ("fu_eq5d_mobility", "fu_eq5d_selfcare", "fu_eq5d_activity", "fu_eq5d_pain", "fu_eq5d_anxiety")
_TOOLS = ("Gesell", "Griffiths", "ASQ-3")


def instruments(chance: Chance, contact: Row, person: Person, age: int, *, independent: bool) -> Row:
    """``contact`` says when and how; ``age`` is in completed years on that day."""
    well = 1.0 if independent else 0.55
    late = contact["fu_window"] in HALF_A_YEAR
    row = _adult(chance, contact, late, well) if age >= ADULT else _child(chance, person, contact, age)
    if age >= ANSWERS_THEMSELVES:
        row |= _quality(chance, contact, late, well)
    return row | (_in_clinic(chance, age, well) if contact["fu_method"] == CLINIC else {})


def _adult(chance: Chance, contact: Row, late: bool, well: float) -> Row:
    rank = chance.choice((0, 0, 1, 1, 2) if well == 1 else (2, 3, 3, 4))
    row: Row = {
        "fu_mrs": rank,
        "fu_cpc": 1 if rank <= 2 else 2 if rank == 3 else 3,
        "fu_barthel": 5 * round(chance.normal(100 - 12 * rank, 6, 10, 100) / 5) if chance.yes(0.5) else None,
        "fu_nyha": min(4, 1 + rank // 2 + chance.randrange(2)) if chance.yes(0.4) else None,
        "fu_whodas_items": _disability(chance, rank) if late and chance.yes(0.5) else None,
        "fu_katz": max(0, 6 - rank) if chance.yes(0.25) else None,
    }
    if contact["fu_method"] == BY_TELEPHONE and late and chance.yes(0.2):
        row["fu_moca_blind"] = chance.figure(19 * (0.7 + 0.3 * well), 2.5, 4, 22)
    return row


def _disability(chance: Chance, rank: int) -> str:
    """The twelve items of WHODAS, each from 0 to 4."""
    return "".join(str(min(4, max(0, round(chance.gauss(0.75 * rank, 0.7))))) for _ in range(12))


def _quality(chance: Chance, contact: Row, late: bool, well: float) -> Row:
    """EQ-5D where somebody can be asked; now and then they do not want to answer."""
    row: Row = {}
    if contact["fu_method"] in ASKED:
        if chance.yes(0.06):
            for name in (*_EQ5D, "fu_eq5d_vas"):
                note(row, "missing", name, UNKNOWN)
        else:
            row |= {name: _level(chance, well) for name in _EQ5D}
            row["fu_eq5d_vas"] = 5 * round(chance.normal(88 * (0.6 + 0.4 * well), 12, 15, 100) / 5)
    if late and chance.yes(0.3):
        row["fu_hads_anxiety"] = chance.amount(4.5 / well, 0.5, 0, 20)
        row["fu_hads_depression"] = chance.amount(4 / well, 0.5, 0, 20)
        row["fu_iesr_total"] = chance.amount(13 / well, 0.7, 0, 80) if chance.yes(0.6) else None
    return row


def _level(chance: Chance, well: float) -> int:
    return min(5, 1 + round(chance.expovariate(1.7 * well)))


def _in_clinic(chance: Chance, age: int, well: float) -> Row:
    """Tests that need a visit."""
    if age < ADULT:
        return {}
    return {
        "fu_6mwd": chance.figure(470 * (0.6 + 0.4 * well), 85, 80, 680) if chance.yes(0.6) else None,
        "fu_lvef": chance.figure(54, 10, 20, 72) if chance.yes(0.6) else None,
        "fu_fev1_percent": chance.figure(82, 15, 30, 125) if chance.yes(0.3) else None,
        "fu_dlco_percent": chance.figure(68, 16, 25, 120) if chance.yes(0.25) else None,
        "fu_moca": chance.figure(26 * (0.75 + 0.25 * well), 3, 8, 30) if chance.yes(0.4) else None,
    }


def _child(chance: Chance, person: Person, contact: Row, age: int) -> Row:
    days = (contact["fu_date"] - person.birth_date).days
    normal = chance.yes(0.7)
    rank = 1 if normal else chance.choice((2, 2, 3, 4))
    assessed = contact["fu_method"] == CLINIC or chance.yes(0.4)
    row: Row = {
        "fu_pcpc": rank,
        "fu_popc": rank if chance.yes(0.6) else None,
        "fu_development_result": rank if assessed else NOT_ASSESSED,
        "fu_hearing_loss": 9 if chance.yes(0.3) else int(chance.yes(0.05)),
    }
    if assessed and chance.yes(0.5):
        row["fu_development_tool"] = chance.choice(_TOOLS)
        row["fu_dq_iq"] = chance.figure(104 - 9 * rank, 9, 52, 135)
    if age >= 2 and chance.yes(0.35):
        row["fu_pedsql_total"] = chance.figure(90 - 7 * rank, 9, 20, 100, 1)
    return row | _growth(chance, days / 365.25, age)


def _growth(chance: Chance, years: float, age: int) -> Row:
    """Weight, length and head by rough means of age."""
    height = 50 + 27 * years**0.55 if years < 2 else min(84 + 6.3 * (years - 2), 170)
    height = round(height * chance.normal(1, 0.035, 0.92, 1.08), 1)
    weight = round(max(chance.normal(16, 1.3, 12.5, 20) * (height / 100) ** 2, 2.6), 1)
    row: Row = {"fu_weight_kg": weight, "fu_height_cm": height}
    if age < TODDLER:
        row["fu_head_circumference_cm"] = chance.figure(
            34.5 + 9.5 * min(years, 1) ** 0.6 + max(years - 1, 0) * 1.5, 1, 32, 53, 1
        )
    return row
