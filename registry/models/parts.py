"""The abstract tables of a case: parts that exist once and rows that repeat."""

from django.db import models

from centers.models.scoped import CenterScopedModel
from crf.models import Answers


class Part(Answers, CenterScopedModel):
    """A section group of the forms, stored as one row with its own version."""

    class Meta:
        abstract = True


class Row(Part):
    """One row of a repeating group. ``source_ref`` is the row's name in a loaded file."""

    position = models.PositiveIntegerField(default=0)
    source_ref = models.CharField(max_length=100, default="", blank=True)

    class Meta:
        abstract = True
