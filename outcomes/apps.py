from django.apps import AppConfig

from crf.pairs import Pair


class OutcomesConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "outcomes"

    def ready(self) -> None:
        from outcomes import derived  # noqa: F401 - adds its variables to the others
        from registry import panels

        title = Pair("Follow-up", "随访")
        panels.register("follow-up", title, "outcomes:panel")
        panels.register("follow-ups-due", title, "outcomes:work_panel", panels.WORKLIST)
