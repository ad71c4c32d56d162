"""Scales, labels and marks in exact pixels, without a record."""

import itertools
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from registry.timeline.labels import (
    ABOVE,
    BELOW,
    LONGEST,
    MOST,
    Placed,
    Wanted,
    place,
    shortened,
    whole,
    width,
)
from registry.timeline.marks import spread
from registry.timeline.scales import Room, scale
from registry.timeline.ticks import ticks

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 3, 1, 12, tzinfo=SHANGHAI)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def test_one_run_fills_the_line_in_proportion():
    laid = scale([(START, START + 8 * DAY)], [START], room=Room(1326))

    assert [laid.x(START), laid.x(START + 4 * DAY), laid.x(START + 8 * DAY)] == [40, 663, 1286]
    assert laid.breaks == ()


def test_minutes_before_flow_have_a_scale_of_their_own_behind_a_break():
    arrest = START - 60 * MINUTE
    laid = scale([(START, START + 8 * DAY)], [arrest, START], room=Room(1326))

    assert laid.before is not None
    assert (laid.x(arrest), laid.x(START - 30 * MINUTE), laid.before.right) == (40, 121, 202)
    assert laid.breaks == (202 + Room(1326).gap / 2,)
    assert laid.x(START) == 202 + Room(1326).gap


def test_months_after_support_are_drawn_by_their_square_root():
    stop = START + 8 * DAY
    laid = scale([(START, stop)], [stop + 100 * DAY, stop + 400 * DAY], room=Room(1326))

    assert laid.after is not None
    left, right = laid.after.left, laid.after.right
    assert right == 1286
    assert laid.x(stop + 400 * DAY) == right
    assert laid.x(stop + 100 * DAY) == left + (right - left) / 2
    assert laid.x(stop) == left - Room(1326).gap  # the end of flow stands on the scale of days


def test_what_follows_the_end_of_flow_closely_stays_on_the_scale_of_days():
    stop = START + 8 * DAY
    laid = scale([(START, stop)], [stop, stop + HOUR], room=Room(1326))

    assert laid.after is None
    assert laid.x(stop + HOUR) == 1286


def test_a_running_case_leaves_room_for_what_is_to_come():
    now = START + 3 * DAY
    laid = scale([(START, now)], [START], room=Room(1326), is_running=True)

    assert laid.x(now) == round(40 + 1246 * 0.72, 1)


def test_a_long_pause_between_runs_is_shortened_at_a_break():
    first, second = (START, START + 5 * DAY), (START + 19 * DAY, START + 27 * DAY)
    laid = scale([first, second], [], room=Room(1326))
    pause = laid.x(second[0]) - laid.x(first[1])

    assert round(pause / (laid.x(first[1]) - 40), 2) == round(13 * 0.15 / 5, 2)
    assert laid.breaks == (round(laid.x(first[1]) + pause / 2, 1),)


def test_a_short_pause_keeps_its_length():
    laid = scale([(START, START + 4 * DAY), (START + 5 * DAY, START + 10 * DAY)], [], room=Room(1326))

    assert laid.breaks == ()
    assert laid.x(START + 5 * DAY) == 663


@pytest.mark.parametrize("stop", [START - DAY, START, START + 5 * MINUTE])
def test_a_run_that_ends_before_it_begins_can_still_be_drawn(stop):
    laid = scale([(START, stop)], [START, stop], room=Room(1326))

    assert 40 <= laid.x(stop) <= 1286
    assert 40 <= laid.x(START) <= 1286


def test_overlapping_runs_share_one_stretch():
    laid = scale([(START, START + 5 * DAY), (START + 3 * DAY, START + 8 * DAY)], [], room=Room(1326))

    assert [(zone.start, zone.end) for zone in laid.support] == [(START, START + 8 * DAY)]


def test_ticks_are_minutes_then_dates_then_months():
    stop = START + 8 * DAY
    laid = scale([(START, stop)], [START - 70 * MINUTE, stop + 380 * DAY], room=Room(1326))

    with override("zh-hans"):
        words = [tick.label for tick in ticks(laid)]

    assert words == [
        "−30 min", "−60 min",
        "03-02", "03-03", "03-04", "03-05", "03-06", "03-07", "03-08", "03-09",
        "+1 个月", "+3 个月", "+6 个月", "+1 年",
    ]  # fmt: skip


@pytest.mark.parametrize("days", [0.3, 2, 9, 40, 300, 2000])
def test_ticks_never_crowd(days):
    laid = scale([(START, START + days * DAY)], [START - 40 * DAY], room=Room(728))
    found = sorted(tick.x for tick in ticks(laid))

    assert all(other - one >= 50 for one, other in itertools.pairwise(found))


@pytest.mark.parametrize("years", [3, 7, 30, 120])
def test_ticks_of_an_event_years_before_flow_never_crowd(years):
    """A mistyped year is drawn as well: it is marked as a contradiction, and the line stays readable."""
    laid = scale([(START, START + 4 * DAY)], [START - years * 365 * DAY], room=Room(728))
    found = sorted(tick.x for tick in ticks(laid))

    assert all(other - one >= 50 for one, other in itertools.pairwise(found))


def test_the_first_label_in_rank_stands_where_it_wants_and_the_next_goes_below():
    wanted = [Wanted(600, "死亡 03-04 08:10", 2), Wanted(610, "肢体缺血 03-03", 1)]

    found = place(wanted, left=0, right=1326)

    assert (found[1].lane, found[1].anchor, found[1].x) == (ABOVE, "middle", 610)
    assert found[0].lane == BELOW


def test_labels_of_a_lane_never_meet_and_stay_inside():
    wanted = [Wanted(x, f"插管部位出血 03-{x % 28:02}", x % 7) for x in range(0, 1326, 23)]

    found = place(wanted, left=4, right=1322).values()

    assert len(found) == MOST
    for lane in (ABOVE, BELOW):
        boxes = sorted(each.box for each in found if each.lane == lane)
        assert all(one[1] + 8 <= other[0] for one, other in itertools.pairwise(boxes))
        assert all(box[0] >= 4 and box[1] <= 1322 for box in boxes)


def test_a_label_without_room_waits_for_the_focus():
    taken = [Placed(0, "start", lane, "长" * 115) for lane in (ABOVE, BELOW)]

    assert place([Wanted(600, "拔管", 1)], left=0, right=1326, taken=taken) == {}


def test_a_label_at_the_edge_leans_inward():
    found = place([Wanted(1300, "出院 2026-04-15", 1)], left=0, right=1326)

    assert (found[0].anchor, found[0].x) == ("end", 1305)
    assert whole(1300, "出院 2026-04-15", left=4, right=1322).box[1] == 1322


def test_a_long_label_is_cut_and_keeps_its_time():
    cut = shortened("Bloodstream infection, other catheter", " 03-05 09:00")

    assert cut.endswith("… 03-05 09:00")
    assert width(cut) <= LONGEST
    assert shortened("拔管", " 03-05") == "拔管 03-05"


def test_a_label_says_less_only_where_all_of_it_has_no_room():
    taken = [Placed(600, "start", lane, "长" * 30) for lane in (ABOVE, BELOW)]
    wanted = [Wanted(500, "Cannulation site bleeding 03-03 06:00", 1, short="Cannulation… 03-03")]

    assert place(wanted, left=0, right=1326)[0].text == wanted[0].text
    assert place(wanted, left=420, right=1326, taken=taken)[0].text == wanted[0].short


def test_chinese_is_measured_wider_than_latin():
    assert width("拔管") == 23
    assert width("ill") < width("WWW")


def test_marks_that_would_cover_each_other_move_away_from_the_start_of_flow():
    assert spread([40, 44, 100, 102, 300], 2, 1326) == [31, 44, 100, 113, 300]
    assert spread([96, 98, 100, 102, 300], 2, 1326) == [74, 87, 100, 113, 300]


def test_marks_at_the_end_move_back_from_the_edge():
    assert spread([100, 1318, 1318], 0, 1326) == [100, 1301, 1314]


def test_many_marks_at_one_moment_stay_inside():
    found = spread([700.0] * 200, 0, 1326)

    assert min(found) >= 0
    assert max(found) <= 1326
    assert found == sorted(found)
