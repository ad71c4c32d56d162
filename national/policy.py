"""The society's settings of disclosure control."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from national.stats.suppression import Policy


def policy() -> Policy:
    """``SMALL_CELL_MIN`` may be raised by the society; the policy itself refuses less than five."""
    return Policy(threshold=int(getattr(settings, "SMALL_CELL_MIN", 5)))


def breakdowns_follow_each_refresh() -> bool:
    """Whether public breakdowns may step at each refresh (demo) or once a month (everywhere else)."""
    from national.versions import is_demo

    return bool(getattr(settings, "PUBLIC_BREAKDOWNS_AT_EACH_REFRESH", is_demo()))


@register()
def settings_are_allowed(**_kwargs: Any) -> list[CheckMessage]:
    """A registry whose settings would release small cells, or that name no volume classes, does not start."""
    from national.statistics.center_scale import cut_points
    from national.stats.volume import class_names

    found: list[CheckMessage] = []
    for code, setting, attempt in (
        ("E001", "SMALL_CELL_MIN", policy),
        ("E002", "VOLUME_CUT_POINTS", lambda: class_names(cut_points())),
    ):
        try:
            attempt()
        except ValueError as error:
            found.append(Error(f"{setting}: {error}", id=f"national.{code}"))
    return found
