from django.apps import AppConfig

from crf.pairs import Pair


class OutcomesConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "outcomes"

    def ready(self) -> None:
        from registry import panels

        panels.register("follow-up", Pair("Follow-up", "随访"), "outcomes:panel")
