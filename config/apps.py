from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The platform itself: its system checks and commands."""

    name = "config"

    def ready(self) -> None:
        # A page or a command sends tasks to our broker only if its process knows the Celery application.
        from config import celery, checks  # noqa: F401 - and this registers the checks
