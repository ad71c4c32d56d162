"""A center with one case whose year-1 follow-up is overdue, and the people around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from centers.models import Center, Role, User
from centers.rls import EVERYTHING, scope
from registry.models import Case
from tests.outcomes.people import center, person, signed_in, survivor

TODAY = date(2026, 11, 22)


@dataclass
class Place:
    """Who works where, and the case they work on."""

    center: Center
    other: Center
    coordinator: User
    director: User
    stranger: User
    reviewer: User
    case: Case

    @property
    def url(self) -> str:
        return f"/follow-up/{self.case.number}/Y1/"


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """The pages believe that it is 22 November 2026."""
    from outcomes.views import due, entry, panel

    for module in (due, entry, panel):
        monkeypatch.setattr(module, "today", lambda: TODAY)
    return TODAY


@pytest.fixture
def stored_place(db: None, today: date) -> Place:
    """The place as it lies in the database, for tests whose server has a connection of its own."""
    here, there = center("D01"), center("D02")
    return Place(
        here,
        there,
        coordinator=person("coordinator@example.org", Role.COORDINATOR, here),
        director=person("director@example.org", Role.DIRECTOR, here),
        stranger=person("stranger@example.org", Role.COORDINATOR, there),
        reviewer=person("reviewer@example.org", Role.REVIEWER),
        case=survivor(here, 31, started=date(2025, 10, 2), left=date(2025, 10, 31)),
    )


@pytest.fixture
def place(stored_place: Place) -> Iterator[Place]:
    """The same, with every center's rows open to the test."""
    with scope(EVERYTHING):
        yield stored_place


@pytest.fixture
def coordinator(place: Place) -> Client:
    return signed_in(place.coordinator)
