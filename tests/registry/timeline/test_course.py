"""What the timeline tells of real records: events, contradictions, words and addresses."""

import itertools
import re
from datetime import datetime, timedelta
from time import thread_time
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from centers.models import Role
from registry import record
from registry.models import Case
from registry.timeline import Event, Kind, timeline
from registry.timeline.contradictions import contradictions
from registry.timeline.events import events
from tests.factories.people import make_center, person_with
from tests.registry.timeline import courses

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def coordinator(everything):
    return person_with(Role.COORDINATOR, make_center())


@pytest.fixture
def held(coordinator):
    """Makes a case with these answers and gives its record."""
    center = coordinator.memberships.get().center

    def make(answers, **overrides):
        told = {key: fields | overrides.get(key, {}) for key, fields in answers.items()}
        case = courses.make_course(center, coordinator, told)
        return record.load(Case.objects.all(), pk=case.pk)

    return make


def kinds(found):
    return [event.kind.value for event in found]


def said(found, later=()):
    """Words of the contradictions with the day they stand at."""
    told = [*events(found), *later]
    return [(f"{each.at.astimezone(SHANGHAI):%m-%d}", each.words) for each in contradictions(found, told)]


def test_events_of_an_ecpr_run_in_order_of_time(held):
    assert kinds(events(held(courses.ECPR))) == [
        "arrest", "cpr", "cannulation", "start", "complication", "complication", "procedure", "mode", "change",
        "infection", "stop", "decannulation", "discharge",
    ]  # fmt: skip


def test_answers_that_are_not_asked_are_not_events(held):
    found = events(held(courses.ECPR, run1={"support_type": "2", "mode_changed": "0"}))

    assert not {"arrest", "cpr", "mode"} & set(kinds(found))


def test_an_event_leads_to_its_field_in_its_row(held):
    found = held(courses.ECPR)
    row = found.runs[0].complications.all()[0]
    event = next(event for event in events(found) if event.kind == Kind.COMPLICATION)

    assert (event.anchor, event.run) == (f"f-complication1-{row.pk}-comp_onset_at", 1)
    assert event.is_severe


def test_a_second_run_is_named_and_linked_as_such(held):
    found = held(courses.TWO_RUNS)
    with override("en"):
        line = timeline(found, run_in_view=1)

    starts = [step for step in line.steps if "started" in step.text]
    assert [step.text for step in starts] == ["Run 1, VA started", "Run 2, VV started"]
    assert [step.href for step in starts] == ["#f-run1-run_start_at", "?run=2#f-run2-run_start_at"]


def test_a_transfer_on_ecls_is_an_arrival_and_a_leaving(held):
    found = events(held(courses.TRANSFERRED))

    assert kinds(found) == ["start", "arrival", "stop", "transfer"]


def test_a_death_on_ecls_has_no_scale_of_months(held):
    line = timeline(held(courses.DIED))

    assert line.track.breaks == ()
    assert line.track.now_x is None
    assert line.marks[-1].step.shape == "cross"


def test_a_running_case_says_which_day_it_is(held):
    now = datetime(2026, 3, 4, 8, 14, tzinfo=SHANGHAI)

    with override("zh-hans"):
        line = timeline(held(courses.RUNNING), now=now)

    assert line.now_label.text == "现在 · 第 4 天"
    assert line.ahead.text == "待录入：撤机 → 出院 → 随访"
    assert line.track.now_x == round(40 + 1246 * 0.72, 1)


def test_no_line_before_flow_starts(held):
    assert timeline(held(courses.RUNNING, run1={"run_start_at": ""})) is None


def test_bars_take_the_color_of_their_mode_and_name_it(held):
    line = timeline(held(courses.ECPR))

    assert [(bar.tone, bar.text) for bar in line.track.bars] == [("va", "VA"), ("vv", "VV")]
    assert line.track.bars[0].x + line.track.bars[0].width == pytest.approx(line.track.bars[1].x, abs=0.2)
    assert next(mark for mark in line.marks if mark.is_main).step.tone == "ecpr"


@pytest.mark.parametrize(
    "answers",
    [courses.ECPR, courses.TWO_RUNS, courses.TRANSFERRED, courses.DIED],
    ids=["ecpr", "two runs", "transferred", "died"],
)
def test_sound_cases_contradict_nothing(held, answers):
    assert said(held(answers)) == []


def test_every_contradiction_is_told_first_and_marked(held):
    with override("en"):
        line = timeline(held(courses.WRONG))

    assert [step.text for step in line.contradictions] == [
        "Limb ischemia, treated conservatively: outside the run",
        "Mode segments: gap",
        "Membrane lung (oxygenator) changed: no reason given",
        "Decannulated: before the end of flow",
        "Daily data: outside the run",
    ]
    assert [mark.step.shape for mark in line.marks if mark.is_wrong] == ["alert"] * 5
    assert len(line.track.stretches_wrong) == 1


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({"run1": {"run_stop_at": "2026-02-27 12:00"}}, ("02-27", "早于转流开始")),
        ({"ecpr1": {"arrest_at": "2026-03-01 12:45"}}, ("03-01", "晚于转流开始")),
        ({"complication1.new2": {"comp_onset_at": "2026-03-11 12:01"}}, ("03-11", "不在本次辅助期间")),
        ({"complication1.new2": {"comp_onset_at": "2026-03-01 05:46"}}, ("03-01", "不在本次辅助期间")),
        ({"segment1.new2": {"segment_start_at": "2026-03-05 08:00"}}, ("03-05", "有重叠")),
        ({"segment1.new2": {"segment_start_at": "2026-03-05 10:00"}}, ("03-05", "有空缺")),
        ({"segment1.new2": {"segment_stop_at": "2026-03-08 11:00"}}, ("03-08", "有空缺")),
        ({"equipment1.new1": {"equip_change_reason": ""}}, ("03-06", "未填更换原因")),
        ({"equipment1.new1": {"equip_stop_at": "2026-02-28 10:00"}}, ("02-28", "早于转流开始")),
        ({"run1": {"decannulated_at": "2026-03-08 11:59"}}, ("03-08", "早于转流结束")),
        ({"run1": {"decannulated_at": "2026-03-07"}}, ("03-07", "早于转流结束")),
        ({"outcome": {"died": "1", "death_at": "2026-03-06 08:00"}}, ("03-06", "晚于死亡")),
    ],
)
def test_each_contradiction_is_found(held, overrides, expected):
    with override("zh-hans"):
        assert expected in said(held(courses.ECPR, **overrides))


@pytest.mark.parametrize(
    "overrides",
    [
        {"complication1.new2": {"comp_onset_at": "2026-03-11 12:00"}},
        {"complication1.new2": {"comp_onset_at": "2026-03-01 05:47"}},
        {"complication1.new2": {"comp_onset_at": "2026-03-20 05:00", "comp_code": "LIM09"}},
        {"run1": {"decannulated_at": "2026-03-08"}},
    ],
)
def test_the_limits_of_the_dictionary_are_kept(held, overrides):
    assert said(held(courses.ECPR, **overrides)) == []


@pytest.mark.parametrize(("tone", "expected"), [("done", [("03-20", "早于出院")]), ("later", [])])
def test_a_follow_up_answered_before_discharge_contradicts_it(held, tone, expected):
    at = datetime(2026, 3, 20, 12, tzinfo=SHANGHAI)
    contact = Event(at, Kind.FOLLOW_UP, "30 天", "panel-follow-up", tone=tone, is_day=True)

    with override("zh-hans"):
        assert said(held(courses.ECPR), [contact]) == expected


def test_runs_that_overlap_contradict_each_other(held):
    found = held(courses.TWO_RUNS, run2={"run_start_at": "2026-03-04 12:00"})

    with override("zh-hans"):
        assert said(found) == [("03-04", "早于上一次辅助结束")]


def crowded():
    """Forty complications and ten changes in a week."""
    start = datetime(2026, 3, 1, 12, tzinfo=SHANGHAI)
    rows = {
        f"complication1.new{n}": {
            "comp_code": "HEM01",
            "comp_onset_at": f"{start + timedelta(hours=4 * n):%Y-%m-%d %H:%M}",
            "comp_severity": "1",
        }
        for n in range(1, 41)
    }
    return courses.ECPR | rows


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("width", [1326, 728])
def test_labels_and_ticks_of_a_crowded_case_never_meet(held, language, width):
    with override(language):
        line = timeline(held(crowded()), width=width)

    labels = [mark.label for mark in line.marks if mark.label]
    assert 3 <= len(labels) <= 8
    for lane in (0, 1):
        boxes = sorted(label.box for label in labels if label.lane == lane)
        assert all(one[1] < other[0] for one, other in itertools.pairwise(boxes))
    assert all(0 <= mark.x <= width for mark in line.marks)
    assert len(line.marks) == len(line.steps) >= 50


def test_the_drawing_costs_no_query_and_few_milliseconds(held):
    found = held(courses.ECPR)
    found.places  # noqa: B018  (the page has them anyway)
    timeline(found)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        began = thread_time()
        for _ in range(20):
            timeline(found)
        each = (thread_time() - began) / 20

    assert len(queries) == 0
    assert each < 0.02  # s of this thread; 0.002 measured


def test_the_case_page_draws_it_without_style_and_with_words(client, coordinator, held):
    found = held(courses.ECPR)
    client.force_login(coordinator)

    html = client.get(reverse("registry:case", args=[found.case.number])).content.decode()
    drawn = html[html.index('id="timeline"') : html.index("</header>")]

    assert "style=" not in drawn
    assert drawn.count('class="tl-event') == drawn.count("<li>") == 13
    assert 'aria-describedby="tl-words"' in drawn
    for target in re.findall(r'href="#([^"]+)"', drawn):
        assert f'id="{target}' in html, target


def test_numbers_in_the_drawing_are_no_words_of_a_language(held):
    """A decimal comma would break the coordinates."""
    for language in ("zh-hans", "en"):
        with override(language):
            html = render_to_string(
                "registry/partials/timeline_drawing.html", {"line": timeline(held(courses.DIED))}
            )
        assert re.search(r'viewBox="0 0 1326(\.0)? 62"', html)
