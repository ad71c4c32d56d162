"""What nobody could tell when a case was opened: flagged there, compared and decided by the society."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from centers.models import Role, SecurityEvent
from centers.refusals import refused_by_database
from centers.rls import EVERYTHING, READ_ALL, scope
from registry.identity.documents import synthetic_id
from registry.models import Case, Patient, PossibleDuplicate
from registry.models.duplicates import Reason, Ruling, Side
from tests.factories.people import admin, coordinator_of, director_of, make_membership, reviewer
from tests.registry.identity.conftest import acting_in, opened
from tests.registry.identity.openings import NUMBER, answers_in, begin, cases_of, known, rows_of

DESK = "registry:duplicate_desk"


@pytest.fixture
def society(db):
    return reviewer()


@pytest.fixture
def flag(client, center, elsewhere, make_case, coordinator):
    """A case whose person may have a record elsewhere: the row of the new case."""
    other = known(make_case(elsewhere), document_no=NUMBER, facts=True, name="王小明")
    client.force_login(coordinator)
    begin(client, answers_in(center), decision="unsure")
    new, old = rows_of(center, elsewhere)
    assert old.case == other
    return new


def see(client, user, tab="open"):
    client.force_login(user)
    return client.get(reverse(DESK), {"tab": tab})


def decide(client, user, row, ruling="same", **data):
    client.force_login(user)
    return client.post(reverse("registry:rule_duplicate", args=[row.pair]), {"ruling": ruling, **data})


def reopen(client, user, row):
    client.force_login(user)
    return client.post(reverse("registry:reopen_duplicate", args=[row.pair]))


def rulings(*centers):
    return [row.ruling for row in rows_of(*centers)]


def test_same_number_with_other_facts_can_be_opened_as_not_sure(client, center, case, coordinator):
    known(case, record_no="ZY00123", facts=True)
    client.force_login(coordinator)
    answers = answers_in(center, id_document_type="8", document_no="", sex="1", birth_date="1990-01-02")

    page = begin(client, answers).content.decode()
    begin(client, answers, decision="unsure")

    assert re.findall(r'name="decision" value="(\w+)"', page) == ["other", "run", "same", "unsure"]
    assert "原记录为" in page
    assert "1980-05-06" in page
    first, second = cases_of(center)
    assert first.patient != second.patient
    new, old = rows_of(center)
    assert (new.case, old.case, new.reason, new.hours, old.hours) == (second, first, Reason.NUMBER, 2, -2)
    for number, beside in ((first.number, second.number), (second.number, first.number)):
        assert beside in client.get(reverse("registry:case", args=[number])).content.decode()


def test_same_facts_offer_the_known_patient_first(client, center, case, coordinator):
    known(case, record_no="ZY00123", facts=True)
    client.force_login(coordinator)

    page = begin(client, answers_in(center)).content.decode()

    assert re.findall(r'name="decision" value="(\w+)"', page) == ["run", "same", "other", "unsure"]
    assert "原记录为" not in page


def test_same_document_with_other_facts_asks_to_check_the_number(client, center, case, coordinator):
    known(case, document_no=NUMBER, facts=True)
    client.force_login(coordinator)

    page = begin(client, answers_in(center, sex="1")).content.decode()

    assert "请核对证件号码" in page
    assert re.findall(r'name="decision" value="(\w+)"', page) == ["run", "same"]


def test_flags_of_both_kinds_may_come_from_one_opening(
    client, center, elsewhere, case, make_case, coordinator
):
    known(case, record_no="ZY00123", document_no=synthetic_id("31", date(1980, 1, 1), 2, 9))
    known(make_case(elsewhere), document_no=NUMBER)
    client.force_login(coordinator)

    begin(client, answers_in(center), decision="unsure")

    assert sorted(row.reason for row in rows_of(center, elsewhere)) == [
        "number",
        "number",
        "person",
        "person",
    ]


def test_desk_shows_both_sides_without_names(client, flag, society, center, elsewhere):
    page = see(client, society).content.decode()

    for case in (*cases_of(center), *cases_of(elsewhere)):
        assert case.number in page
    for text in (center.center_name, elsewhere.center_name, "1980-05-06", "2026-11-20 06:00", "女", "46"):
        assert text in page
    for text in ("王", "ZY00123", NUMBER):
        assert text not in page


def test_desk_says_what_differs(client, flag, society, elsewhere):
    assert "不一致" not in see(client, society).content.decode()
    with opened(elsewhere):
        Patient.objects.filter(center=elsewhere).update(sex=1)

    assert see(client, society).content.decode().count("不一致") == 1


def test_oldest_flag_comes_first(client, flag, society, case, make_case):
    with scope(EVERYTHING):
        first = pair_of(case, make_case(case.center), created_at=timezone.now() - timedelta(days=3))

    page = see(client, society).content.decode()

    assert page.index(f"pair-{first}") < page.index(f"pair-{flag.pair}")


def pair_of(case, other, **columns):
    """A pair as an opening would have written it; its key."""
    pair = uuid4()
    for each, side in ((case, Side.NEW), (other, Side.KNOWN)):
        PossibleDuplicate.objects.create(
            center_id=each.center_id,
            case=each,
            pair=pair,
            side=side,
            hours=1,
            **{"reason": Reason.PERSON, **columns},
        )
    return pair


@pytest.mark.parametrize("ruling", Ruling.values)
def test_decision_is_recorded_with_who_and_when_and_merges_nothing(
    client, flag, society, center, elsewhere, ruling
):
    before = [(case.pk, case.patient_id, case.state) for case in (*cases_of(center), *cases_of(elsewhere))]

    answer = decide(client, society, flag, ruling, note="同名不同人？")

    assert answer["Location"] == reverse(DESK)
    for row in rows_of(center, elsewhere):
        assert (row.ruling, row.ruled_by_id, row.ruling_note) == (ruling, society.pk, "同名不同人？")
        assert timezone.now() - row.ruled_at < timedelta(minutes=1)
    after = [(case.pk, case.patient_id, case.state) for case in (*cases_of(center), *cases_of(elsewhere))]
    assert after == before
    with scope(READ_ALL):
        log = SecurityEvent.objects.filter(kind="link").latest("id")
    assert (log.user, log.center, log.details["act"]) == (society, None, ruling)
    assert flag.case.number in log.object
    assert f"pair-{flag.pair}" not in see(client, society).content.decode()
    assert society.name in see(client, society, "decided").content.decode()


def test_centers_see_the_decision_on_their_case(client, flag, society, coordinator):
    page = f"/cases/{flag.case.number}/"
    client.force_login(coordinator)
    assert "由学会核对" in client.get(page).content.decode()

    decide(client, society, flag, "different", note="两人")
    client.force_login(coordinator)

    assert "学会判断：不是同一人。 两人" in client.get(page).content.decode()


def test_decision_can_be_taken_back_and_made_anew(client, flag, society, center, elsewhere):
    decide(client, society, flag, "same")

    assert decide(client, society, flag, "same").status_code == 302
    conflict = decide(client, society, flag, "different")
    assert conflict.status_code == 409
    assert "请先重新打开" in conflict.content.decode()
    for _ in range(2):
        assert reopen(client, society, flag).status_code == 302
    assert rulings(center, elsewhere) == ["", ""]
    assert decide(client, society, flag, "different").status_code == 302
    with scope(READ_ALL):
        acts = SecurityEvent.objects.filter(kind="link").order_by("id").values_list("details__act", flat=True)
        assert list(acts) == ["unsure", "same", "reopened", "different"]


def test_message_offers_to_undo(client, flag, society):
    decide(client, society, flag)

    assert reverse("registry:reopen_duplicate", args=[flag.pair]) in see(client, society).content.decode()


@pytest.mark.parametrize("person", [coordinator_of, director_of])
def test_centers_have_no_desk(client, flag, center, elsewhere, person):
    user = person(center)

    assert see(client, user).status_code == 403
    assert decide(client, user, flag).status_code == 403
    assert reopen(client, user, flag).status_code == 403
    assert rulings(center, elsewhere) == ["", ""]


@pytest.mark.parametrize("side", ["center", "elsewhere"])
def test_nobody_decides_for_a_center_they_belong_to(client, flag, center, elsewhere, side, request):
    user = reviewer()
    make_membership(user, Role.COORDINATOR, request.getfixturevalue(side))

    page = see(client, user).content.decode()

    assert "由他人判断" in page
    assert 'name="ruling"' not in page
    assert decide(client, user, flag).status_code == 403
    assert rulings(center, elsewhere) == ["", ""]


def test_admins_decide_as_well(client, flag, center, elsewhere):
    assert decide(client, admin(), flag).status_code == 302
    assert rulings(center, elsewhere) == ["same", "same"]


def test_decision_needs_a_post_with_the_token_of_the_page(flag, society):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(society)
    address = reverse("registry:rule_duplicate", args=[flag.pair])

    assert strict.get(address).status_code == 405
    assert strict.post(address, {"ruling": "same"}).status_code == 403


def test_odd_input_is_refused_or_kept_short(client, flag, society, center, elsewhere):
    assert decide(client, society, flag, "confirmed").status_code == 400
    unknown = reverse("registry:rule_duplicate", args=[uuid4()])
    assert client.post(unknown, {"ruling": "same"}).status_code == 404
    decide(client, society, flag, "same", note="\x00<i>=1 𠮷" + "长" * 600, reason="number", answer="denied")

    for row in rows_of(center, elsewhere):
        assert row.ruling_note.startswith("<i>=1 𠮷长")
        assert (len(row.ruling_note), row.reason, row.answer) == (500, Reason.PERSON, "")
    assert "<i>=1" not in see(client, society, "decided").content.decode()


def test_decision_that_fails_halfway_leaves_nothing(client, flag, society, center, elsewhere, monkeypatch):
    saved = PossibleDuplicate.save

    def fails_for_the_second(row, *args, **kwargs):
        if row.side == Side.KNOWN:
            raise DatabaseError("no")
        saved(row, *args, **kwargs)

    monkeypatch.setattr(PossibleDuplicate, "save", fails_for_the_second)
    client.raise_request_exception = False

    assert decide(client, society, flag).status_code == 500
    assert rulings(center, elsewhere) == ["", ""]


@pytest.fixture
def handover(client, center, elsewhere, make_case, coordinator):
    """A question that waits for the other center: its row there."""
    known(make_case(elsewhere), document_no=NUMBER)
    client.force_login(coordinator)
    begin(client, answers_in(center), decision="transfer")
    return rows_of(center, elsewhere)[1]


def reply(client, row, answer, note=""):
    client.force_login(coordinator_of(row.center))
    client.post(reverse("registry:handover", args=[row.pair]), {"answer": answer, "note": note})


def test_denied_handover_comes_to_the_desk_with_the_note(client, handover, society):
    assert f"pair-{handover.pair}" not in see(client, society).content.decode()
    assert f"pair-{handover.pair}" in see(client, society, "waiting").content.decode()

    reply(client, handover, "denied", "未收治过")

    assert "未收治过" in see(client, society).content.decode()
    assert f"pair-{handover.pair}" not in see(client, society, "waiting").content.decode()


@pytest.mark.parametrize("answer", ["", "confirmed"])
def test_handover_that_nobody_denies_is_not_the_societys(
    client, handover, society, center, elsewhere, answer
):
    if answer:
        reply(client, handover, answer)

    refusal = decide(client, society, handover)

    assert refusal.status_code == 409
    assert "目前不需要学会判断" in refusal.content.decode()
    assert rulings(center, elsewhere) == ["", ""]


def test_answer_stays_once_the_society_has_decided(client, handover, society, center, elsewhere):
    reply(client, handover, "denied")
    decide(client, society, handover, "same")

    client.force_login(coordinator_of(elsewhere))
    address = reverse("registry:handover", args=[handover.pair])

    assert "学会判断：同一人" in client.get(address).content.decode()
    assert client.post(address, {"answer": "take_back"}).status_code == 409
    assert [row.answer for row in rows_of(center, elsewhere)] == ["denied", "denied"]


@pytest.mark.parametrize("side", [0, 1])
def test_pair_of_a_withdrawn_case_is_off_the_desk(client, flag, society, center, elsewhere, side):
    case = rows_of(center, elsewhere)[side].case
    with opened(case.center):
        Case.objects.filter(pk=case.pk).update(withdrawn_at=timezone.now())

    assert f"pair-{flag.pair}" not in see(client, society).content.decode()


@pytest.mark.parametrize(
    ("tab", "words"), [("open", "没有待判断"), ("waiting", "没有待中心"), ("decided", "尚无")]
)
def test_empty_desk_says_so(client, society, tab, words):
    assert words in see(client, society, tab).content.decode()


def test_review_shows_the_flag_and_leads_to_the_desk(client, flag, society):
    with opened(flag.center):
        Case.objects.filter(pk=flag.case_id).update(state="submitted", submitted_at=timezone.now())
    client.force_login(society)

    queue = client.get(reverse("registry:review_queue")).content.decode()
    review = client.get(reverse("registry:review_case", args=[flag.case.number])).content.decode()

    assert "疑似重复？" in queue
    assert f'href="{reverse(DESK)}"' in queue
    assert f"{reverse(DESK)}#pair-{flag.pair}" in review
    decide(client, society, flag)
    assert "疑似重复？" not in client.get(reverse("registry:review_queue")).content.decode()


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        page = client.get(address).content.decode()
    return page, len(captured)


@pytest.mark.parametrize("tab", ["open", "waiting", "decided"])
def test_desk_takes_the_same_queries_for_1_and_50_pairs(client, society, case, make_case, tab):
    columns = {
        "open": {},
        "waiting": {"reason": Reason.HANDOVER},
        "decided": {"ruling": Ruling.SAME, "ruled_by": society, "ruled_at": timezone.now()},
    }[tab]
    others = [make_case(case.center) for _ in range(50)]
    client.force_login(society)
    address = f"{reverse(DESK)}?tab={tab}"
    with scope(EVERYTHING):
        pair_of(case, others[0], **columns)
    _, few = queries(client, address)
    with scope(EVERYTHING):
        for other in others[1:]:
            pair_of(other, case, **columns)
    page, many = queries(client, address)

    assert page.count('id="pair-') == 50
    assert many == few


def test_queue_takes_the_same_queries_for_1_and_50_flagged_cases(client, society, case, make_case):
    others = [make_case(case.center) for _ in range(50)]
    client.force_login(society)
    address = reverse("registry:review_queue")

    def flag_and_submit(cases):
        with scope(EVERYTHING):
            for each in cases:
                pair_of(each, case)
                Case.objects.filter(pk=each.pk).update(state="submitted", submitted_at=timezone.now())

    flag_and_submit(others[:1])
    _, few = queries(client, address)
    flag_and_submit(others[1:])
    page, many = queries(client, address)

    assert page.count("疑似重复？") == 50
    assert many == few


@pytest.mark.parametrize(
    "change", ["answer = 'denied'", "case_id = case_id + 1", "reason = 'number'", "created_by_id = NULL"]
)
def test_society_changes_nothing_but_its_ruling_by_sql(flag, society, change):
    with acting_in(society), pytest.raises(DatabaseError), transaction.atomic():
        execute(f"UPDATE registry_possibleduplicate SET {change} WHERE id = %s", flag.pk)
    with acting_in(society):
        assert execute("DELETE FROM registry_possibleduplicate WHERE id = %s", flag.pk) == 0


def test_no_ruling_takes_the_place_of_another_by_sql(client, flag, society):
    decide(client, society, flag, "same")

    with acting_in(society), pytest.raises(DatabaseError) as refusal, transaction.atomic():
        execute("UPDATE registry_possibleduplicate SET ruling = 'different' WHERE id = %s", flag.pk)
    assert refused_by_database(refusal.value)


def execute(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount
