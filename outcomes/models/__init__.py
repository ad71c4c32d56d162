"""What is learned about a patient after discharge."""

from outcomes.models.follow_up import FollowUp

__all__ = ["FollowUp"]
