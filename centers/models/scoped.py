"""What every table with a center's data has in common."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from centers.models.user import User


class CenterScopedQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Rows of the centers this person may read. Row-level security holds the same line below."""
        from centers.access import scope_for

        centers = scope_for(user).read
        return self.all() if centers == "*" else self.filter(center_id__in=centers)


class CenterScopedModel(models.Model):
    """A row that belongs to one center. Its migration must also run ``centers.rls.EnableScope``."""

    center = models.ForeignKey(
        "centers.Center", models.PROTECT, related_name="+", verbose_name=_("center"), editable=False
    )

    objects = CenterScopedQuerySet.as_manager()

    class Meta:
        abstract = True
