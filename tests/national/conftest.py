"""People, centers and a clock for tests of the figures."""

from datetime import UTC, date, datetime

import pytest

from national.refresh import refresh
from national.store import Moment
from tests.factories.people import make_center

MOMENT = Moment(date(2026, 11, 22), datetime(2026, 11, 22, 4, 0, tzinfo=UTC))


@pytest.fixture
def moment():
    return MOMENT


@pytest.fixture
def center(everything):
    return make_center(center_province="31")


@pytest.fixture
def other(everything):
    return make_center(center_province="44")


@pytest.fixture
def refreshed(moment):
    """Run a refresh: ``refreshed()`` takes in what was touched, ``refreshed(full=True)`` everything."""

    def run(**options):
        return refresh(moment, **options)

    return run
