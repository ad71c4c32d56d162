"""Finding a person: by number inside the center, by key elsewhere, and nothing more than that."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from centers.models import SecurityEvent
from centers.rls import READ_ALL, scope
from registry.identity import matching, store
from registry.identity.documents import synthetic_id
from registry.identity.matching import Match
from registry.models import IdentifierKind
from tests.factories.people import coordinator_of, director_of, reviewer
from tests.registry.identity.conftest import acting_in, opened

K = IdentifierKind
NUMBER = synthetic_id("44", date(1990, 2, 3), 1, 11)
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def identify(case, **values):
    by = coordinator_of(case.center)
    with acting_in(by):
        store.write_identity(
            case.patient,
            {K(kind): text for kind, text in values.items()},
            by=by,
            case=case,
            document_type=1 if "document_no" in values else store.KEEP,
        )


def start_run(case, start, stop=None):
    with opened(case.center):
        case.runs.update(run_start_at=start, run_stop_at=stop)


def propose(case, by, **changes):
    asked = {"record_no": "", "document_type": 1, "document_no": "", "at": START, **changes}
    with acting_in(by):
        return matching.propose(case.center, by=by, **asked)


def test_record_number_finds_its_cases_however_typed(case, coordinator, make_case):
    second = make_case(case.center, case.patient)
    for each in (case, second):
        identify(each, record_no="ZY 00123")

    with acting_in(coordinator):
        assert list(matching.find_by_record_no(case.center, "ｚｙ00123")) == [second, case]
        assert list(matching.find_by_record_no(case.center, "ZY0012")) == []


def test_record_number_of_another_center_finds_nothing(case, coordinator, elsewhere, make_case):
    other = make_case(elsewhere)
    identify(other, record_no="ZY00123")

    with acting_in(coordinator):
        assert list(matching.find_by_record_no(case.center, "ZY00123")) == []
        assert list(matching.find_by_record_no(elsewhere, "ZY00123")) == []


def test_proposes_nothing_for_a_new_person(case, coordinator):
    assert propose(case, coordinator, record_no="X1", document_no=NUMBER) == matching.Proposal(
        patient=None, same_document=False, overlapping=None, elsewhere=None
    )


def test_proposes_the_patient_with_the_same_document(case, coordinator):
    identify(case, document_no=NUMBER)

    found = propose(case, coordinator, document_no=NUMBER.lower())

    assert (found.patient, found.same_document, found.elsewhere) == (case.patient, True, None)


def test_proposes_the_patient_with_the_same_record_number(case, coordinator):
    identify(case, record_no="ZY00123")

    found = propose(case, coordinator, record_no="zy00123", document_type=8)

    assert (found.patient, found.same_document) == (case.patient, False)


@pytest.mark.parametrize(
    ("start", "stop", "overlaps"),
    [
        (START - timedelta(hours=5), None, True),
        (START - timedelta(hours=5), START, True),
        (START, None, True),
        (START - timedelta(days=9), START - timedelta(hours=1), False),
        (START + timedelta(hours=1), None, False),
    ],
)
def test_running_case_of_the_same_patient_is_named(case, coordinator, start, stop, overlaps):
    identify(case, document_no=NUMBER)
    start_run(case, start, stop)

    found = propose(case, coordinator, document_no=NUMBER)

    assert found.overlapping == (case if overlaps else None)


@pytest.mark.parametrize(
    ("hours", "transfer"), [(2, True), (-2, True), (72, True), (73, False), (24 * 400, False)]
)
def test_person_elsewhere_is_told_as_hours_alone(case, coordinator, elsewhere, make_case, hours, transfer):
    other = make_case(elsewhere)
    identify(other, document_no=NUMBER)
    start_run(other, START - timedelta(hours=hours))

    found = propose(case, coordinator, document_no=NUMBER)

    assert found == matching.Proposal(None, False, None, Match(hours))
    assert found.elsewhere.may_be_a_transfer is transfer


def test_person_elsewhere_without_a_start_has_no_hours(case, coordinator, elsewhere, make_case):
    identify(make_case(elsewhere), document_no=NUMBER)

    assert propose(case, coordinator, document_no=NUMBER).elsewhere == Match(None)
    assert propose(case, coordinator, document_no=NUMBER, at=None).elsewhere == Match(None)


def test_withdrawn_patient_elsewhere_is_not_told(case, coordinator, elsewhere, make_case):
    other = make_case(elsewhere, withdrawn_at=START)
    identify(other, document_no=NUMBER)

    assert propose(case, coordinator, document_no=NUMBER).elsewhere is None


def test_scope_is_as_before_after_a_match(case, coordinator, elsewhere, make_case):
    other = make_case(elsewhere)
    identify(other, document_no=NUMBER)

    with acting_in(coordinator):
        matching.match_person(other.patient.person_key, START, center=case.center, by=coordinator)
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('app.read_centers'), current_setting('app.write_centers')")
            assert cursor.fetchone() == (str(case.center_id), str(case.center_id))
        assert not type(other).objects.filter(pk=other.pk).exists()


def test_each_match_is_recorded_with_its_key(case, coordinator, elsewhere, make_case):
    other = make_case(elsewhere)
    identify(other, document_no=NUMBER)

    propose(case, coordinator, document_no=NUMBER)

    with scope(READ_ALL):
        event = SecurityEvent.objects.get(kind="match")
    assert (event.user, event.center, event.outcome) == (coordinator, case.center, "ok")
    assert event.details == {"person_key": other.patient.person_key, "found": True}


def test_too_many_matches_are_refused(case, coordinator, elsewhere, make_case, monkeypatch):
    identify(make_case(elsewhere), document_no=NUMBER)
    monkeypatch.setattr(matching, "MATCHES_PER_HOUR", 2)

    for _ in range(2):
        propose(case, coordinator, document_no=NUMBER)
    with pytest.raises(matching.TooManyMatchesError):
        propose(case, coordinator, document_no=NUMBER)

    with scope(READ_ALL):
        outcomes = SecurityEvent.objects.filter(kind="match").order_by("id")
        assert [event.outcome for event in outcomes] == ["ok", "ok", "refused"]
        assert outcomes.last().details["found"] is False


@pytest.mark.parametrize("person", ["director", "reviewer", "stranger"])
def test_only_who_enters_data_may_ask(case, elsewhere, person):
    by = {
        "director": director_of,
        "reviewer": lambda _: reviewer(),
        "stranger": lambda _: coordinator_of(elsewhere),
    }
    user = by[person](case.center)

    with acting_in(user), pytest.raises(PermissionDenied):
        matching.match_person("x", START, center=case.center, by=user)
