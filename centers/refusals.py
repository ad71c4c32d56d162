"""What the database answers when the state of a record forbids a change."""

FROZEN = "RG001"  # SQLSTATE: the case is not open for changes
ILLEGAL_MOVE = "RG002"  # SQLSTATE: no such move between states, or not this side's


def refused_by_database(error: BaseException) -> bool:
    """The walls of the database said no: the record is frozen or the move illegal.

    Django keeps the driver's error, which knows the SQLSTATE, as the cause of its own.
    """
    return any(getattr(each, "pgcode", None) in (FROZEN, ILLEGAL_MOVE) for each in (error, error.__cause__))
