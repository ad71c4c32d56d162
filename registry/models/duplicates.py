"""Two cases that may be of one person: one row for each of them, in the center of each.

A center reads its own row alone, so the rows of a pair share nothing but a random ``pair``: neither side
learns the other's center, case or people. Society staff read both. Nothing is ever merged.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from centers.history import tracked
from centers.models.scoped import CenterScopedModel, CenterScopedQuerySet
from registry.models.case import Case


class Side(models.TextChoices):
    NEW = "new"  # the case that was being opened
    KNOWN = "known"  # the one that was there


class Reason(models.TextChoices):
    HANDOVER = "handover"  # said to come from the other center on ECLS, which is asked
    PERSON = "person"  # the same document in another center, and nobody is sure what that means
    NUMBER = "number"  # the same hospital number in the own center, perhaps of somebody else


class Answer(models.TextChoices):
    CONFIRMED = "confirmed"
    DENIED = "denied"


class Ruling(models.TextChoices):
    SAME = "same"
    DIFFERENT = "different"


ANSWER_COLUMNS = ("answer", "answered_at", "answered_by_id", "answer_note")
RULING_COLUMNS = ("ruling", "ruled_at", "ruled_by_id", "ruling_note")
LONGEST_NOTE = 500  # characters


class PossibleDuplicateQuerySet(CenterScopedQuerySet):
    def to_answer(self) -> "PossibleDuplicateQuerySet":
        """Questions of other centers that wait for an answer, the oldest first."""
        asked = self.filter(reason=Reason.HANDOVER, side=Side.KNOWN, answer="", ruling="")
        return asked.filter(case__withdrawn_at=None).order_by("created_at", "pk")

    def for_the_society(self) -> "PossibleDuplicateQuerySet":
        """What the society has to decide: somebody was unsure, or a handover was denied."""
        unsure = models.Q(reason__in=[Reason.PERSON, Reason.NUMBER]) | models.Q(answer=Answer.DENIED)
        return self.filter(unsure, ruling="", case__withdrawn_at=None)


def _member(name: str, choices: type[models.TextChoices], *, empty: bool = False) -> models.CheckConstraint:
    values = [*choices.values, *([""] if empty else [])]
    return models.CheckConstraint(
        condition=models.Q(**{f"{name}__in": values}), name=f"possible_duplicate_{name}_known"
    )


@tracked()
class PossibleDuplicate(CenterScopedModel):
    """What one center knows of a pair. Answer and ruling stand on both rows, notes of the answer on its own.

    ``hours`` from the other's start of flow to this one's: positive where the other began earlier.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="possible_duplicates")
    pair = models.UUIDField()
    side = models.CharField(max_length=5, choices=Side.choices)
    reason = models.CharField(max_length=8, choices=Reason.choices)
    hours = models.IntegerField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=9, choices=Answer.choices, default="", blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer_note = models.CharField(max_length=LONGEST_NOTE, default="", blank=True)
    ruling = models.CharField(max_length=9, choices=Ruling.choices, default="", blank=True)
    ruled_at = models.DateTimeField(null=True)
    ruled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ruling_note = models.CharField(max_length=LONGEST_NOTE, default="", blank=True)

    objects: ClassVar = PossibleDuplicateQuerySet.as_manager()

    class Meta:
        db_table = "registry_possibleduplicate"
        indexes = [
            models.Index(
                fields=["center", "created_at"],
                condition=models.Q(ruling=""),
                name="possible_duplicate_open",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["pair", "side"], name="possible_duplicate_side_once"),
            _member("side", Side),
            _member("reason", Reason),
            _member("answer", Answer, empty=True),
            _member("ruling", Ruling, empty=True),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.reason}"

    @property
    def is_question(self) -> bool:
        """The other center asks this one whether it handed the patient over."""
        return self.reason == Reason.HANDOVER and self.side == Side.KNOWN

    @property
    def waits_for_society(self) -> bool:
        return not self.ruling and (self.reason != Reason.HANDOVER or self.answer == Answer.DENIED)
