"""What centers learned after discharge (form 10). Windows nobody answered are simply absent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from config.demo.chance import Chance, Weighted
from config.demo.fates import HOPELESS, Fate
from config.demo.gaps import Row
from config.demo.instruments import instruments
from config.demo.people import Person, years_old
from config.demo.stays import ALIVE
from outcomes.windows import Window, windows

LIVING, DEAD, LOST, DECLINED = 1, 2, 3, 4
REACHED = {"D30": 0.95, "D90": 0.9, "D180": 0.85, "Y1": 0.8, "Y2": 0.68, "Y3": 0.6}
REACHED_LATER = 0.5
STALE_DAYS, YEAR = 90, 365
_METHOD = Weighted({2: 70, 1: 20, 3: 7, 5: 3})
_WORK = Weighted({1: 30, 2: 16, 3: 26, 4: 8, 7: 10, 5: 10})
_CAUSE = Weighted({1: 26, 2: 18, 4: 16, 13: 18, 3: 10, 88: 6, 99: 6})
ADULT = 18


@dataclass(frozen=True)
class Backlog:
    """Of the windows that are open still, or closed within the last ``days``, a ``share`` has been answered."""

    share: float
    days: int


USUAL = Backlog(0.45, 30)
WAITING = Backlog(0.1, 75)  # where contacts are left for the people who sign in


def follow_up_rows(
    chance: Chance, person: Person, fate: Fate, as_of: date, diligence: float, backlog: Backlog = USUAL
) -> Iterator[Row]:
    """The answered windows in order of time. ``diligence`` is the center's, around 1."""
    if fate.status not in (*ALIVE, HOPELESS) or fate.left is None or fate.death:
        return
    known_alive, left = fate.left.date(), fate.left.date()
    for window in _asked(fate, as_of, left):
        day = _day(chance, window, left, as_of)
        if not chance.yes(_share(window, as_of, diligence, backlog)):
            continue
        row = _contact(chance, person, fate, window, day, known_alive)
        yield row
        if row["fu_vital_status"] in (DEAD, DECLINED):
            return
        if row["fu_vital_status"] == LIVING:
            known_alive = day


def _asked(fate: Fate, as_of: date, left: date) -> list[Window]:
    """The windows that had opened by ``as_of`` and closed after discharge."""
    yesterday = as_of - timedelta(days=1)
    own = list(windows(fate.runs[0].start.date(), until=yesterday))
    own = own[:1] if fate.status == HOPELESS else own
    return [window for window in own if window.opens < yesterday and window.closes > left]


def _day(chance: Chance, window: Window, left: date, as_of: date) -> date:
    first, last = max(window.opens, left + timedelta(days=1)), min(window.closes, as_of - timedelta(days=1))
    return first + timedelta(days=chance.randrange((last - first).days + 1)) if first < last else first


def _share(window: Window, as_of: date, diligence: float, backlog: Backlog) -> float:
    """Some windows are open still; few are overdue for long, as centers are reminded or give up."""
    share = min(0.97, REACHED.get(window.code, REACHED_LATER) * diligence)
    overdue = (as_of - window.closes).days
    if overdue < backlog.days:
        return share * backlog.share
    waiting = window.code == "D30" or overdue < YEAR
    return max(share, 0.97) if overdue > STALE_DAYS and waiting else share


def _contact(chance: Chance, person: Person, fate: Fate, window: Window, day: date, known_alive: date) -> Row:
    row: Row = {
        "fu_window": window.code,
        "fu_year": window.year,
        "fu_date": day,
        "fu_method": _METHOD.draw(chance),
    }
    died = _death_day(fate)
    if died and died <= day:
        return row | {
            "fu_vital_status": DEAD,
            "fu_death_date": max(died, known_alive),
            "fu_death_cause": _CAUSE.draw(chance),
        }
    if chance.yes(0.06):
        status = DECLINED if chance.yes(0.12) else LOST
        return row | {"fu_vital_status": status, "fu_last_known_alive": known_alive}
    return row | _living(chance, person, row)


def _death_day(fate: Fate) -> date | None:
    if fate.late_death:
        return fate.late_death.date()
    if fate.status == HOPELESS and not fate.alive_at_30_days and fate.left:
        return fate.left.date() + timedelta(days=1)
    return None


def _living(chance: Chance, person: Person, contact: Row) -> Row:
    age = years_old(person.birth_date, contact["fu_date"])
    independent = chance.yes(0.68)
    row: Row = {
        "fu_vital_status": LIVING,
        "fu_respondent": 2 if age < ADULT or chance.yes(0.3) else 1,
        "fu_residence": 1 if independent and age >= 6 else chance.choice((2, 2, 2, 2, 3, 4, 5)),
        "fu_work_status": 6 if age < 3 else 5 if age > 62 else _WORK.draw(chance),
        "fu_readmissions": chance.choice((0, 0, 0, 0, 1, 1, 2)),
        "fu_dialysis": int(chance.yes(0.04)),
        "fu_home_oxygen": int(chance.yes(0.08)),
        "fu_home_ventilation": int(chance.yes(0.02)) if chance.yes(0.7) else None,
    }
    return row | instruments(chance, contact, person, age, independent=independent)
