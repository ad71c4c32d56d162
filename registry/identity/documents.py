"""Identity documents, names and numbers as people write them.

The resident identity number follows GB 11643-1999: six digits of place, eight of birth date, three of
sequence (odd = male, even = female) and a check character. Residence permits for Hong Kong, Macao and
Taiwan residents (81, 82, 83) and foreign permanent resident cards (9...) have the same build.
"""

import re
import unicodedata
from datetime import date
from enum import StrEnum

RESIDENT_CARD, BIRTH_CERTIFICATE, HOUSEHOLD_REGISTER, NO_DOCUMENT, OTHER_DOCUMENT = 1, 5, 6, 8, 9
RESIDENT_NUMBER_TYPES = frozenset({RESIDENT_CARD, HOUSEHOLD_REGISTER})
MALE, FEMALE = 1, 2

# GB/T 2260; 71 and 81 to 83 also begin residence permits.
_PROVINCE_DIGITS = frozenset(
    str(number)
    for region in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for number in range(region[0], region[1] + 1)
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_SHAPE = re.compile(r"[0-9]{17}[0-9X]")
RESIDENT_LENGTH = 18
_FORMER_SHAPE = re.compile(r"[0-9]{15}")  # cards of the first generation, valid until the end of 2012
_UNASSIGNED_COUNTY = "0000"

# Signs that keyboards and older systems put where the name standard (notice 33 of 2016) wants U+00B7.
_DOTS = "\u0387\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u2e31\u30fb\uff65"
_TO_MIDDLE_DOT = dict.fromkeys(map(ord, _DOTS), "\u00b7")
_HAN = r"[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_STOP_BETWEEN_HAN = re.compile(rf"(?<={_HAN})[.\uff0e](?={_HAN})")


class NumberProblem(StrEnum):
    """Why a text cannot be a resident number."""

    FORMER = "former"
    LENGTH = "length"
    CHARACTERS = "characters"
    PROVINCE = "province"
    DATE = "date"
    FUTURE = "future"
    CHECK_DIGIT = "check_digit"


def normalized_number(text: str) -> str:
    """A number as it is compared: NFKC, without blanks and invisible signs, upper case. Idempotent."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).upper())
    kept = "".join(sign for sign in folded if not _is_blank(sign))
    return kept if kept == text else normalized_number(kept)


def resident_number_problem(number: str, on: date | None = None) -> NumberProblem | None:
    """The first thing wrong with a resident number; ``on`` is the day it is judged."""
    number = normalized_number(number)
    if len(number) != RESIDENT_LENGTH:
        return NumberProblem.FORMER if _FORMER_SHAPE.fullmatch(number) else NumberProblem.LENGTH
    if not _SHAPE.fullmatch(number):
        return NumberProblem.CHARACTERS
    if number[:2] not in _PROVINCE_DIGITS and number[0] != "9":
        return NumberProblem.PROVINCE
    born = _date_inside(number)
    if born is None:
        return NumberProblem.DATE
    if on is not None and born > on:
        return NumberProblem.FUTURE
    return None if number[17] == check_character(number[:17]) else NumberProblem.CHECK_DIGIT


def id_card_checksum_ok(number: str | None, on: date | None = None) -> bool | None:
    """Whether it can be a resident number; None (unknown) unless it has 18 characters."""
    if number is None or len(normalized_number(number)) != RESIDENT_LENGTH:
        return None
    return resident_number_problem(number, on) is None


def id_card_birth_date(number: str | None) -> date | None:
    """The birth date inside a sound resident number, else None."""
    return _date_inside(normalized_number(number)) if number and id_card_checksum_ok(number) else None


def id_card_sex(number: str | None) -> int | None:
    """The sex inside a sound resident number (1 male, 2 female), else None."""
    if not number or not id_card_checksum_ok(number):
        return None
    return MALE if int(normalized_number(number)[16]) % 2 else FEMALE


def check_character(first17: str) -> str:
    """The last character for the first 17 digits (ISO 7064 MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first17, strict=True))
    return _CHECK_CHARACTERS[total % 11]


def synthetic_id(province: str, birth_date: date, sex: int, serial: int) -> str:
    """A sound number that nobody can hold: county code 0000 is never assigned.

    ``serial`` runs from 0 to 499 for one province, birth date and sex.
    """
    if not 0 <= serial <= 499:
        raise ValueError("A synthetic number has a serial from 0 to 499.")
    sequence = serial * 2 + (1 if sex == MALE else 0)
    first17 = f"{province}{_UNASSIGNED_COUNTY}{birth_date:%Y%m%d}{sequence:03d}"
    return first17 + check_character(first17)


def entered_number(document_type: int | None, text: str) -> str:
    """A document number as it is stored: a resident number in its one form, any other as typed."""
    plain = normalized_number(text)
    return plain if document_type in RESIDENT_NUMBER_TYPES and len(plain) == RESIDENT_LENGTH else text


def entered_name(text: str) -> str:
    """A name as it is stored: dots between its parts become U+00B7, nothing else changes."""
    return _STOP_BETWEEN_HAN.sub("\u00b7", text.translate(_TO_MIDDLE_DOT))


def masked_name(name: str) -> str:
    """The first character and two stars, whatever the length."""
    return f"{name[0]}**" if name else ""


def masked_number(number: str) -> str:
    """Dots and the last two characters; dots alone when the number is short."""
    plain = normalized_number(number)
    return "••••" + (plain[-2:] if len(plain) >= 6 else "") if plain else ""


def _date_inside(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def _is_blank(sign: str) -> bool:
    return unicodedata.category(sign) in {"Zs", "Zl", "Zp", "Cf", "Cc"}
