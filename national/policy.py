"""The society's settings of disclosure control."""

from django.conf import settings

from national.stats.suppression import Policy


def policy() -> Policy:
    """``SMALL_CELL_MIN`` may be raised by the society; the policy itself refuses less than five."""
    return Policy(threshold=int(getattr(settings, "SMALL_CELL_MIN", 5)))


def breakdowns_follow_each_refresh() -> bool:
    """Whether public breakdowns may step at each refresh (demo) or once a month (everywhere else)."""
    from national.versions import is_demo

    return bool(getattr(settings, "PUBLIC_BREAKDOWNS_AT_EACH_REFRESH", is_demo()))
