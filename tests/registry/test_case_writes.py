"""The writes of case, submission and review: who may, what is ignored, what happens twice, what a failure leaves."""

import json
import uuid
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from centers.models import Role
from registry.actions import review, submission
from registry.models import Case, Run
from tests.factories.cases import IDENTITY, identify, make_complete, make_draft
from tests.factories.people import admin, make_center, make_membership, person_with, reviewer

pytestmark = pytest.mark.django_db

ENTRY = ("save_section", "add_run", "submit", "recall", "delete_case", "check")
DESK = ("accept", "send_back", "undo_acceptance", "lock", "review_case", "review_queue")
SENT: dict[str, dict[str, str]] = {
    "save_section": {"run1.urgency": "1"},
    "send_back": {"message": "Please check"},
}
READ = {"check", "review_case", "review_queue"}

# What each person gets on a draft (entry) and on a submitted case (desk): 404 where the case does not exist
# for them, 403 where it does and the act is not theirs, 302 to sign in for a visitor.
DENIED = {
    "director": {**dict.fromkeys(ENTRY, 403), **dict.fromkeys(DESK, 403)},
    "elsewhere": {
        **dict.fromkeys(ENTRY, 404),
        **dict.fromkeys(DESK, 404),
        "review_queue": 403,
        "review_case": 403,
    },
    "reviewer": {**dict.fromkeys(ENTRY, 403), "lock": 403},
    "reviewer of the center": dict.fromkeys(("accept", "send_back", "undo_acceptance", "lock"), 403),
    "admin": dict.fromkeys(ENTRY, 403),
    "coordinator": dict.fromkeys(DESK, 403),
    "visitor": {**dict.fromkeys(ENTRY, 302), **dict.fromkeys(DESK, 302)},
}


@pytest.fixture
def center(everything: None) -> Any:
    return make_center()


@pytest.fixture
def coordinator(center: Any) -> Any:
    return person_with(Role.COORDINATOR, center)


def person(who: str, center: Any, coordinator: Any) -> Any:
    if who == "reviewer of the center":
        own = reviewer()
        make_membership(own, Role.DIRECTOR, center)
        return own
    return {
        "director": lambda: person_with(Role.DIRECTOR, center),
        "elsewhere": lambda: person_with(Role.COORDINATOR, make_center()),
        "reviewer": reviewer,
        "admin": admin,
        "coordinator": lambda: coordinator,
        "visitor": lambda: None,
    }[who]()


def address(name: str, case: Case) -> str:
    arguments = {"save_section": [case.number, "run"], "review_queue": []}.get(name, [case.number])
    return reverse(f"registry:{name}", args=arguments)


def ask(client: Any, name: str, case: Case) -> int:
    """The status of one act, which is then taken back."""
    with transaction.atomic():
        method = client.get if name in READ else client.post
        status: int = method(address(name, case), SENT.get(name, {})).status_code
        transaction.set_rollback(True)
    return status


@pytest.mark.parametrize("who", DENIED)
def test_S21_nobody_does_what_is_not_theirs(client: Any, center: Any, coordinator: Any, who: str) -> None:
    draft, submitted = make_draft(center, coordinator), make_complete(center, coordinator)
    submission.submit(submitted, by=coordinator, identify=identify)
    if someone := person(who, center, coordinator):
        client.force_login(someone)

    found = {name: ask(client, name, draft if name in ENTRY else submitted) for name in DENIED[who]}

    assert found == DENIED[who]


def test_the_same_acts_are_possible_for_those_they_belong_to(
    client: Any, center: Any, coordinator: Any
) -> None:
    draft, submitted = make_draft(center, coordinator), make_complete(center, coordinator)
    submission.submit(submitted, by=coordinator, identify=identify)
    client.force_login(coordinator)
    entry = {name: ask(client, name, draft) for name in ENTRY}
    client.force_login(reviewer())
    desk = {
        name: ask(client, name, submitted) for name in ("accept", "send_back", "review_case", "review_queue")
    }

    assert entry == {
        "save_section": 302,
        "add_run": 302,
        "submit": 422,
        "recall": 409,
        "delete_case": 302,
        "check": 200,
    }
    assert desk == {"accept": 302, "send_back": 302, "review_case": 200, "review_queue": 200}


def test_acts_in_the_wrong_state_are_409(client: Any, center: Any, coordinator: Any) -> None:
    draft, submitted = make_draft(center, coordinator), make_complete(center, coordinator)
    submission.submit(submitted, by=coordinator, identify=identify)
    client.force_login(coordinator)
    entry = {
        name: ask(client, name, submitted)
        for name in ("save_section", "add_run", "submit", "delete_case", "check")
    }
    client.force_login(admin())
    desk = {name: ask(client, name, draft) for name in ("accept", "send_back", "undo_acceptance", "lock")}

    assert set(entry.values()) == {409}
    assert set(desk.values()) == {409}


def save(client: Any, case: Case, **fields: str) -> Any:
    run = Run.objects.get(case=case, run_number=1)
    sent = {"versions": json.dumps({"run1": run.version}), **fields}
    return client.post(reverse("registry:save_section", args=[case.number, "run"]), sent)


def test_R05_a_repeated_request_is_one_save_and_another_payload_is_refused(
    client: Any, center: Any, coordinator: Any
) -> None:
    case = make_draft(center, coordinator)
    client.force_login(coordinator)
    key, run_before = str(uuid.uuid4()), Run.objects.get(case=case)
    versions = json.dumps({"run1": run_before.version})
    sent = {"run1.urgency": "1", "request_key": key, "versions": versions}

    codes = [
        client.post(reverse("registry:save_section", args=[case.number, "run"]), {**sent, **more}).status_code
        for more in ({}, {}, {"run1.urgency": "2"})
    ]

    run = Run.objects.get(case=case)
    assert codes == [302, 302, 422]
    assert (run.urgency, run.version) == (1, run_before.version + 1)


def test_S25_columns_that_are_no_question_are_ignored(client: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    client.force_login(coordinator)
    before = Run.objects.filter(case=case).values("center_id", "case_id", "run_number").get()

    save(
        client,
        case,
        **{
            "run1.urgency": "1",
            "run1.center": "999",
            "run1.center_id": "999",
            "run1.case_id": "999",
            "run1.run_number": "7",
            "run1.notes": '{"hidden": {}}',
            "state": "accepted",
            "run2.urgency": "1",
        },
    )

    assert Run.objects.filter(case=case).values("center_id", "case_id", "run_number").get() == before
    assert Case.objects.get(pk=case.pk).state == "draft"


def test_S66_the_history_row_says_who_what_and_when(client: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    client.force_login(coordinator)

    save(client, case, **{"run1.urgency": "1", "run1.initial_mode": "VA"})

    event = (
        apps.get_model("registry", "RunEvent").objects.filter(pgh_obj__case=case).order_by("pgh_id").last()
    )
    run = Run.objects.get(case=case)
    assert event.pgh_label == "update"
    assert event.pgh_context["user"] == coordinator.pk
    columns = [field.attname for field in Run._meta.concrete_fields]
    assert {name: getattr(event, name) for name in columns} == {name: getattr(run, name) for name in columns}


class Failing:
    """Lets a request fail at its n-th write."""

    def __init__(self, at: int):
        self.left = at

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")) and "registry_" in sql:
            self.left -= 1
            if self.left == 0:
                raise DatabaseError("the disk is full")
        return execute(sql, params, many, context)


def everything_stored() -> dict[str, list[Any]]:
    """All rows of the registry, to tell whether anything stayed behind."""
    return {
        model.__name__: list(model._default_manager.order_by("pk").values())
        for model in apps.get_app_config("registry").get_models()
    }


@pytest.mark.parametrize("act", ["save_section", "submit"])
def test_R04_a_failure_at_any_write_leaves_nothing(
    client: Any, center: Any, coordinator: Any, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    case = make_complete(center, coordinator)
    monkeypatch.setattr("registry.views.submission.facts", lambda case: dict(IDENTITY))
    client.force_login(coordinator)
    client.raise_request_exception = False
    run = Run.objects.get(case=case)
    sent = {
        "run1.awake_ecls": "1",
        "versions": json.dumps({"run1": run.version}),
        "request_key": str(uuid.uuid4()),
    }
    before, failures = everything_stored(), 0

    for number in range(1, 40):
        with connection.execute_wrapper(Failing(number)):
            status = client.post(address(act, case), sent).status_code
        if status != 500:
            break
        failures += 1
        assert everything_stored() == before

    assert status == 302
    assert failures >= 3


def test_accepting_records_who_and_undo_is_for_them_alone(client: Any, center: Any, coordinator: Any) -> None:
    case = make_complete(center, coordinator)
    submission.submit(case, by=coordinator, identify=identify)
    first = reviewer()
    client.force_login(first)

    client.post(address("accept", case))

    case.refresh_from_db()
    assert (case.state, case.accepted_by_id) == ("accepted", first.pk)
    client.force_login(reviewer())
    assert client.post(address("undo_acceptance", case)).status_code == 409
    client.force_login(first)
    assert client.post(address("undo_acceptance", case)).status_code == 302
    assert [note.kind for note in case.review_notes.all()] == ["reopened", "accepted", "submitted"]


def test_a_locked_case_stays_locked_for_reviewers(client: Any, center: Any, coordinator: Any) -> None:
    case = make_complete(center, coordinator)
    submission.submit(case, by=coordinator, identify=identify)
    review.accept(case, by=reviewer())
    client.force_login(admin())
    assert client.post(address("lock", case)).status_code == 302

    codes = [ask(client, name, case) for name in ("accept", "send_back", "undo_acceptance")]

    assert codes == [409, 409, 409]


def test_a_coordinator_takes_a_submission_back(client: Any, center: Any, coordinator: Any) -> None:
    case = make_complete(center, coordinator)
    submission.submit(case, by=coordinator, identify=identify)
    client.force_login(coordinator)
    page = client.get(reverse("registry:case", args=[case.number]))

    assert address("recall", case) in page.content.decode()
    assert client.post(address("recall", case)).status_code == 302
    assert Case.objects.get(pk=case.pk).state == "draft"
