"""Text intake: what cannot be stored is an error at the field, all else stays exactly as typed."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from crf.text import StorableText, TextProblem, check_text, text_problem


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=50))
def test_everything_else_is_kept_exactly(text):
    assert check_text(text, 50) == text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a\x00b", TextProblem.NUL),
        ("\ud800", TextProblem.SURROGATE),
        ("王\udfff", TextProblem.SURROGATE),
        ("𠮷" * 11, TextProblem.TOO_LONG),
        ("𠮷" * 10, None),
        ("", None),
        ("=SUM(A1)\u202e<script>", None),
    ],
)
def test_problem_is_named(text, problem):
    assert text_problem(text, 10 if problem == TextProblem.TOO_LONG or text == "𠮷" * 10 else 100) == problem


def test_error_counts_characters():
    with pytest.raises(ValidationError) as caught:
        check_text("𠮷" * 11, 10)

    assert caught.value.code == "too_long"
    assert caught.value.params == {"limit": 10, "length": 11}


def test_validator_compares_by_its_limit():
    assert StorableText(5) == StorableText(5)
    assert StorableText(5) != StorableText(6)
    StorableText(5)("王小明")
