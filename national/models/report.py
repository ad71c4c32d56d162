"""Finished annual reports: the files made from a snapshot, kept forever, and whether the public sees them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from national.models.snapshot import Snapshot


class ReportEdition(models.Model):
    """The files of one snapshot in some languages. They are never rebuilt; a correction is another snapshot.

    ``languages`` are the codes of its PDFs in printing order, joined by a blank. ``demonstration`` marks files
    made while the registry held invented patients. Public while ``published_at`` is set.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="reports")
    languages = models.CharField(max_length=20)
    demonstration = models.BooleanField()
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-snapshot__year", "-snapshot__cut_at", "languages"]
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "languages", "demonstration"], name="report_edition_made_once"
            ),
            models.CheckConstraint(
                name="report_published_at_with_by",
                condition=models.Q(published_at=None, published_by=None)
                | models.Q(published_at__isnull=False, published_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"report {self.snapshot.year} edition {self.snapshot.edition} ({self.languages})"

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class ReportFile(models.Model):
    """One finished file. ``name`` is what the reader gets it as; it is stored under a generated one."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    edition = models.ForeignKey(ReportEdition, models.PROTECT, related_name="files")
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=200)  # path in the file storage

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["edition", "name"], name="report_file_name_once")]

    def __str__(self) -> str:
        return self.name
