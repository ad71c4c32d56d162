"""Lookup hashes: equal for the same number however typed, different for everything else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.identity.documents import synthetic_id
from registry.identity.lookup import Hasher, identifies_a_person, is_random, random_person_key

HASHER = Hasher(b"h" * 32)
NUMBER = synthetic_id("11", date(1986, 7, 1), 1, 3)
RESIDENT, PASSPORT, BIRTH, REGISTER, NONE, OTHER = 1, 2, 5, 6, 8, 9


@pytest.mark.parametrize(
    "typed", ["zy 00123", "ZY00123", "ｚｙ００１２３", " zy\u200b00123 ", "zy\u300000123"]
)
def test_record_number_is_found_however_typed(typed):
    assert HASHER.record_number(1, typed) == HASHER.record_number(1, "ZY00123")


def test_same_record_number_of_another_center_is_another_hash():
    assert HASHER.record_number(1, "123") != HASHER.record_number(2, "123")
    assert HASHER.document(1, PASSPORT, "123") != HASHER.document(2, PASSPORT, "123")


def test_purposes_and_secrets_never_share_a_hash():
    other = Hasher(b"g" * 32)
    hashes = {
        HASHER.person(RESIDENT, NUMBER),
        HASHER.document(1, RESIDENT, NUMBER),
        HASHER.record_number(1, NUMBER),
        other.person(RESIDENT, NUMBER),
        other.record_number(1, NUMBER),
    }

    assert len(hashes) == 5
    assert all(len(value) == 64 for value in hashes)


def test_card_and_household_register_are_one_person():
    assert HASHER.person(RESIDENT, NUMBER) == HASHER.person(REGISTER, NUMBER.lower())


def test_same_number_on_another_kind_of_document_is_another_person():
    assert HASHER.person(PASSPORT, "E12345678") != HASHER.person(BIRTH, "E12345678")


@pytest.mark.parametrize(
    ("document_type", "number", "usable"),
    [
        (RESIDENT, NUMBER, True),
        (RESIDENT, NUMBER[:-1] + ("1" if NUMBER[-1] != "1" else "2"), False),
        (RESIDENT, "110105491231002", True),
        (PASSPORT, "E12345678", True),
        (BIRTH, "T110000001", True),
        (PASSPORT, "000000000", False),
        (PASSPORT, "123", False),
        (PASSPORT, "", False),
        (PASSPORT, None, False),
        (NONE, "E12345678", False),
        (OTHER, "E12345678", False),
        (None, "E12345678", False),
    ],
)
def test_which_documents_identify_a_person(document_type, number, usable):
    assert identifies_a_person(document_type, number) is usable


def test_person_without_usable_document_matches_nobody():
    assert HASHER.person(NONE, None) != HASHER.person(NONE, None)
    assert len(random_person_key()) == 64
    assert is_random(HASHER.person(NONE, None))
    assert not is_random(HASHER.person(RESIDENT, NUMBER))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_any_number_has_a_hash(text):
    assert len(HASHER.record_number(1, text)) == 64


def test_hasher_never_shows_its_secret():
    assert "hhhh" not in repr(HASHER)
