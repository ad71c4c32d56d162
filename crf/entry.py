"""What a person typed, and what became of it."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from crf.pairs import Pair

NUMBER = re.compile(r"[+-]?(\d{1,18}([.]\d{0,12})?|[.]\d{1,12})")


class Rejected(ValueError):
    """The text is no value of its field; ``message`` says why and what to do."""

    def __init__(self, message: Pair):
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True)
class Parsed:
    """A stored value with the precision it was given in ("" means full)."""

    value: Any
    precision: str = ""


NOT_A_NUMBER = Pair("Enter a number", "请填数字")
NOT_WHOLE = Pair("Enter a whole number", "请填整数")
NOT_IN_LIST = Pair("Choose one of the listed answers", "请从列表中选择")
OUT_OF_RANGE = Pair(
    "Outside the possible range {low} to {high}. Please check", "超出可能范围 {low}–{high}，请核对"
)
TOO_LONG = Pair("At most {limit} characters", "最多 {limit} 个字")
UNSTORABLE = Pair(
    "Contains characters that cannot be stored. Please delete them", "含有无法保存的字符，请删去"
)


def plain_digits(text: str) -> str:
    """The text with full-width digits, signs and spaces in their ordinary form, trimmed."""
    return unicodedata.normalize("NFKC", text).strip()


def parse_number(text: str) -> Decimal:
    """The exact decimal a person typed. Raises Rejected for anything else (NaN, 1e400, units ...)."""
    plain = plain_digits(text).replace("−", "-")
    if not NUMBER.fullmatch(plain):
        raise Rejected(NOT_A_NUMBER)
    return Decimal(plain)


def check_text(text: str, limit: int) -> str:
    """The text exactly as typed. Raises Rejected for NUL, lone surrogates and excess length."""
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise Rejected(UNSTORABLE)
    if len(text) > limit:
        raise Rejected(TOO_LONG.format(limit=limit))
    return text


def shortest(number: str) -> str:
    """A number in digits without the zeros that only fill its places."""
    return f"{Decimal(number).normalize():f}"


def in_plain_digits(number: float) -> str:
    """A limit as printed: without a trailing ``.0``."""
    return f"{number:g}" if abs(number) < 1e6 else f"{number:.0f}"
