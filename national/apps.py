from typing import Any

from django.apps import AppConfig


class NationalConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "national"

    def ready(self) -> None:
        from national import policy  # noqa: F401 - registers its check
        from registry.actions.review import figures_changed

        figures_changed.connect(refresh_soon, dispatch_uid="national.refresh_soon")


def refresh_soon(**_kwargs: Any) -> None:
    """Receiver: ask a worker to refresh now. If the broker is away, the schedule does it a little later."""
    import logging

    from national.tasks import refresh_now

    try:
        refresh_now.apply_async(retry=False, ignore_result=True)
    except Exception:  # the case is accepted whatever the broker does
        logging.getLogger(__name__).warning("no broker: figures follow with the schedule", exc_info=True)
