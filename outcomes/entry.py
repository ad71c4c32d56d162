"""What the entry page of one window shows: questions in the order they are asked, and what is wrong."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from crf.items import Missing, Requirement
from crf.questions import Choice, Question
from crf.section_names import section_label
from outcomes.calculated_items import FOLLOW_UP_ITEMS
from outcomes.contact import KEY, Contact
from outcomes.models import FollowUp
from outcomes.problems import Problems, unanswered
from registry.actions.refusals import Difference
from registry.actions.saving import seen
from registry.case_page.boxes import Box, written

# What every contact answers comes first and fits one screen; the rest follows below.
FIRST = (
    "fu_vital_status",
    "fu_date",
    "fu_method",
    "fu_death_date",
    "fu_death_cause",
    "fu_last_known_alive",
    "fu_mrs",
    "fu_residence",
    "fu_readmissions",
)
MORE = (
    "fu_respondent",
    "fu_work_status",
    "fu_return_work_date",
    "fu_dialysis",
    "fu_home_oxygen",
    "fu_home_ventilation",
    "fu_limb_amputation",
    "fu_transplant",
    "fu_vad",
)
# Instruments, by section of the form; each group is folded until something in it waits for an answer.
INSTRUMENTS = ("Neurological and functional", "Quality of life and mental health", "Children")
MRS_DEAD = "6"  # the last grade of the scale; a living patient is not offered it
WIDTHS = {
    "fu_vital_status": "w6",
    "fu_date": "w3",
    "fu_method": "w6",
    "fu_mrs": "w6",
    "fu_residence": "w6",
    "fu_death_date": "w3",
    "fu_last_known_alive": "w3",
    "fu_readmissions": "w3",
    "fu_death_cause": "w6",
    "fu_respondent": "w3",
    "fu_work_status": "w3",
    "fu_return_work_date": "w3",
}


class FollowUpQuestion(Question):
    """A question of this form. ``width`` is that of the page's own layout."""

    @property
    def width(self) -> str:
        """Two fields side by side at most."""
        return WIDTHS.get(self.item.name) or super().width.replace("w2", "w3")

    @property
    def reason_hint(self) -> str:
        return _("Choose a reason, then save again.")

    @property
    def unit(self) -> str:
        """A count needs no unit."""
        return "" if super().unit == "count" else super().unit

    @property
    def missing_choices(self) -> list[Choice]:
        """What was not asked stays unanswered, so that it can be asked next time."""
        return [each for each in super().missing_choices if each.value == Missing.UNKNOWN]

    @property
    def choices(self) -> list[Choice]:
        offered = super().choices
        return [each for each in offered if self.item.name != "fu_mrs" or each.value != MRS_DEAD]


@dataclass
class QuestionGroup:
    """Questions below the first screen under one heading."""

    title: str
    questions: list[Question]
    waiting: int
    boxes: list[Box]

    @property
    def shown(self) -> bool:
        return any(question.shown for question in self.questions)

    @property
    def is_open(self) -> bool:
        return bool(self.waiting) or any(question.problems for question in self.questions)


@dataclass
class EntryForm:
    """The form of one contact as it now stands, stored or just typed.

    ``version`` and ``sent_base`` are those the page was opened with, so that a second try is still compared
    with what it showed.
    """

    contact: Contact
    may_edit: bool
    problems: Problems = field(default_factory=dict)
    conflicts: Sequence[Difference] = ()
    version: int | None = None
    sent_base: str = ""

    @cached_property
    def first(self) -> list[Question]:
        return [self.question(name) for name in FIRST]

    @cached_property
    def groups(self) -> list[QuestionGroup]:
        """What follows the first screen: further questions, then the instruments."""
        waiting = {item.name for item in unanswered(self.contact)}
        return [
            QuestionGroup(
                title,
                [self.question(name) for name in names],
                len(waiting & set(names)),
                [self.box(name) for name in _computed(names)],
            )
            for title, names in _groups()
        ]

    def box(self, name: str) -> Box:
        """A score as the stored answers give it; hidden without one."""
        value = self.contact.resolve(name)
        return Box(f"c-{KEY}-{name}", name, "" if value is None else written(value, name))

    @property
    def questions(self) -> list[Question]:
        return [*self.first, *(question for group in self.groups for question in group.questions)]

    def question(self, name: str) -> Question:
        item = FollowUp.item_field(name).item
        return FollowUpQuestion(
            key=KEY,
            item=item,
            part=self.contact.part,
            shown=self.contact.holds(name),
            required=item.requirement != Requirement.OPTIONAL,
            age_group=self.contact.age_group,
            problems=self.problems.get(name, ()),
            read_only=not self.may_edit,
        )

    @property
    def summary(self) -> list[tuple[Question, str]]:
        """Each problem that keeps the form from being saved, with its question."""
        return [
            (question, str(problem.message))
            for question in self.questions
            for problem in question.problems
            if problem.is_error or not problem.is_settled
        ]

    @property
    def base(self) -> str:
        """What the page showed of each field: it decides about conflicts."""
        if self.sent_base:
            return self.sent_base
        part = self.contact.part
        names = (*FIRST, *(name for _title, names in _groups() for name in names))
        return json.dumps({name: seen(part, name) for name in names}, ensure_ascii=False)

    @property
    def shown_version(self) -> int:
        return self.contact.part.version if self.version is None else self.version

    @property
    def facts(self) -> dict[str, Any]:
        """What conditions ask beside the fields of the form, for the browser."""
        return {"age_at_followup": self.contact.age, "fu_window": self.contact.part.fu_window}


def _groups() -> list[tuple[str, tuple[str, ...]]]:
    return [(_("Further questions"), MORE), *((str(section_label(each)), _of(each)) for each in INSTRUMENTS)]


def _computed(names: tuple[str, ...]) -> list[str]:
    """The scores of the sections these fields stand in."""
    sections = {FollowUp.item_field(name).item.section for name in names}
    return [item.name for item in FOLLOW_UP_ITEMS if item.section in sections]


def _of(section: str) -> tuple[str, ...]:
    """The fields of a section that the first screen does not ask."""
    return tuple(item.name for item in FollowUp.items() if item.section == section and item.name not in FIRST)
