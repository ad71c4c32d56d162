"""What a center and the society do with a whole case: take back, delete, withdraw consent, lock, find."""

import pytest
from django.urls import reverse

from centers.models import Role
from registry.actions import consent, review, submission
from registry.actions.refusals import StateConflict
from registry.models import Case
from registry.views.cases import SEARCHES
from tests.factories.cases import identify, make_complete, make_draft
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def center(everything):
    return make_center()


@pytest.fixture
def coordinator(center):
    return person_with(Role.COORDINATOR, center)


@pytest.fixture
def case(center, coordinator):
    made = make_complete(center, coordinator)
    submission.submit(made, by=coordinator, identify=identify)
    return made


def address(name, case):
    return reverse(f"registry:{name}", args=[case.number])


def shown(client, person, name, case):
    client.force_login(person)
    return client.get(address(name, case)).content.decode()


def post(client, person, name, case, **data):
    client.force_login(person)
    return client.post(address(name, case), data).status_code


def test_coordinator_takes_a_submitted_case_back(client, case, coordinator):
    assert address("recall", case) in shown(client, coordinator, "case", case)

    assert post(client, coordinator, "recall", case) == 302

    assert Case.objects.get(pk=case.pk).state == "draft"
    assert address("recall", case) not in shown(client, coordinator, "case", case)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DIRECTOR, Role.ADMIN])
def test_nobody_else_takes_a_case_back(client, case, center, role):
    person = person_with(role, center)

    assert address("recall", case) not in shown(client, person, "case", case)
    assert post(client, person, "recall", case) == 403
    assert Case.objects.get(pk=case.pk).state == "submitted"


def test_draft_is_deleted_after_a_page_that_asks(client, center, coordinator):
    case = make_draft(center, coordinator)
    assert address("delete_case", case) in shown(client, coordinator, "case", case)

    assert "<form" in shown(client, coordinator, "delete_case", case)
    assert Case.objects.filter(pk=case.pk).exists()
    assert post(client, person_with(Role.DIRECTOR, center), "delete_case", case) == 403
    assert post(client, coordinator, "delete_case", case) == 302

    assert not Case.objects.filter(pk=case.pk).exists()


def test_submitted_case_is_not_deleted(client, case, coordinator):
    submission.recall(case, by=coordinator)

    assert address("delete_case", case) not in shown(client, coordinator, "case", case)
    assert post(client, coordinator, "delete_case", case) == 409


def test_admin_locks_an_accepted_case(client, case, coordinator):
    reviewer, admin = person_with(Role.REVIEWER), person_with(Role.ADMIN)
    review.accept(case, by=reviewer)

    assert address("lock", case) not in shown(client, reviewer, "review_case", case)
    assert post(client, reviewer, "lock", case) == 403
    assert address("lock", case) in shown(client, admin, "review_case", case)
    assert post(client, admin, "lock", case) == 302

    assert Case.objects.get(pk=case.pk).state == "locked"


@pytest.mark.parametrize("state", ["submitted", "accepted", "locked"])
def test_withdrawal_is_recorded_with_its_reason(client, case, coordinator, state):
    if state != "submitted":
        review.accept(case, by=person_with(Role.REVIEWER))
    if state == "locked":
        review.lock(case, by=person_with(Role.ADMIN))

    assert address("withdraw_consent", case) in shown(client, coordinator, "case", case)
    assert post(client, coordinator, "withdraw_consent", case, reason=" ") == 422
    assert post(client, coordinator, "withdraw_consent", case, reason="患者本人书面撤回") == 302

    found = Case.objects.get(pk=case.pk)
    last = Case.pgh_event_model.objects.filter(pgh_obj_id=case.pk).latest("pgh_id")
    assert found.withdrawn_at
    assert found.state == state
    assert (last.pgh_context["reason"], last.pgh_context["user"]) == ("患者本人书面撤回", coordinator.pk)
    assert post(client, coordinator, "withdraw_consent", case, reason="again") == 409


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DIRECTOR, Role.ADMIN])
def test_only_the_coordinator_records_a_withdrawal(client, case, center, role):
    person = person_with(role, center)

    assert address("withdraw_consent", case) not in shown(client, person, "case", case)
    assert post(client, person, "withdraw_consent", case, reason="x") == 403


def test_withdrawn_case_is_worked_on_no_more(client, case, center, coordinator):
    reviewer = person_with(Role.REVIEWER)
    draft = make_draft(center, coordinator)
    for each in (case, draft):
        consent.withdraw(each, "书面", by=coordinator)

    assert not Case.objects.awaiting_review().exists()
    assert not Case.objects.editable().exists()
    assert post(client, coordinator, "add_run", draft) == 409
    with pytest.raises(StateConflict):
        review.accept(case, by=reviewer)


def test_search_is_over_after_15_minutes(client, case, coordinator):
    client.force_login(coordinator)
    token_address = client.post(reverse("registry:search"), {"q": "unknown"})["Location"]
    session = client.session
    (token,) = session[SEARCHES]
    session[SEARCHES] = {token: {"found": [case.pk], "at": session[SEARCHES][token]["at"]}}
    session.save()
    assert case.number in client.get(token_address).content.decode()

    session[SEARCHES] = {token: {"found": [case.pk], "at": session[SEARCHES][token]["at"] - 901}}
    session.save()

    answer = client.get(token_address)
    assert answer.context["search_is_over"]
    assert case.number not in answer.content.decode()
