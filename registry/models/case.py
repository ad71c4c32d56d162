"""The case: one admission with all its runs, and its way from draft to locked."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from centers.history import tracked
from centers.models.scoped import CenterScopedModel, CenterScopedQuerySet
from crf.pairs import Pair
from registry.models.patient import Patient


class CaseState(models.TextChoices):
    """Where a case stands. Only accepted and locked cases enter published figures."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    LOCKED = "locked"

    @property
    def pair(self) -> Pair:
        return STATE_LABELS[self]


STATE_LABELS = {
    CaseState.DRAFT: Pair("Draft", "草稿"),
    CaseState.SUBMITTED: Pair("Submitted", "已提交"),
    CaseState.RETURNED: Pair("Returned", "退回"),
    CaseState.ACCEPTED: Pair("Accepted", "已通过"),
    CaseState.LOCKED: Pair("Locked", "已锁定"),
}
EDITABLE = frozenset({CaseState.DRAFT, CaseState.RETURNED})
PUBLISHED = frozenset({CaseState.ACCEPTED, CaseState.LOCKED})


class CaseQuerySet(CenterScopedQuerySet):
    def editable(self) -> "CaseQuerySet":
        return self.filter(state__in=EDITABLE, withdrawn_at=None)

    def awaiting_review(self) -> "CaseQuerySet":
        """Submitted cases, the oldest submission first."""
        return self.filter(state=CaseState.SUBMITTED, withdrawn_at=None).order_by("submitted_at", "pk")


@tracked()
class Case(CenterScopedModel):
    """One admission of one patient with all its runs; submitted, reviewed and counted as a whole.

    ``number`` is the center's code, two digits of the year of creation and a serial: it never changes
    and may appear in addresses and mail.
    """

    patient = models.ForeignKey(Patient, models.PROTECT, related_name="cases")
    number = models.CharField(max_length=24, unique=True)
    state = models.CharField(max_length=10, choices=CaseState.choices, default=CaseState.DRAFT)
    dictionary_version = models.CharField(max_length=10, default="0.2")
    source_ref = models.CharField(max_length=100, default="", blank=True)
    submissions_count = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    state_changed_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reviewer_since = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # consent withdrawn: out of all figures

    objects: ClassVar[Any] = CaseQuerySet.as_manager()

    class Meta:
        db_table = "registry_case"
        indexes = [
            models.Index(fields=["center", "state", "-created_at"], name="case_center_state"),
            models.Index(fields=["state", "submitted_at"], name="case_review_queue"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=CaseState.values), name="case_state_known"),
            models.UniqueConstraint(
                fields=["center", "source_ref"],
                condition=~models.Q(source_ref=""),
                name="case_once_per_source_ref",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_editable(self) -> bool:
        return self.state in EDITABLE and self.withdrawn_at is None


class Progress(CenterScopedModel):
    """How far a case is, recomputed with each save so that lists need not open the case.

    ``sections`` is a list of ``{"key", "answered", "applicable", "errors", "warnings"}``. ``last_place`` is the
    name of the field that was edited last, as the page calls it.
    """

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="progress")
    answered = models.PositiveSmallIntegerField(default=0)
    applicable = models.PositiveSmallIntegerField(default=0)
    errors = models.PositiveSmallIntegerField(default=0)
    warnings = models.PositiveSmallIntegerField(default=0)
    sections = models.JSONField(default=list)
    edited_at = models.DateTimeField(auto_now=True)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    last_place = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        db_table = "registry_progress"

    def __str__(self) -> str:
        return f"{self.case} {self.percent}%"

    @property
    def percent(self) -> int:
        return 100 * self.answered // self.applicable if self.applicable else 0


class Serial(CenterScopedModel):
    """The last serial number given in a center and year; the row is locked while one is taken."""

    kind = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "registry_serial"
        constraints = [models.UniqueConstraint(fields=["center", "kind", "year"], name="serial_once")]

    def __str__(self) -> str:
        return f"{self.center_id} {self.kind} {self.year}: {self.last}"
