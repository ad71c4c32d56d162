"""The rules of follow-up, V126 to V135 and V154 to V156 of the published dictionary.

V132 speaks of the case as a whole, the others of one contact.
"""

import re
from typing import Any

from crf.rules import RuleBook
from outcomes.contact import KIND
from outcomes.windows import ALIVE, DEAD, LEFT_ALIVE

COURSE = "course"
OVERDUE_DAYS = 240  # after the start of flow, for the contact of 180 days
EQ5D = tuple(f"fu_eq5d_{each}" for each in ("mobility", "selfcare", "activity", "pain", "anxiety"))
WHODAS = re.compile(r"[0-4]{12}")
BOOK = RuleBook()
error, warning = BOOK.error, BOOK.warning
DATES = ("fu_date", "fu_death_date", "fu_last_known_alive", "fu_return_work_date")


@error("V126", "fu_date run_start_at", "Follow-up cannot precede ECLS", "随访不得早于ECLS", on=KIND)
def contact_after_flow_starts(c: Any) -> bool:
    return c.fu_date >= c.flow_start_day


@error(
    "V127",
    "fu_death_date fu_last_known_alive fu_vital_status",
    "Death at follow-up needs a date, or the last date known alive",
    "随访死亡须填写死亡日期或最后确认存活日期",
    on=KIND,
)
def death_has_a_date(c: Any) -> bool:
    known = (c.get("fu_death_date"), c.get("fu_last_known_alive"))
    return c.fu_vital_status != DEAD or any(known)


@error(
    "V128",
    "fu_death_date fu_date run_start_at",
    "Follow-up death date outside the allowed period",
    "随访死亡日期超出允许范围",
    on=KIND,
)
def death_between_flow_start_and_contact(c: Any) -> bool:
    return c.flow_start_day <= c.fu_death_date <= c.fu_date


@error(
    "V129",
    "fu_date fu_vital_status died death_at",
    "No live follow-up after a recorded death",
    "已死亡患者不得记录存活随访",
    on=KIND,
)
def alive_before_the_recorded_death(c: Any) -> bool:
    """The death may stand in form 9 of any stay, or in another follow-up."""
    return c.fu_vital_status != ALIVE or c.fu_date <= c.recorded_death_day


@warning(
    "V130",
    "fu_date fu_window",
    "Follow-up date outside its window",
    "随访日期超出时间窗",
    on=KIND,
)
def contact_inside_its_window(c: Any) -> bool:
    return c.window_opens <= c.fu_date <= c.window_closes


@error("V131", "fu_window", "One record per follow-up window", "每个时间窗仅一条记录", on=KIND)
def one_row_per_window(c: Any) -> bool:
    return c.other_rows == 0


@warning(
    "V132",
    "discharge_status run_start_at",
    "Six-month follow-up is overdue",
    "6 个月随访逾期",
    on=COURSE,
)
def six_months_are_answered(c: Any) -> bool:
    if c.discharge_status not in LEFT_ALIVE or c.get("recorded_death_day") or c.six_months_answered:
        return True
    return (c.today - c.flow_start_day).days < OVERDUE_DAYS


@error(
    "V133",
    " ".join((*EQ5D, "fu_vital_status")),
    "The five EQ-5D items must be complete or absent",
    "EQ-5D 五个维度须完整填写或全部空缺",
    on=KIND,
)
def eq5d_is_whole_or_absent(c: Any) -> bool:
    """A missing reason is an answer."""
    return c.fu_vital_status != ALIVE or len({c.has_answer(name) for name in EQ5D}) == 1


@error("V134", "fu_barthel", "Barthel index must be a multiple of 5", "Barthel 指数须为 5 的倍数", on=KIND)
def barthel_in_steps_of_five(c: Any) -> bool:
    return c.fu_barthel % 5 == 0


@error(
    "V135",
    "fu_whodas_items",
    "WHODAS must have 12 items scored 0 to 4",
    "WHODAS 须为 12 项，每项 0~4 分",
    on=KIND,
)
def whodas_is_twelve_digits(c: Any) -> bool:
    return WHODAS.fullmatch(c.fu_whodas_items) is not None


@error("V154", " ".join(DATES), "Dates in the future are not allowed", "日期不得晚于今天", on=KIND)
def nothing_lies_in_the_future(c: Any) -> bool:
    return all(day is None or day <= c.today for day in map(c.get, DATES))


@error(
    "V155",
    "fu_death_date fu_vital_status",
    "Another record says that the patient was alive later",
    "另有记录显示患者此后仍存活",
    on=KIND,
)
def death_after_the_last_live_contact(c: Any) -> bool:
    return c.fu_vital_status != DEAD or c.fu_death_date >= c.recorded_alive_day


@error(
    "V156",
    "fu_last_known_alive fu_date run_start_at",
    "Last known alive lies between the start of ECLS and the date of contact",
    "最后确认存活日期应在ECLS启动与随访日期之间",
    on=KIND,
)
def last_alive_between_flow_start_and_contact(c: Any) -> bool:
    return c.flow_start_day <= c.fu_last_known_alive <= c.fu_date
