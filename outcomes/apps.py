from django.apps import AppConfig

from crf.pairs import Pair


class OutcomesConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "outcomes"

    def ready(self) -> None:
        from outcomes import derived  # noqa: F401 - adds its variables to the others
        from outcomes.follow_up_events import follow_ups
        from outcomes.paper import follow_up_sheets
        from registry.case_page import panels
        from registry.paper.sheets import register
        from registry.timeline import later

        title = Pair("Follow-up", "随访")
        panels.register("follow-up", title, "outcomes:panel")
        panels.register("follow-ups-due", title, "outcomes:work_panel", panels.WORKLIST)
        later.register("follow-ups", follow_ups)
        register("follow-ups", follow_up_sheets)
