"""Why somebody needs ECLS: type of support, mode, diagnosis, and how ill they are."""

from dataclasses import dataclass
from datetime import datetime

from config.demo.centers import CHEST, HEART, DemoCenter
from config.demo.chance import Chance, Weighted
from config.demo.people import Person, years_old
from crf.codelists.diagnoses import DIAGNOSIS

PULMONARY, CARDIAC, ECPR = 1, 2, 3
ARTERIAL = frozenset({"VA", "VVA", "VAV", "VPA"})

_ADULT_TYPES = {
    HEART: Weighted({PULMONARY: 10, CARDIAC: 67, ECPR: 23}),
    CHEST: Weighted({PULMONARY: 75, CARDIAC: 18, ECPR: 7}),
}
_TYPES = {
    "A": Weighted({PULMONARY: 38, CARDIAC: 40, ECPR: 22}),
    "P": Weighted({PULMONARY: 38, CARDIAC: 40, ECPR: 22}),
    "N": Weighted({PULMONARY: 52, CARDIAC: 28, ECPR: 20}),
}
_MODES = {
    ("A", PULMONARY): Weighted({"VV": 92, "VAV": 3, "VA": 3, "VVA": 1, "VVECCO2R": 1}),
    ("A", CARDIAC): Weighted({"VA": 95, "VAV": 3, "VVA": 1, "VPA": 1}),
    ("P", PULMONARY): Weighted({"VV": 62, "VA": 34, "VAV": 4}),
    ("P", CARDIAC): Weighted({"VA": 98, "VAV": 2}),
    ("N", PULMONARY): Weighted({"VA": 68, "VV": 32}),
    ("N", CARDIAC): Weighted({"VA": 100}),
}
_ECPR_MODES = Weighted({"VA": 99, "VAV": 1})
_DIAGNOSES = {
    (
        "A",
        PULMONARY,
    ): "R01 10 R02 9 R03 2 R05 4 R06 12 R07 24 R08 4 R09 3 R12 5 R13 7 R14 6 R16 2 R17 3 R19 2 R20 2 "
    "R21 3 R22 1 R23 1 R24 2 R26 2 R88 2",
    (
        "A",
        CARDIAC,
    ): "C01 22 C02 7 C03 2 C04 1 C05 13 C06 5 C07 2 C08 1 C10 6 C11 5 C12 4 C13 1 C14 7 C15 6 C16 4 "
    "C18 3 C19 3 C20 3 C22 1 C23 4 C26 1 C28 2 C29 1 C88 2",
    ("A", ECPR): "A01 45 A02 7 A03 8 C01 19 C05 7 C11 6 C12 6 C22 1 C14 1",
    ("P", PULMONARY): "R01 6 R03 9 R04 7 R05 5 R06 12 R07 20 R10 8 R12 3 R13 8 R15 3 R23 4 R24 5 R88 6",
    ("P", CARDIAC): "C05 28 C06 6 C11 4 C17 8 C23 6 H02 5 H03 7 H04 4 H05 10 H07 5 H09 5 H10 5 H11 4 H88 3",
    ("P", ECPR): "A01 35 A02 12 A03 6 C05 20 H02 8 H05 7 H88 5 C11 7",
    ("N", PULMONARY): "N01 26 N02 26 N03 20 N04 8 N05 8 N06 6 N07 3 N10 2 N88 1",
    ("N", CARDIAC): "H01 14 H02 10 H03 25 H04 15 H06 6 H07 9 H08 9 H88 8 C05 4",
    ("N", ECPR): "A01 40 H01 20 H02 15 H03 15 A02 10",
}


def _weights(text: str) -> Weighted[str]:
    words = text.split()
    return Weighted((code, float(weight)) for code, weight in zip(words[::2], words[1::2], strict=True))


_DIAGNOSIS = {key: _weights(text) for key, text in _DIAGNOSES.items()}
_SECOND = {
    "A": _weights("R14 12 C23 10 R06 12 C10 8 C88 8 R88 8 C07 4 C21 3 R12 4"),
    "P": _weights("R06 12 C23 8 R88 6 R14 5"),
    "N": _weights("N06 6 N02 8 N10 3 N11 2"),
}


@dataclass(frozen=True, slots=True)
class Illness:
    """``severity`` is the latent burden of illness (standard normal, higher is worse)."""

    support_type: int
    mode: str
    diagnosis: str
    further: tuple[str, ...]
    severity: float
    age_years: int

    @property
    def icd10(self) -> str:
        return DIAGNOSIS[self.diagnosis].facts["icd10"]

    @property
    def is_arterial(self) -> bool:
        return self.mode in ARTERIAL


def draw_illness(chance: Chance, person: Person, center: DemoCenter, start: datetime) -> Illness:
    group = person.age_group
    types = _ADULT_TYPES.get(center.kind, _TYPES["A"]) if group == "A" else _TYPES[group]
    support_type = types.draw(chance)
    diagnosis = _DIAGNOSIS[group, support_type].draw(chance)
    if diagnosis == "C08" and person.sex == 1:
        diagnosis = "C06"
    further = [] if chance.yes(0.55) else [_SECOND[group].draw(chance)]
    return Illness(
        support_type=support_type,
        mode=(_ECPR_MODES if support_type == ECPR else _MODES[group, support_type]).draw(chance),
        diagnosis=diagnosis,
        further=tuple(code for code in further if code != diagnosis),
        severity=chance.gauss(0, 1),
        age_years=years_old(person.birth_date, start.date()),
    )
