"""What is said of a resident number that cannot be one, beside the field and in the list of a load."""

from datetime import date

from crf.pairs import Pair
from registry.identity.documents import (
    RESIDENT_NUMBER_TYPES,
    NumberProblem,
    normalized_number,
    resident_number_problem,
)

UNFIT = Pair("The check digit does not fit this number. Please check it", "号码校验未通过，请核对")
SHAPE_WORDS = {
    NumberProblem.LENGTH: Pair(
        "An identity card number has 18 characters, this has {n}", "身份证号码应为 18 位，现为 {n} 位"
    ),
    NumberProblem.CHARACTERS: Pair(
        "An identity card number is 17 digits, then a digit or X",
        "身份证号码前 17 位为数字，末位为数字或 X",
    ),
}


def about_number(document_type: int | None, number: str, on: date) -> Pair | None:
    """What is wrong with a number that was typed, None where nothing is or the type has other numbers.

    The 15 digits of old cards are left alone: records of their time carry them, and no digit checks them.
    """
    if document_type not in RESIDENT_NUMBER_TYPES or not normalized_number(number):
        return None
    problem = resident_number_problem(number, on)
    return None if problem in (None, NumberProblem.FORMER) else about_shape(number) or UNFIT


def about_shape(number: str) -> Pair | None:
    """What is wrong with the length or the characters of a resident number."""
    problem = resident_number_problem(number)
    words = SHAPE_WORDS.get(problem) if problem else None
    return words and words.format(n=len(normalized_number(number)))
