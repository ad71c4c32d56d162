"""Known patients when a case is begun, and the search for a hospital number."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from centers.models import SecurityEvent
from centers.rls import READ_ALL, scope
from registry.identity import matching, store
from registry.identity.documents import synthetic_id
from registry.models import Case, IdentifierKind, Patient
from registry.views import opening
from tests.factories.people import coordinator_of, director_of, reviewer
from tests.registry.identity.conftest import acting_in, opened
from tests.registry.identity.openings import NUMBER, answers_in, begin, cases_of, known

K = IdentifierKind
OTHER_NUMBER = synthetic_id("31", date(1980, 5, 6), 2, 8)


@pytest.fixture
def answers(center):
    return answers_in(center)


@pytest.fixture
def desk(client, coordinator):
    client.force_login(coordinator)
    return client


def identity_of(case):
    by = coordinator_of(case.center)
    with acting_in(by):
        return store.reveal(case.patient, by=by, case=case)


def test_new_patient_is_opened_with_numbers_sealed(desk, center, answers):
    response = begin(desk, answers)

    [case] = cases_of(center)
    assert response["Location"] == reverse("registry:case", args=[case.number])
    assert identity_of(case) == {K.DOCUMENT_NO: NUMBER, K.RECORD_NO: "ZY00123"}


@pytest.mark.parametrize(
    ("document_type", "number", "said"),
    [
        ("1", NUMBER[:17], "身份证号码应为 18 位，现为 17 位"),
        ("6", "x" * 20, "身份证号码应为 18 位，现为 20 位"),
        ("1", NUMBER[:16] + ("8" if NUMBER[16] != "8" else "6") + NUMBER[17], "号码校验未通过，请核对"),
        ("8", "E1234567", "已选“无证件”，不应填证件号码"),
    ],
)
def test_number_that_cannot_be_one_opens_no_case(desk, center, answers, document_type, number, said):
    response = begin(desk, answers, id_document_type=document_type, document_no=number)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert cases_of(center) == []


def test_short_year_of_birth_is_in_the_past(desk, center, answers):
    begin(desk, answers, birth_date="680304")

    [case] = cases_of(center)
    assert case.patient.birth_date == date(1968, 3, 4)


@pytest.mark.parametrize("days", [0, 1])
def test_birth_after_today_opens_no_case(desk, center, answers, days):
    born = timezone.localdate() + timedelta(days)
    response = begin(desk, answers, id_document_type="8", document_no="", birth_date=born.isoformat())

    assert ("出生日期晚于今天，请核对" in response.content.decode()) is (days == 1)
    assert len(cases_of(center)) == 1 - days


def test_same_document_goes_on_with_the_same_patient(desk, case, center, answers):
    known(case, document_no=NUMBER)

    asked = begin(desk, answers)
    opened_now = begin(desk, answers, decision="same")

    assert (asked.status_code, opened_now.status_code) == (200, 302)
    assert case.patient.number in asked.content.decode()
    assert [each.patient for each in cases_of(center)] == [case.patient, case.patient]


def test_same_record_number_may_be_another_patient(desk, case, center, answers):
    known(case, record_no="ZY00123")

    begin(desk, answers, decision="other")

    assert len({each.patient for each in cases_of(center)}) == 2


def test_document_of_a_known_patient_is_not_replaced(desk, case, center, answers):
    known(case, record_no="ZY00123", document_no=OTHER_NUMBER)

    begin(desk, answers, decision="same")

    assert identity_of(cases_of(center)[1])[K.DOCUMENT_NO] == OTHER_NUMBER


def test_running_case_stops_a_second_one(desk, case, center, answers):
    known(case, document_no=NUMBER)

    response = begin(desk, answers, run_start_at="2026-11-20 06:30", decision="same")

    assert case.number in response.content.decode()
    assert len(cases_of(center)) == 1


def test_person_elsewhere_is_told_without_identity(desk, elsewhere, center, answers, make_case):
    other = known(make_case(elsewhere), document_no=NUMBER, name="王小明", record_no="KEEP-9")

    page = begin(desk, answers).content.decode()

    for text in ("王", "KEEP-9", other.number, other.patient.number, elsewhere.center_name):
        assert text not in page
    assert "2" in page
    assert begin(desk, answers, decision="transfer").status_code == 302
    with opened(center):
        assert Case.objects.get(center=center).admission.admission_source == 4


def test_run_elsewhere_long_ago_is_no_transfer(desk, elsewhere, center, answers, make_case):
    known(make_case(elsewhere), document_no=NUMBER)

    page = begin(desk, answers, run_start_at="2026-11-24 08:00").content.decode()

    assert 'value="transfer"' not in page
    assert 'value="other"' in page


def test_ecls_again_in_the_same_admission_is_a_further_run_of_its_case(desk, case, center, answers):
    known(case, document_no=NUMBER)

    page = begin(desk, answers).content.decode()
    answer = begin(desk, answers, decision="run")

    assert "第 2 次上机" in page
    assert f'value="run">同一次住院：在 {case.number}' in page
    assert answer["Location"] == reverse("registry:case", args=[case.number]) + "?run=2"
    with opened(center):
        run = case.runs.get(run_number=2)
        assert (run.initial_mode, run.support_type) == ("VA", 2)
        assert len(cases_of(center)) == 1


def test_after_the_discharge_it_is_a_new_admission(desk, case, center, answers):
    known(case, document_no=NUMBER)
    with opened(center):
        type(case.outcome).objects.filter(case=case).update(discharge_at="2026-11-20 07:30+08:00")

    assert 'value="run"' not in begin(desk, answers).content.decode()
    assert begin(desk, answers, decision="run").status_code == 302
    assert len(cases_of(center)) == 2


def test_same_form_twice_at_once_makes_one_patient(desk, center, answers, monkeypatch):
    begin(desk, answers)
    seen = []

    def blind_at_first(form, by):
        seen.append(by)
        return matching.Proposal(None, False, None, None) if len(seen) == 1 else real(form, by)

    real = opening._propose
    monkeypatch.setattr(opening, "_propose", blind_at_first)
    response = begin(desk, answers)

    assert response.status_code == 409
    assert len(cases_of(center)) == 1
    with opened(center):
        assert Patient.objects.filter(center=center).count() == 1


def search(client, text):
    return client.post(reverse("registry:search"), {"q": text})


def test_complete_hospital_number_leads_to_its_case(desk, case):
    known(case, record_no="ZY 00123")

    assert search(desk, "zy00123")["Location"] == reverse("registry:case", args=[case.number])


def test_several_cases_are_listed_under_a_token(desk, case, make_case):
    for each in (case, make_case(case.center, case.patient)):
        known(each, record_no="ZY00123")

    address = search(desk, "ZY00123")["Location"]

    assert "00123" not in address
    page = desk.get(address).content.decode()
    assert page.count(case.center.center_code + "-") >= 2
    assert "ZY00123" not in page


@pytest.mark.parametrize("text", ["", "ZY001", "\x00", "ZY00123\x00'--", "𠮷" * 100, "%"])
def test_incomplete_or_strange_text_finds_nothing(desk, case, text):
    known(case, record_no="ZY00124")

    assert "found=" in search(desk, text)["Location"]


@pytest.mark.parametrize("person", [coordinator_of, director_of, lambda _: reviewer()])
def test_hospital_number_of_another_center_finds_nothing(client, case, elsewhere, person):
    known(case, record_no="ZY00123")
    client.force_login(person(elsewhere))

    address = search(client, "ZY00123")["Location"]

    assert case.number not in address
    assert case.number not in client.get(address).content.decode()


def test_search_is_recorded_without_the_text(desk, case):
    known(case, record_no="ZY00123")

    search(desk, "ZY00123")

    with scope(READ_ALL):
        event = SecurityEvent.objects.get(kind="search")
    assert (event.details, event.object) == ({"found": 1}, "")
