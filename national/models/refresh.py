"""The log of refreshes: what the jobs page shows, and what makes each period's work happen once."""

from django.db import models


class RefreshKind(models.TextChoices):
    SCHEDULED = "scheduled"  # the interval of the jobs page
    ACCEPTANCE = "acceptance"  # right after a case changed its state
    COMMAND = "command"
    NIGHTLY = "nightly"  # full recompute and comparison


class RefreshState(models.TextChoices):
    RUNNING = "running"
    DONE = "done"
    DIFFERENT = "different"  # the comparison found stored figures that were not what the cases give
    FAILED = "failed"


class RefreshLog(models.Model):
    """One refresh of the national figures. ``period`` names the interval or night it belongs to.

    ``detail`` says what was found, without patient data: years, statistics, numbers of rows.
    """

    kind = models.CharField(max_length=10, choices=RefreshKind.choices)
    period = models.CharField(max_length=40, null=True)
    state = models.CharField(max_length=10, choices=RefreshState.choices, default=RefreshState.RUNNING)
    full = models.BooleanField(default=False)
    as_of = models.DateField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    attempts = models.SmallIntegerField(default=1)
    cases = models.IntegerField(default=0)  # cases read again
    facts = models.IntegerField(default=0)  # analysis rows written
    results = models.IntegerField(default=0)  # stored results that changed
    detail = models.JSONField(default=dict)
    error = models.CharField(max_length=500, default="", blank=True)
    acknowledged_at = models.DateTimeField(null=True)  # an admin has seen the alarm

    class Meta:
        db_table = "national_refreshlog"
        ordering = ["-started_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["kind", "period"], name="refresh_once_per_period")]
        indexes = [models.Index(fields=["-started_at"], name="refresh_latest")]

    def __str__(self) -> str:
        return f"{self.kind} {self.started_at:%Y-%m-%d %H:%M}"
