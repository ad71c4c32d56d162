"""The scores of the run in view, for the case page."""

from django import template

from registry.page import CasePage
from registry.scoring.panel import ScoresPanel

register = template.Library()


@register.filter
def run_scores(page: CasePage) -> ScoresPanel:
    """Computed anew at each call, from the answers as they are."""
    return ScoresPanel(page.record.place(f"run{page.run_number}"))
