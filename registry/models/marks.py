"""Small tables that keep the machinery honest: change marks and answers to repeated requests."""

from django.conf import settings
from django.db import models

from centers.models.scoped import CenterScopedModel


class TouchedRun(CenterScopedModel):
    """A run whose figures must be computed again. Written by database triggers, so that raw SQL marks too.

    Append-only: whoever refreshes the figures reads marks, refreshes, and deletes just those.
    ``run_id`` is null when a case was touched as a whole.
    """

    case_id = models.BigIntegerField()
    run_id = models.BigIntegerField(null=True)
    touched_at = models.DateTimeField(db_default=models.functions.Now())

    class Meta:
        db_table = "registry_touchedrun"

    def __str__(self) -> str:
        return f"case {self.case_id} run {self.run_id}"


class SavedRequest(CenterScopedModel):
    """The answer once given to a write, so that a repeated click or a retry gets it again."""

    key = models.UUIDField(unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)
    answer = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "registry_savedrequest"

    def __str__(self) -> str:
        return str(self.key)
