"""The course of the patient beside the entry of a follow-up."""

import re
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from outcomes.models import FollowUp
from registry.models import Case, Complication
from tests.outcomes.conftest import Place
from tests.outcomes.people import signed_in, survivor

SHANGHAI = ZoneInfo("Asia/Shanghai")


def answered(case: Case, key: str, on: date, **answers: Any) -> FollowUp:
    code, year = ("YN", int(key[1:])) if key[0] == "Y" and int(key[1:]) > 5 else (key, None)
    told = {"fu_vital_status": 1, "fu_mrs": 2} | answers
    return FollowUp.objects.create(
        case=case, center_id=case.center_id, fu_window=code, fu_year=year, fu_date=on, **told
    )


def drawing(client: Client, url: str) -> str:
    page = client.get(url).content.decode()
    return page[page.index('<svg class="tl upright"') : page.index("</aside>")]


def marks(drawn: str) -> list[tuple[str, str]]:
    """Where each mark leads and what it says."""
    return re.findall(r'<a class="tl-event[^>]*? href="([^"]*)" aria-label="([^"]*)"', drawn)


def test_every_window_and_the_stay_lead_to_where_they_are_entered(coordinator: Client, place: Place) -> None:
    answered(place.case, "D90", date(2025, 12, 28))
    number = place.case.number
    drawn = drawing(coordinator, place.url)

    assert marks(drawn) == [
        (f"/cases/{number}/?run=1#f-run1-run_start_at", "VA started 2025-10-02 12:00"),
        (f"/cases/{number}/#f-outcome-discharge_at", "Discharged 2025-10-31 12:00"),
        (f"/follow-up/{number}/D30/", "30 days: Missed 2025-11-01"),
        (f"/follow-up/{number}/D90/", "90 days: Alive, mRS 2 2025-12-28"),
        (f"/follow-up/{number}/D180/", "180 days: Missed 2026-03-31"),
        (f"/follow-up/{number}/Y1/", "1 year: to be entered until 2026-11-16"),
        (f"/follow-up/{number}/Y2/", "2 years 2027-10-02"),
    ]
    assert drawn.count("aria-current") == 1
    assert re.search(r'aria-label="1 year[^>]*aria-current="true"', drawn)
    assert "tl-mark circle done" in drawn
    assert "tl-mark circle due" in drawn
    assert "style=" not in drawn


def test_the_same_stands_in_words(coordinator: Client, place: Place) -> None:
    drawn = drawing(coordinator, place.url)
    told = drawn[drawn.index("<details") :]

    assert told.count("<li>") == len(marks(drawn))
    assert 'aria-describedby="tl-desc"' in drawn
    assert '<desc id="tl-desc">' in drawn


def test_a_reader_is_led_to_answers_and_to_the_case_only(place: Place) -> None:
    answered(place.case, "D90", date(2025, 12, 28))
    drawn = drawing(signed_in(place.director), f"/follow-up/{place.case.number}/D180/")
    leads = {label.partition(":")[0]: href for href, label in marks(drawn)}

    assert leads["90 days"] == f"/follow-up/{place.case.number}/D90/"
    assert leads["1 year"] == f"/cases/{place.case.number}/#panel-follow-up"


def test_a_death_that_a_follow_up_tells_of_is_a_cross(coordinator: Client, place: Place) -> None:
    row = answered(place.case, "D180", date(2026, 4, 2), fu_vital_status=2, fu_mrs=None)
    row.fu_death_date = date(2026, 3, 20)
    row.save()
    drawn = drawing(coordinator, f"/follow-up/{place.case.number}/D180/")

    assert drawn.index("tl-mark cross") < drawn.index("180 days: Dead")
    assert (f"/cases/{place.case.number}/#panel-follow-up", "Died 2026-03-20") in marks(drawn)


def test_a_contact_dated_before_discharge_is_marked(coordinator: Client, place: Place) -> None:
    answered(place.case, "D90", date(2025, 10, 20))
    drawn = drawing(coordinator, place.url)

    assert "90 days: Alive, mRS 2: before discharge" in drawn
    assert drawn.count("tl-mark alert") == 2  # in the drawing and in the list


def followed_for_years(place: Place, serial: int, rows: int) -> str:
    """The address of year 5 of a case with this many complications and this many yearly answers after it."""
    start = datetime(1966, 1, 10, 12, tzinfo=SHANGHAI)
    case = survivor(place.center, serial, started=start.date(), left=date(1966, 2, 10), state="draft")
    for number in range(1, rows + 1):
        onset = start + timedelta(hours=number)
        Complication.objects.create(
            center=place.center, run=case.runs.get(), position=number, comp_code="HEM01", comp_onset_at=onset
        )
    for state in ("submitted", "accepted"):
        Case.objects.filter(pk=case.pk).update(state=state)
    for number in range(rows):
        answered(case, f"Y{number + 6}", date(1972 + number, 1, 10))
    return f"/follow-up/{case.number}/Y5/"


def test_it_costs_the_same_for_one_row_and_for_fifty(coordinator: Client, place: Place) -> None:
    counts = []
    for serial, rows in ((76, 1), (77, 50)):
        url = followed_for_years(place, serial, rows)
        coordinator.get(url)
        with CaptureQueriesContext(connection) as queries:
            drawn = drawing(coordinator, url)
        counts.append(len(queries))
        assert drawn.count("tl-label") <= 8

    assert len(marks(drawn)) > 100
    assert counts[0] == counts[1]
    assert counts[0] <= 26
