from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The platform itself: its system checks and commands."""

    name = "config"

    def ready(self) -> None:
        from config import checks  # noqa: F401 - registers the checks
