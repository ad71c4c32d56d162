"""Stored results: what pages, commands and reports read instead of cases."""

from django.db import models


class Audience(models.TextChoices):
    """For whom a result was stored."""

    PUBLIC = "public"  # released figures only
    SOCIETY = "society"  # exact and released figures
    CENTER = "center"  # one center's own exact figures
    BASIS = "basis"  # the exact figures a public version was made from


class Result(models.Model):
    """The current table of one statistic, year and audience. ``table`` is a document of ``national.stats.table``.

    ``as_of`` is the day of the data cut, ``sha256`` the digest of the table's canonical text. Rows that are
    not public are visible only where all centers are (or, of audience center, where theirs is).
    """

    statistic = models.CharField(max_length=40)
    year = models.SmallIntegerField(null=True)  # null: all years together
    audience = models.CharField(max_length=8, choices=Audience.choices)
    center = models.ForeignKey("centers.Center", models.CASCADE, null=True, related_name="+")
    as_of = models.DateField()
    definition_version = models.CharField(max_length=20)
    code_version = models.CharField(max_length=60)
    computed_at = models.DateTimeField()
    provisional = models.BooleanField(default=True)  # the year has runs that are not locked
    sha256 = models.CharField(max_length=64)
    table = models.JSONField()

    class Meta:
        db_table = "national_result"
        constraints = [
            models.UniqueConstraint(
                fields=["statistic", "year", "audience", "center"], nulls_distinct=False, name="result_once"
            ),
            models.CheckConstraint(
                name="result_center_for_its_audience",
                condition=models.Q(audience="center", center__isnull=False)
                | (~models.Q(audience="center") & models.Q(center=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statistic} {self.year or 'all'} ({self.audience})"
