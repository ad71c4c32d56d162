"""What every text must satisfy before it is stored; all else is kept exactly as typed.

PostgreSQL cannot hold NUL, and a lone surrogate is no character in any encoding. Lengths count
characters, so that a rare name costs no more than a common one.
"""

from enum import StrEnum

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

NAME_LENGTH = 100
NUMBER_LENGTH = 50
SHORT_TEXT_LENGTH = 200
LONG_TEXT_LENGTH = 4000


class TextProblem(StrEnum):
    """Why a text cannot be stored."""

    NUL = "nul_character"
    SURROGATE = "lone_surrogate"
    TOO_LONG = "too_long"


MESSAGES = {
    TextProblem.NUL: _("This text holds a character that cannot be stored. Please type it again."),
    TextProblem.SURROGATE: _("This text holds a damaged character. Please type it again."),
    TextProblem.TOO_LONG: _("At most %(limit)s characters; this has %(length)s."),
}


def text_problem(text: str, limit: int) -> TextProblem | None:
    """The first reason why this text cannot be stored, or None."""
    if "\x00" in text:
        return TextProblem.NUL
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return TextProblem.SURROGATE
    return TextProblem.TOO_LONG if len(text) > limit else None


def check_text(text: str, limit: int) -> str:
    """The text itself; ``ValidationError`` in words when it cannot be stored."""
    problem = text_problem(text, limit)
    if problem is not None:
        raise ValidationError(
            MESSAGES[problem], code=problem.value, params={"limit": limit, "length": len(text)}
        )
    return text


@deconstructible
class StorableText:
    """Validator for model and form fields."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, text: str) -> None:
        check_text(text, self.limit)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StorableText) and other.limit == self.limit

    def __hash__(self) -> int:
        return hash(self.limit)
