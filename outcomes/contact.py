"""A follow-up row with all its conditions and rules may ask about: the case, the window, other contacts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from crf.rules import Answered
from outcomes.models import FollowUp
from outcomes.windows import Course, Task
from registry import derived
from registry.derived import whole_years

KIND = "followup"
KEY = "fu"  # how the form names the row
ADULT = 18


@dataclass(frozen=True)
class Elsewhere:
    """What other records of the patient in this center say of life and death."""

    died: date | None = None
    last_alive: date | None = None


@dataclass
class Contact:
    """One row, its task, and the day on which it is judged. ``part`` may not be stored yet."""

    part: FollowUp
    task: Task
    course: Course
    birth_date: date | None
    as_of: date
    elsewhere: Elsewhere = Elsewhere()
    other_rows: int = 0  # stored rows of the same window
    key: str = KEY

    @property
    def is_new(self) -> bool:
        return self.part.version == 0

    @property
    def age(self) -> int | None:
        """Completed years on the day of contact; on today while that day is not known."""
        return whole_years(self.birth_date, self.part.fu_date or self.as_of) if self.birth_date else None

    @property
    def age_group(self) -> str | None:
        return None if self.age is None else "A" if self.age >= ADULT else "P"

    def resolve(self, name: str) -> Any:
        """The value of a field, a fact about the case or a derived variable; None when there is none."""
        if name in FollowUp._fields_by_name():
            return getattr(self.part, name)
        facts = self._facts()
        if name in facts or name not in derived.DERIVED:
            return facts.get(name)
        return derived.value(name, self.answers)

    def _facts(self) -> dict[str, Any]:
        return {
            "age_at_followup": self.age,
            "age_group": self.age_group,
            "flow_start_day": self.course.started,
            "recorded_death_day": self.elsewhere.died,
            "recorded_alive_day": self.elsewhere.last_alive,
            "window_opens": self.task.window.opens,
            "window_closes": self.task.window.closes,
            "other_rows": self.other_rows,
            "today": self.as_of,
        }

    @property
    def answers(self) -> "ContactAnswers":
        return ContactAnswers(self)

    def holds(self, name: str) -> bool:
        """Whether the field is asked at all."""
        when = self.part.item_field(name).item.when
        return when is None or when.holds(self.resolve) is True


class ContactAnswers(Answered):
    """What a rule sees of a contact."""

    def __init__(self, contact: Contact):
        super().__init__(contact.resolve)
        self._contact = contact

    def has_answer(self, name: str) -> bool:
        """A value or a missing reason."""
        return self._contact.part.is_answered(name)
