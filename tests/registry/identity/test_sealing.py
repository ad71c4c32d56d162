"""Sealed values open with their own key, in their own place, and not at all when altered."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.identity import sealing
from registry.identity.keys import UnknownMasterKeyError, parse_master_keys

OLD = "old:" + base64.b64encode(b"o" * 32).decode()
NEW = "new:" + base64.b64encode(b"n" * 32).decode()
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
KEY = sealing.DataKey(7, b"k" * 32)


@given(TEXT)
def test_any_text_comes_back(text):
    assert KEY.open("name", KEY.seal("name", text)) == text


@pytest.mark.parametrize("name", ["𠮷田", "𬱖", "䶮", "阿卜杜·热合曼", "👶🏽", " Ada "])
def test_rare_names_come_back(name):
    assert KEY.open("name", KEY.seal("name", name)) == name


@given(TEXT, st.data())
def test_any_altered_byte_is_noticed(text, data):
    sealed = bytearray(KEY.seal("name", text))
    position = data.draw(st.integers(0, len(sealed) - 1))
    sealed[position] ^= data.draw(st.integers(1, 255))

    with pytest.raises(sealing.SealBrokenError):
        KEY.open("name", bytes(sealed))


@given(st.binary(max_size=60))
def test_arbitrary_bytes_never_open(data):
    with pytest.raises(sealing.SealBrokenError):
        KEY.open("name", data)


def test_same_text_gives_other_bytes():
    assert KEY.seal("name", "王") != KEY.seal("name", "王")


def test_value_does_not_open_for_another_patient_or_kind():
    sealed = KEY.seal("name", "王小明")
    neighbor = sealing.DataKey(8, KEY.secret)

    for key, kind in ((neighbor, "name"), (KEY, "phone")):
        with pytest.raises(sealing.SealBrokenError):
            key.open(kind, sealed)


def test_value_does_not_open_with_another_data_key():
    sealed = KEY.seal("name", "王小明")

    with pytest.raises(sealing.SealBrokenError):
        sealing.new_data_key(7).open("name", sealed)


def test_wrapped_key_opens_only_for_its_patient_and_master_key():
    ring = parse_master_keys(OLD)
    stored = sealing.wrap(KEY, ring)

    assert sealing.unwrap(7, stored, ring) == KEY
    with pytest.raises(sealing.SealBrokenError):
        sealing.unwrap(8, stored, ring)
    with pytest.raises(UnknownMasterKeyError):
        sealing.unwrap(7, stored, parse_master_keys(NEW))


def test_master_key_under_a_wrong_name_is_noticed():
    stored = sealing.wrap(KEY, parse_master_keys(OLD))
    impostor = parse_master_keys(NEW.replace("new:", "old:"))

    with pytest.raises(sealing.SealBrokenError):
        sealing.unwrap(7, stored, impostor)


def test_rotation_rewraps_the_same_data_key():
    sealed = KEY.seal("name", "王小明")
    stored = sealing.wrap(KEY, parse_master_keys(OLD))

    rotated = sealing.rewrap(7, stored, parse_master_keys(f"{NEW},{OLD}"))

    assert (stored.master_key_id, rotated.master_key_id) == ("old", "new")
    assert sealing.unwrap(7, rotated, parse_master_keys(NEW)).open("name", sealed) == "王小明"


def test_rotation_leaves_a_current_key_as_it_is():
    ring = parse_master_keys(f"{NEW},{OLD}")
    stored = sealing.wrap(KEY, ring)

    assert sealing.rewrap(7, stored, ring) is stored


def test_data_key_is_named_but_never_shown():
    assert len(KEY.id) == 16
    assert KEY.id != sealing.new_data_key(7).id
    assert "kkkk" not in repr(KEY)
