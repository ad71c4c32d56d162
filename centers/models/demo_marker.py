"""The mark that says: these are invented patients."""

from django.db import models
from django.db.models.functions import Now


class DemoMarker(models.Model):
    """Present while demonstration data is loaded: every page then says so, and production refuses to start."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    recipe = models.JSONField(default=dict)

    class Meta:
        constraints = [models.CheckConstraint(name="demo_marker_is_one", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return f"{self.created_at}"
