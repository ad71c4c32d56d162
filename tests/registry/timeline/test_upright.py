"""The course down the side of a page: the same events, words that do not touch, marks that stay on their scale."""

import itertools
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from centers.models import Role
from registry import record
from registry.models import Case
from registry.timeline import Event, Kind, timeline, upright
from registry.timeline.beside import AIR, PLAIN, WORDS, placed, words, wrapped
from registry.timeline.labels import MOST, width
from tests.factories.people import make_center, person_with
from tests.registry.timeline import courses
from tests.registry.timeline.test_course import crowded

SHANGHAI = ZoneInfo("Asia/Shanghai")
BASE = "/cases/D01-26-0001/"


@pytest.fixture
def held(everything):
    """Makes a case with these answers and gives its record."""
    center = make_center()
    coordinator = person_with(Role.COORDINATOR, center)

    def make(answers):
        case = courses.make_course(center, coordinator, answers)
        return record.load(Case.objects.all(), pk=case.pk)

    return make


def contact(month: int, tone: str = "done", **more) -> Event:
    at = datetime(2026, month, 1, 12, tzinfo=SHANGHAI)
    return Event(at, Kind.FOLLOW_UP, f"contact {month}", "panel-follow-up", tone=tone, is_day=True, **more)


def shown(line):
    """The marks whose words stand beside them, from top to bottom."""
    return [mark for mark in line.marks if not mark.is_quiet]


def texts(mark):
    return [said.text or said.when for _, said in mark.words.rows]


@pytest.mark.django_db
@pytest.mark.parametrize("answers", [courses.ECPR, courses.TWO_RUNS, courses.WRONG, courses.DIED])
def test_it_tells_the_same_as_the_line_across_the_page(held, answers):
    found, later = held(answers), [contact(6), contact(9, "due")]
    across, down = timeline(found, later=later, base=BASE), upright(found, later=later, base=BASE)

    assert down.steps == across.steps
    assert down.contradictions == across.contradictions
    assert [bar.tone for bar in down.track.bars] == [bar.tone for bar in across.track.bars]
    assert len(down.track.breaks) == len(across.track.breaks)
    assert [mark.step for mark in down.marks] == [mark.step for mark in across.marks]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("answers", [courses.WRONG, crowded()], ids=["wrong", "crowded"])
def test_words_keep_apart_and_inside_whatever_happened(held, answers, language):
    with override(language):
        line = upright(held(answers), later=[contact(month) for month in range(5, 12)])

    found = [mark.words for mark in shown(line)]
    assert 6 <= len(found) <= MOST
    assert all(
        one.top + one.words.height + AIR <= other.top + 0.1 for one, other in itertools.pairwise(found)
    )
    assert found[0].top >= 0
    assert found[-1].top + found[-1].words.height <= line.track.length
    for mark in line.marks:
        assert 0 <= mark.words.top <= line.track.length - mark.words.words.height
        assert all(width(said.text + said.when) * PLAIN <= WORDS for _, said in mark.words.rows)


@pytest.mark.django_db
def test_a_crowd_on_support_moves_no_mark_of_the_months_after_it(held):
    later = [contact(6), contact(9)]
    line = upright(held(crowded()), later=later)

    after = [mark for mark in line.marks if mark.step.shape in ("house", "circle")]
    assert len(line.marks) > 50
    assert [mark.step.shape for mark in after] == ["house", "circle", "circle"]
    assert after[-1].y == line.track.right
    assert after[0].y > line.track.breaks[-1] > line.track.bars[-1].x


@pytest.mark.django_db
def test_the_contact_of_the_page_is_named_before_all_others(held):
    later = [contact(month, "later", is_current=month == 5) for month in range(4, 13)]
    line = upright(held(courses.ECPR), later=later)

    (current,) = [mark for mark in line.marks if mark.is_current]
    assert not current.is_quiet
    assert texts(current) == ["contact 5"]
    assert len(shown(line)) == MOST
    follow_ups = [mark.step.text for mark in shown(line) if mark.step.shape == "circle"]
    assert follow_ups[-1] == "contact 12"  # the latest ones are worth more than the first


@pytest.mark.django_db
def test_contradictions_are_said_beside_their_marks(held):
    with override("en"):
        line = upright(held(courses.WRONG))

    wrong = [mark for mark in line.marks if mark.is_wrong]
    assert [mark.step.shape for mark in wrong] == ["alert"] * 5
    assert all(any(said.is_wrong for _, said in mark.words.rows) for mark in wrong)
    assert len(line.track.stretches_wrong) == 1
    assert texts(wrong[3])[:2] == ["Decannulated", "before the end of flow"]


@pytest.mark.django_db
def test_an_event_leads_to_its_own_page_or_else_to_its_field_on_the_case_page(held):
    found = held(courses.ECPR)
    line = upright(found, later=[contact(6, address="/follow-up/x/D90/"), contact(9)], base=BASE)

    assert line.steps[0].href == f"{BASE}?run=1#f-ecpr1-arrest_at"
    assert [step.href for step in line.steps[-2:]] == ["/follow-up/x/D90/", f"{BASE}#panel-follow-up"]


@pytest.mark.django_db
def test_nothing_is_drawn_before_flow(held):
    draft = dict(courses.RUNNING, run1=courses.RUNNING["run1"] | {"run_start_at": ""})

    assert upright(held(draft)) is None


def test_a_date_stands_behind_its_name_or_below_it():
    assert [(line.text, line.when) for line in words("出院", "2026-03-25", "").lines] == [
        ("出院", "2026-03-25")
    ]
    long = words("Limb ischemia, treated conservatively", "2026-02-20", "outside the run").lines
    assert [(line.text, line.when) for line in long] == [
        ("Limb ischemia, treated", ""),
        ("conservatively", ""),
        ("outside the run", ""),
        ("", "2026-02-20"),
    ]


def test_chinese_breaks_anywhere_but_before_a_comma():
    assert wrapped("肢体缺血，需要外科手术治疗，或拔管") == ["肢体缺血，需要外科手术治疗，或拔", "管"]
    assert wrapped("肢体缺血需要外科手术治疗又需要拔，管") == ["肢体缺血需要外科手术治疗又需要", "拔，管"]
    assert wrapped("W" * 60)[1].endswith("…")


def test_words_stand_at_their_marks_or_as_near_as_the_others_allow():
    each = [words(name, "2026-03-25", "") for name in "甲乙丙"]

    alone = placed(each, [50, 150, 250], top=0, bottom=300)
    assert [alone[number].middle for number in range(3)] == [50, 150, 250]
    crowd = placed(each, [100, 100, 100], top=0, bottom=300)
    assert [crowd[number].middle for number in range(3)] == [80, 100, 120]
    at_end = placed(each, [290, 295, 300], top=0, bottom=300)
    assert [at_end[number].top for number in range(3)] == [245, 265, 285]


def test_words_without_room_wait_for_the_focus():
    each = [words("甲", "2026-03-25", "", rank=rank) for rank in (3, 1, 2)]

    assert sorted(placed(each, [10, 20, 30], top=0, bottom=36)) == [1, 2]
