"""Key settings: what is read, and how a wrong one is named."""

import base64

import pytest

from registry.identity import keys

ONE = base64.b64encode(b"1" * 32).decode()
TWO = base64.b64encode(b"2" * 32).decode()


def test_first_master_key_is_current():
    ring = keys.parse_master_keys(f"new:{TWO}, old:{ONE}")

    assert ring.current == keys.MasterKey("new", b"2" * 32)
    assert ring.get("old").secret == b"1" * 32


def test_bare_key_keeps_its_name_when_another_is_put_before_it():
    alone = keys.parse_master_keys(ONE)
    later = keys.parse_master_keys(f"new:{TWO},{ONE}")

    assert later.get(alone.current.id).secret == b"1" * 32


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Set REGISTRY_MASTER_KEYS"),
        (" , ", "Set REGISTRY_MASTER_KEYS"),
        ("a:not base64!", "not base64"),
        ("a:QUJD", "3 bytes instead of 32"),
        (f"a:{ONE},a:{TWO}", "same key id twice"),
        (f"a:{ONE},b:{ONE}", "same key twice"),
        (f"{'x' * 33}:{ONE}", "1 to 32 characters"),
        (f":{ONE}", "1 to 32 characters"),
    ],
)
def test_unusable_master_keys_are_named(text, message):
    with pytest.raises(keys.KeySettingsError, match=message):
        keys.parse_master_keys(text)


@pytest.mark.parametrize("text", ["", "   ", "QUJD", "!!!"])
def test_unusable_hash_key_is_named(text):
    with pytest.raises(keys.KeySettingsError, match="REGISTRY_HASH_KEY"):
        keys.parse_hash_key(text)


def test_unknown_master_key_names_its_id():
    with pytest.raises(keys.UnknownMasterKeyError, match="'lost'"):
        keys.parse_master_keys(f"a:{ONE}").get("lost")


def test_new_key_is_usable_and_never_the_same():
    first, second = keys.new_key(), keys.new_key()

    assert first != second
    assert len(keys.parse_hash_key(first)) == 32


def test_keys_are_read_from_the_settings(settings):
    settings.REGISTRY_MASTER_KEYS = f"a:{ONE}"
    settings.REGISTRY_HASH_KEY = TWO

    assert keys.master_keys().current.id == "a"
    assert keys.hash_key() == b"2" * 32


def test_keys_never_show_in_a_representation():
    ring = keys.parse_master_keys(f"a:{ONE}")

    assert "1111" not in repr(ring)
    assert ONE not in repr(ring)
