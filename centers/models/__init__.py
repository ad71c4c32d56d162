"""Who works where: people, centers, roles, invitations, the security log and background jobs."""

from centers.models.center import Center, CenterStatus
from centers.models.center_year import CenterYear
from centers.models.demo_marker import DemoMarker
from centers.models.invitation import Invitation
from centers.models.job import Job, JobState
from centers.models.membership import CENTER_ROLES, SOCIETY_ROLES, Membership, Role
from centers.models.scoped import CenterScopedModel, CenterScopedQuerySet
from centers.models.security_event import SecurityEvent, SecurityEventKind
from centers.models.user import User

__all__ = [
    "CENTER_ROLES",
    "SOCIETY_ROLES",
    "Center",
    "CenterScopedModel",
    "CenterScopedQuerySet",
    "CenterStatus",
    "CenterYear",
    "DemoMarker",
    "Invitation",
    "Job",
    "JobState",
    "Membership",
    "Role",
    "SecurityEvent",
    "SecurityEventKind",
    "User",
]
