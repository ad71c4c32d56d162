"""The due list and the entry of one follow-up, through the browser's door."""

import json
import re
from datetime import date
from typing import Any
from urllib.parse import quote_from_bytes
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from centers.rls import EVERYTHING, scope
from outcomes.models import FollowUp
from registry.models import Case, SavedRequest
from tests.outcomes.conftest import Place
from tests.outcomes.people import ALIVE, signed_in, survivor

Entries = dict[str, Any]


def send(client: Client, url: str, entries: Entries, *, version: int = 0, **more: Any) -> Any:
    shown = more.pop("base", {name.removeprefix("fu."): "" for name in entries})
    return client.post(url, {"version": version, "base": json.dumps(shown), **entries, **more})


def stored() -> FollowUp:
    return FollowUp.objects.get()


def test_the_list_shows_who_is_overdue_and_by_how_much(coordinator: Client, place: Place) -> None:
    page = coordinator.get("/follow-up/").content.decode()
    assert place.case.number in page
    assert "Overdue by 6 days" in page
    assert "Male" in page
    assert "46 y" in page
    assert place.url in page


def test_the_form_is_saved_and_leads_to_the_next_patient(coordinator: Client, place: Place) -> None:
    following = survivor(place.center, 32, started=date(2026, 10, 20))
    answer = send(coordinator, place.url, ALIVE)
    assert (answer.status_code, answer["Location"]) == (302, f"/follow-up/{following.number}/D30/")
    row = stored()
    assert (row.fu_vital_status, row.fu_date, row.fu_mrs, row.version) == (1, date(2026, 11, 15), 2, 1)
    assert row.recorded_by == place.coordinator
    assert send(coordinator, answer["Location"], ALIVE)["Location"] == "/follow-up/"


def test_scores_and_outcomes_follow_from_the_answers(coordinator: Client, place: Place) -> None:
    FollowUp.objects.create(
        case=place.case,
        center=place.case.center,
        fu_window="D180",
        fu_vital_status=1,
        fu_date=date(2026, 4, 1),
        fu_whodas_items="111000000000",
        recorded_by=place.coordinator,
    )

    form = coordinator.get(f"/follow-up/{place.case.number}/D180/").content.decode()
    panel = coordinator.get(f"/follow-up/{place.case.number}/panel/").content.decode()

    assert re.search(r'id="c-fu-fu_whodas_percent"[^>]*>.*?<div class="calc num">6 %</div>', form)
    assert re.search(r'id="c-fu-fu_eq5d_index"[^>]* hidden>', form)
    assert panel.count("<b>Yes</b>") == 3


def test_errors_stand_at_the_field_and_in_a_summary_and_nothing_is_saved(
    coordinator: Client, place: Place
) -> None:
    wrong = ALIVE | {"fu.fu_date": "2025-09-30", "fu.fu_readmissions": "51", "fu.fu_mrs": ""}
    answer = send(coordinator, place.url, wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert not FollowUp.objects.exists()
    assert 'href="#f-fu-fu_date"' in page
    assert "Follow-up cannot precede ECLS" in page
    assert "Outside the possible range 0 to 50" in page
    assert "Please answer this" in page
    assert 'value="2025-09-30"' in page  # nothing typed is lost
    assert 'name="version" value="0"' in page


def test_a_warning_is_saved_with_its_reason(coordinator: Client, place: Place) -> None:
    late = ALIVE | {"fu.fu_date": "2026-11-20"}
    answer = send(coordinator, place.url, late)
    assert answer.status_code == 422
    assert "Follow-up date outside its window" in answer.content.decode()
    answer = send(coordinator, place.url, late | {"fu.fu_date!reason.V130": "verified"})
    assert answer.status_code == 302
    assert stored().notes["reason"] == {"fu_date": {"V130": "verified"}}


def test_a_death_closes_the_later_windows(coordinator: Client, place: Place) -> None:
    answer = send(
        coordinator,
        place.url,
        {
            "fu.fu_vital_status": "2",
            "fu.fu_date": "2026-11-15",
            "fu.fu_method": "2",
            "fu.fu_death_date": "2026-09-01",
            "fu.fu_death_cause": "4",
        },
    )
    assert answer.status_code == 302
    panel = coordinator.get(f"/follow-up/{place.case.number}/panel/").content.decode()
    assert "Closed: died" in panel
    later = f"/follow-up/{place.case.number}/Y2/"
    assert "Closed: the patient has died" in coordinator.get(later).content.decode()
    assert send(coordinator, later, ALIVE).status_code == 409
    assert place.case.number not in coordinator.get("/follow-up/").content.decode()


def test_a_loss_is_recorded_and_may_be_corrected(coordinator: Client, place: Place) -> None:
    lost = {
        "fu.fu_vital_status": "3",
        "fu.fu_date": "2026-11-15",
        "fu.fu_method": "2",
        "fu.fu_last_known_alive": "2025-10-31",
    }
    assert send(coordinator, place.url, lost).status_code == 302
    assert "Lost to follow-up" in coordinator.get(place.url).content.decode()
    answer = send(coordinator, place.url, ALIVE | {"fu.fu_last_known_alive": ""}, version=1)
    assert answer.status_code == 302
    row = stored()
    assert (row.fu_vital_status, row.fu_last_known_alive) == (1, None)


def test_an_answer_that_no_longer_applies_is_kept_aside(coordinator: Client, place: Place) -> None:
    send(coordinator, place.url, ALIVE)
    answer = send(
        coordinator,
        place.url,
        ALIVE | {"fu.fu_vital_status": "2", "fu.fu_death_date": "2026-11-01", "fu.fu_death_cause": "99"},
        version=1,
    )
    assert answer.status_code == 302
    row = stored()
    assert row.fu_mrs is None
    assert row.notes["hidden"]["fu_mrs"]["text"] == "2"


def test_the_same_request_twice_saves_once(coordinator: Client, place: Place) -> None:
    key: Entries = {"request_key": str(uuid4())}
    first = send(coordinator, place.url, ALIVE, **key)
    second = send(coordinator, place.url, ALIVE, **key)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert stored().version == 1
    assert send(coordinator, place.url, ALIVE | {"fu.fu_mrs": "5"}, **key).status_code == 422
    assert stored().fu_mrs == 2


def test_a_stale_page_overwrites_nothing(coordinator: Client, place: Place) -> None:
    send(coordinator, place.url, ALIVE)
    answer = send(coordinator, place.url, ALIVE | {"fu.fu_mrs": "4"})  # opened before that was saved
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Someone else just changed this" in page
    assert "Moderately severe disability" in page
    assert 'name="version" value="1"' in page
    assert stored().fu_mrs == 2


def test_a_stale_page_that_touches_other_fields_is_taken(coordinator: Client, place: Place) -> None:
    send(coordinator, place.url, ALIVE)
    answer = send(coordinator, place.url, {"fu.fu_dialysis": "0"})
    assert answer.status_code == 302
    assert (stored().fu_dialysis, stored().fu_mrs, stored().version) == (0, 2, 2)


def test_every_change_is_in_the_history_field_by_field(coordinator: Client, place: Place) -> None:
    send(coordinator, place.url, ALIVE)
    send(coordinator, place.url, {"fu.fu_mrs": "3"}, version=1)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pgh_label, fu_mrs, fu_date, fu_method, fu_residence, fu_readmissions, version, center_id,"
            " pgh_context->>'user' FROM outcomes_followupevent ORDER BY pgh_id"
        )
        same = (date(2026, 11, 15), 2, 1, 0)
        who = (place.center.pk, str(place.coordinator.pk))
        assert cursor.fetchall() == [("insert", 2, *same, 1, *who), ("update", 3, *same, 2, *who)]


def test_fields_nobody_asked_for_are_ignored(coordinator: Client, place: Place) -> None:
    sneaky = {
        "fu.center": place.other.pk,
        "fu.fu_window": "Y5",
        "fu.fu_year": "7",
        "fu.notes": "{}",
        "fu.version": "9",
    }
    assert send(coordinator, place.url, ALIVE | sneaky, base={}).status_code == 302
    row = stored()
    assert (row.center_id, row.fu_window, row.fu_year, row.version) == (place.center.pk, "Y1", None, 1)


MARKUP = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "name", ["fu_date", "fu_readmissions", "fu_mrs", "fu_vital_status", "fu_death_cause"]
)
def test_markup_is_refused_and_shown_as_text(coordinator: Client, place: Place, name: str) -> None:
    answer = send(coordinator, place.url, ALIVE | {f"fu.{name}": MARKUP, "fu.fu_date!reason.V130": MARKUP})
    assert answer.status_code in (302, 422)
    page = answer.content.decode() + coordinator.get(place.url).content.decode()
    assert MARKUP not in page


@pytest.mark.parametrize("nasty", ["\x00", "\ud800", "9" * 400, "1e400", "=1+1", "𠮷"])
def test_nasty_text_never_breaks_the_page(coordinator: Client, place: Place, nasty: str) -> None:
    typed = quote_from_bytes(nasty.encode("utf-8", "surrogatepass"))
    body = "&".join(f"{name}={value}" for name, value in ALIVE.items())
    body += f"&version=0&base={{}}&fu.fu_readmissions={typed}"
    answer = coordinator.post(place.url, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize(
    ("who", "see", "write"),
    [("coordinator", 200, 302), ("director", 200, 403), ("reviewer", 200, 403), ("stranger", 404, 404)],
)
def test_who_may_what(place: Place, who: str, see: int, write: int) -> None:
    client = signed_in(getattr(place, who))
    assert client.get(place.url).status_code == see
    assert client.get(f"/follow-up/{place.case.number}/panel/").status_code == see
    assert send(client, place.url, ALIVE).status_code == write
    assert FollowUp.objects.exists() == (write == 302)


def test_nobody_signed_in_is_asked_to_sign_in(place: Place) -> None:
    for address in ("/follow-up/", place.url, f"/follow-up/{place.case.number}/panel/"):
        answer = Client().get(address)
        assert answer.status_code == 302
        assert "/account/" in answer["Location"]


@pytest.mark.parametrize("key", ["DIS", "Y0", "Y12", "YN", "D31"])
def test_a_window_that_does_not_exist_is_not_found(coordinator: Client, place: Place, key: str) -> None:
    assert coordinator.get(f"/follow-up/{place.case.number}/{key}/").status_code == 404


def test_the_list_of_another_center_is_not_found(coordinator: Client, place: Place) -> None:
    assert coordinator.get("/follow-up/?center=D02").status_code == 404
    assert place.case.number in coordinator.get("/follow-up/?center=D01").content.decode()
    assert place.case.number not in signed_in(place.stranger).get("/follow-up/").content.decode()


def test_the_society_chooses_a_center_and_sees_no_names(place: Place) -> None:
    client = signed_in(place.reviewer)
    assert "Choose a center" in client.get("/follow-up/").content.decode()
    page = client.get("/follow-up/?center=D01").content.decode()
    assert place.case.number in page
    assert "Name and phone" not in page


def test_a_reader_sees_answers_but_no_button(place: Place, coordinator: Client) -> None:
    send(coordinator, place.url, ALIVE)
    page = signed_in(place.director).get(place.url).content.decode()
    assert "Save and next" not in page
    assert "disabled" in page


def test_draft_and_withdrawn_cases_take_no_answer(coordinator: Client, place: Place) -> None:
    draft = survivor(place.center, 40, started=date(2025, 10, 2), state="draft")
    assert send(coordinator, f"/follow-up/{draft.number}/Y1/", ALIVE).status_code == 409
    with scope(EVERYTHING):
        Case.objects.filter(pk=place.case.pk).update(withdrawn_at="2026-11-01T00:00:00Z")
    assert send(coordinator, place.url, ALIVE).status_code == 409


def test_the_list_costs_the_same_for_one_and_for_fifty(coordinator: Client, place: Place) -> None:
    counts = []
    for serials in (range(0), range(100, 149)):
        for serial in serials:
            survivor(place.center, serial, started=date(2025, 10, 2))
        coordinator.get("/follow-up/")
        with CaptureQueriesContext(connection) as on_list:
            coordinator.get("/follow-up/")
        with CaptureQueriesContext(connection) as on_entry:
            coordinator.get(place.url)
        counts.append((len(on_list), len(on_entry)))
    assert counts[0] == counts[1]
    assert counts[0][0] <= 20, counts
    assert counts[0][1] <= 26, counts


def test_a_failure_half_way_leaves_nothing(
    coordinator: Client, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    from outcomes.views import entry

    def break_down(*args: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(entry.requests, "remember", break_down)
    coordinator.raise_request_exception = False
    answer = send(coordinator, place.url, ALIVE, request_key=str(uuid4()))
    assert answer.status_code == 500
    assert not FollowUp.objects.exists()
    assert not SavedRequest.objects.exists()


def test_the_case_page_and_the_worklist_load_their_panels(coordinator: Client, place: Place) -> None:
    case_page = coordinator.get(f"/cases/{place.case.number}/").content.decode()
    assert f'hx-get="/follow-up/{place.case.number}/panel/"' in case_page
    assert 'hx-get="/follow-up/panel/"' in coordinator.get("/worklist/").content.decode()
    panel = coordinator.get("/follow-up/panel/", headers={"hx-request": "true"}).content.decode()
    assert place.url in panel
    assert "<html" not in panel
    assert coordinator.get("/follow-up/panel/")["Location"] == "/follow-up/"
    refused = signed_in(place.reviewer).get("/follow-up/panel/", headers={"hx-request": "true"})
    assert refused.status_code == 403
