from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CentersConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "centers"

    def ready(self) -> None:
        from centers.grants import grant_to_application

        post_migrate.connect(grant_to_application, sender=self)
