"""Rotation moves keys, leaves values alone, and can be interrupted."""

import base64
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from registry.identity import rotation, store
from registry.models import Identifier, IdentifierKind, PatientKey
from tests.factories.people import coordinator_of
from tests.registry.identity.conftest import acting_in, opened

OLD = "old:" + base64.b64encode(b"o" * 32).decode()
NEW = "new:" + base64.b64encode(b"n" * 32).decode()
NAME = IdentifierKind.NAME


@pytest.fixture
def named(settings, center, elsewhere, make_case):
    """Three patients in two centers, sealed under the old key."""
    settings.REGISTRY_MASTER_KEYS = OLD
    cases = [make_case(center), make_case(center), make_case(elsewhere)]
    for case in cases:
        by = coordinator_of(case.center)
        with acting_in(by):
            store.write_identity(case.patient, {NAME: "王小明"}, by=by)
    return cases


def run_command() -> str:
    out = StringIO()
    call_command("rotate_keys", stdout=out)
    return out.getvalue()


def stored(cases):
    with opened(*(case.center for case in cases)):
        return (
            {bytes(row.sealed) for row in Identifier.objects.all()},
            {row.key_id for row in PatientKey.objects.all()},
        )


def test_every_key_is_moved_and_no_value_is_touched(named, settings, monkeypatch):
    monkeypatch.setattr(rotation, "BATCH", 1)
    values, _ = stored(named)
    settings.REGISTRY_MASTER_KEYS = f"{NEW},{OLD}"

    said = run_command()

    assert said == "3 data keys moved under master key new.\n  new: 3 in use\n"
    assert stored(named) == (values, {"new"})
    settings.REGISTRY_MASTER_KEYS = NEW
    by = coordinator_of(named[0].center)
    with acting_in(by):
        assert store.reveal(named[0].patient, by=by) == {NAME: "王小明"}


def test_second_run_moves_nothing(named, settings):
    settings.REGISTRY_MASTER_KEYS = f"{NEW},{OLD}"
    run_command()

    assert run_command().startswith("0 data keys moved")


def test_missing_old_key_is_named(named, settings):
    settings.REGISTRY_MASTER_KEYS = NEW

    with pytest.raises(CommandError, match="No master key 'old'"):
        run_command()
    assert stored(named)[1] == {"old"}
