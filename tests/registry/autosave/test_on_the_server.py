"""What the server answers when the page saves single answers by script."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from centers.models import Role
from crf.answering import Entry
from outcomes.tasks import drop_old_hidden_answers
from registry.actions import submission
from registry.actions.saving import PartChange, save_case
from registry.models import Baseline, Cannula, Case, Progress, Run, SavedRequest
from tests.factories.cases import identify, make_complete, make_draft
from tests.factories.people import make_center, person_with, reviewer

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def center(everything: None) -> Any:
    return make_center()


@pytest.fixture
def coordinator(center: Any) -> Any:
    return person_with(Role.COORDINATOR, center)


@pytest.fixture
def page(client: Any, coordinator: Any) -> Any:
    client.force_login(coordinator)
    return client


def save(client: Any, case: Case, key: str, versions: Any = None, **sent: Any) -> Any:
    """One request of the script. ``base`` is a dictionary; everything else goes out as it is."""
    base = json.dumps(sent.pop("base", {}))
    data = {"versions": json.dumps(versions or {}), "base": base, **sent}
    return client.post(reverse("registry:save_section", args=[case.number, key]), data, headers=JSON)


def test_the_answer_tells_versions_and_what_is_wrong_and_holds_no_control(
    page: Any, center: Any, coordinator: Any
) -> None:
    case = make_draft(center, coordinator)

    answer = save(page, case, "history", {"baseline1": 0}, **{"baseline1.weight_kg": "seventy"})

    told = answer.json()
    field = told["fields"]["baseline1.weight_kg"]
    assert (answer.status_code, told["versions"], told["added"]) == (200, {"baseline1": 1}, {})
    assert (field["seen"], field["mark"]) == ("seventy", "is-invalid")
    assert "请填数字" in field["judged"]
    assert "<input" not in field["judged"]
    assert 'data-part="head-history"' in told["frame"]


def test_a_warning_goes_when_its_reason_is_given(page: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    light = {"baseline1.weight_kg": "1.1"}
    warned = save(page, case, "history", {"baseline1": 0}, **light).json()["fields"]["baseline1.weight_kg"]

    explained = save(
        page, case, "history", {"baseline1": 1}, **light, **{"baseline1.weight_kg!reason.V088": "verified"}
    ).json()["fields"]["baseline1.weight_kg"]

    assert "提交前请选择" in warned["judged"]
    assert "提交前请选择" not in explained["judged"]


def settled_case(center: Any, by: Any, **overrides: Any) -> Case:
    """Complete but for the identity, so that nothing is hidden only because the factory made one up."""
    case = make_complete(center, by, **overrides)
    save_case(case.number, [PartChange("patient", {"sex": Entry("1")}, case.patient.version)], by=by)
    return case


def queries(page: Any, case: Case, version: int, value: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = save(page, case, "run", {"run1": version}, **{"run1.urgency": value})
    assert answer.status_code == 200
    return len(captured)


def test_a_save_takes_the_same_queries_for_1_and_50_rows(page: Any, center: Any, coordinator: Any) -> None:
    case = settled_case(center, coordinator)
    run = Run.objects.get(case=case)
    queries(page, case, run.version, "2")  # the first one fills what is looked up once
    few = queries(page, case, run.version + 1, "3")
    Cannula.objects.bulk_create(Cannula(run=run, center=center, position=n) for n in range(10, 60))

    assert queries(page, case, run.version + 2, "1") == few <= 17


def test_a_version_is_told_only_with_all_that_a_colleague_stored_in_the_row(
    page: Any, center: Any, coordinator: Any
) -> None:
    case = make_draft(center, coordinator)
    save(page, case, "history", {"baseline1": 0}, **{"baseline1.weight_kg": "70"})

    told = save(page, case, "history", {"baseline1": 0}, **{"baseline1.height_cm": "174"}).json()

    assert told["versions"] == {"baseline1": 2}
    assert told["fields"]["baseline1.weight_kg"]["seen"] == "70"
    assert told["fields"]["baseline1.weight_kg"]["answer"] == {"text": "70", "missing": "", "unit": "kg"}


def test_a_conflict_names_both_values_who_and_when_and_writes_nothing(
    page: Any, center: Any, coordinator: Any
) -> None:
    case = make_draft(center, coordinator)
    other = Client()
    colleague = person_with(Role.COORDINATOR, center)
    other.force_login(colleague)
    save(other, case, "history", {"baseline1": 0}, **{"baseline1.weight_kg": "70"})

    answer = save(
        page, case, "history", {"baseline1": 0}, **{"baseline1.weight_kg": "72", "baseline1.height_cm": "174"}
    )

    (conflict,) = answer.json()["conflicts"]
    assert answer.status_code == 409
    assert (conflict["name"], conflict["shown"], conflict["by"]) == (
        "baseline1.weight_kg",
        "70 kg",
        colleague.name,
    )
    assert (conflict["seen"], conflict["version"]) == ("70", 1)
    baseline = Baseline.objects.get(run__case=case)
    assert (baseline.weight_kg, baseline.height_cm) == (70, None)


def test_the_same_number_in_other_digits_is_no_conflict(page: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    save(page, case, "history", {"baseline1": 0}, **{"baseline1.weight_kg": "70.5"})

    answer = save(page, case, "history", {"baseline1": 0}, **{"baseline1.weight_kg": "70.50"})

    assert answer.status_code == 200


def test_the_own_value_can_be_insisted_on(page: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    save(page, case, "history", {"baseline1": 0}, **{"baseline1.weight_kg": "70"})

    answer = save(
        page, case, "history", {"baseline1": 1}, base={"baseline1": {"weight_kg": "70"}},
        **{"baseline1.weight_kg": "72"},
    )  # fmt: skip

    assert answer.status_code == 200
    assert Baseline.objects.get(run__case=case).weight_kg == 72


def test_answers_are_hidden_only_after_a_question(page: Any, center: Any, coordinator: Any) -> None:
    case = settled_case(center, coordinator, run1={"stop_reason": "88", "stop_reason_other": "Power cut"})
    version = Run.objects.get(case=case).version
    sent = {"run1.stop_reason": "1"}

    asked = save(page, case, "run", {"run1": version}, **sent)
    kept = Run.objects.get(case=case).stop_reason_other
    agreed = save(page, case, "run", {"run1": version}, **sent, may_hide="1")

    assert (asked.status_code, asked.json()["hides"], kept) == (409, 1, "Power cut")
    assert "第 5 节的 1 项" in asked.json()["message"]
    assert agreed.status_code == 200
    assert "run1.stop_reason_other" in agreed.json()["fields"]
    assert Run.objects.get(case=case).notes["hidden"]["stop_reason_other"]["text"] == "Power cut"


def test_a_repeated_new_row_is_one_row_with_the_same_key(page: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    sent = {"cannula1.new1.cannula_size_fr": "23", "request_key": str(uuid.uuid4())}

    first, second = (save(page, case, "cannulas", **sent).json() for _ in range(2))

    (row,) = Cannula.objects.filter(run__case=case)
    assert first["added"] == second["added"] == {"cannula1.new1": f"cannula1.{row.pk}"}
    assert second["versions"] == {f"cannula1.{row.pk}": row.version}


def test_a_known_key_with_other_contents_is_refused(page: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    key = str(uuid.uuid4())
    save(page, case, "run", **{"run1.urgency": "1", "request_key": key})

    answer = save(page, case, "run", **{"run1.urgency": "2", "request_key": key})

    assert answer.status_code == 422
    assert answer.json()["message"]


def test_the_answer_to_a_request_is_forgotten_after_a_week(page: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    for age in (6, 8):
        key = uuid.uuid4()
        save(page, case, "run", **{"run1.urgency": "1", "request_key": str(key)})
        sent_at = timezone.now() - timedelta(days=age)
        SavedRequest.objects.filter(key=key).update(created_at=sent_at)

    drop_old_hidden_answers()

    ages = [timezone.now() - made for made in SavedRequest.objects.values_list("created_at", flat=True)]
    assert [age.days for age in ages] == [6]


def test_a_row_a_colleague_deleted_is_said_to_be_gone(page: Any, center: Any, coordinator: Any) -> None:
    case = settled_case(center, coordinator)
    row = Cannula.objects.filter(run__case=case)[0]
    key = f"cannula1.{row.pk}"
    removed = save(page, case, "cannulas", {key: row.version}, **{f"{key}!delete": "1"})

    late = save(page, case, "cannulas", {key: row.version}, **{f"{key}.cannula_size_fr": "25"})
    as_shown = save(
        page, case, "cannulas", {key: row.version}, base={key: {"cannula_size_fr": "23"}},
        **{f"{key}.cannula_size_fr": "23"},
    )  # fmt: skip

    assert removed.json()["gone"] == [key]
    assert (late.status_code, as_shown.status_code) == (409, 200)
    assert "删除" in late.json()["message"]


def test_S22_a_case_of_another_center_does_not_exist(client: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    client.force_login(person_with(Role.COORDINATOR, make_center()))

    codes = [
        save(client, case, "run", **{"run1.urgency": "1"}).status_code,
        client.post(reverse("registry:presence", args=[case.number])).status_code,
    ]

    assert codes == [404, 404]


def test_S21_others_are_told_why_not(client: Any, center: Any, coordinator: Any) -> None:
    case = make_complete(center, coordinator)
    found = []
    for person in (None, person_with(Role.DIRECTOR, center), reviewer()):
        client.logout()
        if person:
            client.force_login(person)
        found.append(save(client, case, "run", **{"run1.urgency": "1"}).status_code)
    submission.submit(case, by=coordinator, identify=identify)
    client.force_login(coordinator)
    closed = save(client, case, "run", **{"run1.urgency": "1"})

    assert found == [401, 403, 403]
    assert (closed.status_code, closed.json()["message"]) == (409, "此病例目前不能修改")


def test_a_save_without_a_token_is_refused(center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    client = Client(enforce_csrf_checks=True)
    client.force_login(coordinator)

    refused = save(client, case, "run", **{"run1.urgency": "1"})
    token = client.get(reverse("centers:session")).json()["token"]
    taken = save(client, case, "run", **{"run1.urgency": "1", "csrfmiddlewaretoken": token})

    assert (refused.status_code, taken.status_code) == (403, 200)


def test_S66_one_answer_is_one_event_with_its_author(page: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    events = apps.get_model("registry", "BaselineEvent").objects.filter(pgh_obj__run__case=case)
    before = events.count()

    save(page, case, "history", {"baseline1": 0}, **{"baseline1.weight_kg": "70"})

    last = events.order_by("pgh_id").last()
    assert events.count() == before + 1
    assert (last.weight_kg, last.pgh_context["user"]) == (70, coordinator.pk)


@pytest.mark.usefixtures("broker")
def test_a_page_that_has_run_wild_is_stopped(
    page: Any, center: Any, coordinator: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make_draft(center, coordinator)
    monkeypatch.setattr("registry.views.saving.SAVES_PER_MINUTE", 2)

    codes = [save(page, case, "run", **{"run1.urgency": "1"}).status_code for _ in range(4)]

    assert codes == [200, 200, 429, 429]


def test_the_place_to_go_on_is_that_of_the_last_editor(page: Any, center: Any, coordinator: Any) -> None:
    case = make_draft(center, coordinator)
    save(page, case, "run", **{"run1.urgency": "1"})
    address = reverse("registry:case", args=[case.number])
    own = page.get(address).content.decode()

    change = PartChange("run1", {"intent": Entry("1")}, Run.objects.get(case=case).version)
    save_case(case.number, [change], by=person_with(Role.COORDINATOR, center), identify=identify)

    assert 'data-resume="f-run1-urgency"' in own
    assert "data-resume" not in page.get(address).content.decode()
    assert Progress.objects.get(case=case).last_place == "run1.urgency"


# --- who else is there ---


def here(client: Any, case: Case, section: str = "") -> str:
    answer = client.post(
        reverse("registry:presence", args=[case.number]),
        {"section": section},
        headers=JSON | {"X-Background": "1"},
    )
    return answer.json()["people"]


@pytest.fixture
def colleague(center: Any) -> Client:
    client = Client()
    client.force_login(person_with(Role.COORDINATOR, center, name="测试协调员乙"))
    return client


@pytest.mark.usefixtures("broker")
def test_colleagues_see_each_other_with_their_section(
    page: Any, colleague: Client, center: Any, coordinator: Any
) -> None:
    case, other = make_draft(center, coordinator), make_draft(center, coordinator)
    here(colleague, case, "history")

    assert "<strong>测试协调员乙</strong> 正在看第 3 节" in here(page, case)
    assert here(page, other) == ""
    assert coordinator.name in here(colleague, case, "run")


@pytest.mark.usefixtures("broker")
def test_people_of_the_society_and_of_other_centers_are_neither_noted_nor_told(
    page: Any, colleague: Client, center: Any, coordinator: Any
) -> None:
    case = make_draft(center, coordinator)
    society = Client()
    society.force_login(reviewer())
    both = person_with(Role.COORDINATOR, make_center(), name="外中心")
    here(colleague, case, "history")

    assert here(society, case, "history") == ""
    assert "外中心" not in here(page, case)
    assert str(both.name) not in here(page, case)
    assert reviewer().name not in here(page, case)


def test_without_the_cache_nobody_is_seen_and_nothing_fails(
    page: Any, center: Any, coordinator: Any, settings: Any
) -> None:
    case = make_draft(center, coordinator)
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}

    assert here(page, case, "history") == ""
    assert save(page, case, "run", **{"run1.urgency": "1"}).status_code == 200
