"""The yearly profile of a center (form 11): what is asked, what is wrong with it, and how it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils import timezone

from centers.access import profile_scope
from centers.models import Center
from centers.models.center_year import CenterYear
from crf.answering import Entry, rejection
from crf.hiding import hide, restore
from crf.items import Item, Requirement
from crf.layout import QuestionForm
from crf.pairs import Pair
from crf.questions import Problem, Question
from crf.ranges import findings
from crf.rules import Answered, RuleBook, Severity
from crf.saving import save_fields

KEY = "profile"
"""Name of the one row of the page, in front of its fields' names."""

GROUPS: tuple[tuple[Pair, tuple[str, ...]], ...] = (
    (
        Pair("Hospital", "医院"),
        ("hospital_level", "hospital_type", "ownership", "bed_count", "icu_bed_count"),
    ),
    (
        Pair("Program", "ECLS 项目"),
        (
            "programs",
            "annual_runs",
            "console_count",
            "mobile_team",
            "ecpr_24h",
            "heart_transplant_center",
            "lung_transplant_center",
            "vad_program",
            "followup_clinic",
        ),
    ),
    (
        Pair("Team", "团队"),
        (
            "team_model",
            "trained_staff_count",
            "trained_physician_count",
            "perfusionist_count",
            "specialist_nurse_count",
            "nurse_patient_ratio",
            "bedside_care",
        ),
    ),
    (Pair("Membership", "会员"), ("csecls_member", "elso_member", "elso_center_id")),
    (
        Pair("Contact and approval", "联系与批件"),
        ("coordinator_name", "coordinator_phone", "ethics_approval_no"),
    ),
)

BOOK = RuleBook()
FIRST_YEAR = 2000  # the lowest year the dictionary accepts for a profile


@BOOK.error(
    "V136",
    "trained_physician_count trained_staff_count",
    "Physicians cannot exceed trained staff",
    "医师数不得超过培训人员数",
    on=KEY,
)
def physicians_are_among_trained_staff(c: Any) -> bool:
    return c.trained_physician_count <= c.trained_staff_count


@BOOK.warning(
    "V137",
    "trained_staff_count",
    "Fewer than 3 trained staff: below the draft national rule",
    "培训人员少于 3 名，低于国家规范征求意见稿的要求",
    on=KEY,
)
def at_least_three_are_trained(c: Any) -> bool:
    return c.trained_staff_count >= 3


@BOOK.error("V138", "profile_year", "Profile year is in the future", "概况年度不得晚于当前年", on=KEY)
def the_year_has_begun(c: Any) -> bool:
    return c.profile_year <= timezone.localdate().year


class Conflict(Exception):
    """Somebody else saved in between; ``theirs`` and ``yours`` by field name, nothing was written."""

    def __init__(self, differences: dict[str, tuple[Any, Any]]):
        super().__init__("profile changed meanwhile")
        self.differences = differences


@dataclass
class ProfilePage:
    """A profile as the page shows it."""

    profile: CenterYear
    editable: bool = False

    @cached_property
    def problems(self) -> dict[str, list[Problem]]:
        """What is wrong or unusual, by field."""
        return problems(self.profile)

    @cached_property
    def questions(self) -> dict[str, Question]:
        return {item.name: self._question(item) for item in self.profile.items() if not item.system}

    @property
    def groups(self) -> list[tuple[Pair, QuestionForm]]:
        return [(title, QuestionForm([self.questions[name] for name in names])) for title, names in GROUPS]

    @property
    def required(self) -> list[Question]:
        return [question for question in self.questions.values() if question.required]

    @property
    def unanswered(self) -> list[Question]:
        """Required fields without a value or a missing reason."""
        return [each for each in self.required if not self.profile.is_answered(each.item.name)]

    @property
    def answered(self) -> int:
        return len(self.required) - len(self.unanswered)

    @property
    def errors(self) -> list[tuple[Question, Problem]]:
        return [(self.questions[name], each) for name, each in self._listed() if each.is_error]

    @property
    def open_warnings(self) -> list[tuple[Question, Problem]]:
        found = [(self.questions[name], each) for name, each in self._listed()]
        return [(question, each) for question, each in found if not (each.is_error or each.is_settled)]

    @property
    def is_complete(self) -> bool:
        """Every required field answered, nothing wrong, each warning explained."""
        return not (self.unanswered or self.errors or self.open_warnings)

    @property
    def base(self) -> dict[str, Any]:
        """What each field read when the page was made."""
        return {name: each.written for name, each in self.questions.items() if each.written}

    @property
    def definitions(self) -> dict[str, dict[str, str]]:
        """Label and definition by field, for the side panel."""
        items = [each.item for each in self.questions.values()]
        return {
            item.name: {"label": str(item.label), "text": str(item.definition), "units": ""} for item in items
        }

    def _listed(self) -> list[tuple[str, Problem]]:
        return [
            (name, each) for name, found in self.problems.items() for each in found if name in self.questions
        ]

    def _question(self, item: Item) -> Question:
        shown = applies(self.profile, item)
        return Question(
            key=KEY,
            item=item,
            part=self.profile,
            shown=shown,
            required=shown and item.requirement != Requirement.OPTIONAL,
            problems=self.problems.get(item.name, ()),
            read_only=not self.editable,
        )


def applies(profile: CenterYear, item: Item) -> bool:
    """Whether the field is asked, given the other answers."""
    return item.when is None or item.when.holds(lambda name: getattr(profile, name)) is True


def problems(profile: CenterYear) -> dict[str, list[Problem]]:
    """Rejected entries, failed rules and values outside their ranges, by field."""
    found: dict[str, list[Problem]] = {}
    for rule, severity, name, message in _found(profile):
        reason = (profile.notes.get("reason", {}).get(name) or {}).get(rule, "")
        problem = Problem(rule, message, severity == Severity.ERROR, reason)
        found.setdefault(name, []).append(problem)
    return found


def _found(profile: CenterYear) -> list[tuple[str, Severity, str, Pair]]:
    answers = Answered(lambda name: getattr(profile, name, None))
    rejected = [(name, rejection(profile, name)) for name in profile.notes.get("rejected", {})]
    found = [("entry", Severity.ERROR, name, message) for name, message in rejected if message]
    failed = [rule for rule in BOOK.of(KEY) if rule.fails(answers)]
    found += [(rule.number, rule.severity, rule.fields[0], rule.message) for rule in failed]
    spoken = frozenset(name for rule in failed for name in rule.fields)
    return [*found, *findings(profile.items(), answers, skip=spoken)]


@transaction.atomic
def save_profile(
    center: Center,
    year: int,
    entries: Mapping[str, Entry],
    *,
    version: int,
    base: Mapping[str, Any],
    by: Any,
) -> CenterYear:
    """Write answers to the profile of one year, which is made at the first save.

    A stale version is accepted while every field reads as its sender saw it. Raises PermissionDenied, Conflict.
    """
    with profile_scope(by, center):
        CenterYear.objects.get_or_create(center=center, profile_year=year)
        profile = CenterYear.objects.select_for_update(of=("self",)).get(center=center, profile_year=year)
        _refuse_stale(profile, entries, version, base)
        save_fields(profile, dict(entries))
        _settle(profile)
    return profile


def _refuse_stale(
    profile: CenterYear, entries: Mapping[str, Entry], version: int, base: Mapping[str, Any]
) -> None:
    if version == profile.version:
        return
    differences = {
        name: (profile.displayed(name), entry.text)
        for name, entry in entries.items()
        if (profile.displayed(name) or "") != (base.get(name) or "")
    }
    if differences:
        raise Conflict(differences)


def _settle(profile: CenterYear) -> None:
    """Put aside answers of fields that no longer apply, bring back those that apply again."""
    moved = [_settle_one(profile, item) for item in profile.items() if item.when is not None]
    if any(moved):
        profile.version += 1
        profile.save()


def _settle_one(profile: CenterYear, item: Item) -> bool:
    if applies(profile, item):
        return restore(profile, item.name)
    return hide(profile, item.name, timezone.now())


def take_over(center: Center, year: int, *, by: Any) -> CenterYear | None:
    """Begin a year with the answers of the latest earlier one; None when there is none to take."""
    with profile_scope(by, center):
        mine = CenterYear.objects.filter(center=center)
        earlier = mine.filter(profile_year__lt=year).order_by("-profile_year").first()
        if earlier is None or mine.filter(profile_year=year).exists():
            return None
        copied = CenterYear(center=center, profile_year=year)
        for field in CenterYear.item_fields():
            if not field.item.system:
                setattr(copied, field.name, getattr(earlier, field.name))
        copied.notes = {
            name: notes for name, notes in earlier.notes.items() if name in ("missing", "entered")
        }
        copied.version = 1
        copied.save()
        return copied
