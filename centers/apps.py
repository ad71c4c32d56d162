from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.urls import register_converter


class CentersConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "centers"

    def ready(self) -> None:
        from centers import signals  # noqa: F401 (connects the receivers)
        from centers.converters import LanguageConverter
        from centers.grants import grant_to_application

        register_converter(LanguageConverter, "lang")
        post_migrate.connect(grant_to_application, sender=self)
