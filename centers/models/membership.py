"""Which role a person has, and where."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from centers.history import tracked
from centers.models.center import Center


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("Coordinator")
    DIRECTOR = "director", _("Center director")
    REVIEWER = "reviewer", _("Reviewer")
    ADMIN = "admin", _("Society admin")


CENTER_ROLES = (Role.COORDINATOR, Role.DIRECTOR)
SOCIETY_ROLES = (Role.REVIEWER, Role.ADMIN)


def role_fits_center() -> models.Q:
    """Roles of a center name one; roles of the society name none."""
    return models.Q(role__in=[str(r) for r in CENTER_ROLES], center__isnull=False) | models.Q(
        role__in=[str(r) for r in SOCIETY_ROLES], center__isnull=True
    )


@tracked()
class Membership(models.Model):
    """One role of one person, in one center or for the society. Ending it deletes the row; history keeps it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    center = models.ForeignKey(Center, models.PROTECT, null=True, blank=True, related_name="memberships")
    role = models.CharField(_("Role"), max_length=12, choices=Role.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.CheckConstraint(name="membership_role_fits_center", condition=role_fits_center()),
            models.UniqueConstraint(
                name="membership_once", fields=["user", "center", "role"], nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.center or ''}".strip()
