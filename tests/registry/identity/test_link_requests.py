"""A case that may go on from another center: what is asked, what each side learns, and how it is answered."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from centers.models import SecurityEvent
from centers.refusals import refused_by_database
from centers.rls import READ_ALL, scope
from registry.actions import consent
from registry.actions.cases import delete_draft
from registry.identity import matching
from registry.models import Case, PossibleDuplicate
from registry.models.duplicates import Reason, Side
from tests.factories.people import coordinator_of, director_of, reviewer
from tests.registry.identity.conftest import acting_in, opened
from tests.registry.identity.openings import NUMBER, answers_in, begin, cases_of, known, rows_of

OFFERED = re.compile(r'name="decision" value="(\w+)"')


@pytest.fixture
def other(elsewhere, make_case):
    """The case in the other center, begun two hours earlier."""
    return known(make_case(elsewhere), document_no=NUMBER, name="王小明")


@pytest.fixture
def desk(client, coordinator):
    client.force_login(coordinator)
    return client


@pytest.fixture
def there(elsewhere):
    """The coordinator of the other center."""
    return coordinator_of(elsewhere)


@pytest.fixture
def asked(desk, center, elsewhere, other):
    """The row of the other center after the patient was said to come from there."""
    begin(desk, answers_in(center), decision="transfer")
    return rows_of(center, elsewhere)[1]


def offered(response):
    return OFFERED.findall(response.content.decode())


def reply(client, user, row, **data):
    client.force_login(user)
    return client.post(reverse("registry:handover", args=[row.pair]), data)


def page_of(client, user, *address):
    client.force_login(user)
    return client.get(reverse(*address[:1], args=address[1:])).content.decode()


def test_question_of_a_transfer_offers_yes_no_and_not_sure(desk, center, other):
    response = begin(desk, answers_in(center))

    assert "另一中心有一例 2 小时前上机，是带 ECLS 转入的患者吗？" in response.content.decode()
    assert offered(response) == ["transfer", "other", "unsure"]
    assert not cases_of(center)


def test_yes_asks_the_other_center_and_tells_neither_who_the_other_is(
    desk, center, elsewhere, other, coordinator
):
    begin(desk, answers_in(center), decision="transfer")

    new, old = rows_of(center, elsewhere)
    [case] = cases_of(center)
    assert (new.center, new.case, new.hours, new.created_by) == (center, case, 2, coordinator)
    assert (old.center, old.case, old.hours, old.created_by) == (elsewhere, other, -2, None)
    assert (new.pair, new.reason, old.reason) == (old.pair, Reason.HANDOVER, Reason.HANDOVER)
    event = apps.get_model("registry", "PossibleDuplicateEvent")
    with scope(READ_ALL):
        told = event.objects.get(pgh_obj_id=old.pk).pgh_context
        own = event.objects.get(pgh_obj_id=new.pk).pgh_context
        log = SecurityEvent.objects.get(kind="link")
    assert (told["user"], own["user"]) == (None, coordinator.pk)
    assert (log.user, log.center, log.object) == (coordinator, center, f"case {case.number}")
    assert log.details == {"pair": str(new.pair), "act": "asked"}


def test_no_opens_the_case_and_asks_nobody(desk, center, elsewhere, other):
    begin(desk, answers_in(center), decision="other")

    assert len(cases_of(center)) == 1
    assert rows_of(center, elsewhere) == []


def test_not_sure_opens_the_case_for_the_society_and_asks_nobody(
    desk, client, center, elsewhere, other, there
):
    begin(desk, answers_in(center), decision="unsure")

    new, old = rows_of(center, elsewhere)
    assert (new.reason, new.side, old.case) == (Reason.PERSON, Side.NEW, other)
    with opened(center):
        assert cases_of(center)[0].admission.admission_source is None
    for address in (("registry:worklist",), ("registry:case", other.number)):
        assert str(new.pair) not in page_of(client, there, *address)
    client.force_login(there)
    assert client.get(reverse("registry:handover", args=[new.pair])).status_code == 404


def test_run_elsewhere_of_another_week_is_no_question(desk, center, elsewhere, other):
    answers = answers_in(center, run_start_at="2026-11-24 08:00")

    assert offered(begin(desk, answers)) == ["other"]
    begin(desk, answers, decision="transfer")

    assert rows_of(center, elsewhere) == []
    with opened(center):
        assert cases_of(center)[0].admission.admission_source is None


def test_known_patient_may_come_back_on_ecls(desk, center, elsewhere, case, other):
    known(case, document_no=NUMBER)
    with opened(center):
        type(case.outcome).objects.filter(case=case).update(discharge_at="2026-11-20 07:30+08:00")

    assert offered(begin(desk, answers_in(center))) == ["same", "transfer", "unsure"]
    begin(desk, answers_in(center), decision="transfer")

    assert [each.patient for each in cases_of(center)] == [case.patient, case.patient]
    assert rows_of(center, elsewhere)[1].case == other


def test_sending_the_form_again_asks_once(desk, center, elsewhere, other):
    for _ in range(2):
        answer = begin(desk, answers_in(center), decision="transfer")

    [case] = cases_of(center)
    assert case.number in answer.content.decode()
    assert len(rows_of(center, elsewhere)) == 2


def test_worklist_of_the_other_center_has_the_question_with_its_own_number(
    client, asked, other, there, center
):
    page = page_of(client, there, "registry:worklist")

    assert other.number in page
    assert "该患者在本例上机 2 小时后另有一次上机" in page
    assert reverse("registry:handover", args=[asked.pair]) in page


def test_nothing_of_the_asking_center_reaches_the_other(client, asked, other, there, center, coordinator):
    [case] = cases_of(center)
    hidden = (center.center_name, center.center_code, case.number, case.patient.number, coordinator.name)

    for address in (
        ("registry:worklist",),
        ("registry:handover", asked.pair),
        ("registry:case", other.number),
    ):
        page = page_of(client, there, *address)
        assert [text for text in hidden if text in page] == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [("confirmed", "对方中心已确认带 ECLS 转院"), ("denied", "对方中心回复：并未转出该患者")],
)
def test_asking_center_learns_the_answer_and_nothing_else(
    client, asked, other, there, elsewhere, center, coordinator, answer, told
):
    [case] = cases_of(center)
    assert "尚未回复" in page_of(client, coordinator, "registry:case", case.number)

    assert reply(client, there, asked, answer=answer, note="他院记录").status_code == 302

    page = page_of(client, coordinator, "registry:case", case.number)
    assert told in page
    hidden = (elsewhere.center_name, elsewhere.center_code, other.number, there.name, "他院记录", "王")
    assert [text for text in hidden if text in page] == []
    new, old = rows_of(center, elsewhere)
    assert (new.answer, new.answered_by, new.answer_note) == (answer, None, "")
    assert (old.answer, old.answered_by, old.answer_note) == (answer, there, "他院记录")
    events = apps.get_model("registry", "PossibleDuplicateEvent").objects
    with scope(READ_ALL):
        assert events.filter(pgh_obj_id=new.pk).last().pgh_context["user"] is None
        assert events.filter(pgh_obj_id=old.pk).last().pgh_context["user"] == there.pk
        log = SecurityEvent.objects.filter(kind="link").latest("id")
    assert (log.center, log.object, log.details["act"]) == (elsewhere, f"case {other.number}", answer)


def test_confirming_names_what_the_own_case_should_say(client, asked, other, there):
    reply(client, there, asked, answer="confirmed")

    page = page_of(client, there, "registry:handover", asked.pair)

    assert "带ECLS转出(他院继续)" in page
    assert f"/cases/{other.number}/?run=1#f-run1-stop_reason" in page
    assert f"/cases/{other.number}/#f-outcome-discharge_status" in page
    assert page.count("· 未填") == 2


def test_same_answer_twice_is_one_answer(client, asked, there):
    for _ in range(2):
        assert reply(client, there, asked, answer="confirmed").status_code == 302

    with scope(READ_ALL):
        assert SecurityEvent.objects.filter(kind="link", details__act="confirmed").count() == 1


def test_another_answer_is_a_conflict_until_the_first_is_taken_back(client, asked, there, center, elsewhere):
    reply(client, there, asked, answer="confirmed")

    conflict = reply(client, there, asked, answer="denied")
    reply(client, there, asked, answer="take_back")
    reply(client, there, asked, answer="take_back")
    again = reply(client, there, asked, answer="denied")

    assert (conflict.status_code, again.status_code) == (409, 302)
    assert "请先撤回原回复" in conflict.content.decode()
    assert [row.answer for row in rows_of(center, elsewhere)] == ["denied", "denied"]


def test_odd_input_is_refused_or_kept_short(client, asked, there, center, elsewhere):
    assert reply(client, there, asked, answer="same").status_code == 400
    reply(
        client, there, asked, answer="denied", note="\x00=1+1 <b>𠮷" + "长" * 600, ruling="same", center="1"
    )

    new, old = rows_of(center, elsewhere)
    assert old.answer_note.startswith("=1+1 <b>𠮷长")
    assert len(old.answer_note) == 500
    assert (old.ruling, old.center, new.ruling) == ("", elsewhere, "")
    assert "<b>𠮷" not in page_of(client, there, "registry:handover", asked.pair)


@pytest.mark.parametrize(
    ("person", "shown", "answered"),
    [
        (lambda here, there: director_of(there), 200, 403),
        (lambda here, there: reviewer(), 200, 403),
        (lambda here, there: coordinator_of(here), 404, 404),
        (lambda here, there: director_of(here), 404, 404),
    ],
)
def test_only_the_asked_center_answers(client, asked, center, elsewhere, person, shown, answered):
    user = person(center, elsewhere)
    client.force_login(user)

    assert client.get(reverse("registry:handover", args=[asked.pair])).status_code == shown
    assert reply(client, user, asked, answer="confirmed").status_code == answered
    assert [row.answer for row in rows_of(center, elsewhere)] == ["", ""]


def test_unknown_pair_is_not_found(client, asked, there):
    client.force_login(there)

    assert client.get(reverse("registry:handover", args=[uuid4()])).status_code == 404


def test_answer_needs_the_token_of_the_page(asked, there):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(there)

    assert (
        strict.post(reverse("registry:handover", args=[asked.pair]), {"answer": "denied"}).status_code == 403
    )


def test_answer_that_fails_halfway_leaves_nothing(client, asked, there, center, elsewhere, monkeypatch):
    saved = PossibleDuplicate.save

    def fails_in_the_other_center(row, *args, **kwargs):
        if row.center_id == center.pk:
            raise DatabaseError("no")
        saved(row, *args, **kwargs)

    monkeypatch.setattr(PossibleDuplicate, "save", fails_in_the_other_center)
    client.raise_request_exception = False

    assert reply(client, there, asked, answer="confirmed").status_code == 500
    assert [row.answer for row in rows_of(center, elsewhere)] == ["", ""]


def test_deleted_draft_takes_its_question_along(asked, center, elsewhere, coordinator):
    with acting_in(coordinator):
        delete_draft(Case.objects.get(center=center), by=coordinator)

    assert rows_of(center, elsewhere) == []
    assert cases_of(elsewhere)


@pytest.mark.parametrize("side", [0, 1])
def test_withdrawn_consent_takes_the_question_back(asked, center, elsewhere, side):
    row = rows_of(center, elsewhere)[side]
    by = coordinator_of(row.center)

    with acting_in(by):
        consent.withdraw(row.case, "患者本人书面撤回", by=by)

    assert rows_of(center, elsewhere) == []


def test_answered_question_outlives_a_withdrawal(client, asked, there, center, elsewhere, other):
    reply(client, there, asked, answer="denied")

    with acting_in(there):
        consent.withdraw(other, "患者本人书面撤回", by=there)

    assert [row.answer for row in rows_of(center, elsewhere)] == ["denied", "denied"]


def test_worklist_takes_the_same_queries_for_1_and_50_questions(client, asked, there, make_case):
    client.force_login(there)
    address = reverse("registry:worklist")
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    with opened(asked.center):
        PossibleDuplicate.objects.bulk_create(
            PossibleDuplicate(
                center=asked.center,
                case=asked.case,
                pair=uuid4(),
                side=Side.KNOWN,
                reason=Reason.HANDOVER,
                hours=-3,
            )
            for _ in range(49)
        )
    with CaptureQueriesContext(connection) as many:
        page = client.get(address).content.decode()

    assert page.count("/handovers/") == 50
    assert len(many) == len(few)


def execute(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def test_a_center_neither_reads_nor_changes_the_row_of_another_by_sql(
    asked, center, elsewhere, coordinator, there
):
    new, old = rows_of(center, elsewhere)
    for user, own, foreign in ((coordinator, new, old), (there, old, new)):
        with acting_in(user), connection.cursor() as cursor:
            for table in ("registry_possibleduplicate", "registry_possibleduplicateevent"):
                cursor.execute(f"SELECT DISTINCT case_id, center_id FROM {table}")
                assert cursor.fetchall() == [(own.case_id, own.center_id)]
            change = "UPDATE registry_possibleduplicate SET answer = 'denied' WHERE id = %s"
            assert execute(change, foreign.pk) == 0
            assert execute("DELETE FROM registry_possibleduplicate WHERE id = %s", foreign.pk) == 0
    assert [row.answer for row in rows_of(center, elsewhere)] == ["", ""]


@pytest.mark.parametrize(
    "change",
    [
        "ruling = 'same'",
        "ruling_note = 'x'",
        "reason = 'number'",
        "hours = 1",
        "side = 'new'",
        "pair = gen_random_uuid()",
        "created_at = now()",
    ],
)
def test_a_center_changes_nothing_but_its_answer_by_sql(asked, there, change):
    with acting_in(there), pytest.raises(DatabaseError) as refusal:
        execute(f"UPDATE registry_possibleduplicate SET {change} WHERE id = %s", asked.pk)
    assert refused_by_database(refusal.value)


def test_a_center_rules_nothing_with_a_row_of_its_own_making(asked, there):
    with acting_in(there), pytest.raises(DatabaseError) as refusal, transaction.atomic():
        PossibleDuplicate.objects.create(
            center=asked.center,
            case=asked.case,
            pair=uuid4(),
            side=Side.NEW,
            reason=Reason.NUMBER,
            ruling="same",
        )
    assert refused_by_database(refusal.value)


def test_a_row_belongs_to_the_center_of_its_case(asked, other, center, coordinator):
    with (
        acting_in(coordinator),
        pytest.raises(DatabaseError, match="center of its case"),
        transaction.atomic(),
    ):
        PossibleDuplicate.objects.create(
            center=center, case=other, pair=uuid4(), side=Side.NEW, reason=Reason.NUMBER
        )


def test_asking_is_limited_like_every_match(desk, center, elsewhere, other, monkeypatch):
    monkeypatch.setattr(matching, "MATCHES_PER_HOUR", 0)

    assert begin(desk, answers_in(center), decision="transfer").status_code == 429
    assert rows_of(center, elsewhere) == []


def test_the_nearest_run_of_the_person_is_asked(desk, center, elsewhere, other, make_case):
    earlier = make_case(elsewhere, other.patient)
    with opened(elsewhere):
        other.runs.update(run_start_at=timezone.now() - timedelta(days=900))
        earlier.runs.update(run_start_at="2026-11-19 08:00+08:00")

    begin(desk, answers_in(center), decision="transfer")

    assert rows_of(center, elsewhere)[1].case == earlier
