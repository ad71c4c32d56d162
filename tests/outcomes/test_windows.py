"""Windows against dates worked out by hand."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from outcomes.windows import (
    Answer,
    Course,
    Status,
    Why,
    find,
    parse_key,
    schedule,
    window_key,
    window_label,
    windows,
    years_after,
)

STARTED = date(2025, 10, 2)
# target, opens, closes, counted on a calendar
BY_HAND = {
    "D30": (date(2025, 11, 1), date(2025, 10, 25), date(2025, 11, 8)),
    "D90": (date(2025, 12, 31), date(2025, 12, 17), date(2026, 1, 14)),
    "D180": (date(2026, 3, 31), date(2026, 3, 1), date(2026, 4, 30)),
    "Y1": (date(2026, 10, 2), date(2026, 8, 18), date(2026, 11, 16)),
    "Y2": (date(2027, 10, 2), date(2027, 8, 3), date(2027, 12, 1)),
    "Y3": (date(2028, 10, 2), date(2028, 8, 3), date(2028, 12, 1)),
    "Y4": (date(2029, 10, 2), date(2029, 8, 3), date(2029, 12, 1)),
    "Y5": (date(2030, 10, 2), date(2030, 8, 3), date(2030, 12, 1)),
    "Y6": (date(2031, 10, 2), date(2031, 8, 3), date(2031, 12, 1)),
}


def course(**changes: object) -> Course:
    return Course(**({"started": STARTED, "discharge_status": 1, "left": date(2025, 10, 20)} | changes))  # type: ignore[arg-type]


def standing(course: Course, as_of: date) -> dict[str, str]:
    return {task.window.key: str(task.why or task.status) for task in schedule(course, as_of)}


def test_windows_fall_where_the_calendar_puts_them() -> None:
    found = {w.key: (w.target, w.opens, w.closes) for w in windows(STARTED, until=date(2026, 1, 1))}
    assert found == BY_HAND


def test_later_years_go_on_up_to_the_next_one() -> None:
    keys = [w.key for w in windows(STARTED, until=date(2033, 8, 3))]
    assert keys[-3:] == ["Y7", "Y8", "Y9"]  # year 8 opens that very day, so one more follows
    last = list(windows(STARTED, until=date(2033, 8, 3)))[-2]
    assert (last.code, last.year, last.target) == ("YN", 8, date(2033, 10, 2))


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2096, 2, 29), 4, date(2100, 2, 28)),  # 2100 is no leap year
        (date(2023, 2, 28), 1, date(2024, 2, 28)),
        (date(2024, 3, 1), 1, date(2025, 3, 1)),
    ],
)
def test_a_leap_day_has_its_anniversary_on_the_last_of_february(
    day: date, years: int, expected: date
) -> None:
    assert years_after(day, years) == expected


def test_days_are_counted_through_a_leap_february() -> None:
    found = {w.key: w.target for w in windows(date(2024, 1, 31), until=date(2024, 1, 31))}
    assert (found["D30"], found["D90"]) == (date(2024, 3, 1), date(2024, 4, 30))
    found = {w.key: w.target for w in windows(date(2023, 1, 31), until=date(2023, 1, 31))}
    assert (found["D30"], found["D90"]) == (date(2023, 3, 2), date(2023, 5, 1))


def test_both_ends_belong_to_the_window() -> None:
    _, opens, closes = BY_HAND["Y1"]
    one_day = timedelta(1)
    days = (opens - one_day, opens, closes, closes + one_day)
    statuses = [find(course(), "Y1", day).status for day in days]
    assert statuses == [Status.UPCOMING, Status.OPEN, Status.OPEN, Status.OVERDUE]
    assert find(course(), "Y1", closes + timedelta(8)).days_overdue(closes + timedelta(8)) == 8


@pytest.mark.parametrize("status", [1, 2, 3, 8])
def test_who_left_alive_has_every_window(status: int) -> None:
    assert len(schedule(course(discharge_status=status), STARTED)) == 9


@pytest.mark.parametrize("status", [4, 6, 7, None])
def test_the_others_have_none(status: int | None) -> None:
    assert schedule(course(discharge_status=status), date(2026, 11, 22)) == []


def test_without_a_start_of_flow_there_is_no_window() -> None:
    assert schedule(course(started=None), date(2026, 11, 22)) == []


def test_who_left_to_die_is_asked_for_once() -> None:
    left_to_die = course(discharge_status=5)
    assert standing(left_to_die, date(2025, 12, 16)) == {"D30": "overdue"}
    assert standing(left_to_die, date(2025, 12, 17)) == {"D30": "missed"}  # others would be asked for day 90


def test_a_window_that_ended_in_hospital_is_no_task() -> None:
    long_stay = course(left=date(2025, 11, 9))
    assert standing(long_stay, date(2025, 12, 20))["D30"] == Why.IN_HOSPITAL
    same_day = course(left=date(2025, 11, 8))
    assert standing(same_day, date(2025, 11, 8))["D30"] == Status.OPEN


def test_a_missed_window_gives_way_to_the_next() -> None:
    assert standing(course(), date(2026, 8, 17))["D180"] == Status.OVERDUE
    after = standing(course(), date(2026, 8, 18))
    assert (after["D180"], after["Y1"]) == (Why.MISSED, Status.OPEN)
    assert find(course(), "D180", date(2026, 8, 18)).accepts_answers


def test_an_answer_to_a_later_window_closes_the_earlier_ones() -> None:
    answered = course(answers={"D180": Answer(1)})
    found = standing(answered, date(2026, 3, 1))
    assert (found["D30"], found["D90"], found["D180"]) == (Why.MISSED, Why.MISSED, Status.DONE)


def test_death_closes_what_is_not_answered_from_its_day_on() -> None:
    died = course(died=date(2026, 2, 1), answers={"D30": Answer(1)})
    before = standing(died, date(2026, 1, 31))
    assert (before["D30"], before["D90"], before["D180"]) == ("done", "overdue", "upcoming")
    after = standing(died, date(2026, 2, 1))
    assert after.pop("D30") == "done"
    assert set(after.values()) == {Why.DEATH}
    assert not find(died, "Y1", date(2026, 2, 1)).accepts_answers


def test_a_loss_ends_its_window_only() -> None:
    lost = course(answers={"D180": Answer(3)})
    found = standing(lost, date(2026, 9, 1))
    assert (found["D180"], found["Y1"], found["Y2"]) == ("done", "open", "upcoming")


def test_a_refusal_closes_the_later_windows() -> None:
    refused = course(answers={"D180": Answer(4)})
    found = standing(refused, date(2026, 9, 1))
    assert (found["D180"], found["Y1"], found["Y6"]) == ("done", Why.DECLINED, Why.DECLINED)


@pytest.mark.parametrize(("key", "code", "year"), [("D30", "D30", None), ("Y1", "Y1", None), ("Y6", "YN", 6)])
def test_keys_name_windows(key: str, code: str, year: int | None) -> None:
    assert parse_key(key) == (code, year)
    assert window_key(code, year) == key


@pytest.mark.parametrize("key", ["DIS", "YN", "Y0", "Y06", "Y100", "Y٦", "", "d30", "6"])
def test_other_keys_are_none(key: str) -> None:
    with pytest.raises(KeyError):
        parse_key(key)


def test_labels_in_both_languages() -> None:
    with translation.override("en"):
        assert [window_label("D30"), window_label("Y1"), window_label("YN", 7)] == [
            "30 days",
            "1 year",
            "7 years",
        ]
