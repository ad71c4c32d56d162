"""Invented people. Every name has 演 ("demo") as its second character; no number can be anybody's."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from config.demo.centers import CHEST, CHILDREN, HEART, PLACES, DemoCenter
from config.demo.chance import Chance, Weighted
from registry.identity.documents import synthetic_id
from registry.identity.lookup import RANDOM_MARK

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "安宁平和康健清明远方文武春夏秋冬东南西北山河江海松柏梅兰竹菊一二三四五六七八九十"
DEMO_SIGN = "演"
HARMLESS_MOBILE = "129"  # no mobile network of China has numbers that begin with 129

_GROUPS = {
    CHILDREN: Weighted({"N": 42, "P": 58}),
    HEART: Weighted({"A": 84, "P": 8, "N": 8}),
    CHEST: Weighted({"A": 99, "P": 1}),
}
_GENERAL_GROUPS = Weighted({"A": 92, "P": 4.5, "N": 3.5})
_ETHNICITY = Weighted(
    {"01": 92, "08": 1.5, "03": 1.2, "11": 1, "05": 0.8, "06": 0.8, "07": 0.7, "15": 0.6, "02": 0.5}
)
_ADULT_DOCUMENT = Weighted({1: 96.5, 2: 0.6, 4: 0.4, 8: 2, 9: 0.5})
_CHILD_DOCUMENT = Weighted({1: 45, 6: 48, 5: 5, 8: 2})
_NEWBORN_DOCUMENT = Weighted({5: 70, 6: 5, 8: 25})
_ADULT_CONTACT = Weighted({1: 28, 2: 38, 4: 20, 3: 6, 5: 6, 8: 2})
RESIDENT_DOCUMENTS = (1, 6)
NO_DOCUMENT = 8


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person. ``serial`` makes the identity number unique among those born the same day."""

    age_group: str
    sex: int
    birth: datetime  # the hour matters in newborns only
    province: str
    name: str
    document_type: int
    serial: int
    person_key: str  # used when the document identifies nobody
    phone: str
    phone_2: str
    contact_relation: int

    @property
    def birth_date(self) -> date:
        return self.birth.date()

    @property
    def document_no(self) -> str:
        if self.document_type in RESIDENT_DOCUMENTS:
            return synthetic_id(self.province, self.birth_date, self.sex, self.serial % 500)
        return "" if self.document_type == NO_DOCUMENT else f"DEMO{self.serial:08d}"

    def renumbered(self) -> "Person":
        """The same person with the next identity number."""
        return replace(self, serial=self.serial + 1)


def draw_person(chance: Chance, center: DemoCenter, start: datetime) -> Person:
    """Somebody who needs ECLS at ``start``."""
    group = _GROUPS.get(center.kind, _GENERAL_GROUPS).draw(chance)
    sex = 1 if chance.yes(0.63) else 2
    document = {"N": _NEWBORN_DOCUMENT, "P": _CHILD_DOCUMENT, "A": _ADULT_DOCUMENT}[group].draw(chance)
    phone = "" if chance.yes(0.02) else _phone(chance)
    return Person(
        age_group=group,
        sex=sex,
        birth=_birth(chance, group, start),
        province=center.province if chance.yes(0.86) else chance.choice(PLACES)[0],
        name=chance.choice(SURNAMES) + DEMO_SIGN + chance.choice(GIVEN),
        document_type=document,
        serial=chance.randrange(500) if document in RESIDENT_DOCUMENTS else chance.randrange(10**8),
        person_key=random_key(chance),
        phone=phone,
        phone_2=_phone(chance) if phone and chance.yes(0.35) else "",
        contact_relation=_ADULT_CONTACT.draw(chance) if group == "A" else 3,
    )


def random_key(chance: Chance) -> str:
    """The key of a person whom no document identifies."""
    return RANDOM_MARK + f"{chance.getrandbits(256):064x}"[len(RANDOM_MARK) :]


def _phone(chance: Chance) -> str:
    return f"{HARMLESS_MOBILE}{chance.randrange(10**8):08d}"


def _birth(chance: Chance, group: str, start: datetime) -> datetime:
    if group == "N":
        age = timedelta(hours=chance.skewed(60, 1.2, 4, 27 * 24))
    elif group == "P":
        age = timedelta(days=chance.skewed(1100, 1.5, 30, 6550))
    else:
        age = timedelta(days=365.25 * chance.normal(52, 16.5, 18.1, 89))
    return (start - age).replace(second=0, microsecond=0)


def years_old(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def patient_row(chance: Chance, person: Person) -> dict[str, Any]:
    newborn, adult = person.age_group == "N", person.age_group == "A"
    return {
        "id_document_type": person.document_type,
        "sex": person.sex,
        "birth_date": person.birth_date,
        "birth_time": time(person.birth.hour, person.birth.minute) if newborn else None,
        "ethnicity": _ETHNICITY.draw(chance) if chance.yes(0.9) else None,
        "residence_province": person.province,
        "contact_relation": person.contact_relation if person.phone else None,
        "education_years": round(chance.normal(9.5, 3.5, 0, 19)) if adult and chance.yes(0.4) else None,
    }


def perinatal_row(chance: Chance, person: Person, start: datetime, diagnosis: str) -> dict[str, Any]:
    """Birth history of a patient under one year; empty for anybody older."""
    if years_old(person.birth_date, start.date()) >= 1:
        return {}
    weeks = round(chance.normal(38.4 if diagnosis != "N04" else 35.5, 1.6, 34, 42))
    first = round(chance.normal(6.5, 2.2, 0, 10))
    fifth = min(10, first + chance.randrange(0, 3))
    return {
        "gestational_age_weeks": weeks,
        "gestational_age_days": chance.randrange(7),
        "birth_weight_g": 10 * round(chance.normal(310 - 15 * max(0, 39 - weeks), 38, 182, 448)),
        "apgar_1": first,
        "apgar_5": fifth if person.age_group == "N" else None,  # asked of neonates alone
        "apgar_10": min(10, fifth + 1) if chance.yes(0.6) else None,
        "delivery_mode": chance.choice((1, 1, 2, 3, 3, 4, 4)),
        "multiple_birth": int(chance.yes(0.04)),
    }
