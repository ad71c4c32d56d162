"""Text intake: what cannot be stored is refused at the field, all else stays exactly as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crf.entry import Rejected, check_text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=50))
def test_everything_else_is_kept_exactly(text):
    assert check_text(text, 50) == text


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "王\udfff"])
def test_what_no_database_can_hold_is_refused(text):
    with pytest.raises(Rejected, match="cannot be stored"):
        check_text(text, 50)


def test_length_counts_characters():
    assert check_text("𠮷" * 10, 10)
    with pytest.raises(Rejected, match="At most 10 characters"):
        check_text("𠮷" * 11, 10)
