"""Rows of repeating groups on the server: deletions taken back, trials of pasted values, expected rows, no scripts."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from centers.history import acting
from centers.models import Role
from registry.actions import restoring
from registry.actions.restoring import RowName
from registry.actions.saving import PartChange, save_case
from registry.models import Complication, Run, SupportRecord
from registry.slots import open_slots, read_offer
from tests.centers.visits import as_
from tests.factories.cases import changes, identify, make_draft
from tests.factories.people import make_center, person_with
from tests.registry.rows.running import day, make_just_started, make_running, make_stopped

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def center(everything: None) -> Any:
    return make_center()


@pytest.fixture
def coordinator(center: Any) -> Any:
    return person_with(Role.COORDINATOR, center)


@pytest.fixture
def client(coordinator: Any) -> Client:
    return as_(coordinator)


def at(text: str) -> datetime:
    return timezone.make_aware(datetime.strptime(text, "%Y-%m-%d %H:%M"))


# --- a deletion taken back ---


def delete_first(client: Client, case: Any) -> tuple[str, Complication]:
    row = Complication.objects.get(run__case=case)
    key = f"complication1.{row.pk}"
    answer = client.post(f"/cases/{case.number}/s/complications/?run=1", {f"{key}!delete": "1"}, headers=JSON)
    assert answer.json()["gone"] == [key]
    return key, row


def test_a_deleted_row_comes_back_with_its_key_and_content(
    client: Client, center: Any, coordinator: Any
) -> None:
    case = make_stopped(center, coordinator)
    key, row = delete_first(client, case)
    assert not Complication.objects.exists()

    answer = client.post(f"/cases/{case.number}/rows/{key}/restore/?run=1", headers=JSON).json()

    back = Complication.objects.get()
    assert (back.pk, back.position, back.comp_code, back.comp_actions) == (row.pk, row.position, "HEM01", [1])
    assert answer["versions"] == {key: row.version + 1}
    assert answer["fields"][f"{key}.comp_code"]["answer"]["text"] == "HEM01"


def test_taking_back_twice_is_once_and_both_acts_are_kept(
    client: Client, center: Any, coordinator: Any
) -> None:
    from django.apps import apps

    case = make_stopped(center, coordinator)
    key, row = delete_first(client, case)
    for _ in range(2):
        assert client.post(f"/cases/{case.number}/rows/{key}/restore/", headers=JSON).status_code == 200

    events = (
        apps.get_model("registry", "ComplicationEvent").objects.filter(pgh_obj_id=row.pk).order_by("pgh_id")
    )
    assert list(events.values_list("pgh_label", flat=True)) == ["insert", "delete", "insert"]


def test_only_who_deleted_it_brings_a_row_back_and_not_for_long(
    client: Client, center: Any, coordinator: Any, monkeypatch: Any
) -> None:
    case = make_stopped(center, coordinator)
    key, row = delete_first(client, case)
    colleague = as_(person_with(Role.COORDINATOR, center))
    stranger = as_(person_with(Role.COORDINATOR, make_center()))
    address = f"/cases/{case.number}/rows/{key}/restore/"

    assert colleague.post(address, headers=JSON).status_code == 409
    assert stranger.post(address, headers=JSON).status_code == 404
    monkeypatch.setattr(restoring, "ACCEPTED_FOR", timedelta(0))
    assert client.post(address, headers=JSON).status_code == 409
    assert not Complication.objects.filter(pk=row.pk).exists()


def test_a_row_of_another_case_is_not_brought_into_this_one(
    client: Client, center: Any, coordinator: Any
) -> None:
    case, other = make_stopped(center, coordinator), make_draft(center, coordinator)
    key, row = delete_first(client, case)

    assert client.post(f"/cases/{other.number}/rows/{key}/restore/", headers=JSON).status_code == 409
    assert not Complication.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    "key", ["run1", "complication1.new1", "complication1.", "x.1", "complication.5", "complication1.٣"]
)
def test_names_of_no_stored_row(key: str) -> None:
    assert RowName.read(key) is None


# --- expected rows ---


def test_the_first_two_days_are_those_of_4_and_24_hours_then_each_morning() -> None:
    run = Run(run_start_at=at("2026-11-19 02:47"))

    slots = open_slots(run, [], at("2026-11-22 07:00"))

    assert [slot.offer for slot in slots] == [
        "H4 2026-11-19 06:47",
        "H24 2026-11-20 02:47",
        "DAY 2026-11-21 08:00",
        "DAY 2026-11-22 08:00",
    ]


def test_nothing_is_expected_before_the_start_or_after_the_stop() -> None:
    assert open_slots(Run(), [], at("2026-11-22 07:00")) == []
    short = Run(run_start_at=at("2026-11-19 02:47"), run_stop_at=at("2026-11-21 07:00"))
    assert [slot.timepoint for slot in open_slots(short, [], at("2026-12-22 07:00"))] == ["H4", "H24"]


def test_a_stored_row_takes_the_place_of_the_expected_one() -> None:
    run = Run(run_start_at=at("2026-11-19 02:47"))
    rows = [
        SupportRecord(timepoint="H24", measured_at=at("2026-11-20 04:00")),
        SupportRecord(timepoint="DAY", measured_at=at("2026-11-21 09:10")),
    ]

    slots = open_slots(run, rows, at("2026-11-22 07:00"))

    assert [slot.timepoint for slot in slots] == ["H4", "DAY"]


@pytest.mark.parametrize("text", ["", "H4", "XX 2026-11-19 06:47", "DAY", "\x00 1"])
def test_other_texts_are_no_offer(text: str) -> None:
    assert read_offer(text) == {}


def test_an_expected_row_is_stored_with_its_first_value_and_not_before(
    client: Client, center: Any, coordinator: Any
) -> None:
    case = make_just_started(center, coordinator)
    address = f"/cases/{case.number}/s/support/?run=1"
    offer = {"support1.new1!offer": f"DAY {day(0, '08:00')}"}

    client.post(address, {"support1.new1.on_map": "", **offer}, headers=JSON)
    assert not SupportRecord.objects.exists()
    client.post(address, {"support1.new1.on_map": "71", **offer}, headers=JSON)

    row = SupportRecord.objects.get()
    assert (row.timepoint, row.written("measured_at"), row.on_map) == ("DAY", day(0, "08:00"), 71)


def test_an_expected_row_begun_in_two_tabs_is_one_row(client: Client, center: Any, coordinator: Any) -> None:
    case = make_just_started(center, coordinator)
    address = f"/cases/{case.number}/s/support/?run=1"
    offer = {"support1.new1!offer": f"DAY {day(0, '08:00')}"}
    client.post(address, {"support1.new1.on_map": "71", **offer}, headers=JSON)

    told = client.post(address, {"support1.new1.on_hb": "98", **offer}, headers=JSON).json()

    row = SupportRecord.objects.get()
    key = f"support1.{row.pk}"
    assert (row.on_map, row.on_hb) == (71, 98)
    assert told["added"] == {"support1.new1": key}
    assert told["fields"][f"{key}.on_map"]["answer"]["text"] == "71"


def test_another_value_for_the_same_time_is_a_row_of_its_own(
    client: Client, center: Any, coordinator: Any
) -> None:
    case = make_just_started(center, coordinator)
    address = f"/cases/{case.number}/s/support/?run=1"
    offer = {"support1.new1!offer": f"DAY {day(0, '08:00')}"}
    for value in ("71", "65"):
        client.post(address, {"support1.new1.on_map": value, **offer}, headers=JSON)

    assert sorted(SupportRecord.objects.values_list("on_map", flat=True)) == [65, 71]


# --- pasted values ---


def test_a_trial_says_what_would_be_and_stores_nothing(client: Client, center: Any, coordinator: Any) -> None:
    case = make_running(center, coordinator)
    row = SupportRecord.objects.get(timepoint="H24")
    version = row.version
    base = {name: row.written(name) for name in ("on_map", "on_hb", "on_lactate")}
    sent = {
        "versions": json.dumps({f"support1.{row.pk}": version}),
        "base": json.dumps({f"support1.{row.pk}": base}),
        f"support1.{row.pk}.on_map": "7x",
        f"support1.{row.pk}.on_hb": "61",
        f"support1.{row.pk}.on_lactate": "2.4",
        "support1.new1.on_map": "900",
        "support1.new1!offer": f"DAY {day(0, '08:00')}",
    }

    fields = client.post(f"/cases/{case.number}/s/support/try/?run=1", sent, headers=JSON).json()["fields"]

    assert fields[f"support1.{row.pk}.on_map"]["errors"] == ["请填数字"]
    assert "低于常见范围" in fields[f"support1.{row.pk}.on_hb"]["warnings"][0]
    assert fields[f"support1.{row.pk}.on_lactate"] == {"shown": "2.4", "errors": [], "warnings": []}
    assert "超出可能范围" in fields["support1.new1.on_map"]["errors"][0]
    row.refresh_from_db()
    assert (row.version, row.on_hb, SupportRecord.objects.count()) == (version, 88, 2)


# --- today's values of everybody ---


def test_the_page_of_today_asks_the_same_number_of_questions_for_1_and_50_patients(
    client: Client, center: Any, coordinator: Any
) -> None:
    make_running(center, coordinator)
    client.get("/daily/")
    with CaptureQueriesContext(connection) as one:
        assert client.get("/daily/").content.count(b"data-saves-to") == 1
    for _ in range(49):
        make_just_started(center, coordinator)

    with CaptureQueriesContext(connection) as fifty:
        assert client.get("/daily/").content.count(b"data-saves-to") == 50

    assert len(fifty) == len(one)


def test_the_page_of_today_shows_open_running_cases_of_the_own_center_alone(
    client: Client, center: Any, coordinator: Any
) -> None:
    elsewhere = make_center()
    make_running(elsewhere, person_with(Role.COORDINATOR, elsewhere))
    make_stopped(center, coordinator)
    make_draft(center, coordinator)
    assert "目前没有在机患者" in client.get("/daily/").content.decode()

    case = make_running(center, coordinator)

    assert case.number in client.get("/daily/").content.decode()
    assert as_(person_with(Role.DIRECTOR, center)).get("/daily/").status_code == 403


def test_the_page_of_today_works_as_a_plain_form(client: Client, center: Any, coordinator: Any) -> None:
    cases = [make_just_started(center, coordinator) for _ in range(2)]
    page = client.get("/daily/").content.decode()
    sent = {"versions": "{}", "base": "{}"}
    for number in (1, 2):
        assert f"support1.new{number}.on_map" in page
        sent |= {
            f"support1.new{number}.on_map": str(70 + number),
            f"support1.new{number}!offer": f"DAY {day(0, '08:00')}",
        }

    assert client.post("/daily/", sent).status_code == 302

    stored = SupportRecord.objects.order_by("on_map").values_list("run__case__number", "on_map", "timepoint")
    assert list(stored) == [(cases[0].number, 71, "DAY"), (cases[1].number, 72, "DAY")]


def test_a_plain_form_says_which_case_somebody_else_changed(
    client: Client, center: Any, coordinator: Any
) -> None:
    case = make_just_started(center, coordinator)
    with acting(user=coordinator):
        made = {"support1.new1": {"timepoint": "DAY", "measured_at": day(0, "08:00"), "on_map": "70"}}
        save_case(case.number, changes(made), by=coordinator, identify=identify)
    row = SupportRecord.objects.get()
    key = f"support1.{row.pk}"
    sent = {
        "versions": json.dumps({key: row.version - 1}),
        "base": json.dumps({key: {"on_map": "65"}}),
        f"{key}.on_map": "80",
    }

    answer = client.post("/daily/", sent)

    assert answer.status_code == 409
    assert case.number in answer.content.decode()
    row.refresh_from_db()
    assert row.on_map == 70


# --- without scripts ---


def test_rows_are_added_deleted_and_opened_by_a_plain_form(
    client: Client, center: Any, coordinator: Any
) -> None:
    case = make_running(center, coordinator)
    row = SupportRecord.objects.get(timepoint="H24")
    page = client.get(f"/cases/{case.number}/?run=1&open=support1.{row.pk}").content.decode()
    assert f'name="support1.{row.pk}.on_ph"' in page
    assert page.count(f'name="support1.{row.pk}.on_map"') == 1

    address = f"/cases/{case.number}/s/complications/?run=1"
    client.post(
        address,
        {"complication1.new1.comp_code": "HEM02", "complication1.new1.comp_onset_at": day(1, "08:00")},
    )
    assert Complication.objects.count() == 2
    first = Complication.objects.order_by("pk").first()
    client.post(address, {f"complication1.{first.pk}!delete": "1"})  # type: ignore[union-attr]
    assert Complication.objects.get().comp_code == "HEM02"


def test_a_reference_is_a_list_of_the_rows_it_may_name(client: Client, center: Any, coordinator: Any) -> None:
    case = make_stopped(
        center, coordinator, **{"complication1.new1": {"comp_code": "MEC01", "comp_actions": ["4"]}}
    )
    row = Complication.objects.get()
    page = client.get(f"/cases/{case.number}/").content.decode()

    control = page[page.index(f'id="f-complication1-{row.pk}-comp_equipment_row"') :]
    assert (
        '<option value="1">膜肺(氧合器) · 2026-03-01 12:00 · 否</option>'
        in control[: control.index("</select>")]
    )

    change = PartChange(f"complication1.{row.pk}", {}, row.version)
    change.entries |= changes({"x": {"comp_equipment_row": "1"}})[0].entries
    save_case(case.number, [change], by=coordinator, identify=identify)
    row.refresh_from_db()
    assert row.comp_equipment_row == 1


def test_complications_derived_elsewhere_are_not_offered(
    client: Client, center: Any, coordinator: Any
) -> None:
    page = client.get(f"/cases/{make_draft(center, coordinator).number}/").content.decode()

    assert '<option value="HEM05"' in page
    assert '<option value="PUL02"' not in page
    assert '<option value="INF01"' not in page
