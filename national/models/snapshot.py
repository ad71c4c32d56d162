"""Editions of a year: what a report was typeset from, forever."""

from django.db import models


class Snapshot(models.Model):
    """The results of one year, frozen. The database refuses every change and deletion.

    Edition 0 is provisional (the year is not locked) and may exist several times; editions 1, 2, … follow
    each other once the year is locked. ``sha256`` is the digest of ``results``: equal results are the same
    snapshot, until the lock of the year makes an edition of them.
    """

    append_only = True  # the application's role has no right to change or delete rows

    year = models.SmallIntegerField()
    edition = models.SmallIntegerField()
    provisional = models.BooleanField()
    cut_at = models.DateTimeField()  # the only time that appears in files made from it
    sha256 = models.CharField(max_length=64)
    definition_version = models.CharField(max_length=20)
    code_version = models.CharField(max_length=60)
    results = models.JSONField()

    class Meta:
        db_table = "national_snapshot"
        ordering = ["-year", "-cut_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "sha256", "provisional"], name="snapshot_same_results_once"
            ),
            models.UniqueConstraint(
                fields=["year", "edition"], condition=models.Q(edition__gt=0), name="snapshot_edition_once"
            ),
            models.CheckConstraint(
                name="snapshot_provisional_is_edition_zero",
                condition=models.Q(provisional=True, edition=0) | models.Q(provisional=False, edition__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}, edition {self.edition} ({self.sha256[:12]})"
