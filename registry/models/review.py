"""Submissions frozen at the moment of signing, and what reviewers said."""

from django.conf import settings
from django.db import models

from centers.history import tracked
from centers.models.scoped import CenterScopedModel
from crf.pairs import Pair
from registry.models.case import Case


class Submission(CenterScopedModel):
    """One version of a case as submitted: canonical content without identity, and its digest.

    Append-only. Differences between versions and "what was signed" are read from here.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="submissions")
    version = models.PositiveSmallIntegerField()
    content = models.JSONField()
    warnings = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    dictionary_version = models.CharField(max_length=10)
    submitted_at = models.DateTimeField(auto_now_add=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "registry_submission"
        ordering = ("-version",)
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="submission_version_once")]

    def __str__(self) -> str:
        return f"{self.case} v{self.version}"


class NoteKind(models.TextChoices):
    SUBMITTED = "submitted"
    RECALLED = "recalled"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    REOPENED = "reopened"
    LOCKED = "locked"


NOTE_LABELS = {
    NoteKind.SUBMITTED: Pair("Submitted", "提交"),
    NoteKind.RECALLED: Pair("Taken back by the center", "中心撤回"),
    NoteKind.RETURNED: Pair("Returned", "退回"),
    NoteKind.ACCEPTED: Pair("Accepted", "通过"),
    NoteKind.REOPENED: Pair("Reopened", "重新打开"),
    NoteKind.LOCKED: Pair("Locked", "锁定"),
}


@tracked()
class ReviewNote(CenterScopedModel):
    """One step of the review with the message that went with it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="review_notes")
    submission = models.ForeignKey(Submission, models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=NoteKind.choices)
    message = models.TextField(default="", blank=True, max_length=4000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "registry_reviewnote"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.case} {self.kind}"
